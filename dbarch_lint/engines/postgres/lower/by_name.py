"""Lowering of objects of which only the name matters: a row a statement. Few histories have any of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, cascades, options, qualified, range_var
from dbarch_lint.engines.postgres.lower.routines import lower_aggregate
from dbarch_lint.engines.postgres.lower.usertypes import lower_base
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement


def text_of(node: Node, field: str) -> str:
    """A name, whatever form the field gives it."""
    found = node.get(field, "")
    if isinstance(found, list):
        return qualified(found).full
    return named.role(found) if isinstance(found, dict) else str(found)


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


SWITCHES = {"O": "enable", "D": "disable", "R": "enable_replica", "A": "enable_always"}  # of event triggers
LOWERED: dict[str, Lowered] = {
    "AlterExtensionStmt": alter("extension", "extname", "update"),
    "DefineStmt": lower_define,
    "CreateEventTrigStmt": create("event_trigger", "trigname"),
    "AlterEventTrigStmt": alter("event_trigger", "trigname", lambda node: SWITCHES[node["tgenabled"]]),
    "CreateSubscriptionStmt": create("subscription", "subname"),
    "AlterSubscriptionStmt": alter("subscription", "subname", subscription_action),
    "DropSubscriptionStmt": drop("subscription", "subname"),
    "CreateStatsStmt": create("statistics", "defnames", statistics_tables),
    "AlterStatsStmt": alter("statistics", "defnames", "target"),
    "CreateRoleStmt": lower_role,
    "AlterRoleStmt": lower_alter_role,
    "AlterRoleSetStmt": alter("role", lambda node: named.role(node["role"]) if "role" in node else "all", "set"),
    "DropRoleStmt": drop_roles,
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
