"""Lowering of schemas, extensions, sequences, triggers, policies, and of objects of which only the name matters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from dbarch_lint import objects
from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import (
    Node,
    expr,
    options,
    qualified,
    range_var,
    strings,
)
from dbarch_lint.engines.postgres.lower.definitions import sequence_options
from dbarch_lint.engines.postgres.lower.dispatch import Lowering, lower_node
from dbarch_lint.names import Name
from dbarch_lint.operations import Opaque, Operation
from dbarch_lint.source import Origin, Statement

# --- schemas


def lower_schema(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE SCHEMA, with the objects that are made in it by the same statement, all for the role that it names."""
    role = named.role(node.get("authrole", {}))
    name = node.get("schemaname") or node.get("authrole", {}).get("rolename")
    if not name:
        return (Opaque(statement=statement, reason="the new schema is named after whoever runs this"),)
    lowered: list[Operation] = [
        ops.CreateSchema(statement=statement, name=name, if_not_exists=node.get("if_not_exists", False), role=role)
    ]
    elements = node.get("schemaElts", [])
    new = {relation["relname"] for element in elements if (relation := created(element)) is not None}
    for element in sorted(elements, key=place):
        lowered.extend(lower_node(statement, inside(element, name, new)))
    return [of_role(op, role) for op in lowered] if role and role not in named.ROLES.values() else lowered


def of_role(op: Operation, role: str) -> Operation:
    """What is made for a role."""
    made = op.definition if isinstance(op, ops.CreateTable | ops.CreateView | ops.CreateSequence) else None
    return objects.replace(op, definition=objects.replace(made, role=role)) if made is not None else op


# The order in which the server makes the objects of a new schema; rights come last.
IN_ORDER = ("CreateSeqStmt", "CreateStmt", "ViewStmt", "IndexStmt", "CreateTrigStmt")


def place(element: Node) -> int:
    """The place of an element of CREATE SCHEMA in that order."""
    (kind,) = element
    return IN_ORDER.index(kind) if kind in IN_ORDER else len(IN_ORDER)


CREATED = {"CreateStmt": "relation", "ViewStmt": "view", "CreateSeqStmt": "sequence"}


def created(element: Node) -> Node | None:
    """The RangeVar of the relation that an element of CREATE SCHEMA makes."""
    ((kind, node),) = element.items()
    return node[CREATED[kind]] if kind in CREATED else None


def inside(node: Any, schema: str, new: set[str]) -> Any:
    """The same tree, with the schema said wherever it means one of the relations that are made with the schema."""
    if isinstance(node, list):
        return [inside(n, schema, new) for n in node]
    if not isinstance(node, dict):
        return node
    copy = {key: inside(value, schema, new) for key, value in node.items()}
    if copy.get("relname") in new:
        copy.setdefault("schemaname", schema)
    elif copy.get("defname") == "owned_by":
        parts = named.items(copy["arg"])
        if len(parts) == 2 and strings(parts)[0] in new:
            copy["arg"] = {"List": {"items": [{"String": {"sval": schema}}, *parts]}}
    return copy


# --- extensions


