"""Lowering of ALTER TABLE, and of ALTER INDEX, VIEW, SEQUENCE and TYPE where the grammar makes them ALTER TABLE."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import elements
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.alter_others import SPECIAL, Action, Lowered
from dbarch_lint.engines.postgres.lower.common import (
    Node,
    PgExpression,
    cascades,
    expr,
    option_text,
    options,
    range_var,
    strings,
)
from dbarch_lint.engines.postgres.lower.definitions import (
    Constraints,
    column_definition,
    constraint,
    partition_bound,
    sequence_name,
    sequence_options,
)
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Exclusion, ForeignKey, Key, replace
from dbarch_lint.operations import Opaque, Operation
from dbarch_lint.source import Statement


def lower_alter_table(statement: Statement, node: Node) -> Sequence[Operation]:
    """An AlterTableStmt of any object kind."""
    relation, cmds = node["relation"], node["cmds"]
    table = range_var(relation)
    kind = node.get("objtype", "OBJECT_TABLE")[7:].lower()
    if kind == "type":
        return alter_type(statement, table, cmds)
    only, if_exists = not relation.get("inh", False), node.get("missing_ok", False)
    offsets = action_offsets(statement, relation.get("location", 0), len(cmds)) if len(cmds) > 1 else [-1]
    lowered: list[Operation] = []
    for item, offset in zip(cmds, offsets, strict=True):
        cmd = item["AlterTableCmd"]
        action = Action(statement, table, kind, only, if_exists, offset, cmd)
        special = SPECIAL.get(kind)
        made = special(action) if special is not None else ACTIONS[cmd["subtype"]](action)
        lowered.append(made) if isinstance(made, Operation) else lowered.extend(made)
    if len(cmds) > 1:
        lowered.sort(key=turn)
    return lowered


def turn(operation: Operation) -> tuple[int, bool]:
    """When the server carries an action out: see `PASSES`. A NOT NULL as a constraint comes after SET NOT NULL."""
    return PASSES.get(type(operation), LAST_PASS), isinstance(operation, ops.SetNotNull) and operation.as_constraint


# The server carries the actions of a statement out in passes, not as they are written: what is dropped goes first, and
# a key comes after the column that it needs. (AlterTablePass in its tablecmds.c.)
PASSES: dict[type[Operation], int] = {
    operation: number
    for number, operations in enumerate(
        (
            (
                ops.DropColumn,
                ops.DropConstraint,
                ops.DropDefault,
                ops.DropNotNull,
                ops.DropIdentity,
                ops.DropExpression,
            ),
            (ops.AlterColumnType,),
            (ops.AddColumn,),
            (ops.SetNotNull,),
            (ops.AddPrimaryKey, ops.AddUnique, ops.AddExclusion),
            (ops.AddCheck, ops.AddForeignKey, ops.SetDefault, ops.AddIdentity),
        )
    )
    for operation in operations
}
LAST_PASS = 6


def action_offsets(statement: Statement, relation: int, count: int) -> list[int]:
    """The byte offset of each action's first word: after the table's name, and after each comma of the outer level."""
    plain = elements.action_offsets(statement.source.data, relation, statement.end)
    if plain is not None and len(plain) == count:
        return plain
    offsets: list[int] = []
    depth, expecting = 0, False
    tokens = statement.source.tokens(relation, statement.end)
    i = 1
    while i < len(tokens) and tokens[i].kind == ".":  # schema.table
        i += 2
    if i < len(tokens) and tokens[i].kind == "*":
        i += 1
    expecting = True
    for token in tokens[i:]:
        if expecting:
            offsets.append(token.start)
            expecting = False
        if token.kind in ("(", "["):
            depth += 1
        elif token.kind in (")", "]"):
            depth -= 1
        elif token.kind == "," and depth == 0:
            expecting = True
    return offsets if len(offsets) == count else [-1] * count


# --- columns


def add_column(action: Action) -> Sequence[Operation]:
    """ADD COLUMN, followed by the constraints written on the column."""
    written = Constraints()
    column = column_definition(action.statement, action.definition, written)
    if written.primary_key is not None:
        column = replace(column, nullable=False)
    guarded, notable = action.cmd.get("missing_ok", False), tuple(written.notable)
    added = ops.AddColumn(column=column, if_not_exists=guarded, notable=notable, **action.base)  # type: ignore[arg-type]
    extra: list[Operation] = []
    if written.primary_key is not None:
        extra.append(ops.AddPrimaryKey(constraint=written.primary_key, column_new=True, **action.base))  # type: ignore[arg-type]
    extra += [ops.AddUnique(constraint=k, column_new=True, **action.base) for k in written.uniques]  # type: ignore[arg-type]
    extra += [ops.AddCheck(constraint=c, column_new=True, column=column.name, **action.base) for c in written.checks]  # type: ignore[arg-type]
    extra += [ops.AddForeignKey(constraint=f, column_new=True, **action.base) for f in written.foreign_keys]  # type: ignore[arg-type]
    return (added, *extra)


def alter_type_of(action: Action) -> Operation:
    """ALTER COLUMN ... TYPE."""
    definition = action.definition
    collation = definition.get("collClause")
    return ops.AlterColumnType(
        column=action.name,
        type=type_of(definition["typeName"]),
        collation=strings(collation["collname"])[-1] if collation else "",
        using=expr(definition.get("raw_default")),
        **action.base,  # type: ignore[arg-type]
    )


def column_default(action: Action) -> Operation:
    """SET DEFAULT and DROP DEFAULT."""
    value = expr(action.cmd.get("def"))
    if value is None:
        return ops.DropDefault(column=action.name, **action.base)  # type: ignore[arg-type]
    return ops.SetDefault(column=action.name, value=value, **action.base)  # type: ignore[arg-type]


def set_identity(action: Action) -> Operation:
    """ALTER COLUMN ... SET GENERATED, SET of a sequence option, RESTART."""
    given = action.definition.get("items", [])
    words = {str(ord("a")): "always", str(ord("d")): "by default"}
    return ops.SetIdentity(
        column=action.name,
        identity=words.get(options(given).get("generated", ""), ""),  # type: ignore[arg-type]
        numbers=sequence_options(given),
        **action.base,  # type: ignore[arg-type]
    )


def add_identity(action: Action) -> Operation:
    """ADD GENERATED ... AS IDENTITY."""
    always = action.definition.get("generated_when") == "a"
    return ops.AddIdentity(
        column=action.name,
        identity="always" if always else "by default",
        sequence_name=sequence_name(action.definition.get("options", ())),
        sequence_options=sequence_options(action.definition.get("options", [])),
        **action.base,  # type: ignore[arg-type]
    )


def set_expression(action: Action) -> Operation:
    """SET EXPRESSION."""
    value = PgExpression(action.cmd["def"])
    return ops.SetExpression(column=action.name, value=value, **action.base)  # type: ignore[arg-type]


def column_action(cls: type[ops.AlterColumn], **fields: object) -> Callable[[Action], Operation]:
    """An action that is a column's name and nothing else."""
    return lambda action: cls(column=action.name, **fields, **action.base)  # type: ignore[arg-type]


