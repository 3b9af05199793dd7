"""Which part of a partition stands for one of the table above it, and what a new one is called.

Source: PostgreSQL's AttachPartitionEnsureIndexes, DefineIndex and tryAttachPartitionForeignKey.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from dbarch_lint.engines.postgres import naming, spread
from dbarch_lint.engines.postgres.create import index_name
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import EXCLUSIONS_SERVE, NOT_VALID_EVERYWHERE
from dbarch_lint.names import Name
from dbarch_lint.objects import Exclusion, ForeignKey, Index, IndexPart, Key, Table, replace
from dbarch_lint.operations.indexes import same_shape


def own_exclusion(constraints: Iterable[Exclusion], theirs: Exclusion, scope: Scope) -> str:
    """The name of the exclusion constraint, among those of a partition, that is there for this one of its parent."""
    if scope.version < EXCLUSIONS_SERVE:
        return ""
    wanted = excluded(theirs)
    return next((e.name for e in constraints if not e.parent and excluded(e) == wanted), "")


def excluded(constraint: Exclusion) -> tuple[object, ...]:
    """What an exclusion constraint forbids."""
    parts = tuple([(p.column, p.expression, p.collation, p.opclass, p.operator) for p in constraint.parts])
    return constraint.method, parts, constraint.where


def indexes_below(name: Name, index: Index, scope: Scope) -> Iterator[tuple[Name, str]]:
    """The indexes that CREATE INDEX finds or makes on partitions; below one that it finds it does not look."""
    made: set[Name | None] = {name}
    for child in spread.below(name, scope.catalog):
        if child.partition_of in made and child.kind != "foreign":
            own = own_index(child, index)
            yield child.name, own.name if own is not None else index_name(child.name, index, scope)
            if own is None:
                made.add(child.name)


def own_index(table: Table, index: Index) -> Index | None:
    """The index, of a key or not, that a partition has in place of this one of its parent; valid ones come first."""
    free = sorted([*map(as_index, table.keys), *table.indexes], key=attrgetter("made"))
    alike = [i for i in free if not i.parent and same_shape(i, index)]
    return next((i for i in alike if i.valid), alike[0] if alike else None)


def own_key(table: Table, key: Key) -> str:
    """The name of the key, of either kind, that a partition has already in place of this one of its parent."""
    wanted = as_index(key)
    return next((k.name for k in table.keys if not k.parent and same_shape(as_index(k), wanted)), "")


def as_index(key: Key) -> Index:
    """The index that a key owns."""
    return Index(
        name=key.name,
        parts=tuple([IndexPart(column=column) for column in key.columns]),
        unique=True,
        include=key.include,
        nulls_distinct=key.nulls_distinct,
        parent=key.parent,
        made=key.made,
    )


def own_foreign_key(table: Table, key: ForeignKey, scope: Scope, others: Collection[Name]) -> str:
    """The name of the foreign key that a partition has in place of this one of its parent, or gets for it.

    `others`: the names of other constraints that are made with it.
    """
    own = next((f.name for f in table.foreign_keys if serves(f, key, scope)), "")
    return own or copy_name(table, key, scope, others)


def copy_name(table: Table, key: ForeignKey, scope: Scope, others: Collection[Name]) -> str:
    """The name of the copy that a partition gets of a foreign key of its parent; `others` as above."""
    taken = {*table.constraint_names, *(copy for f in table.foreign_keys for _, copy in f.copies)}
    if key.name not in taken:
        return key.name
    near = {other.name for other in others if other.schema == table.name.schema}
    return naming.foreign_key_name(replace(key, parent=key.name), table.name, table, scope, taken | near)


def serves(own: ForeignKey, theirs: ForeignKey, scope: Scope) -> bool:
    """Whether a foreign key of a table can stand for one of its parent."""
    keys = [(f.columns, f.target, f.target_columns, f.on_delete, f.on_update, f.match_full) for f in (own, theirs)]
    times = [(f.deferrable, f.initially_deferred) for f in (own, theirs)]
    usable = own.validated or scope.version >= NOT_VALID_EVERYWHERE
    return not own.parent and keys[0] == keys[1] and times[0] == times[1] and usable
