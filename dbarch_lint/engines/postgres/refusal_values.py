"""Enum values that are used before they are committed. Loaded when one is not."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_expressions import held
from dbarch_lint.engines.postgres.terms import text_constants
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Enum, Table

OF_ROWS = frozenset({"Insert", "Update", "Delete", "Select", "Merge"})


def uncommitted_values(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """Whether the operation uses a value that its own transaction has added, and to what kind of type."""
    new = {(type_, value) for type_, value in catalog.uncommitted if value} if catalog.uncommitted else ()
    if not new:
        return ()
    enums = {type_ for type_, _ in new}
    used = new.intersection((uses_of_rows if type(op).__name__ in OF_ROWS else uses)(op, enums, catalog))
    return tuple({"of a new type" if (type_, "") in catalog.uncommitted else "of an older type" for type_, _ in used})


def enum_columns(table: Table | None, enums: AbstractSet[Name], catalog: Catalog) -> dict[str, Name]:
    """The columns of a table that are of one of these enums, with its name."""
    types = [(c.name, c.type) for c in table.columns if not c.type.builtin] if table is not None else []
    found = {column: Name(type_.schema, type_.name) for column, type_ in types}
    return {
        column: name for column, name in found.items() if name in enums and isinstance(catalog.types.get(name), Enum)
    }


def uses(op: Any, enums: AbstractSet[Name], catalog: Catalog) -> Iterator[tuple[Name, str]]:
    """The values in defaults, checks and indexes, each with the enum of the column."""
    new = getattr(op, "definition", None)
    columns = enum_columns(new if isinstance(new, Table) else catalog.table(op.target), enums, catalog)
    for one in held(op, catalog):
        mine = [columns[c] for c in one.expression.columns if c in columns]
        if one.column is not None and not one.column.type.builtin:
            mine.append(Name(one.column.type.schema, one.column.type.name))
        yield from ((type_, text) for type_ in mine for text in text_constants(node_of(one.expression)))


def uses_of_rows(op: Any, enums: AbstractSet[Name], catalog: Catalog) -> Iterator[tuple[Name, str]]:
    """The values that a query compares with a column of an enum, or writes to one."""
    target = catalog.table(op.target) if op.target is not None else None
    columns = enum_columns(target, enums, catalog)
    for name in op.reads:
        columns = {**enum_columns(catalog.table(name), enums, catalog), **columns}
    if not columns:  # most queries: their trees need not be made again
        return
    node: Any = op.statement.node or {}
    for kind, fields in expressions.walk(node):
        if kind == "ResTarget" and fields.get("name") in columns:
            yield from ((columns[fields["name"]], v) for v in text_constants(fields.get("val")))
        elif kind == "A_Expr":
            sides = [side for side in (fields.get("lexpr"), fields.get("rexpr")) if side]
            named = {c for side in sides for c in expressions.column_names(side)} & columns.keys()
            values = [v for side in sides for v in text_constants(side)]
            yield from ((columns[c], v) for c in named for v in values)
    if target is not None and "valuesLists" in node.get("selectStmt", {}).get("SelectStmt", {}):
        written = [c["ResTarget"]["name"] for c in node.get("cols", ())] or [c.name for c in target.columns]
        for row in node["selectStmt"]["SelectStmt"]["valuesLists"]:
            for column, item in zip(written, row["List"]["items"], strict=False):
                if column in columns:
                    yield from ((columns[column], v) for v in text_constants(item))