def column_option(option: str) -> Callable[[Action], Operation]:
    """SET STATISTICS, STORAGE, COMPRESSION and the like."""

    def lower(action: Action) -> Operation:
        value = option_text(action.cmd.get("def"))
        name = action.name or str(action.cmd.get("num", ""))
        return ops.SetColumnOption(column=name, option=option, value=value, **action.base)  # type: ignore[arg-type]

    return lower


def missing_ok(cls: type[ops.AlterColumn], cascade: bool = False) -> Callable[[Action], Operation]:
    """An action on a column that IF EXISTS may soften."""

    def lower(action: Action) -> Operation:
        fields: dict[str, object] = {"column": action.name, "missing_ok": action.cmd.get("missing_ok", False)}
        if cascade:
            fields["cascade"] = cascades(action.cmd)
        return cls(**fields, **action.base)  # type: ignore[arg-type]

    return lower


# --- constraints


def add_constraint(action: Action) -> Operation:
    """ADD CONSTRAINT of any kind."""
    written = action.definition
    if written["contype"] == "CONSTR_NOTNULL":
        return ops.SetNotNull(
            column=strings(written["keys"])[0],
            name=written.get("conname", ""),
            as_constraint=True,
            validated=not written.get("skip_validation", False),
            no_inherit=written.get("is_no_inherit", False),
            **action.base,  # type: ignore[arg-type]
        )
    made = constraint(action.statement, written)
    for kind, cls in CONSTRAINT_OPERATIONS.items():
        if isinstance(made, kind):
            if written["contype"] == "CONSTR_PRIMARY":
                return ops.AddPrimaryKey(constraint=made, **action.base)  # type: ignore[arg-type]
            return cls(constraint=made, **action.base)  # type: ignore[call-arg, arg-type]
    return Opaque(statement=action.statement, offset=action.offset, reason=f"constraint kind {written['contype']}")


CONSTRAINT_OPERATIONS: dict[type, type[Operation]] = {
    ForeignKey: ops.AddForeignKey,
    Check: ops.AddCheck,
    Key: ops.AddUnique,
    Exclusion: ops.AddExclusion,
}


