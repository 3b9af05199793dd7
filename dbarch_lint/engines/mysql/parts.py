"""Behind the table of effects: which relations play a part in an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES

CHANGING = frozenset({"CASCADE", "SET NULL", "SET DEFAULT"})


def target(op: Any, _: Catalog) -> Iterator[Name]:
    """The relation that the operation names."""
    if op.target is not None:
        yield op.target


def cascading(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The table, if it had foreign keys before the statement that change its rows when a parent's change."""
    table = catalog.table(op.target) if op.target is not None else None
    for key in table.foreign_keys if table is not None else ():
        old = key.origin is None or key.origin.statement is not op.statement
        if old and not CHANGING.isdisjoint({key.on_delete, key.on_update}):
            yield op.target
            return


def referenced(op: Any, _: Catalog) -> Iterator[Name]:
    """The parent of a foreign key that is added."""
    if op.constraint.target != op.target:
        yield op.constraint.target


def new_referenced(op: Any, _: Catalog) -> Iterator[Name]:
    """The parents of a table that is created."""
    yield from dict.fromkeys(key.target for key in op.definition.foreign_keys if key.target != op.target)


def old_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The parents of a table that is there."""
    table = catalog.table(op.target)
    yield from dict.fromkeys(key.target for key in table.foreign_keys if key.target != op.target) if table else ()


def constraint_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The parent of a foreign key that is dropped."""
    table = catalog.table(op.target)
    found = (key for key in table.foreign_keys if op.means(key, "foreign_key")) if table is not None else ()
    yield from (key.target for key in found if key.target != op.target)


def referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a foreign key to the one that the operation names."""
    yield from sorted(catalog.referencing.get(op.target, NO_NAMES) - {op.target})


def other(op: Any, _: Catalog) -> Iterator[Name]:
    """The table that a partition is exchanged with."""
    if op.other is not None:
        yield op.other


def reads(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that a statement reads."""
    yield from (name for name in op.reads if name != op.target)


def view_reads(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that a view reads."""
    yield from sorted(op.definition.uses)


def in_schema(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Everything in a database."""
    yield from sorted(name for name in catalog.relations if name.schema == op.name)


PARTS: dict[str, tuple[str, Find]] = {
    "target": ("target", target),
    "cascading": ("target", cascading),
    "referenced": ("referenced", referenced),
    "new_referenced": ("referenced", new_referenced),
    "old_referenced": ("referenced", old_referenced),
    "constraint_referenced": ("referenced", constraint_referenced),
    "referencing": ("referencing", referencing),
    "other": ("child", other),
    "reads": ("source", reads),
    "view_reads": ("source", view_reads),
    "in_schema": ("dependent", in_schema),
}
