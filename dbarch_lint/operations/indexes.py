"""Operations on indexes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Index, Key, Table, View, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.columns import drop_lost_references
from dbarch_lint.operations.constraints import adopted, copies_of, parts_renamed, with_key_renamed
from dbarch_lint.operations.options import with_options, without_options
from dbarch_lint.operations.parts import next_made


class CreateIndex(Operation, frozen=True, kw_only=True):
    """CREATE INDEX. `only`: on a partitioned table, without its partitions (then it builds nothing)."""

    table: Name
    index: Index
    concurrent: bool = False
    if_not_exists: bool = False
    only: bool = False
    exists: bool = False
    partition_indexes: tuple[tuple[Name, str], ...] = ()  # bound: the indexes made on partitions

    @property
    def unique(self) -> bool:
        return self.index.unique

    def apply(self, catalog: Catalog) -> Catalog:
        if self.exists:
            return catalog
        view = catalog.view(self.table)
        if view is not None:
            return catalog.put(replace(view, indexes=(*view.indexes, self.index)))
        catalog = catalog.alter(self.table, lambda t: with_index(t, self.index))
        names = {self.table: self.index.name}
        for partition, name in self.partition_indexes:
            names[partition] = name
            catalog = catalog.alter(partition, partial(with_partition_index, index=self.index, names=names))
        for partition, name in reversed(self.partition_indexes):
            catalog = invalidated(catalog, partition, name)
        return catalog


def with_index(table: Table, index: Index) -> Table:
    """A table with a new index."""
    return replace(table, indexes=(*table.indexes, replace(index, made=next_made(table))))


def with_partition_index(table: Table, index: Index, names: Mapping[Name, str]) -> Table:
    """A partition with its part of an index: a new one, or one of this name that it had already."""
    name, parent = names[table.name], names.get(table.partition_of or table.name, "")
    if name in table.index_names:
        return adopted(table, name, parent)
    return with_index(table, replace(index, name=name, inherited=True, parent=parent))


def invalidated(catalog: Catalog, partition: Name, name: str) -> Catalog:
    """The catalog in which the index above a part that is not valid is not valid either."""
    table = catalog.table(partition)
    part = table.index(name) if table is not None else None
    above = catalog.table(table.partition_of) if table is not None and table.partition_of is not None else None
    if part is None or part.valid or above is None:
        return catalog
    indexes = tuple(replace(i, valid=False) if i.name == part.parent else i for i in above.indexes)
    return catalog.put(replace(above, indexes=indexes))


class DropIndex(Operation, frozen=True, kw_only=True):
    """DROP INDEX, one operation an index. `table` is its table where known."""

    index: Name
    table: Name | None = None
    concurrent: bool = False
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        owner = catalog.index_table(self.index)
        catalog = without_index(catalog, self.index)
        index = owner.index(self.index.name) if isinstance(owner, Table) else None
        if owner is None or index is None:
            return catalog
        for partition, copy in copies_of(catalog, owner.name, index.name).items():
            catalog = catalog.alter(partition, partial(without_part, name=copy))
        return drop_lost_references(catalog, owner) if self.cascade and isinstance(owner, Table) else catalog


def without_index(catalog: Catalog, index: Name) -> Catalog:
    """The catalog without one index."""
    return alter_owner(catalog, index, lambda indexes: tuple(i for i in indexes if i.name != index.name))


def without_part(table: Table, name: str) -> Table:
    """A partition without an index of this name, and without the key that owns it."""
    primary = table.primary_key
    return replace(
        table,
        primary_key=None if primary is not None and primary.name == name else primary,
        uniques=tuple(k for k in table.uniques if k.name != name),
        indexes=tuple(i for i in table.indexes if i.name != name),
    )


def same_shape(one: Index, other: Index) -> bool:
    """Whether two indexes are the same but for their names: then one may be the other's copy on a partition."""
    return shape(one) == shape(other)


def shape(index: Index) -> tuple[object, ...]:
    """What makes an index what it is; the server does not look at the sort order."""
    parts = tuple([(p.column, p.expression, p.collation, p.opclass) for p in index.parts])
    return parts, index.unique, index.method, index.include, index.where, index.nulls_distinct


