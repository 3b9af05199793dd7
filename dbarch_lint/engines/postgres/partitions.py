"""Binding of what makes partitions and lets them go: which parts of a table stand for those of the table above it.

Source: PostgreSQL's AttachPartitionEnsureIndexes, DefineIndex, CloneFkReferencing, tryAttachPartitionForeignKey and
DetachPartitionFinalize.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import partial
from typing import TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog, wholes
from dbarch_lint.engines.postgres import not_null, spread, words
from dbarch_lint.engines.postgres.create import copy_of, named_constraints, part_of
from dbarch_lint.engines.postgres.own_parts import as_index, own_exclusion, own_index, serves
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import (
    KEYS_OUTLIVE_DETACH,
    NAMED_NOT_NULL,
    SAME_KIND_OF_KEY,
    SHARED_IDENTITY,
)
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Exclusion, ForeignKey, Index, Key, Table, replace
from dbarch_lint.operations.constraints import adopted, copies_of
from dbarch_lint.operations.indexes import same_shape
from dbarch_lint.operations.parts import next_made
from dbarch_lint.operations.tables import without_place

Part = TypeVar("Part", Key, Index)


def attach(op: ops.AttachPartition, scope: Scope) -> ops.AttachPartition:
    """ATTACH PARTITION: whether it scans, and the tables that come out of it."""
    op = words.attach_proof(op, scope)
    parent, table = scope.catalog.table(op.table), scope.catalog.table(op.partition)
    if parent is None or table is None or parent.partial or table.partial or parent is table:
        return op
    kind = "partition" if table.kind == "table" else table.kind
    table = not_null.named(table, scope.catalog) if scope.version >= NAMED_NOT_NULL else table
    table = replace(table, partition_of=op.table, partition_default=op.default, partition_bound=op.bound, kind=kind)
    attached = {t.name: t for t in completed(parent, table, scope)}
    attached |= {t.name: t for t in spread.over(op.table, attached[op.partition], scope, attached.values())}
    return replace(op, attached=tuple(attached.values()))


def completed(parent: Table, table: Table, scope: Scope) -> Iterator[Table]:
    """The table with the parts of its parent, and then all partitions below it, with those that are new."""
    whole = named_constraints(with_parts(parent, with_identity(parent, table, scope), scope), scope)
    yield whole
    new: dict[Name | None, Table] = {table.name: without_indexes(whole, frozenset(table.index_names))}
    for below in spread.below(table.name, scope.catalog):
        above = new.get(below.partition_of)
        if above is not None and below.name != parent.name:
            whole = named_constraints(with_parts(above, below, scope), scope)
            new[below.name] = without_indexes(whole, frozenset(below.index_names))
            yield whole


def with_identity(parent: Table, table: Table, scope: Scope) -> Table:
    """A table that becomes a partition, with the identity columns of its parent; those below it do not get them."""
    if scope.version < SHARED_IDENTITY:
        return table
    theirs = {c.name: c.identity for c in parent.columns}
    return replace(table, columns=tuple(replace(c, identity=theirs.get(c.name, "")) for c in table.columns))


def without_indexes(table: Table, names: Container[str]) -> Table:
    """A table without these keys and indexes."""
    primary = table.primary_key
    return replace(
        table,
        primary_key=None if primary is not None and primary.name in names else primary,
        uniques=tuple(k for k in table.uniques if k.name not in names),
        indexes=tuple(i for i in table.indexes if i.name not in names),
        exclusions=tuple(e for e in table.exclusions if e.name not in names),
    )


def with_parts(parent: Table, table: Table, scope: Scope) -> Table:
    """The table with what its parent has; a part that it has already is the parent's from now on."""
    inherited = {c.name for c in parent.columns}
    required = {c.name for c in parent.columns if not c.nullable}
    checks = {c.name for c in parent.checks}
    triggers = {t.name for t in table.triggers}
    table = with_indexes(parent, with_keys(parent, table, alike=scope.version >= SAME_KIND_OF_KEY))
    return replace(
        table,
        columns=tuple(
            replace(c, inherited=c.name in inherited, not_null_inherited=c.name in required) for c in table.columns
        ),
        foreign_keys=with_foreign_keys(parent, table, scope),
        exclusions=with_exclusions(parent, table, scope),
        checks=tuple(replace(c, inherited=c.inherited or c.name in checks) for c in table.checks),
        triggers=(
            *table.triggers,
            *(replace(t, inherited=True) for t in parent.triggers if t.row and t.name not in triggers),
        ),
    )


