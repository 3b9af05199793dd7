"""Lowering of queries and of what writes rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.expressions import column_of, constant_text
from dbarch_lint.engines.postgres.lower.bounds import bounds
from dbarch_lint.engines.postgres.lower.common import (
    Node,
    cascades,
    expr,
    is_on,
    options,
    range_var,
    strings,
)
from dbarch_lint.engines.postgres.lower.dispatch import lower_node
from dbarch_lint.engines.postgres.lower.queries import facts
from dbarch_lint.engines.postgres.lower.tables import created_from_query
from dbarch_lint.engines.postgres.terms import literal
from dbarch_lint.names import Name
from dbarch_lint.objects import replace
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement

NO_NAMES: tuple[Name, ...] = ()


def reads(kind: str, node: Node, target: Name | None = None) -> tuple[Name, ...]:
    """The relations that a tree reads, each once, apart from the one it writes."""
    return tuple([n for n in facts({kind: readable(node)}).reads if n != target])


# --- WITH

WRITING = frozenset({"InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"})


def readable(node: Node) -> Node:
    """The same tree without the statements in WITH that write rows: they are operations of their own."""
    clause = node.get("withClause")
    if clause is None:
        return node
    ctes = [c["CommonTableExpr"] for c in clause.get("ctes", ())]
    kept = [{**c, "ctequery": {"SelectStmt": {}}} if writes(c) else c for c in ctes]
    return {**node, "withClause": {**clause, "ctes": [{"CommonTableExpr": c} for c in kept]}}


def writes(cte: Node) -> bool:
    """Whether a part of WITH writes rows."""
    return not WRITING.isdisjoint(cte["ctequery"])


def with_writes(statement: Statement, node: Node, main: Sequence[Operation]) -> Sequence[Operation]:
    """The statements that write rows within WITH, then the main one; WITH's names are nobody's tables."""
    clause = node.get("withClause")
    if clause is None:
        return main
    ctes = [c["CommonTableExpr"] for c in clause.get("ctes", ())]
    names = frozenset([Name("", c["ctename"]) for c in ctes])
    lowered: list[Operation] = []
    for cte in ctes:
        if writes(cte):
            lowered.extend(without(lower_node(statement, cte["ctequery"]), names))
    return [*lowered, *without(main, names)]


def without(operations: Iterable[Operation], names: frozenset[Name]) -> list[Operation]:
    """The operations, with these names taken out of what they read."""
    return [
        replace(op, reads=tuple([n for n in op.reads if n not in names]))
        if isinstance(op, ops.Write | ops.Select) and not names.isdisjoint(op.reads)
        else op
        for op in operations
    ]


# --- what writes


def lower_insert(statement: Statement, node: Node) -> Sequence[Operation]:
    """INSERT. Rows of VALUES are counted; only those with more than constants in them are looked into."""
    table = range_var(node["relation"])
    query = node.get("selectStmt", {}).get("SelectStmt")
    rows = 1 if query is None or one_row(query) else len(query.get("valuesLists", ()))
    op = ops.Insert(
        statement=statement,
        table=table,
        columns=tuple([c["ResTarget"].get("name", "") for c in node.get("cols", ())]),
        rows=rows * (1 + statement.repeats),
        widths=widths(query) if query is not None else frozenset(),
        on_conflict="onConflictClause" in node,
        bounded=query is not None and "limitCount" in query,
        reads=NO_NAMES if plain_values(node, query) else reads("InsertStmt", {**node, "relation": {}}),
    )
    return with_writes(statement, node, (op,))


def widths(query: Node) -> frozenset[int]:
    """How many values the rows of VALUES, or of a SELECT without stars, have."""
    if "valuesLists" in query:
        return frozenset([len(row["List"].get("items", ())) for row in query["valuesLists"]])
    targets = [t["ResTarget"].get("val", {}) for t in query.get("targetList", ())]
    starred = any("A_Star" in t.get("ColumnRef", {}).get("fields", ({},))[-1] or "A_Indirection" in t for t in targets)
    return frozenset() if starred or not targets else frozenset([len(targets)])


def one_row(query: Node) -> bool:
    """Whether a query is a SELECT of values without FROM."""
    return "targetList" in query and "fromClause" not in query


def plain_values(node: Node, query: Node | None) -> bool:
    """Whether an INSERT has nothing but constants."""
    if "withClause" in node or "onConflictClause" in node or "returningClause" in node:
        return False
    if query is None:
        return True
    rows = query.get("valuesLists", [])
    return rows != [] and all("A_Const" in value for row in rows for value in row["List"].get("items", ()))


def kept(targets: list[Node], relation: Node) -> tuple[str, ...]:
    """The columns that are set to what they are: `SET id = id`."""
    called = relation.get("alias", {}).get("aliasname", relation["relname"])
    said = ((t.get("name", ""), column_of(assigned(t.get("val", {})))) for t in targets)
    return tuple([column for column, names in said if names in ((column,), (called, column))])


def assigned(value: Node) -> Node:
    """What a column is set to, also as one of several: `SET (a, b) = (c, d)`."""
    several = value.get("MultiAssignRef", {})
    row = several.get("source", {}).get("RowExpr", {}).get("args", ())
    return row[several["colno"] - 1] if len(row) >= several.get("colno", 0) > 0 else value


def lower_update(statement: Statement, node: Node) -> Sequence[Operation]:
    """UPDATE."""
    table = range_var(node["relation"])
    where = node.get("whereClause")
    bound = bounds(node, node.get("fromClause", []))
    targets = [c["ResTarget"] for c in node.get("targetList", ())]
    given = [(t.get("name", ""), text) for t in targets if (text := literal(t.get("val", {}))) is not None]
    op = ops.Update(
        statement=statement,
        table=table,
        columns=tuple([t.get("name", "") for t in targets]),
        given=tuple([name for name, _ in given]),
        constants=tuple([text for _, text in given]),
        kept=kept(targets, node["relation"]),
        where=expr(where),
        has_where=where is not None,
        bounded=bound.limited,
        fixed=bound.fixed,
        reads=reads("UpdateStmt", node, table),
    )
    return with_writes(statement, node, (op,))


def lower_delete(statement: Statement, node: Node) -> Sequence[Operation]:
    """DELETE."""
    table = range_var(node["relation"])
    where = node.get("whereClause")
    bound = bounds(node, node.get("usingClause", []))
    op = ops.Delete(
        statement=statement,
        table=table,
        where=expr(where),
        has_where=where is not None,
        bounded=bound.limited,
        fixed=bound.fixed,
        reads=reads("DeleteStmt", node, table),
    )
    return with_writes(statement, node, (op,))


def lower_merge(statement: Statement, node: Node) -> Sequence[Operation]:
    """MERGE."""
    table = range_var(node["relation"])
    clauses = [c["MergeWhenClause"] for c in node.get("mergeWhenClauses", ())]
    commands = {c["commandType"] for c in clauses}
    set_ = [
        t["ResTarget"].get("name", "") for c in clauses if c["commandType"] == "CMD_UPDATE" for t in c["targetList"]
    ]
    op = ops.Merge(
        statement=statement,
        table=table,
        columns=tuple(dict.fromkeys(set_)),
        inserts="CMD_INSERT" in commands,
        deletes="CMD_DELETE" in commands,
        reads=reads("MergeStmt", node, table),
    )
    return with_writes(statement, node, (op,))


def lower_copy(statement: Statement, node: Node) -> Sequence[Operation]:
    """COPY from or to a table, or a query's rows to somewhere."""
    to = not node.get("is_from", False)
    if "relation" in node:
        columns = strings(node.get("attlist"))
        return (ops.Copy(statement=statement, table=range_var(node["relation"]), columns=columns, to=to),)
    ((kind, query),) = node["query"].items()
    copy = ops.Copy(statement=statement, reads=reads(kind, query), to=to)
    return (*lower_node(statement, node["query"]), copy) if kind in WRITING else (copy,)


