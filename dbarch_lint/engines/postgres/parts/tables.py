"""What goes with a table that is dropped, and what a new table, a partition or a parent touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres.parts.around import (
    NONE,
    above,
    all_readers,
    default_partition,
    holders,
    index_names,
    parents,
    readers,
    referenced,
    referencing_whole,
    when_cascading,
    with_indexes,
    with_partitions,
)
from dbarch_lint.engines.postgres.parts.columns import stored
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Composite, ForeignKey, Table


def _dropped_family(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The table and what is dropped with it: partitions always, inheritance children with CASCADE."""
    table = catalog.table(op.target)
    if table is not None:
        yield table
        for child in catalog.descendants(op.target):
            if op.cascade or child.partition_of is not None:
                yield child


def _with_attribute(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The composite types with an attribute of the type."""
    own = (op.name.schema, op.name.name)
    composites = (t for t in catalog.types.values() if isinstance(t, Composite))
    return (t.name for t in composites if any((c.type.schema, c.type.name) == own for c in t.columns))


def _dropped_children(op: Any, catalog: Catalog) -> Iterator[Name]:
    return (t.name for t in _dropped_family(op, catalog) if t.name != op.target)


def _dropped_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    view = catalog.view(op.target)
    yield from index_names(view)
    for table in _dropped_family(op, catalog):
        yield from index_names(table)


def _dropped_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    for table in _dropped_family(op, catalog):
        yield from sorted(catalog.sequences_of.get(table.name, NO_NAMES))


def _dropped_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key triggers go; those of a partition belong to its parent."""
    for table in _dropped_family(op, catalog):
        for target in referenced((table,), own=table.partition_of is not None):
            yield from with_partitions(target, catalog)


def _dropped_readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    if catalog.table(op.target) is None:
        yield from with_indexes(readers(op, catalog), catalog)
    for table in _dropped_family(op, catalog):
        yield from with_indexes(all_readers(table.name, catalog, set()), catalog)


def _unreferenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The foreign keys to the parent of a partition go with it: who has them, and the other partitions."""
    for parent in above(op.target, catalog):
        users = sorted(catalog.referencing.get(parent, NO_NAMES))
        yield from (name for user in users for name in with_partitions(user, catalog))
        yield from (t.name for t in catalog.descendants(parent) if users)


def _unreferenced_wholes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables above a partition whose foreign keys go with it."""
    return (parent for parent in above(op.target, catalog) if catalog.referencing.get(parent))


def _dropped_drawing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a default that draws from a sequence that goes with the table."""
    for name in _dropped_sequences(op, catalog):
        yield from sorted(catalog.drawing.get(name, NO_NAMES))


def _dropped_holders(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a column that holds rows of the table: they lose it."""
    for table in _dropped_family(op, catalog):
        yield from sorted(catalog.typed.get(table.name, NO_NAMES))


def _of_schema(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Everything in a schema, and what reads or references it from outside."""
    inside = sorted(n for n in catalog.relations if n.schema == op.name)
    for name in inside:
        yield name
        yield from (t.name for t in catalog.descendants(name))
        yield from with_indexes(all_readers(name, catalog, set()), catalog)
        yield from sorted(catalog.referencing.get(name, NO_NAMES))
        table = catalog.table(name)
        if table is not None:
            yield from referenced((table,))
    yield from sorted(n for n in catalog.types if n.schema == op.name)


def _new_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables that the foreign keys of a new table point to."""
    for key in op.definition.foreign_keys:
        yield from with_partitions(key.target, catalog)


def _partition_parent(op: Any, _: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return (parent,) if parent is not None else NONE


def _new_default_partition(op: Any, catalog: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return default_partition(parent, catalog) if parent is not None else NONE


def _partition_parent_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The indexes that a new partition must have too, unless it is foreign."""
    parent = op.definition.partition_of
    return index_names(catalog.table(parent)) if parent is not None and op.definition.kind != "foreign" else NONE


def _partition_referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a foreign key to what a new table is a partition of."""
    parent = op.definition.partition_of
    for name in (parent, *above(parent, catalog)) if parent is not None else NONE:
        yield from holders(name, catalog)


def _inherited(op: Any, _: Catalog) -> Iterable[Name]:
    return op.definition.inherits  # type: ignore[no-any-return]


def _templates(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that LIKE copies."""
    return (like.table for like in op.likes)


def _partition(op: Any, catalog: Catalog) -> Iterator[Name]:
    """A table to attach or detach, with its own partitions."""
    yield op.partition
    yield from (t.name for t in catalog.descendants(op.partition))


def _unproven_partition(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The table to attach and those of its partitions that are read."""
    return (name for name in _partition(op, catalog) if name not in op.proven_below)


def _attached_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The parent's indexes, which the new partition must have too, unless it is foreign."""
    partition = catalog.table(op.partition)
    foreign = partition is not None and partition.kind == "foreign"
    return NONE if foreign else index_names(catalog.table(op.table))


def _detached_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of a partition that are parts of its parent's, and stand alone from then on."""
    table = catalog.table(op.partition)
    if table is not None:
        yield from (table.name.sibling(k.name) for k in table.keys if k.inherited)
        yield from (table.name.sibling(i.name) for i in table.indexes if i.inherited)


def _looked_up_partition(op: Any, catalog: Catalog) -> Iterable[Name]:
    """A partition to detach, if foreign keys point to it: whether a row does is looked up in both."""
    return (op.partition,) if any(True for _ in referencing_whole(op, catalog)) else NONE


def _detached_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What the foreign keys that a partition has from its parent point to, with its partitions."""
    table = catalog.table(op.target)
    return (name for t in referenced((table,) if table else ()) for name in with_partitions(t, catalog))


def _detached_referenced_plain(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The same, where that is not partitioned."""
    table = catalog.table(op.target)
    for name in referenced((table,) if table else ()):
        found = catalog.table(name)
        if found is None or found.partition_by is None:
            yield name


def _triggered_partition(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partition and those below it, if they lose triggers that they have from above: those of foreign keys, too."""
    plain = set(_detached_referenced_plain(op, catalog))
    tied = [*referencing_whole(op, catalog), *(n for n in _detached_referenced(op, catalog) if n not in plain)]
    if tied and op.partition not in catalog.children:
        yield op.partition
    for name in _partition(op, catalog):
        table = catalog.table(name)
        if table is not None and any(t.inherited for t in table.triggers):
            yield name


def _detached_default(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partition, if it is the default one."""
    table = catalog.table(op.partition)
    return (op.partition,) if table is not None and table.partition_default else NONE


def _checked_partition(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The new partition, if its rows must satisfy a foreign key that nobody has checked for them."""
    return (op.partition,) if any(True for _ in _keys_checked(op, catalog)) else NONE


def _unindexed_partitions(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The new partition and those below it that lack an index or key of the parent, so that it is built."""
    for after in op.attached:
        before = catalog.table(after.name)
        if before is not None and set(after.index_names) - set(before.index_names):
            yield after.name


def _taken_over(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes below the new partition that become parts of one that is made for it."""
    for after in op.attached:
        before = catalog.table(after.name)
        if before is not None and after.name != op.partition:
            own = _wholes_of_indexes(before)
            for name, whole in _wholes_of_indexes(after).items():
                if whole and own.get(name) == "":
                    yield after.name.sibling(name)


def _wholes_of_indexes(table: Table) -> dict[str, str]:
    """The keys and indexes of a table, each with the name of the one that it is a part of."""
    return {key.name: key.parent for key in table.keys} | {index.name: index.parent for index in table.indexes}


def _default_of_target(op: Any, catalog: Catalog) -> Iterator[Name]:
    return default_partition(op.table, catalog, but=op.partition)


def _unproven_default(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The default partition and what is below it, without those whose CHECK keeps out the rows of the new partition."""
    return (name for name, proven in _defaults(op, catalog) if not proven)


def _below_default(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What is below such a default partition, proven or not: all of it is looked at, unless nothing is."""
    return (name for name, _ in _defaults(op, catalog))


def _defaults(op: Any, catalog: Catalog) -> Iterator[tuple[Name, bool]]:
    """The default partition and what is below it, if it is not proven to hold no row of the new one; and what is."""
    parent, bound = op.table, getattr(op, "bound", "")
    if hasattr(op, "definition"):
        parent, bound = op.definition.partition_of, op.definition.partition_bound
    table = catalog.table(parent) if parent is not None else None
    parts = table.partition_by.parts if table is not None and table.partition_by is not None else ()
    for name in default_partition(parent, catalog, but=getattr(op, "partition", None)) if parts else ():
        column = parts[0].column if len(parts) == 1 else ""
        default = catalog.table(name)
        if default is not None and not _keeps_out(default, column, bound):
            yield name, False
            yield from ((t.name, _keeps_out(t, column, bound)) for t in catalog.descendants(name))


def _keeps_out(table: Table, column: str, bound: str) -> bool:
    """Whether a CHECK of a table says that it holds no row of a partition."""
    checks = [c for c in table.checks if c.validated] if column else []
    if not checks:
        return False
    from dbarch_lint.engines.postgres.bounds import excludes

    return any(excludes(node_of(c.expression), column, bound) for c in checks)


def _default_beside(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The default partition of the table that the target is a partition of."""
    for parent in parents(op, catalog):
        yield from default_partition(parent, catalog, but=op.target)


def _attach_keys(op: Any, catalog: Catalog) -> Iterator[tuple[ForeignKey, ForeignKey | None]]:
    """The parent's foreign keys, each with the one of the new partition that stands for it from now on."""
    parent, table = catalog.table(op.table), catalog.table(op.partition)
    own = {key.name: key for key in table.foreign_keys} if table is not None else {}
    after = next((t for t in op.attached if t.name == op.partition), table)
    stands = {key.parent: own.get(key.name) for key in after.foreign_keys} if after is not None else {}
    return ((key, stands.get(key.name)) for key in (parent.foreign_keys if parent is not None else ()))


def _new_key_targets(op: Any, catalog: Catalog, *, there: bool) -> Iterator[Name]:
    """What those point to that the new partition has already, or gets."""
    found = [key.target for key, own in _attach_keys(op, catalog) if (own is not None) == there]
    return (name for target in found for name in with_partitions(target, catalog))


def _keys_checked(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What those point to that its rows have not been checked for."""
    unchecked = [key for key, own in _attach_keys(op, catalog) if own is None or (key.validated and not own.validated)]
    return (name for key in unchecked if key.enforced for name in with_partitions(key.target, catalog))


def _trigger_constrained(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The other tables of the constraint triggers that a new partition gets from its parent."""
    parent = op.definition.partition_of if hasattr(op, "definition") else op.table
    table = catalog.table(parent) if parent is not None else None
    return (t.constrained for t in (table.triggers if table is not None else ()) if t.row and t.constrained is not None)


def _option_parent(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.parent,) if op.parent is not None else NONE


PARTS: dict[str, tuple[str, Find]] = {
    "default_beside": ("default_partition", _default_beside),
    "new_referenced": ("referenced", _new_referenced),
    "partition_parent": ("parent", _partition_parent),
    "partition_parent_indexes": ("index", _partition_parent_indexes),
    "partition_referencing": ("referencing", _partition_referencing),
    "new_default_partition": ("default_partition", _new_default_partition),
    "inherited": ("parent", _inherited),
    "templates": ("source", _templates),
    "dropped_children": ("child", _dropped_children),
    "dropped_indexes": ("index", _dropped_indexes),
    "dropped_sequences": ("sequence", _dropped_sequences),
    "dropped_referenced": ("referenced", _dropped_referenced),
    "dropped_referenced_stored": ("referenced", stored(_dropped_referenced)),
    "dropped_readers": ("dependent", when_cascading(_dropped_readers)),
    "unreferenced": ("dependent", when_cascading(_unreferenced)),
    "unreferenced_wholes": ("parent", when_cascading(_unreferenced_wholes)),
    "dropped_drawing": ("dependent", when_cascading(_dropped_drawing)),
    "dropped_holders": ("dependent", when_cascading(_dropped_holders)),
    "of_schema": ("target", when_cascading(_of_schema)),
    "partition": ("child", _partition),
    "unproven_partition": ("child", _unproven_partition),
    "below_partition": ("child", lambda op, catalog: [t.name for t in catalog.descendants(op.partition)]),
    "checked_partition": ("child", _checked_partition),
    "unindexed_partitions": ("child", _unindexed_partitions),
    "taken_over": ("index", _taken_over),
    "attached_indexes": ("index", _attached_indexes),
    "looked_up_partition": ("child", _looked_up_partition),
    "detached_indexes": ("index", _detached_indexes),
    "detached_referenced": ("referenced", _detached_referenced),
    "detached_referenced_plain": ("referenced", _detached_referenced_plain),
    "triggered_partition": ("child", _triggered_partition),
    "detached_default": ("child", _detached_default),
    "unproven_default": ("default_partition", _unproven_default),
    "below_default": ("default_partition", _below_default),
    "default_partition": ("default_partition", _default_of_target),
    "keys_to_get": ("referenced", partial(_new_key_targets, there=False)),
    "keys_it_has": ("referenced", partial(_new_key_targets, there=True)),
    "keys_checked": ("referenced", _keys_checked),
    "trigger_constrained": ("source", _trigger_constrained),
    "option_parent": ("parent", _option_parent),
    "moved": ("target", lambda op, _: op.moved),
    "cascading_attributes": ("dependent", when_cascading(_with_attribute)),
}