# --- keys and indexes


def with_keys(parent: Table, table: Table, *, alike: bool) -> Table:
    """The table with the keys of its parent; `alike`: only a primary key stands for a primary key."""
    for theirs in parent.keys:
        primary = theirs is parent.primary_key
        if any(key.parent == theirs.name for key in table.keys):
            continue
        free = [k for k in table.keys if not alike or (k is table.primary_key) == primary]
        own = next((k for k in free if not k.parent and same_shape(as_index(k), as_index(theirs))), None)
        if own is not None:
            table = adopted(table, own.name, theirs.name)
        elif primary:
            table = replace(table, primary_key=table.primary_key or new_part(theirs, table))
        else:
            table = replace(table, uniques=(*table.uniques, new_part(theirs, table)))
    return table


def new_part(parent: Part, table: Table) -> Part:
    """What a table gets for a key or index of its parent when it is attached."""
    return replace(part_of(parent), made=next_made(table))


def with_indexes(parent: Table, table: Table) -> Table:
    """The table with the indexes of its parent; a foreign one gets none."""
    for theirs in parent.indexes if table.kind != "foreign" else ():
        if theirs.name in {i.parent for i in (*map(as_index, table.keys), *table.indexes)}:
            continue
        own = own_index(table, theirs)
        if own is not None and own.valid:
            table = adopted(table, own.name, theirs.name)
        else:
            table = replace(table, indexes=(*table.indexes, new_part(theirs, table)))
    return table


def with_exclusions(parent: Table, table: Table, scope: Scope) -> tuple[Exclusion, ...]:
    """The exclusion constraints of a table and those of its parent, each of these once."""
    found = list(table.exclusions)
    for theirs in parent.exclusions:
        if any(mine.parent == theirs.name for mine in found):
            continue
        name = own_exclusion(found, theirs, scope)
        at = next((n for n, mine in enumerate(found) if name and mine.name == name), None)
        if at is None:
            found.append(part_of(theirs))
        else:
            found[at] = replace(found[at], inherited=True, parent=theirs.name)
    return tuple(found)


# --- foreign keys


def with_foreign_keys(parent: Table, table: Table, scope: Scope) -> tuple[ForeignKey, ...]:
    """The foreign keys of a table and those of its parent, each of these once; a copy keeps the name if it can."""
    keys = list(table.foreign_keys)
    for theirs in parent.foreign_keys:
        if any(mine.parent == theirs.name for mine in keys):
            continue
        at = next((n for n, mine in enumerate(keys) if serves(mine, theirs, scope)), None)
        if at is None:
            keys.append(copy_of(theirs, frozenset(table.constraint_names)))
        else:
            validated = keys[at].validated or theirs.validated
            keys[at] = replace(keys[at], inherited=True, parent=theirs.name, copies=(), validated=validated)
    return tuple(keys)


# --- detaching


def detach(op: ops.DetachPartition, scope: Scope) -> ops.DetachPartition:
    """DETACH PARTITION: the tables that come out of it."""
    before = scope.catalog
    table = before.table(op.partition)
    if table is None or table.partial:
        return op
    table = not_null.named(table, before) if scope.version >= NAMED_NOT_NULL else table
    family = (table.name, *(t.name for t in before.descendants(table.name)))
    after = spread.gathered(op.table, frozenset(family), before.put(table))
    early = scope.version < KEYS_OUTLIVE_DETACH
    spread_out = [f for f in table.foreign_keys if is_spread(f, before)] if early else []
    found = after.table(table.name) or table
    kept = kept_keys(table, spread_out) if spread_out else found.foreign_keys
    shared = scope.version >= SHARED_IDENTITY
    alone = on_its_own(replace(table, foreign_keys=kept), shared=shared)
    near = {table.name, op.table, *(n for w in wholes(before, table.name) for n in before.referencing.get(w, NO_NAMES))}
    after = with_copies(after.put(alone), table, scope)
    for key in spread_out:
        after = without_copies_of(key, table.name, after) if key.parent else after
    own = {t.name for t in alone.triggers}
    for below in after.descendants(op.partition):
        columns = tuple(replace(c, identity="") if c.identity and shared else c for c in below.columns)
        triggers = tuple(t for t in below.triggers if not t.inherited or t.name in own)
        after = after.put(replace(below, columns=columns, triggers=triggers))
    after = without_copies_to(op.partition, after)
    changed = [after.table(name) for name in sorted({*near, *family})]
    return replace(op, detached=tuple(t for t in changed if t is not None and t is not before.table(t.name)))