def lower_truncate(statement: Statement, node: Node) -> Sequence[Operation]:
    """TRUNCATE, an operation a table."""
    restart = node.get("restart_seqs", False)
    return [
        ops.Truncate(
            statement=statement,
            table=range_var(r["RangeVar"]),
            only=not r["RangeVar"].get("inh", False),
            cascade=cascades(node),
            restart_identity=restart,
        )
        for r in node["relations"]
    ]


LOCKS = (
    "",
    "ACCESS SHARE",
    "ROW SHARE",
    "ROW EXCLUSIVE",
    "SHARE UPDATE EXCLUSIVE",
    "SHARE",
    "SHARE ROW EXCLUSIVE",
    "EXCLUSIVE",
    "ACCESS EXCLUSIVE",
)  # in the order of the server's numbers


def lower_lock(statement: Statement, node: Node) -> Sequence[Operation]:
    """LOCK TABLE, an operation a table."""
    return [
        ops.LockTable(
            statement=statement,
            table=range_var(r["RangeVar"]),
            mode=LOCKS[node["mode"]],
            nowait=node.get("nowait", False),
            only=not r["RangeVar"].get("inh", False),
        )
        for r in node["relations"]
    ]


# --- queries

ROW_LOCKS = {
    "LCS_FORKEYSHARE": "FOR KEY SHARE",
    "LCS_FORSHARE": "FOR SHARE",
    "LCS_FORNOKEYUPDATE": "FOR NO KEY UPDATE",
    "LCS_FORUPDATE": "FOR UPDATE",
}  # weakest first


