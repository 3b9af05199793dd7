"""The relations that an operation on an index touches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres.own_parts import own_key
from dbarch_lint.engines.postgres.parts.around import NONE, below, partitions
from dbarch_lint.engines.postgres.words import rebuilt_indexes
from dbarch_lint.names import Name
from dbarch_lint.objects import Index, IndexEntry, Key, Table


def _index(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.index,) if op.index is not None else NONE


def _used_index(op: Any, _: Catalog) -> Iterable[Name]:
    """The index that USING INDEX makes a constraint, or that a table option names."""
    name = op.constraint.using_index if hasattr(op, "constraint") else "".join(op.names) or op.value
    return (op.target.sibling(name),)


def _view_used_index(op: Any, _: Catalog) -> Iterator[Name]:
    """The index that CLUSTER ON of a materialized view names."""
    return (op.target.sibling(name) for name in op.names)


def _rebuilt(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that a type change builds again: those bound to the operation, and those below."""
    yield from (op.target.sibling(name) for name in op.rebuilds)
    for name in below(op, catalog):
        table = catalog.table(name)
        if table is not None:
            yield from (name.sibling(i) for i in rebuilt_indexes(table, op.column, op.type_change))
            yield from (name.sibling(i.name) for i in table.indexes if i.inherited and i.uses(op.column))


def _rebuilt_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables of those indexes."""
    for name in dict.fromkeys(_rebuilt(op, catalog)):
        entry = catalog.relations.get(name)
        if isinstance(entry, IndexEntry):
            yield entry.table


def _to_build(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have no index like the one that is created."""
    return (name for name, index in op.partition_indexes if name.sibling(index) not in catalog.relations)


def _matching_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of partitions that are taken over instead of being built."""
    found = (name.sibling(index) for name, index in op.partition_indexes)
    return (index for index in found if index in catalog.relations)


def _keyless(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have no key like the one that is added."""
    return (name for name, own in _below(op, catalog, lambda t: own_key(t, op.constraint)) if not own)


def _matching_keys(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of keys of partitions that are taken over instead of being built."""
    return (name.sibling(own) for name, own in _below(op, catalog, lambda t: own_key(t, op.constraint)) if own)


def _below(op: Any, catalog: Catalog, own: Callable[[Table], str]) -> Iterator[tuple[Name, str]]:
    """The partitions with their own index for it; without those below one that has it: they have theirs from there."""
    served: set[Name] = set()
    for name in partitions(op, catalog):
        table = catalog.table(name)
        if table is None or table.partition_of in served:
            served.add(name)
            continue
        found = own(table)
        if found:
            served.add(name)
        yield name, found


def _index_family(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that partitions have from an index of their parent, and their partitions from them."""
    names = {op.index.name}
    for table in _below_index(op, catalog):
        parts: tuple[Key | Index, ...] = (*table.keys, *table.indexes)
        copies = [part.name for part in parts if part.inherited and part.parent in names]
        names.update(copies)
        yield from map(table.name.sibling, copies)


def _index_partitions(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions of the table of a named index."""
    return (table.name for table in _below_index(op, catalog))


def _below_index(op: Any, catalog: Catalog) -> Iterator[Table]:
    table = catalog.table(op.target) if op.target is not None else None
    if table is not None and table.partition_by is not None:
        yield from catalog.descendants(table.name)


def _other_index(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.other,) if op.other is not None else NONE


def _other_index_table(op: Any, catalog: Catalog) -> Iterator[Name]:
    entry = catalog.relations.get(op.other)
    if isinstance(entry, IndexEntry):
        yield entry.table


PARTS: dict[str, tuple[str, Find]] = {
    "index": ("index", _index),
    "used_index": ("index", _used_index),
    "view_used_index": ("index", _view_used_index),
    "rebuilt": ("index", _rebuilt),
    "rebuilt_tables": ("child", _rebuilt_tables),
    "to_build": ("child", _to_build),
    "matching_indexes": ("index", _matching_indexes),
    "keyless": ("child", _keyless),
    "matching_keys": ("index", _matching_keys),
    "index_family": ("index", _index_family),
    "index_partitions": ("child", _index_partitions),
    "other_index": ("index", _other_index),
    "other_index_table": ("child", _other_index_table),
}
