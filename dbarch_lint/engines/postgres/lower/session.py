"""Lowering of transactions, settings and storage commands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.expressions import constant_text
from dbarch_lint.engines.postgres.lower.common import Node, is_on, option_text, options, range_var
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement

# --- transactions


def lower_transaction(statement: Statement, node: Node) -> Sequence[Operation]:
    """BEGIN, COMMIT, ROLLBACK, savepoints, and the two phases of a prepared transaction."""
    return (TRANSACTIONS[node["kind"]](statement, node),)


def savepoint(action: str) -> Callable[[Statement, Node], Operation]:
    """One of the statements on savepoints."""
    return lambda statement, node: ops.Savepoint(
        statement=statement,
        name=node.get("savepoint_name", ""),
        action=action,  # type: ignore[arg-type]
    )


TRANSACTIONS: dict[str, Callable[[Statement, Node], Operation]] = {
    "TRANS_STMT_BEGIN": lambda s, _: ops.Begin(statement=s),
    "TRANS_STMT_START": lambda s, _: ops.Begin(statement=s),
    "TRANS_STMT_COMMIT": lambda s, node: ops.Commit(statement=s, chain=node.get("chain", False)),
    "TRANS_STMT_ROLLBACK": lambda s, node: ops.Rollback(statement=s, chain=node.get("chain", False)),
    "TRANS_STMT_SAVEPOINT": savepoint("set"),
    "TRANS_STMT_ROLLBACK_TO": savepoint("rollback"),
    "TRANS_STMT_RELEASE": savepoint("release"),
    # The transaction ends here for its session; nearly always COMMIT PREPARED follows.
    "TRANS_STMT_PREPARE": lambda s, _: ops.Commit(statement=s),
    "TRANS_STMT_COMMIT_PREPARED": lambda s, _: ops.Ignored(statement=s, what="COMMIT PREPARED"),
    "TRANS_STMT_ROLLBACK_PREPARED": lambda s, node: ops.Opaque(
        statement=s, reason=f"what the prepared transaction {node.get('gid', '')} did is undone"
    ),
}

# --- settings

MULTIPLE = {"TRANSACTION": "", "SESSION CHARACTERISTICS": "default_"}


def setting_values(node: Node) -> tuple[str, ...]:
    """The values of a SET; an interval is written with its type around it."""
    values = []
    for arg in node.get("args", ()):
        constant = arg["TypeCast"]["arg"] if "TypeCast" in arg else arg
        values.append(constant_text(constant["A_Const"]) if "A_Const" in constant else "")
    return tuple(values)


def lower_set(statement: Statement, node: Node) -> Sequence[Operation]:
    """SET and RESET in all their forms."""
    kind, name = node["kind"], node.get("name", "")
    if kind == "VAR_RESET_ALL":
        return (ops.SetVariable(statement=statement, name="all", values=None),)
    if kind == "VAR_SET_CURRENT":
        return (ops.Ignored(statement=statement, what="SET FROM CURRENT"),)
    if kind == "VAR_SET_MULTI":
        return set_transaction(statement, node)
    values = setting_values(node) if kind == "VAR_SET_VALUE" else None
    return (ops.SetVariable(statement=statement, name=name, values=values, local=node.get("is_local", False)),)


def set_transaction(statement: Statement, node: Node) -> Sequence[Operation]:
    """SET TRANSACTION and SET SESSION CHARACTERISTICS: settings under other words."""
    prefix = MULTIPLE.get(node["name"])
    if prefix is None:
        return (ops.Ignored(statement=statement, what=f"SET {node['name']}"),)
    return [
        ops.SetVariable(
            statement=statement,
            name=prefix + option["DefElem"]["defname"],
            values=(option_text(option["DefElem"].get("arg")),),
            local=not prefix,
        )
        for option in node.get("args", ())
    ]


def lower_discard(statement: Statement, node: Node) -> Sequence[Operation]:
    """DISCARD; ALL resets every setting."""
    target = node["target"].removeprefix("DISCARD_")
    if target == "ALL":
        names = ("session_authorization", "all")
        return [ops.SetVariable(statement=statement, name=name, values=None) for name in names]
    return (ops.Ignored(statement=statement, what=f"DISCARD {target}"),)


def lower_constraints_set(statement: Statement, node: Node) -> Sequence[Operation]:
    """SET CONSTRAINTS; without names all of them."""
    names = tuple([range_var(c["RangeVar"]).full for c in node.get("constraints", ())])
    return (ops.SetConstraints(statement=statement, names=names, deferred=node.get("deferred", False)),)


def lower_system(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER SYSTEM."""
    change = node["setstmt"]
    action = "reset" if change["kind"].startswith("VAR_RESET") else "set"
    return (ops.AlterObject(statement=statement, kind="system", name=change.get("name", "all"), action=action),)


# --- storage


def lower_vacuum(statement: Statement, node: Node) -> Sequence[Operation]:
    """VACUUM and ANALYZE, an operation a table; without a table, one for the whole database."""
    on = frozenset([name for name, value in options(node.get("options")).items() if is_on(value)])
    relations = [r["VacuumRelation"]["relation"] for r in node.get("rels", ())]
    return [
        ops.Vacuum(
            statement=statement,
            table=range_var(relation) if relation is not None else None,
            only=relation is not None and not relation.get("inh", False),
            full="full" in on,
            analyze_only=not node.get("is_vacuumcmd", False),
            options=on,
        )
        for relation in relations or [None]
    ]


def lower_cluster(statement: Statement, node: Node) -> Sequence[Operation]:
    """CLUSTER; without a table all that were clustered before."""
    relation = node.get("relation")
    table = range_var(relation) if relation else None
    return (ops.Cluster(statement=statement, table=table, index=node.get("indexname", "")),)


def lower_fetch(statement: Statement, node: Node) -> Sequence[Operation]:
    """FETCH and MOVE."""
    return (ops.Ignored(statement=statement, what="MOVE" if node.get("ismove") else "FETCH"),)


def ignored(what: str) -> Callable[[Statement, Node], Sequence[Operation]]:
    """A statement that neither schema nor locks know of."""
    return lambda statement, _: (ops.Ignored(statement=statement, what=what),)


LOWER = {
    "TransactionStmt": lower_transaction,
    "VariableSetStmt": lower_set,
    "VariableShowStmt": ignored("SHOW"),
    "DiscardStmt": lower_discard,
    "ConstraintsSetStmt": lower_constraints_set,
    "AlterSystemStmt": lower_system,
    "VacuumStmt": lower_vacuum,
    "ClusterStmt": lower_cluster,
    "CheckPointStmt": ignored("CHECKPOINT"),
    "LoadStmt": ignored("LOAD"),
    "ListenStmt": ignored("LISTEN"),
    "UnlistenStmt": ignored("UNLISTEN"),
    "NotifyStmt": ignored("NOTIFY"),
    "ClosePortalStmt": ignored("CLOSE"),
    "FetchStmt": lower_fetch,
    "PrepareStmt": ignored("PREPARE"),
    "DeallocateStmt": ignored("DEALLOCATE"),
}