def drop_constraint(action: Action) -> Operation:
    """DROP CONSTRAINT."""
    return ops.DropConstraint(
        name=action.name,
        missing_ok=action.cmd.get("missing_ok", False),
        cascade=cascades(action.cmd),
        **action.base,  # type: ignore[arg-type]
    )


def alter_constraint(action: Action) -> Operation:
    """ALTER CONSTRAINT."""
    definition = action.definition
    deferrability = definition.get("alterDeferrability", False)
    return ops.AlterConstraint(
        name=definition.get("conname", ""),
        deferrable=definition.get("deferrable", False) if deferrability else None,
        initially_deferred=definition.get("initdeferred", False),
        enforced=definition.get("is_enforced", False) if definition.get("alterEnforceability") else None,
        inherit=not definition.get("noinherit", False) if definition.get("alterInheritability") else None,
        **action.base,  # type: ignore[arg-type]
    )


def validate_constraint(action: Action) -> Operation:
    """VALIDATE CONSTRAINT."""
    return ops.ValidateConstraint(name=action.name, **action.base)  # type: ignore[arg-type]


# --- the table itself


REPLICA_IDENTITIES = {"d": "default", "f": "full", "n": "nothing", "i": "index"}  # pg_class.relreplident


def table_option(option: str) -> Callable[[Action], Operation]:
    """SET and RESET of what is neither column nor constraint."""

    def lower(action: Action) -> Operation:
        definition = action.cmd.get("def")
        given: dict[str, str] = {}
        parent: Name | None = None
        value = action.name
        if definition and "List" in definition:
            given = options(definition["List"].get("items"))
        elif definition and "RangeVar" in definition:
            parent = range_var(definition["RangeVar"])
        elif definition and "TypeName" in definition:
            value = ".".join(strings(definition["TypeName"]["names"]))
        elif definition and "ReplicaIdentityStmt" in definition:
            identity = definition["ReplicaIdentityStmt"]
            value = REPLICA_IDENTITIES[identity["identity_type"]]
            given = {identity["name"]: ""} if "name" in identity else {}
        return ops.SetTableOption(
            statement=action.statement,
            offset=action.offset,
            table=action.table,
            kind=action.kind,
            option=option,
            names=tuple(given),
            values=tuple(given.values()) if option == "storage_parameter" else (),
            value=value or (named.role(action.cmd["newowner"]) if option == "owner" else ""),
            parent=parent,
            recurse=not action.only,
        )

    return lower


def trigger(what: str, which: Literal["", "all", "user"] = "") -> Callable[[Action], Operation]:
    """ENABLE and DISABLE TRIGGER."""

    def lower(action: Action) -> Operation:
        return ops.AlterTrigger(
            statement=action.statement,
            offset=action.offset,
            table=action.table,
            name="" if which else action.name,
            internal=which == "all",
            action=what,
            only=action.only,
        )

    return lower


def rule(what: str) -> Callable[[Action], Operation]:
    """ENABLE and DISABLE RULE."""
    return lambda action: ops.AlterObject(
        statement=action.statement,
        offset=action.offset,
        kind="rule",
        name=action.name,
        action=what,
        tables=(action.table,),
    )


def row_security(enabled: bool | None = None, forced: bool | None = None) -> Callable[[Action], Operation]:
    """ENABLE, DISABLE, FORCE and NO FORCE ROW LEVEL SECURITY."""
    return lambda action: ops.SetRowSecurity(
        statement=action.statement, offset=action.offset, table=action.table, enabled=enabled, forced=forced
    )


def attach(action: Action) -> Operation:
    """ATTACH PARTITION."""
    definition = action.definition
    return ops.AttachPartition(
        statement=action.statement,
        offset=action.offset,
        table=action.table,
        partition=range_var(definition["name"]),
        default=definition.get("bound", {}).get("is_default", False),
        bound=partition_bound(definition.get("bound", {})),
    )


def detach(action: Action, *, finalize: bool = False) -> Operation:
    """DETACH PARTITION."""
    definition = action.definition
    return ops.DetachPartition(
        statement=action.statement,
        offset=action.offset,
        table=action.table,
        partition=range_var(definition["name"]),
        concurrent=definition.get("concurrent", False),
        finalize=finalize,
    )


def internal(action: Action) -> Operation:
    """Subcommands that the server makes for itself: the grammar never gives them."""
    return Opaque(
        statement=action.statement, offset=action.offset, reason=f"internal subcommand {action.cmd['subtype']}"
    )


