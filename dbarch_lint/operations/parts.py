"""Keys and indexes by age, and the names of the parts that partitions have of them and of foreign keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import TypeVar

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Exclusion, ForeignKey, Index, Key, Table, replace

# A table, the old name (empty for a new one) and the new one of one of its keys, indexes or foreign keys, and the new
# name of what it is a part of.
NewName = tuple[Name, str, str, str]
Names = Mapping[str, str]
NONE: Names = {}
Part = TypeVar("Part", Key, Index, ForeignKey, Exclusion)


def with_new_names(catalog: Catalog, names: Iterable[NewName]) -> Catalog:
    """The catalog in which all these parts have their new names at once; what points to them knows."""
    new: dict[Name, dict[str, str]] = {}
    missing: list[tuple[Name, str, str]] = []
    for partition, before, after, parent in names:
        if before:
            new.setdefault(partition, {})[before] = after
        else:
            missing.append((partition, after, parent))
    for name, own in new.items():
        table = catalog.table(name)
        if table is None:
            continue
        above = new.get(table.partition_of, NONE) if table.partition_of is not None else NONE
        catalog = catalog.put(with_parts_named(table, own, above))
        for referrer in catalog.referencing.get(name, NO_NAMES):
            other = catalog.table(referrer)
            if other is not None and any(f.target == name and f.key in own for f in other.foreign_keys):
                keys = [replace(f, key=own.get(f.key, f.key)) if f.target == name else f for f in other.foreign_keys]
                catalog = catalog.put(replace(other, foreign_keys=tuple(keys)))
    for partition, part, parent in missing:
        catalog = with_part(catalog, partition, part, parent)
    return catalog


def with_part(catalog: Catalog, partition: Name, name: str, parent: str) -> Catalog:
    """The catalog in which a partition has its part of a key or index of the table above it, which had none there."""
    table = catalog.table(partition)
    above = catalog.table(table.partition_of) if table is not None and table.partition_of is not None else None
    if table is None or above is None:
        return catalog

    def part(whole: Part) -> Part:
        return replace(whole, name=name, inherited=True, parent=parent)

    primary = above.primary_key
    return catalog.put(
        replace(
            table,
            primary_key=part(primary) if primary is not None and primary.name == parent else table.primary_key,
            uniques=(*table.uniques, *(part(k) for k in above.uniques if k.name == parent)),
            indexes=(*table.indexes, *(part(i) for i in above.indexes if i.name == parent)),
            exclusions=(*table.exclusions, *(part(e) for e in above.exclusions if e.name == parent)),
        )
    )


def with_parts_named(table: Table, own: Names, above: Names) -> Table:
    """A partition with other names; `above`: those that changed on the table that it is a part of."""

    def named(part: Part) -> Part:
        return replace(part, name=own.get(part.name, part.name), parent=above.get(part.parent, part.parent))

    return replace(
        table,
        primary_key=named(table.primary_key) if table.primary_key is not None else None,
        uniques=tuple(map(named, table.uniques)),
        indexes=tuple(map(named, table.indexes)),
        exclusions=tuple(map(named, table.exclusions)),
        foreign_keys=tuple(
            replace(named(f), copies=tuple([(partition, own.get(name, name)) for partition, name in f.copies]))
            for f in table.foreign_keys
        ),
    )


def next_made(table: Table) -> int:
    """What orders the next key or index of a table after all others."""
    parts: tuple[Key | Index, ...] = (*table.keys, *table.indexes)
    return 1 + max([part.made for part in parts], default=0)


def with_remade_last(table: Table, column: str) -> Table:
    """A table whose indexes over a column were made again: they are the newest ones, and whole."""
    made, primary = next_made(table), table.primary_key

    def key(k: Key) -> Key:
        return replace(k, made=made) if column in (*k.columns, *k.include) else k

    indexes = [replace(i, made=made, valid=True) if i.uses(column) else i for i in table.indexes]
    return replace(
        table,
        primary_key=key(primary) if primary is not None else None,
        uniques=tuple(sorted(map(key, table.uniques), key=attrgetter("made"))),
        indexes=tuple(sorted(indexes, key=attrgetter("made"))),
    )
