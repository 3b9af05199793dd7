"""Lowering of schemas, extensions, sequences, triggers, policies, and of objects of which only the name matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dbarch_lint import objects
from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import (
    Node,
    cascades,
    expr,
    options,
    qualified,
    range_var,
    strings,
)
from dbarch_lint.engines.postgres.lower.definitions import sequence_options
from dbarch_lint.engines.postgres.lower.dispatch import lower_node
from dbarch_lint.engines.postgres.lower.routines import lower_aggregate
from dbarch_lint.engines.postgres.lower.usertypes import lower_base
from dbarch_lint.engines.postgres.types import type_of
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
    return [of_role(op, role) for op in lowered] if role else lowered


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


# --- objects of which only the name matters: one row a statement


def text_of(node: Node, field: str) -> str:
    """A name, whatever form the field gives it."""
    found = node.get(field, "")
    if isinstance(found, list):
        return qualified(found).full
    return named.role(found) if isinstance(found, dict) else str(found)


def lower_publication(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE and ALTER PUBLICATION, which few histories have."""
    from dbarch_lint.engines.postgres.lower import publications

    return publications.lower(statement, node)


def statistics_tables(node: Node) -> tuple[Name, ...]:
    """The tables that statistics are about."""
    return tuple([range_var(r["RangeVar"]) for r in node.get("relations", ()) if "RangeVar" in r])


def with_method(field: str) -> Callable[[Node], str]:
    """The name of an operator class or family, from the field that holds it."""
    return lambda node: named.used_by(qualified(node[field]), node["amname"])


def mapped(node: Node) -> str:
    """A user mapping."""
    return f"{named.role(node['user'])} SERVER {node['servername']}"


def type_pair(node: Node) -> str:
    """A cast, by its two types."""
    return named.cast(str(type_of(node["sourcetype"])), str(type_of(node["targettype"])))


def no_tables(node: Node) -> tuple[Name, ...]:  # noqa: ARG001 (one shape for all)
    """What concerns no table."""
    return ()


Spelling = str | Callable[[Node], str]  # the field that holds the name, or how to make it
Lowered = Callable[[Statement, Node], Sequence[Operation]]


def spelled(name: Spelling) -> Callable[[Node], str]:
    """How to make the name."""
    return (lambda node: text_of(node, name)) if isinstance(name, str) else name


def create(kind: str, name: Spelling, tables: Callable[[Node], tuple[Name, ...]] = no_tables) -> Lowered:
    """CREATE of such an object."""
    spell = spelled(name)
    return lambda statement, node: (
        ops.CreateObject(statement=statement, kind=kind, name=spell(node), tables=tables(node)),
    )


def alter(
    kind: str,
    name: Spelling,
    action: str | Callable[[Node], str],
    tables: Callable[[Node], tuple[Name, ...]] = no_tables,
) -> Lowered:
    """ALTER of such an object."""
    spell = spelled(name)

    def lower(statement: Statement, node: Node) -> Sequence[Operation]:
        what = action if isinstance(action, str) else action(node)
        return (ops.AlterObject(statement=statement, kind=kind, name=spell(node), action=what, tables=tables(node)),)

    return lower


