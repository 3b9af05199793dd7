"""The catalog after something was moved to another tablespace, which few histories do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Exclusion, Index, IndexEntry, Key, Table, View, replace
from dbarch_lint.operations.indexes import alter_owner

Placed = TypeVar("Placed", Key, Exclusion, Index)


def index_moved(catalog: Catalog, index: Name, tablespace: str) -> Catalog:
    """The catalog in which an index, of a constraint or not, lies in this tablespace."""

    def moved(parts: tuple[Placed, ...]) -> tuple[Placed, ...]:
        return tuple([replace(p, tablespace=tablespace) if p.name == index.name else p for p in parts])

    owner = catalog.index_table(index)
    if not isinstance(owner, Table):
        return alter_owner(catalog, index, moved)
    primary = owner.primary_key
    return catalog.put(
        replace(
            owner,
            primary_key=moved((primary,))[0] if primary is not None else None,
            uniques=moved(owner.uniques),
            exclusions=moved(owner.exclusions),
            indexes=moved(owner.indexes),
        )
    )


def reindexed(catalog: Catalog, index: Name | None, table: Name | None, tablespace: str) -> Catalog:
    """The catalog after REINDEX of an index, or of all of a table."""
    if index is not None:
        return index_moved(catalog, index, tablespace)
    found = catalog.table(table) if table is not None else None
    return moved(catalog, [found.name.sibling(name) for name in found.index_names] if found else [], tablespace)


def moved(catalog: Catalog, names: Iterable[Name], tablespace: str) -> Catalog:
    """The catalog in which these tables, materialized views and indexes lie in a tablespace."""
    for name in names:
        found = catalog.relations.get(name)
        if isinstance(found, Table | View):
            catalog = catalog.put(replace(found, tablespace=tablespace))
        elif isinstance(found, IndexEntry):
            catalog = index_moved(catalog, name, tablespace)
    return catalog
