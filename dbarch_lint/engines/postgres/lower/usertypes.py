"""Lowering of enums, composite types, ranges, base types and domains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower.common import Node, expr, qualified, range_var, strings
from dbarch_lint.engines.postgres.lower.definitions import Constraints, column_definition, constraint
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.objects import Check, Composite, Domain, Enum
from dbarch_lint.operations import Operation
from dbarch_lint.source import Origin, Statement


def lower_enum(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE TYPE ... AS ENUM."""
    enum = Enum(name=qualified(node["typeName"]), values=strings(node.get("vals")), origin=Origin(statement))
    return (ops.CreateType(statement=statement, definition=enum),)


def lower_composite(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE TYPE ... AS (attributes)."""
    columns = tuple([column_definition(statement, c["ColumnDef"], Constraints()) for c in node.get("coldeflist", ())])
    composite = Composite(name=range_var(node["typevar"]), columns=columns, origin=Origin(statement))
    return (ops.CreateType(statement=statement, definition=composite),)


def lower_range(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE TYPE ... AS RANGE."""
    made = Composite(name=qualified(node["typeName"]), kind="range", origin=Origin(statement))
    return (ops.CreateType(statement=statement, definition=made),)


def lower_base(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE TYPE of a base type, or of a shell that will become one."""
    kind = "base" if node.get("definition") else "shell"
    made = Composite(name=qualified(node["defnames"]), kind=kind, origin=Origin(statement))
    return (ops.CreateType(statement=statement, definition=made),)


def lower_domain(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE DOMAIN."""
    fields: dict[str, Any] = {}
    checks: list[Check] = []
    for item in node.get("constraints", ()):
        written = item["Constraint"]
        kind = written["contype"]
        if kind == "CONSTR_NOTNULL":
            fields["nullable"] = False
        elif kind == "CONSTR_DEFAULT":
            fields["default"] = expr(written.get("raw_expr"))
        else:
            made = constraint(statement, written)
            checks += [made] if isinstance(made, Check) else []
    collation = strings(node.get("collClause", {}).get("collname"))
    domain = Domain(
        name=qualified(node["domainname"]),
        type=type_of(node["typeName"]),
        checks=tuple(checks),
        collation=collation[-1] if collation else "",
        origin=Origin(statement),
        **fields,
    )
    return (ops.CreateType(statement=statement, definition=domain),)


# --- ALTER


def lower_alter_enum(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER TYPE ... ADD VALUE or RENAME VALUE."""
    name, value = qualified(node["typeName"]), node.get("newVal", "")
    if "oldVal" in node:
        return (ops.RenameEnumValue(statement=statement, name=name, value=node["oldVal"], new_value=value),)
    return (
        ops.AddEnumValue(
            statement=statement,
            name=name,
            value=value,
            neighbour=node.get("newValNeighbor", ""),
            after=node.get("newValIsAfter", False),
            if_not_exists=node.get("skipIfNewValExists", False),
        ),
    )


def lower_alter_type(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER TYPE ... SET (properties) of a base type; its attributes are an ALTER TABLE to the grammar."""
    return (ops.AlterType(statement=statement, name=qualified(node["typeName"]), action="set"),)


def lower_alter_domain(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER DOMAIN."""
    action, fields = DOMAIN_ACTIONS[node["subtype"]](statement, node)
    return (ops.AlterDomain(statement=statement, name=qualified(node["typeName"]), action=action, **fields),)


Fields = tuple[str, dict[str, Any]]


def domain_default(_: Statement, node: Node) -> Fields:
    """SET DEFAULT and DROP DEFAULT."""
    value = expr(node.get("def"))
    return ("drop_default", {}) if value is None else ("set_default", {"expression": value})


def domain_constraint(statement: Statement, node: Node) -> Fields:
    """ADD CONSTRAINT."""
    written = node["def"]["Constraint"]
    made = constraint(statement, written)
    if not isinstance(made, Check):  # the grammar has CHECK and NOT NULL only
        return "set_not_null", {"constraint": written.get("conname", "")}
    return "add_check", {"constraint": made.name, "expression": made.expression, "validated": made.validated}


def plain(action: str) -> Callable[[Statement, Node], Fields]:
    """An action that is at most the name of a constraint."""
    return lambda _, node: (action, {"constraint": node.get("name", "")})


DOMAIN_ACTIONS: dict[str, Callable[[Statement, Node], Fields]] = {
    "T": domain_default,
    "C": domain_constraint,
    "N": plain("drop_not_null"),
    "O": plain("set_not_null"),
    "X": plain("drop_constraint"),
    "V": plain("validate_constraint"),
}

LOWER = {
    "CreateEnumStmt": lower_enum,
    "CompositeTypeStmt": lower_composite,
    "CreateRangeStmt": lower_range,
    "CreateDomainStmt": lower_domain,
    "AlterEnumStmt": lower_alter_enum,
    "AlterTypeStmt": lower_alter_type,
    "AlterDomainStmt": lower_alter_domain,
}