ACTIONS: dict[str, Callable[[Action], Lowered]] = {
    "AT_AddColumn": add_column,
    "AT_AddColumnToView": internal,
    "AT_ColumnDefault": column_default,
    "AT_CookedColumnDefault": internal,
    "AT_DropNotNull": column_action(ops.DropNotNull),
    "AT_SetNotNull": column_action(ops.SetNotNull),
    "AT_SetExpression": set_expression,
    "AT_DropExpression": missing_ok(ops.DropExpression),
    "AT_SetStatistics": column_option("statistics"),
    "AT_SetOptions": column_option("attribute"),
    "AT_ResetOptions": column_option("attribute"),
    "AT_SetStorage": column_option("storage"),
    "AT_SetCompression": column_option("compression"),
    "AT_DropColumn": missing_ok(ops.DropColumn, cascade=True),
    "AT_AddIndex": internal,
    "AT_ReAddIndex": internal,
    "AT_AddConstraint": add_constraint,
    "AT_ReAddConstraint": internal,
    "AT_ReAddDomainConstraint": internal,
    "AT_AlterConstraint": alter_constraint,
    "AT_ValidateConstraint": validate_constraint,
    "AT_AddIndexConstraint": internal,
    "AT_DropConstraint": drop_constraint,
    "AT_ReAddComment": internal,
    "AT_AlterColumnType": alter_type_of,
    "AT_AlterColumnGenericOptions": column_option("options"),
    "AT_ChangeOwner": table_option("owner"),
    "AT_ClusterOn": table_option("cluster_on"),
    "AT_DropCluster": table_option("without_cluster"),
    "AT_SetLogged": table_option("logged"),
    "AT_SetUnLogged": table_option("unlogged"),
    "AT_DropOids": table_option("without_oids"),
    "AT_SetAccessMethod": table_option("access_method"),
    "AT_SetTableSpace": table_option("tablespace"),
    "AT_SetRelOptions": table_option("storage_parameter"),
    "AT_ResetRelOptions": table_option("reset_parameter"),
    "AT_ReplaceRelOptions": internal,
    "AT_EnableTrig": trigger("enable"),
    "AT_EnableAlwaysTrig": trigger("enable_always"),
    "AT_EnableReplicaTrig": trigger("enable_replica"),
    "AT_DisableTrig": trigger("disable"),
    "AT_EnableTrigAll": trigger("enable", "all"),
    "AT_DisableTrigAll": trigger("disable", "all"),
    "AT_EnableTrigUser": trigger("enable", "user"),
    "AT_DisableTrigUser": trigger("disable", "user"),
    "AT_EnableRule": rule("enable"),
    "AT_EnableAlwaysRule": rule("enable_always"),
    "AT_EnableReplicaRule": rule("enable_replica"),
    "AT_DisableRule": rule("disable"),
    "AT_AddInherit": table_option("inherit"),
    "AT_DropInherit": table_option("no_inherit"),
    "AT_AddOf": table_option("of_type"),
    "AT_DropOf": table_option("not_of"),
    "AT_ReplicaIdentity": table_option("replica_identity"),
    "AT_EnableRowSecurity": row_security(enabled=True),
    "AT_DisableRowSecurity": row_security(enabled=False),
    "AT_ForceRowSecurity": row_security(forced=True),
    "AT_NoForceRowSecurity": row_security(forced=False),
    "AT_GenericOptions": table_option("options"),
    "AT_AttachPartition": attach,
    "AT_DetachPartition": detach,
    "AT_DetachPartitionFinalize": lambda action: detach(action, finalize=True),
    "AT_AddIdentity": add_identity,
    "AT_SetIdentity": set_identity,
    "AT_DropIdentity": missing_ok(ops.DropIdentity),
    "AT_ReAddStatistics": internal,
}

ATTRIBUTE_ACTIONS = {
    "AT_AddColumn": "add_attribute",
    "AT_DropColumn": "drop_attribute",
    "AT_AlterColumnType": "alter_attribute",
    "AT_ChangeOwner": "owner",
}


def alter_type(statement: Statement, name: Name, cmds: list[Node]) -> Sequence[Operation]:
    """ALTER TYPE of a composite type."""
    lowered = []
    for item in cmds:
        cmd = item["AlterTableCmd"]
        definition = cmd.get("def", {}).get("ColumnDef")
        column = (
            column_definition(statement, definition, Constraints()) if definition and "colname" in definition else None
        )
        lowered.append(
            ops.AlterType(
                statement=statement,
                name=name,
                action=ATTRIBUTE_ACTIONS.get(cmd["subtype"], "other"),
                attribute=cmd.get("name", ""),
                column=column,
                type=type_of(definition["typeName"]) if definition else None,
                cascade=cascades(cmd),
                role=named.role(cmd.get("newowner", {})),
            )
        )
    return lowered
