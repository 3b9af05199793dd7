"""The events of a statement, and the functions of the event triggers that are told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.called import resolved
from dbarch_lint.engines.postgres.firing import REPLICATION
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL
from dbarch_lint.named import DISABLED
from dbarch_lint.objects import Column, Function, Table
from dbarch_lint.session import Session

Node = dict[str, Any]
COPIES = frozenset({"tablespace"})  # a file that is copied as it is


def events(op: Any, catalog: Catalog, version: int, *, rewrites: bool) -> Iterator[str]:
    """The events of an operation."""
    yield "ddl_command_start"
    if drops(op, catalog, version):
        yield "sql_drop"
    if rewrites and op.statement.kind == "AlterTableStmt" and getattr(op, "option", "") not in COPIES:
        yield "table_rewrite"
    yield "ddl_command_end"


def drops(op: Any, catalog: Catalog, version: int) -> bool:
    """Whether an operation drops anything that was an object for itself; IF EXISTS may find nothing."""
    judge = DROPPING.get(type(op))
    if judge is not None:
        return judge(op, catalog.table(op.target) if op.target is not None else None, version)
    if not type(op).__name__.startswith("Drop"):
        return False
    return not getattr(op, "if_exists", False) or bool(op.apply(catalog) != catalog)


def column_of(op: Any, table: Table | None) -> Column | None:
    """The column that an operation is about."""
    return table.column(op.column) if table is not None else None


def drops_default(op: Any, table: Table | None, _: int) -> bool:
    """DROP DEFAULT, where there is one."""
    column = column_of(op, table)
    return column is not None and column.default is not None


def drops_expression(op: Any, table: Table | None, _: int) -> bool:
    """DROP EXPRESSION, where there is one."""
    column = column_of(op, table)
    return column is None or bool(column.generated)


def drops_not_null(op: Any, table: Table | None, version: int) -> bool:
    """DROP NOT NULL, since that is a constraint."""
    column = column_of(op, table)
    return version >= NAMED_NOT_NULL and column is not None and not column.nullable


def drops_column(op: Any, table: Table | None, _: int) -> bool:
    """DROP COLUMN."""
    return not op.missing_ok or column_of(op, table) is not None


def drops_constraint(op: Any, table: Table | None, _: int) -> bool:
    """DROP CONSTRAINT."""
    return not op.missing_ok or (table is not None and op.name in table.constraint_names)


def ends_enforcement(op: Any, table: Table | None, _: int) -> bool:
    """NOT ENFORCED: the triggers of the foreign key go."""
    found = table.constraint(op.name) if table is not None else None
    return op.enforced is False and bool(getattr(found, "enforced", True))


DROPPING: dict[type, Callable[[Any, Table | None, int], bool]] = {
    ops.DropDefault: drops_default,
    ops.DropExpression: drops_expression,
    ops.DropNotNull: drops_not_null,
    ops.DropColumn: drops_column,
    ops.DropConstraint: drops_constraint,
    ops.DropOwned: lambda *_: False,  # what there is to drop has operations of its own
    ops.DropIdentity: lambda *_: False,  # its sequence is a part of the column
    ops.SetExpression: lambda *_: True,  # the one before goes
    ops.AlterConstraint: ends_enforcement,
    ops.AlterType: lambda op, *_: op.action == "drop_attribute",
    ops.AlterDomain: lambda op, *_: op.action == "drop_constraint",
    ops.AlterObject: lambda op, *_: op.kind == "publication" and op.action == "drop",
}


def watching(event: str, tag: str, catalog: Catalog, session: Session) -> Iterator[Function]:
    """The functions of the event triggers for an event."""
    if (session.setting(REPLICATION) or ("",))[0].lower() == "replica":
        return
    for (kind, _), named in catalog.others.items():
        if kind == "event_trigger" and DISABLED not in named.options and named.origin is not None:
            node = named.origin.statement.node or {}
            if node.get("eventname") == event and tag in tags_of(node, tag):
                found = resolved(expressions.names_of(node["funcname"]), 0, catalog, (*session.search_path, "public"))
                yield from (found,) if found is not None else ()


def tags_of(node: Node, every: str) -> frozenset[str]:
    """The tags that WHEN TAG IN lists."""
    listed = [o["DefElem"] for o in node.get("whenclause", ()) if o["DefElem"]["defname"].lower() == "tag"]
    items = [expressions.names_of(o["arg"]["List"]["items"]) for o in listed]
    return frozenset([tag.upper() for tags in items for tag in tags]) if listed else frozenset((every,))