class NarrowIndex(Operation, frozen=True, kw_only=True):
    """An index or key that goes on without a column that is dropped: `index` is what is left of it."""

    table: Name
    name: str
    column: str
    index: Index | Key

    def apply(self, catalog: Catalog) -> Catalog:
        table = catalog.table(self.table)
        if table is None:
            return catalog
        new = self.index
        if isinstance(new, Index):
            return catalog.put(replace(table, indexes=tuple(new if i.name == self.name else i for i in table.indexes)))
        primary = table.primary_key
        return catalog.put(
            replace(
                table,
                primary_key=new if primary is not None and primary.name == self.name else primary,
                uniques=tuple(new if k.name == self.name else k for k in table.uniques),
            )
        )


class RenameIndex(Operation, frozen=True, kw_only=True):
    """ALTER INDEX ... RENAME TO, also written as ALTER TABLE (`as_table`); a constraint that owns it follows."""

    index: Name
    new_name: str
    table: Name | None = None
    as_table: bool = False
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        old, new = self.index.name, self.new_name
        owner = catalog.index_table(self.index)
        if isinstance(owner, Table):
            catalog = parts_renamed(catalog, owner.name, old, new)
            owner = catalog.index_table(self.index)
        if isinstance(owner, Table) and owner.index(old) is None and old in set(owner.index_names):
            return catalog.put(with_key_renamed(owner, old, new))
        return alter_owner(
            catalog,
            self.index,
            lambda indexes: tuple(replace(i, name=new, automatic=False) if i.name == old else i for i in indexes),
        )


class AlterIndex(Operation, frozen=True, kw_only=True):
    """Any other ALTER INDEX: `option` as in SetTableOption, attach_partition, column_statistics, depends, visible..."""

    index: Name
    table: Name | None = None
    option: str
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    other: Name | None = None

    def apply(self, catalog: Catalog) -> Catalog:
        if self.option in {"storage_parameter", "reset_parameter", "visible", "invisible"}:
            return alter_owner(catalog, self.index, lambda indexes: tuple(map(self.change, indexes)))
        if self.option == "tablespace":
            from dbarch_lint.operations import places

            return places.index_moved(catalog, self.index, *self.names)
        if self.option != "attach_partition" or self.other is None:
            return catalog
        part = catalog.index_table(self.other)
        if not isinstance(part, Table):
            return catalog
        return finished(catalog.put(adopted(part, self.other.name, self.index.name)), self.index)

    def change(self, index: Index) -> Index:
        """An index of the table afterwards."""
        if index.name != self.index.name:
            return index
        if self.option in {"visible", "invisible"}:
            return replace(index, visible=self.option == "visible")
        if self.option == "reset_parameter":
            return replace(index, options=without_options(index.options, self.names))
        return replace(index, options=with_options(index.options, self.names, self.values))


def finished(catalog: Catalog, index: Name) -> Catalog:
    """The catalog in which an index of a partitioned table is valid if every partition has its part; and so upwards."""
    table = catalog.index_table(index)
    own = table.index(index.name) if isinstance(table, Table) else None
    if not isinstance(table, Table) or own is None or own.valid:
        return catalog
    for name in catalog.children.get(table.name, NO_NAMES):
        child = catalog.table(name)
        if child is not None and not has_part(child, index.name):
            return catalog
    whole = replace(own, valid=True)
    catalog = catalog.put(replace(table, indexes=tuple(whole if i is own else i for i in table.indexes)))
    above = table.partition_of
    return finished(catalog, above.sibling(own.parent)) if above is not None and own.parent else catalog


def has_part(table: Table, parent: str) -> bool:
    """Whether a partition has a valid part of an index of the table above it."""
    if any(key.parent == parent for key in table.keys):
        return True
    return any(index.parent == parent and index.valid for index in table.indexes)


class Reindex(Operation, frozen=True, kw_only=True):
    """REINDEX: `kind` is index, table, schema, system or database."""

    kind: str
    table: Name | None = None
    index: Name | None = None
    schema: str = ""
    concurrent: bool = False
    tablespace: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        if not self.tablespace:
            return catalog
        from dbarch_lint.operations import places

        return places.reindexed(catalog, self.index, self.table, self.tablespace)


def alter_owner(catalog: Catalog, index: Name, change: Any) -> Catalog:
    """Replace the index list of the table or view that owns `index`."""
    owner = catalog.index_table(index)
    if owner is None:
        return catalog
    if isinstance(owner, View):
        return catalog.put(replace(owner, indexes=change(owner.indexes)))
    return catalog.put(replace(owner, indexes=change(owner.indexes)))
