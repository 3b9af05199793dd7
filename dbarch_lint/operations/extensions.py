"""Operations on extensions, and what goes with one."""

from __future__ import annotations

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.maps import insert, remove
from dbarch_lint.named import Named
from dbarch_lint.objects import Index, Table, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.columns import drop_column


class Brought(msgspec.Struct, frozen=True):
    """What an extension brings that tables may come to depend on: names of types, operator classes and functions."""

    types: frozenset[str] = frozenset()
    opclasses: frozenset[str] = frozenset()
    functions: frozenset[str] = frozenset()

    def serves(self, index: Index) -> bool:
        """Whether an index is built with one of its operator classes, or of what its functions say."""
        return any(
            p.opclass in self.opclasses
            or (p.expression is not None and not self.functions.isdisjoint(p.expression.functions))
            for p in index.parts
        )


class CreateExtension(Operation, frozen=True, kw_only=True):
    """CREATE EXTENSION."""

    name: str
    schema: str = ""
    if_not_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.name in catalog.extensions:
            return catalog
        named = Named(name=self.name, kind="extension", schema=self.schema, created=catalog.deployment)
        return replace(catalog, extensions=insert(catalog.extensions, self.name, named))


class DropExtension(Operation, frozen=True, kw_only=True):
    """DROP EXTENSION. `brought`: what tables may depend on, and CASCADE takes along; None: not known."""

    name: str
    if_exists: bool = False
    cascade: bool = False
    brought: Brought | None = None  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        if self.name not in catalog.extensions:
            return catalog
        catalog = replace(catalog, extensions=remove(catalog.extensions, self.name))
        if self.brought is not None:
            for table in list(catalog.tables):
                catalog = without_brought(catalog, table, self.brought)
        return catalog


def without_brought(catalog: Catalog, table: Table, brought: Brought) -> Catalog:
    """The catalog in which a table has no columns, indexes and defaults left that need an extension."""
    for column in table.columns:
        if not column.type.builtin and column.type.name in brought.types:
            catalog = drop_column(catalog, table.name, column.name, cascade=True)
    left = catalog.table(table.name)
    if left is None:
        return catalog
    indexes = tuple(i for i in left.indexes if not brought.serves(i))
    columns = tuple(
        replace(c, default=None) if c.default is not None and brought.functions & c.default.functions else c
        for c in left.columns
    )
    same = len(indexes) == len(left.indexes) and columns == left.columns
    return catalog if same else catalog.put(replace(left, indexes=indexes, columns=columns))