def lower_extension(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE EXTENSION."""
    return (
        ops.CreateExtension(
            statement=statement,
            name=node["extname"],
            schema=options(node.get("options")).get("schema", ""),
            if_not_exists=node.get("if_not_exists", False),
        ),
    )


def lower_extension_contents(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER EXTENSION ... ADD or DROP an object."""
    action = "add" if node["action"] > 0 else "drop"
    is_relation = named.word(node["objtype"]) in named.RELATIONS
    tables = (qualified(named.items(node["object"])),) if is_relation else ()
    return (ops.AlterObject(statement=statement, kind="extension", name=node["extname"], action=action, tables=tables),)


# --- sequences


def sequence_owner(nodes: list[Node]) -> tuple[Name | None, str]:
    """OWNED BY: table and column; None and an empty column for OWNED BY NONE."""
    parts = next((named.items(n["DefElem"]["arg"]) for n in nodes if n["DefElem"]["defname"] == "owned_by"), [])
    if len(parts) < 2:
        return None, ""
    return qualified(parts[:-1]), strings(parts)[-1]


def sequence_type(nodes: list[Node]) -> str:
    """The type in AS; empty where it is not said."""
    return next((named.text(n["DefElem"]["arg"]) for n in nodes if n["DefElem"]["defname"] == "as"), "")


def lower_sequence(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE SEQUENCE."""
    given = node.get("options", [])
    name = range_var(node["sequence"])
    owner, column = sequence_owner(given)
    definition = objects.Sequence(
        name=name,
        type=sequence_type(given) or "bigint",
        owner=owner,
        owner_column=column,
        options=sequence_options(given),
        origin=Origin(statement),
    )
    return (
        ops.CreateSequence(
            statement=statement, table=name, definition=definition, if_not_exists=node.get("if_not_exists", False)
        ),
    )


def lower_alter_sequence(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER SEQUENCE."""
    given = node.get("options", [])
    names = tuple(options(given))
    owner, column = sequence_owner(given)
    if owner is None and "owned_by" in names:
        owner = Name("", "")
    return (
        ops.AlterSequence(
            statement=statement,
            table=range_var(node["sequence"]),
            options=names,
            numbers=sequence_options(given),
            owner=owner,
            owner_column=column,
            type=sequence_type(given),
            if_exists=node.get("missing_ok", False),
        ),
    )


# --- triggers, rules, policies

# Bits of a trigger's timing and events, as PostgreSQL numbers them
TIMINGS = {0: "AFTER", 2: "BEFORE", 64: "INSTEAD OF"}
EVENTS = {4: "INSERT", 8: "DELETE", 16: "UPDATE", 32: "TRUNCATE"}


def lower_trigger(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE TRIGGER."""
    bits = node.get("events", 0)
    trigger = objects.Trigger(
        name=node["trigname"],
        timing=TIMINGS[node.get("timing", 0)],
        events=tuple([event for bit, event in EVENTS.items() if bits & bit]),
        function=qualified(node["funcname"]),
        row=node.get("row", False),
        constraint=node.get("isconstraint", False),
        columns=strings(node.get("columns")),
        when=expr(node.get("whenClause")),
        arguments=strings(node.get("args")),
        transitions=tuple([transition(t["TriggerTransition"]) for t in node.get("transitionRels", ())]),
        deferrable=node.get("deferrable", False),
        initially_deferred=node.get("initdeferred", False),
        origin=Origin(statement),
    )
    table = range_var(node["relation"])
    return (
        ops.CreateTrigger(
            statement=statement,
            table=table,
            trigger=trigger,
            or_replace=node.get("replace", False),
            constrained=range_var(node["constrrel"]) if "constrrel" in node else None,
        ),
    )


def transition(node: Node) -> tuple[str, str]:
    """REFERENCING: which rows, and the name of their table."""
    return "NEW" if node.get("isNew") else "OLD", node["name"]


def lower_rule(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE RULE. What the rule does, it does later."""
    table = range_var(node["relation"])
    written = expressions.walk([node.get("whereClause", {}), node.get("actions", [])])
    read = [expressions.names_of(fields["fields"]) for kind, fields in written if kind == "ColumnRef"]
    columns = frozenset((table, names[1]) for names in read if len(names) == 2 and names[0] in {"new", "old"})
    return (
        ops.CreateObject(statement=statement, kind="rule", name=node["rulename"], tables=(table,), columns=columns),
    )


def lower_policy(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE POLICY."""
    policy = objects.Policy(
        name=node["policy_name"],
        command=node.get("cmd_name", "all"),
        permissive=node.get("permissive", False),
        roles=named.roles(node.get("roles")),
        using=expr(node.get("qual")),
        check=expr(node.get("with_check")),
        origin=Origin(statement),
    )
    return (ops.CreatePolicy(statement=statement, table=range_var(node["table"]), policy=policy),)


def lower_alter_policy(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER POLICY."""
    return (
        ops.AlterPolicy(
            statement=statement,
            table=range_var(node["table"]),
            name=node["policy_name"],
            roles=named.roles(node.get("roles")),
            using=expr(node.get("qual")),
            check=expr(node.get("with_check")),
        ),
    )


def lower_publication(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE and ALTER PUBLICATION, which few histories have."""
    from dbarch_lint.engines.postgres.lower import publications

    return publications.lower(statement, node)


def of_owners(statement: Statement, node: Node) -> Sequence[Operation]:
    """What is done to all that a role owns or a tablespace holds, which few histories have."""
    from dbarch_lint.engines.postgres.lower import owners

    return owners.lower(statement, node)


# Objects of which only the name matters.
BY_NAME = """
    AlterExtensionStmt DefineStmt CreateEventTrigStmt AlterEventTrigStmt CreateSubscriptionStmt
    AlterSubscriptionStmt DropSubscriptionStmt CreateStatsStmt AlterStatsStmt CreateRoleStmt AlterRoleStmt
    AlterRoleSetStmt DropRoleStmt CreatedbStmt AlterDatabaseStmt AlterDatabaseSetStmt AlterDatabaseRefreshCollStmt
    DropdbStmt CreateTableSpaceStmt AlterTableSpaceOptionsStmt DropTableSpaceStmt CreateFdwStmt AlterFdwStmt
    CreateForeignServerStmt AlterForeignServerStmt CreateUserMappingStmt AlterUserMappingStmt DropUserMappingStmt
    CreatePLangStmt CreateCastStmt CreateTransformStmt CreateConversionStmt CreateAmStmt CreateOpClassStmt
    CreateOpFamilyStmt AlterOpFamilyStmt AlterOperatorStmt AlterCollationStmt AlterTSConfigurationStmt
    AlterTSDictionaryStmt
""".split()


def lower_by_name(kind: str, statement: Statement, node: Node) -> Sequence[Operation]:
    """Their statements."""
    from dbarch_lint.engines.postgres.lower import by_name

    return by_name.LOWERED[kind](statement, node)


LOWER: dict[str, Lowering] = {
    "CreateSchemaStmt": lower_schema,
    "CreateExtensionStmt": lower_extension,
    "AlterExtensionContentsStmt": lower_extension_contents,
    "CreateSeqStmt": lower_sequence,
    "AlterSeqStmt": lower_alter_sequence,
    "CreateTrigStmt": lower_trigger,
    "RuleStmt": lower_rule,
    "CreatePolicyStmt": lower_policy,
    "AlterPolicyStmt": lower_alter_policy,
    "CreatePublicationStmt": lower_publication,
    "AlterPublicationStmt": lower_publication,
    **dict.fromkeys(("ReassignOwnedStmt", "DropOwnedStmt", "AlterTableMoveAllStmt"), of_owners),
    **{kind: partial(lower_by_name, kind) for kind in BY_NAME},
}
