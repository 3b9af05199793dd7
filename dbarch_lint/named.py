"""Objects of which little more than the name matters, and how they follow the tables that they are about."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeAlias

import msgspec

from dbarch_lint.maps import Map, insert, remove
from dbarch_lint.names import Name
from dbarch_lint.objects import Options
from dbarch_lint.source import Origin

replace = msgspec.structs.replace


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A schema, extension or other object of which only existence matters.

    `tables`: those that statistics cover or a publication has; `columns`: those that a rule names, or a publication in
    row filters and (`listed`) lists of columns; `schema`: of an extension; `options`: of a database or publication;
    `altered`: not as its origin says, but for `renames`.
    """

    name: str
    kind: str
    schema: str = ""
    tables: tuple[Name, ...] = ()
    columns: frozenset[tuple[Name, str]] = frozenset()
    listed: frozenset[tuple[Name, str]] = frozenset()
    altered: bool = False
    renames: tuple[tuple[str, str], ...] = ()
    options: Options = ()
    role: str = ""
    created: int = 0
    origin: Origin | None = None


Others: TypeAlias = "Map[tuple[str, str], Named]"  # by kind and name
SCHEMA = "schema"  # the option of a publication for each schema that it takes whole
ALL_TABLES = "all tables"  # and for all of them
DISABLED = ("disabled", "")  # the option of a rule that answers nothing
OF_TABLES = frozenset(("rule", "statistics"))  # they go with their table


def key_of(named: Named, tables: tuple[Name, ...]) -> tuple[str, str]:
    """Where `others` holds an object; the name of a rule is one on its table."""
    return named.kind, f"{named.name} ON {tables[0].full}" if named.kind == "rule" and tables else named.name


def without_tables(named: Named, gone: Collection[Name]) -> Named:
    """A publication without these tables."""
    return replace(
        named,
        tables=tuple([t for t in named.tables if t not in gone]),
        columns=frozenset([c for c in named.columns if c[0] not in gone]),
        listed=frozenset([c for c in named.listed if c[0] not in gone]),
        altered=True,
    )


def table_dropped(others: Others, table: Name) -> Others:
    """Without the rules and statistics of a table, and its places in publications."""
    for key, named in others.items():
        if key[0] in OF_TABLES and named.tables == (table,):
            others = remove(others, key)
        elif key[0] == "publication" and table in named.tables:
            others = insert(others, key, without_tables(named, {table}))
    return others


def table_moved(others: Others, old: Name, new: Name) -> Others:
    """With rules, statistics and publications that know the new name of a table."""
    for key, named in others.items():
        if old in named.tables:
            tables = tuple(new if table == old else table for table in named.tables)
            moved = _renamed(named, lambda table, column: (new if table == old else table, column))
            others = insert(remove(others, key), key_of(named, tables), replace(moved, tables=tables))
    return others


def column_renamed(others: Others, table: Name, old: str, new: str) -> Others:
    """With statistics, rules and publications that know the new name of a column."""
    for key, named in others.items():
        if named.kind == "statistics" and named.tables == (table,):
            others = insert(others, key, replace(named, renames=(*named.renames, (old, new))))
        elif (table, old) in named.columns:
            renamed = _renamed(named, lambda t, column: (t, new if (t, column) == (table, old) else column))
            others = insert(others, key, renamed)
    return others


def _renamed(named: Named, new: Callable[[Name, str], tuple[Name, str]]) -> Named:
    """An object that knows other names for the columns that it names."""
    columns, listed = (frozenset([new(*column) for column in group]) for group in (named.columns, named.listed))
    return replace(named, columns=columns, listed=listed, altered=True)