def lower_select(statement: Statement, node: Node) -> Sequence[Operation]:
    """SELECT, VALUES and TABLE; SELECT INTO makes a table, set_config() sets."""
    if "intoClause" in node:
        return (created_from_query(statement, node["intoClause"], {"SelectStmt": node}),)
    settings, only = set_configs(statement, node)
    if only:
        return settings
    locks = {c["LockingClause"].get("strength") for c in node.get("lockingClause", ())}
    found = facts({"SelectStmt": readable(node)})
    select = ops.Select(
        statement=statement,
        reads=found.reads,
        functions=found.functions,
        row_lock=next((words for strength, words in reversed(ROW_LOCKS.items()) if strength in locks), ""),
    )
    return with_writes(statement, node, (*settings, select))


def set_configs(statement: Statement, node: Node) -> tuple[list[Operation], bool]:
    """The settings that calls of set_config with constants make, and whether the query is nothing else."""
    targets = node.get("targetList", ())
    if "fromClause" in node or not targets:
        return [], False
    found = [s for t in targets if (s := set_config(statement, t["ResTarget"].get("val", {}))) is not None]
    return list(found), len(found) == len(targets)


def set_config(statement: Statement, value: Node) -> ops.SetVariable | None:
    """The setting that an output column makes, if it is a call of set_config with constants."""
    call = value.get("FuncCall", {})
    names = strings(call.get("funcname"))
    args = [a["A_Const"] for a in call.get("args", ()) if "A_Const" in a]
    if names not in {("set_config",), ("pg_catalog", "set_config")} or len(args) != 3:
        return None
    name, text, local = (constant_text(a) for a in args)
    name = name.lower()
    # a list of names stands in one text here
    values = listed(text) if name == "search_path" else (text,)
    return ops.SetVariable(statement=statement, name=name, values=values, local=local == "true")


def listed(text: str) -> tuple[str, ...]:
    """The names in a comma-separated text, folded unless they are quoted."""
    names: list[str] = []
    at = 0
    while at < len(text):
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,"))
        quoted = text[at : at + 1] == '"'
        end = text.find('"' if quoted else ",", at + quoted)
        end = len(text) if end < 0 else end
        if end > at:
            names.append(text[at + 1 : end] if quoted else text[at:end].strip().lower())
        at = end + 1
    return tuple(names) or ("",)


def lower_cursor(statement: Statement, node: Node) -> Sequence[Operation]:
    """DECLARE CURSOR: its query."""
    return lower_node(statement, node["query"])


def lower_explain(statement: Statement, node: Node) -> Sequence[Operation]:
    """EXPLAIN; with ANALYZE the statement runs."""
    analyze = options(node.get("options")).get("analyze")
    if analyze is not None and is_on(analyze):
        return lower_node(statement, node["query"])
    return [planned(op) for op in lower_node(statement, node["query"])]


def planned(op: Operation) -> Operation:
    """What is left of an operation when its statement is only planned."""
    if isinstance(op, ops.Write):
        return ops.Explain(statement=op.statement, table=op.table, reads=op.reads, does=type(op).__name__.lower())
    if isinstance(op, ops.CreateTable):
        return ops.Explain(statement=op.statement, reads=op.reads, does="query")
    if isinstance(op, ops.Select):
        return ops.Explain(statement=op.statement, reads=op.reads, does="lock" if op.row_lock else "query")
    return ops.Ignored(statement=op.statement, what="EXPLAIN")


LOWER: dict[str, Callable[[Statement, Node], Sequence[Operation]]] = {
    "InsertStmt": lower_insert,
    "UpdateStmt": lower_update,
    "DeleteStmt": lower_delete,
    "MergeStmt": lower_merge,
    "SelectStmt": lower_select,
    "CopyStmt": lower_copy,
    "TruncateStmt": lower_truncate,
    "LockStmt": lower_lock,
    "DeclareCursorStmt": lower_cursor,
    "ExplainStmt": lower_explain,
}
