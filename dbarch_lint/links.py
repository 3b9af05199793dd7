"""The graph of foreign keys: circles in it, how far a delete runs along it, and what goes with a table or a column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, ForeignKey, Table

Link: TypeAlias = tuple[Table, ForeignKey]


def is_optional(table: Table, fk: ForeignKey) -> bool:
    """Whether a row may do without the reference: any of its columns may be NULL, or all must be (MATCH FULL)."""
    nullable = [c.nullable for name in fk.columns if (c := table.column(name)) is not None]
    return all(nullable) if fk.match_full else any(nullable)


def is_postponable(table: Table, fk: ForeignKey) -> bool:
    """Whether a row may be inserted before the row that it refers to, at least within a transaction."""
    return fk.deferrable or not fk.enforced or is_optional(table, fk)


def deadlocked_cycles(catalog: Catalog) -> Iterator[list[Link]]:
    """Circles of foreign keys between tables into which nobody can insert a first row, each told once.

    All their keys are mandatory and checked at once. A table that refers to itself is none: a row may mean itself.
    """
    links = {
        (table.name, fk.target): (table, fk)
        for table in catalog.tables
        for fk in table.foreign_keys
        if fk.target != table.name and not is_postponable(table, fk)
    }
    if links:
        yield from _cycles(links)


def _cycles(links: dict[tuple[Name, Name], Link]) -> Iterator[list[Link]]:
    """Circles, one after the other; a link of each is taken out of `links`."""
    from graphlib import CycleError, TopologicalSorter

    while True:
        graph: dict[Name, list[Name]] = {}
        for child, parent in links:
            graph.setdefault(child, []).append(parent)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            path: list[Name] = error.args[1][::-1]  # each requires the one after it
        else:
            return
        yield [links[pair] for pair in pairwise(path)]
        del links[path[0], path[1]]


def cascade(catalog: Catalog, start: Name) -> dict[Name, list[Link]]:
    """The tables whose rows go when a row of `start` is deleted, nearest first, with the foreign keys on the way."""
    reached: dict[Name, list[Link]] = {start: []}
    waiting = [start]
    while waiting:
        parent = waiting.pop(0)
        for child in sorted(catalog.referencing.get(parent, NO_NAMES)):
            table = catalog.table(child)
            if table is None or child in reached or table.partition_of is not None:
                continue
            fk = next((f for f in table.foreign_keys if f.target == parent and f.on_delete == "CASCADE"), None)
            if fk is not None:
                reached[child] = [*reached[parent], (table, fk)]
                waiting.append(child)
    del reached[start]
    return reached


def dropped_parts(name: Name, before: Catalog, after: Catalog) -> Iterator[str]:
    """The indexes and constraints that a table has no more `after` a step, and the views that read it no more."""
    was, now = before.table(name), after.table(name)
    if was is not None and now is not None:
        left = {*now.constraint_names, *now.index_names}
        yield from (n for n in dict.fromkeys((*was.constraint_names, *was.index_names)) if n not in left)
        yield from map(str, sorted(before.users.get(name, NO_NAMES) - after.users.get(name, NO_NAMES)))


def dropped_links(target: Name, before: Catalog, after: Catalog, result: Catalog) -> dict[Name, list[str]]:
    """The foreign keys to a table, by their own one, that are gone `after` a step and not back in the `result`."""
    found: dict[Name, list[str]] = {}
    for name in sorted(before.referencing.get(target, NO_NAMES) - {target}):
        was, now, last = (catalog.table(name) for catalog in (before, after, result))
        if was is not None and now is not None and last is not None:
            kept = {*now.constraint_names, *last.constraint_names}
            again = {fk.columns for fk in last.foreign_keys}
            gone = (fk for fk in was.foreign_keys if fk.target == target and not fk.inherited)
            found[name] = [fk.name for fk in gone if fk.name not in kept and fk.columns not in again]
    return {name: keys for name, keys in found.items() if keys}


def narrowed_by(table: Table, fk: ForeignKey, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns by which an index narrows the search for referring rows a little; None where it narrows it enough.

    Where the parent has no index, each partition may have one of its own.
    """
    parts = [part for part in catalog.descendants(table.name) if part.kind != "partitioned"]
    if table.kind == "partitioned" and parts and all(part.covering_index(fk.columns) for part in parts):
        return None
    _, found = table.narrowing_index(fk.columns)
    shared = {
        c for other in table.foreign_keys if len(other.columns) < len(fk.columns) for c in other.columns
    }  # a tenant
    return None if len(found) == len({*fk.columns}) or not shared.issuperset(found) else found


def was_narrowed(table: Table, fk: ForeignKey, catalog: Catalog) -> bool:
    """Whether a former state of the table had this very foreign key, and an index for it."""
    then = next((other for other in table.foreign_keys if other.origin is fk.origin and other.name == fk.name), None)
    return then is not None and narrowed_by(table, then, catalog) is None
