"""Which columns of which relations a view reads: what DROP COLUMN CASCADE takes along, and RENAME COLUMN changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View
from dbarch_lint.source import Statement

Node = dict[str, Any]


def columns_read(statement: Statement, uses: frozenset[Name], catalog: Catalog) -> frozenset[tuple[Name, str]]:
    """Pairs of relation and column; every column of a relation for `*`, and `*` itself where they are not known."""
    query: Node = (statement.node or {}).get("query", {})
    known = {name: columns_of(name, catalog) for name in uses}
    by_name = {name.name: columns for name, columns in known.items()}

    def owns(table: str, column: str) -> bool | None:
        columns = by_name.get(table)
        return None if columns is None else column in columns

    joined = joined_columns(query) if "using" in statement.text.lower() else ()
    return frozenset(
        (name, column)
        for table, written in (*expressions.column_uses(query, owns), *joined)
        for name in uses
        if table in {"", name.name}
        for column in chosen(written, known[name])
    )


def columns_of(name: Name, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns of a relation; None where they are not known."""
    found = catalog.relations.get(name)
    if isinstance(found, Table) and not found.partial:
        return tuple([c.name for c in found.columns])
    return found.columns or None if isinstance(found, View) else None


def chosen(written: str, columns: tuple[str, ...] | None) -> tuple[str, ...]:
    """The columns that a name in the query means, of a relation that has these."""
    if columns is None:
        return (written,)
    if written == "*":
        return columns
    return (written,) if written in columns else ()


def joined_columns(query: Node) -> Iterator[tuple[str, str]]:
    """The columns of JOIN ... USING."""
    stack: list[Any] = [query]
    while stack:
        item = stack.pop()
        if type(item) is dict:
            for name in expressions.names_of(item.get("usingClause", ())):
                yield "", name
            item = item.values()
        stack.extend([value for value in item if type(value) is dict or type(value) is list])
