"""The expressions of a table that are evaluated when rows are written, or read to be checked or indexed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.parts.rows import given_columns
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.engines.postgres.writing import written_base
from dbarch_lint.objects import Check, Expression, Table

Node = dict[str, Any]


def evaluated(op: Any, catalog: Catalog) -> Iterator[tuple[Node, frozenset[str]]]:
    """The trees of those that an operation has evaluated and that call functions, each with these."""
    find = FINDERS.get(type(op))
    if find is not None and not (
        op.target is not None and isinstance(op, ops.AlterTable) and catalog.is_empty(op.target)
    ):
        for expression in find(op, catalog):
            if expression is not None and expression.functions and (node := node_of(expression)):
                yield node, expression.functions


def of_rows(table: Table) -> Iterator[Expression | None]:
    """What is evaluated for each row that is written."""
    yield from (column.default for column in table.columns if column.generated)
    yield from (check.expression for check in table.checks)
    for index in table.indexes:
        yield index.where
        yield from (part.expression for part in index.parts)


def inserted(op: Any, catalog: Catalog) -> Iterator[Expression | None]:
    """INSERT and COPY FROM: the defaults of the columns that get no value, too."""
    if getattr(op, "to", False) or op.target is None:
        return
    for name in (op.target, *written_base(op, catalog)):
        table = catalog.table(name)
        if table is not None:
            given = op.columns or given_columns(op, table)
            yield from (c.default for c in table.columns if c.name not in given and not c.generated)
            yield from of_rows(table)


def updated(op: Any, catalog: Catalog) -> Iterator[Expression | None]:
    """UPDATE."""
    for name in (op.target, *written_base(op, catalog)):
        table = catalog.table(name)
        if table is not None and not catalog.is_empty(name):
            yield from of_rows(table)


def column_added(op: ops.AddColumn, _: Catalog) -> Iterator[Expression | None]:
    """ADD COLUMN: the value that rows get which are there."""
    if not op.exists:
        yield op.column.default


def check_added(op: ops.AddCheck, _: Catalog) -> Iterator[Expression | None]:
    """ADD CHECK."""
    if op.checked:
        yield op.constraint.expression


def validated(op: ops.ValidateConstraint, catalog: Catalog) -> Iterator[Expression | None]:
    """VALIDATE CONSTRAINT."""
    table = catalog.table(op.table)
    found = table.constraint(op.name) if table is not None else None
    if isinstance(found, Check) and not op.already:
        yield found.expression


def index_made(op: ops.CreateIndex, catalog: Catalog) -> Iterator[Expression | None]:
    """CREATE INDEX."""
    if not op.exists and not catalog.is_empty(op.table):
        yield op.index.where
        yield from (part.expression for part in op.index.parts)


FINDERS: dict[type, Callable[[Any, Catalog], Iterator[Expression | None]]] = {
    ops.Insert: inserted,
    ops.Copy: inserted,
    ops.Update: updated,
    ops.AddColumn: column_added,
    ops.AddCheck: check_added,
    ops.ValidateConstraint: validated,
    ops.CreateIndex: index_made,
    ops.AlterColumnType: lambda op, _: iter((op.using,)),
}
