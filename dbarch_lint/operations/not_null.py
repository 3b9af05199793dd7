"""The names of NOT NULL constraints, where the engine has them."""

from __future__ import annotations

from collections.abc import Iterable

from dbarch_lint.catalog import Catalog, parents
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, replace

KeptName = tuple[Name, str, str]  # table, column, and the name of its NOT NULL, which renaming leaves as it is


def own_not_null(column: Column, name: str, local: bool) -> Column:
    """A column with a NOT NULL constraint of its own; `local`: NO INHERIT."""
    return replace(column, nullable=False, not_null_name=name, not_null_local=local, not_null_inherited=False)


def with_not_null_names(catalog: Catalog, names: Iterable[KeptName]) -> Catalog:
    """The catalog in which these NOT NULL constraints bear their names, whatever their tables are called."""
    for name, column, constraint in names:
        table = catalog.table(name)
        if table is not None:
            columns = tuple(replace(c, not_null_name=constraint) if c.name == column else c for c in table.columns)
            catalog = catalog.put(replace(table, columns=columns))
    return catalog


def not_null_heirs(catalog: Catalog, table: Name, column: str, *, only: bool) -> list[Name]:
    """The tables that lose a NOT NULL with this one: children that have it from there and from nowhere else."""
    lost = {table: None}
    for child in [] if only else catalog.descendants(table):
        mine = child.column(column)
        others = [
            above.column(column) for p in parents(child) if p not in lost and (above := catalog.table(p)) is not None
        ]
        elsewhere = any(theirs is not None and not theirs.nullable for theirs in others)
        if mine is not None and mine.not_null_inherited and not elsewhere:
            lost[child.name] = None
    return list(lost)


def with_own_not_null(catalog: Catalog, table: Name, column: str) -> Catalog:
    """The catalog in which children keep the NOT NULL that they have from a table when that alone loses it."""
    for name in catalog.children.get(table, NO_NAMES):
        child = catalog.table(name)
        if child is not None:
            columns = [replace(c, not_null_inherited=False) if c.name == column else c for c in child.columns]
            catalog = catalog.put(replace(child, columns=tuple(columns)))
    return catalog
