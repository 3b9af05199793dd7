"""The constraints that a foreign key to a partitioned table has beside its own: one for each partition of its target.

They are the server's own, but they have names, and another constraint cannot have these.
Source: PostgreSQL's addFkRecurseReferenced and CloneFkReferenced.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from dbarch_lint.catalog import Catalog, wholes
from dbarch_lint.engines.postgres import naming
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, ForeignKey, Table, replace
from dbarch_lint.regex import regex

Copies = tuple[tuple[Name, str], ...]
CONSTANT = regex(r"(-?\d+(?:\.\d+)?)|('(?:[^']|'')*')|MINVALUE|MAXVALUE|true|false")


def partitions_of(name: Name, catalog: Catalog) -> Iterator[Table]:
    """The partitions right below a table, in the order of their bounds."""
    below = [catalog.table(child) for child in catalog.children.get(name, NO_NAMES)]
    yield from sorted([t for t in below if t is not None and t.partition_of == name], key=place)


def place(table: Table) -> tuple[bool, list[tuple[int, float, str]], Name]:
    """Where a partition stands among the others: by the values of its bound; the default one comes last."""
    values: list[tuple[int, float, str]] = []
    for number, text in CONSTANT.findall(table.partition_bound):
        values.append((1, float(number), "") if number else (1, 0.0, text) if text else (0, 0.0, ""))
    by_list = table.partition_bound.startswith("FOR VALUES IN")
    return table.partition_default, sorted(values) if by_list else values, table.name


def below(name: Name, catalog: Catalog) -> Iterator[Table]:
    """The partitions below a table, each right before its own; each once, whatever the history claims."""
    seen = {name}
    waiting = [*partitions_of(name, catalog)][::-1]
    while waiting:
        table = waiting.pop()
        if table.name not in seen:
            seen.add(table.name)
            yield table
            waiting += [*partitions_of(table.name, catalog)][::-1]


def copies(
    key: ForeignKey, name: Name, table: Table | None, scope: Scope, names: Collection[str] | None = None
) -> Copies:
    """Those of a foreign key that is made; `names`: those of the constraints of its table so far."""
    if key.parent or key.target not in scope.catalog.children:
        return ()
    taken = {key.name, *(names if names is not None else table.constraint_names if table is not None else ())}
    found: dict[Name, str] = {}
    for partition in below(key.target, scope.catalog):
        found[partition.name] = naming.foreign_key_name(replace(key, parent=key.name), name, table, scope, taken)
        taken.add(found[partition.name])
    return tuple(found.items())


def over(parent: Name, new: Table, scope: Scope, after: Iterable[Table] = ()) -> tuple[Table, ...]:
    """The tables with a foreign key to one that gets a partition, as they are then; `after`: what else changes."""
    catalog = scope.catalog
    for one in (new, *after):
        catalog = catalog.put(one)
    before = catalog
    partitions = (new.name, *(t.name for t in below(new.name, catalog)))
    for target in wholes(before, parent):
        for name in sorted(before.referencing.get(target, NO_NAMES)):
            table = before.table(name)
            for key in table.foreign_keys if table is not None else ():
                if key.target == target and not key.parent:
                    catalog = with_more(catalog, name, key, parent, partitions, scope)
    near = [name for target in wholes(before, parent) for name in before.referencing.get(target, NO_NAMES)]
    changed = [catalog.table(name) for name in dict.fromkeys(sorted(near))]
    return tuple([table for table in changed if table is not None and table is not before.table(table.name)])


def with_more(
    catalog: Catalog, name: Name, key: ForeignKey, parent: Name, partitions: Iterable[Name], scope: Scope
) -> Catalog:
    """The catalog in which a foreign key of a table stands for more partitions, below `parent`."""
    base = key.name if key.target == parent else dict(key.copies).get(parent, key.name)
    found = list(key.copies)
    for partition in partitions:
        table = catalog.table(name)
        if table is not None:
            now = Scope(catalog, scope.session, scope.version)
            found.append((partition, naming.foreign_key_name(replace(key, parent=base), name, table, now)))
            own = tuple(replace(f, copies=tuple(found)) if f.name == key.name else f for f in table.foreign_keys)
            catalog = catalog.put(replace(table, foreign_keys=own))
    return catalog


def gathered(parent: Name, gone: frozenset[Name], catalog: Catalog) -> Catalog:
    """The catalog after a table has lost these partitions: foreign keys to it do not stand for them any more."""
    for target in wholes(catalog, parent):
        for name in catalog.referencing.get(target, NO_NAMES):
            table = catalog.table(name)
            if table is not None and any(p in gone for f in table.foreign_keys for p, _ in f.copies):
                keys = [replace(f, copies=tuple([c for c in f.copies if c[0] not in gone])) for f in table.foreign_keys]
                catalog = catalog.put(replace(table, foreign_keys=tuple(keys)))
    return catalog
