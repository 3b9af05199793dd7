"""Binding of ATTACH PARTITION: what the table gets from its parent, beside what it has already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import naming, not_null, words
from dbarch_lint.engines.postgres.create import constraint_name, named_constraints, part_of
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL, SHARED_IDENTITY
from dbarch_lint.objects import NO_NAMES, ForeignKey, Index, Key, Table, replace
from dbarch_lint.operations.indexes import same_shape

Part = TypeVar("Part", Key, Index)


def attach(op: ops.AttachPartition, scope: Scope) -> ops.AttachPartition:
    """ATTACH PARTITION: whether it scans, and the tables that come out of it."""
    op = words.attach_proof(op, scope)
    parent, table = scope.catalog.table(op.table), scope.catalog.table(op.partition)
    if parent is None or table is None or parent.partial or table.partial or parent is table:
        return op
    kind = "partition" if table.partition_by is None else table.kind
    table = not_null.named(table, scope.catalog) if scope.version >= NAMED_NOT_NULL else table
    table = replace(table, partition_of=op.table, partition_default=op.default, partition_bound=op.bound, kind=kind)
    return replace(op, attached=tuple(completed(parent, table, scope)))


def completed(parent: Table, table: Table, scope: Scope) -> Iterator[Table]:
    """The table with the parts of its parent, and then all partitions below it."""
    table = named_constraints(with_parts(parent, table, identity=scope.version >= SHARED_IDENTITY), scope)
    yield table
    for name in sorted(scope.catalog.children.get(table.name, NO_NAMES)):
        below = scope.catalog.table(name)
        if below is not None and below.partition_of == table.name and name != parent.name:
            yield from completed(table, below, scope)


def with_parts(parent: Table, table: Table, *, identity: bool) -> Table:
    """The table with what its parent has; a part that it has already is the parent's from now on."""
    primary = table.primary_key
    if parent.primary_key is not None:
        primary = (
            replace(primary, inherited=True, parent=parent.primary_key.name) if primary else part_of(parent.primary_key)
        )
    inherited = {c.name: c.identity for c in parent.columns}
    required = {c.name for c in parent.columns if not c.nullable}
    checks = {c.name for c in parent.checks}
    triggers = {t.name for t in table.triggers}
    return replace(
        table,
        columns=tuple(
            replace(
                c,
                inherited=c.name in inherited,
                identity=inherited.get(c.name, "") if identity else c.identity,
                not_null_inherited=c.name in required,
            )
            for c in table.columns
        ),
        primary_key=primary,
        uniques=joined(parent.uniques, table.uniques, same_key),
        foreign_keys=with_foreign_keys(parent.foreign_keys, table.foreign_keys),
        checks=tuple(replace(c, inherited=c.inherited or c.name in checks) for c in table.checks),
        indexes=joined(parent.indexes, table.indexes, same_shape),
        triggers=(
            *table.triggers,
            *(replace(t, inherited=True) for t in parent.triggers if t.row and t.name not in triggers),
        ),
    )


def with_foreign_keys(parents: Sequence[ForeignKey], own: Sequence[ForeignKey]) -> tuple[ForeignKey, ...]:
    """The foreign keys of a table and those of its parent, each of these once; a copy keeps the name if it can."""
    keys = list(own)
    free = set(range(len(keys)))  # those that stand for no key of the parent yet
    for theirs in parents:
        at = next((n for n in sorted(free) if same_foreign_key(keys[n], theirs)), None)
        if at is not None:
            free.remove(at)
            keys[at] = replace(keys[at], inherited=True)
        else:
            taken = any(mine.name == theirs.name for mine in keys)
            keys.append(replace(theirs, inherited=True, name="" if taken else theirs.name))
    return tuple(keys)


def joined(parents: Sequence[Part], own: Sequence[Part], same: Callable[[Part, Part], bool]) -> tuple[Part, ...]:
    """The parts of a table and those of its parent, each of these once."""
    parts = list(own)
    for theirs in parents:
        if any(mine.inherited and mine.parent == theirs.name for mine in parts):
            continue
        at = next((n for n, mine in enumerate(parts) if not mine.inherited and same(mine, theirs)), None)
        if at is None:
            parts.append(part_of(theirs))
        else:
            parts[at] = replace(parts[at], inherited=True, parent=theirs.name)
    return tuple(parts)


def own_index(table: Table, index: Index) -> str:
    """The name of the index that a partition has already in place of this one of its parent; empty: none."""
    for key in table.keys if index.unique and index.method == "btree" and index.where is None else ():
        plain = len(index.columns) == len(index.parts) and not key.inherited
        if plain and (key.columns, key.include) == (index.columns, index.include):
            return key.name
    return next((i.name for i in table.indexes if not i.inherited and i.valid and same_shape(i, index)), "")


def own_key(table: Table, key: Key) -> str:
    """The name of the key, of either kind, that a partition has already in place of this one of its parent."""
    return next((k.name for k in table.keys if not k.inherited and same_key(k, key)), "")


def own_foreign_key(table: Table, key: ForeignKey, scope: Scope) -> str:
    """The name of the foreign key that a partition has in place of this one of its parent, or gets for it."""
    own = next((f.name for f in table.foreign_keys if not f.inherited and same_foreign_key(f, key)), "")
    if own:
        return own
    if key.name not in table.constraint_names:
        return key.name
    return constraint_name(naming.joined(key.columns), "fkey", table.name, table, scope)


def same_key(one: Key, other: Key) -> bool:
    """Whether a unique constraint of a table can stand for one of its parent."""
    keys = [(k.columns, k.include, k.nulls_distinct, k.deferrable) for k in (one, other)]
    return keys[0] == keys[1]


def same_foreign_key(one: ForeignKey, other: ForeignKey) -> bool:
    """Whether a foreign key of a table can stand for one of its parent."""
    keys = [(f.columns, f.target, f.target_columns, f.on_delete, f.on_update, f.match_full) for f in (one, other)]
    return keys[0] == keys[1]