def lower_role(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE ROLE, USER or GROUP."""
    return (ops.CreateObject(statement=statement, kind="role", name=node["role"], password=password(node)),)


def lower_alter_role(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER ROLE or USER: options."""
    name = named.role(node["role"]["RoleSpec"] if "RoleSpec" in node["role"] else node["role"])
    given = password(node)
    return (ops.AlterObject(statement=statement, kind="role", name=name, action="options", password=given),)


def password(node: Node) -> str:
    """The password that a role is given, as it stands there; empty for none and for NULL."""
    return options(node.get("options")).get("password", "")


def drop(kind: str, name: Spelling) -> Lowered:
    """DROP where the grammar has a statement of its own for it."""
    spell = spelled(name)
    return lambda statement, node: (
        ops.DropObject(
            statement=statement,
            kind=kind,
            name=spell(node),
            if_exists=node.get("missing_ok", False),
            cascade=cascades(node),
        ),
    )


def drop_roles(statement: Statement, node: Node) -> Sequence[Operation]:
    """DROP ROLE, an operation a role."""
    missing_ok = node.get("missing_ok", False)
    return [
        ops.DropObject(statement=statement, kind="role", name=name, if_exists=missing_ok)
        for name in named.roles(node["roles"])
    ]


def of_owners(statement: Statement, node: Node) -> Sequence[Operation]:
    """What is done to all that a role owns or a tablespace holds, which few histories have."""
    from dbarch_lint.engines.postgres.lower import owners

    return owners.LOWERED[statement.kind](statement, node)


def subscription_action(node: Node) -> str:
    """What ALTER SUBSCRIPTION does."""
    return str(node["kind"].removeprefix("ALTER_SUBSCRIPTION_").lower())


def database_action(node: Node) -> str:
    """What ALTER DATABASE does."""
    return "tablespace" if "tablespace" in options(node.get("options")) else "options"


DEFINITIONS: dict[str, Lowered] = {
    "aggregate": lower_aggregate,
    "type": lower_base,
    "operator": create(
        "operator",
        lambda node: named.operator(qualified(node["defnames"]).full, operand_types(node.get("definition", []))),
    ),
}


def operand_types(nodes: list[Node]) -> list[Node]:
    """The types on both sides of a new operator; an empty node for none."""
    given = {n["DefElem"]["defname"]: n["DefElem"].get("arg", {}) for n in nodes}
    return [given.get("leftarg", {}), given.get("rightarg", {})]


def lower_define(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE AGGREGATE, OPERATOR, TYPE, COLLATION and the four kinds of text search objects."""
    kind = named.word(node["kind"])
    lower = DEFINITIONS.get(kind) or create(kind, "defnames")
    return lower(statement, node)


LOWER: dict[str, Lowered] = {
    "CreateSchemaStmt": lower_schema,
    "CreateExtensionStmt": lower_extension,
    "AlterExtensionStmt": alter("extension", "extname", "update"),
    "AlterExtensionContentsStmt": lower_extension_contents,
    "CreateSeqStmt": lower_sequence,
    "AlterSeqStmt": lower_alter_sequence,
    "CreateTrigStmt": lower_trigger,
    "RuleStmt": lower_rule,
    "CreatePolicyStmt": lower_policy,
    "AlterPolicyStmt": lower_alter_policy,
    "DefineStmt": lower_define,
    "CreateEventTrigStmt": create("event_trigger", "trigname"),
    "AlterEventTrigStmt": alter("event_trigger", "trigname", "enabled"),
    "CreatePublicationStmt": lower_publication,
    "AlterPublicationStmt": lower_publication,
    "CreateSubscriptionStmt": create("subscription", "subname"),
    "AlterSubscriptionStmt": alter("subscription", "subname", subscription_action),
    "DropSubscriptionStmt": drop("subscription", "subname"),
    "CreateStatsStmt": create("statistics", "defnames", statistics_tables),
    "AlterStatsStmt": alter("statistics", "defnames", "target"),
    "CreateRoleStmt": lower_role,
    "AlterRoleStmt": lower_alter_role,
    "AlterRoleSetStmt": alter("role", lambda node: named.role(node["role"]) if "role" in node else "all", "set"),
    "DropRoleStmt": drop_roles,
    **dict.fromkeys(("ReassignOwnedStmt", "DropOwnedStmt", "AlterTableMoveAllStmt"), of_owners),
    "CreatedbStmt": create("database", "dbname"),
    "AlterDatabaseStmt": alter("database", "dbname", database_action),
    "AlterDatabaseSetStmt": alter("database", "dbname", "set"),
    "AlterDatabaseRefreshCollStmt": alter("database", "dbname", "refresh_collation"),
    "DropdbStmt": drop("database", "dbname"),
    "CreateTableSpaceStmt": create("tablespace", "tablespacename"),
    "AlterTableSpaceOptionsStmt": alter("tablespace", "tablespacename", "options"),
    "DropTableSpaceStmt": drop("tablespace", "tablespacename"),
    "CreateFdwStmt": create("foreign_data_wrapper", "fdwname"),
    "AlterFdwStmt": alter("foreign_data_wrapper", "fdwname", "options"),
    "CreateForeignServerStmt": create("server", "servername"),
    "AlterForeignServerStmt": alter("server", "servername", "options"),
    "CreateUserMappingStmt": create("user_mapping", mapped),
    "AlterUserMappingStmt": alter("user_mapping", mapped, "options"),
    "DropUserMappingStmt": drop("user_mapping", mapped),
    "CreatePLangStmt": create("language", "plname"),
    "CreateCastStmt": create("cast", type_pair),
    "CreateTransformStmt": create(
        "transform", lambda node: named.transform(str(type_of(node["type_name"])), node["lang"])
    ),
    "CreateConversionStmt": create("conversion", "conversion_name"),
    "CreateAmStmt": create("access_method", "amname"),
    "CreateOpClassStmt": create("operator_class", with_method("opclassname")),
    "CreateOpFamilyStmt": create("operator_family", with_method("opfamilyname")),
    "AlterOpFamilyStmt": alter("operator_family", with_method("opfamilyname"), "members"),
    "AlterOperatorStmt": alter(
        "operator", lambda node: named.text({"ObjectWithArgs": node["opername"]}, "operator"), "set"
    ),
    "AlterCollationStmt": alter("collation", "collname", "refresh_version"),
    "AlterTSConfigurationStmt": alter("text_search_configuration", "cfgname", "mapping"),
    "AlterTSDictionaryStmt": alter("text_search_dictionary", "dictname", "options"),
}