def with_copies(catalog: Catalog, before: Table, scope: Scope) -> Catalog:
    """The catalog in which the foreign keys that a partition takes along stand for the partitions of their targets."""
    for key in before.foreign_keys:
        table = catalog.table(before.name)
        if table is not None and key.parent:
            now = Scope(catalog, scope.session, scope.version)
            keys = [
                replace(f, copies=spread.copies(f, table.name, table, now)) if f.name == key.name else f
                for f in table.foreign_keys
            ]
            catalog = catalog.put(replace(table, foreign_keys=tuple(keys)))
    return catalog


def on_its_own(table: Table, *, shared: bool) -> Table:
    """A table whose parts no parent has any more; the triggers that it had from there are gone.

    `shared`: and so is the identity of its columns.
    """
    primary = table.primary_key
    columns = tuple(replace(c, inherited=False, not_null_inherited=False) for c in table.columns)
    return replace(
        without_place(table),
        columns=tuple(replace(c, identity="") for c in columns) if shared else columns,
        primary_key=replace(primary, inherited=False, parent="") if primary is not None else None,
        uniques=tuple(replace(k, inherited=False, parent="") for k in table.uniques),
        foreign_keys=tuple(replace(f, inherited=False, parent="") for f in table.foreign_keys),
        checks=tuple(replace(c, inherited=False) for c in table.checks),
        indexes=tuple(replace(i, inherited=False, parent="") for i in table.indexes),
        exclusions=tuple(replace(e, inherited=False, parent="") for e in table.exclusions),
        triggers=tuple(t for t in table.triggers if not t.inherited),
    )


def without_copies_to(partition: Name, catalog: Catalog) -> Catalog:
    """The catalog without the copies of foreign keys that point to this partition.

    The server means those to partitions only, but takes the copies that partitions of the referring table have, too.
    """
    for name in catalog.referencing.get(partition, NO_NAMES):
        table = catalog.table(name)
        if table is not None and any(f.parent and f.target == partition for f in table.foreign_keys):
            kept = tuple(f for f in table.foreign_keys if not (f.parent and f.target == partition))
            catalog = catalog.put(replace(table, foreign_keys=kept))
    return catalog


def is_spread(key: ForeignKey, catalog: Catalog) -> bool:
    """Whether a foreign key points to a partitioned table: the server has a copy of it for each partition there."""
    target = catalog.table(key.target)
    return target is not None and target.kind == "partitioned"


def kept_keys(table: Table, spread_out: list[ForeignKey]) -> tuple[ForeignKey, ...]:
    """The foreign keys of a partition without its parent's to partitioned tables; copies of its own come to light."""
    kept = [f for f in table.foreign_keys if f not in spread_out]
    for key in spread_out:
        if not key.parent:
            kept.append(replace(key, copies=()))
            kept += [replace(key, name=name, target=partition, key="", copies=()) for partition, name in key.copies]
    return tuple(kept)


def without_copies_of(key: ForeignKey, table: Name, catalog: Catalog) -> Catalog:
    """The catalog without the copies that the partitions of a table have of a foreign key that is gone."""
    for partition, copy in copies_of(catalog, table, key.name).items():
        catalog = catalog.alter(partition, partial(without_key, name=copy))
    return catalog


def without_key(table: Table, name: str) -> Table:
    """A table without one foreign key."""
    return replace(table, foreign_keys=tuple(f for f in table.foreign_keys if f.name != name))
