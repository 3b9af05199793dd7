"""Behind the table of effects: which relations play a part in an operation.

A *part* is a key of `lock` and `work` in effects.yaml: a function that finds relations in the catalog, and the role
that the reports give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.words import node_of, rebuilt_indexes
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, ForeignKey, Index, IndexEntry, Key, Sequence, Table, View

NONE: tuple[Name, ...] = ()

# --- relations around a table


def _named(op: Any, _: Catalog) -> Iterable[Name]:
    """The relation that the operation names first."""
    name = op.target
    return (name,) if name is not None else NONE


def _below(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions and inheritance children, unless ONLY is said."""
    name = op.target
    if name is None or name not in catalog.children or getattr(op, "only", False):
        return NONE
    return [t.name for t in catalog.descendants(name)]


def _partitions(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions, but not inheritance children."""
    table = catalog.table(op.target) if op.target is not None else None
    return _below(op, catalog) if table is not None and table.partition_by is not None else NONE


def _inheriting(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Inheritance children, but not partitions."""
    table = catalog.table(op.target) if op.target is not None else None
    return _below(op, catalog) if table is not None and table.partition_by is None else NONE


def _family(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The table and what is below it."""
    for name in (*_named(op, catalog), *_below(op, catalog)):
        table = catalog.table(name)
        if table is not None:
            yield table


def _index_names(relation: Table | View | None) -> Iterator[Name]:
    if isinstance(relation, Table):
        return (relation.name.sibling(i) for i in relation.index_names)
    return (relation.name.sibling(i.name) for i in relation.indexes) if relation is not None else iter(())


def _own_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    """All indexes of the target."""
    name = op.target
    return _index_names(catalog.table(name) or catalog.view(name)) if name is not None else NONE


def _indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """All indexes of the target and of what is below it, but for those of partitioned tables, which hold nothing."""
    view = catalog.view(op.target) if op.target is not None else None
    yield from _index_names(view)
    for table in _family(op, catalog):
        yield from _stored_indexes(table)


def _stored_indexes(table: Table | None) -> Iterable[Name]:
    return _index_names(table) if table is not None and table.partition_by is None else NONE


def _sequences(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The sequences that the target owns."""
    return catalog.sequences_of.get(op.target, NO_NAMES) if op.target is not None else NONE


def _parents(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitioned table of a partition."""
    table = catalog.table(op.target)
    return (table.partition_of,) if table is not None and table.partition_of is not None else NONE


def _referenced(tables: Iterable[Table], *, own: bool = False) -> Iterator[Name]:
    """The tables that foreign keys point to; `own`: only the keys that do not come from a parent."""
    for table in tables:
        for key in table.foreign_keys:
            if not (own and key.inherited):
                yield key.target


def _referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a foreign key to the target."""
    for table in _family(op, catalog):
        yield from catalog.referencing.get(table.name, NO_NAMES)


def _readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The views that read the target, and those that read them."""
    yield from _all_readers(op.target, catalog, set())


def _all_readers(name: Name, catalog: Catalog, seen: set[Name]) -> Iterator[Name]:
    for reader in sorted(catalog.users.get(name, NO_NAMES) - seen):
        seen.add(reader)
        yield reader
        yield from _all_readers(reader, catalog, seen)


def _with_indexes(names: Iterable[Name], catalog: Catalog) -> Iterator[Name]:
    for name in names:
        yield name
        yield from _index_names(catalog.view(name) or catalog.table(name))


def _with_partitions(name: Name, catalog: Catalog) -> Iterator[Name]:
    """A table and, where it is partitioned, its partitions."""
    yield name
    table = catalog.table(name)
    if table is not None and table.partition_by is not None:
        yield from (t.name for t in catalog.descendants(name))


def _default_partition(parent: Name, catalog: Catalog, but: Name | None = None) -> Iterator[Name]:
    for name in catalog.children.get(parent, NO_NAMES):
        table = catalog.table(name)
        if table is not None and table.partition_default and name != but:
            yield name


# --- dropped things


def _when_cascading(find: Find) -> Find:
    return lambda op, catalog: find(op, catalog) if op.cascade else NONE


def _column_readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What DROP COLUMN CASCADE takes with it: the views that use the column, and those that read them."""
    for reader in sorted(catalog.users.get(op.target, NO_NAMES)):
        view = catalog.view(reader)
        if view is not None and op.column in view.columns_used:
            yield from _with_indexes((reader, *_all_readers(reader, catalog, set())), catalog)


def _column_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that hold the column."""
    for table in _family(op, catalog):
        for index in (*table.keys, *table.exclusions, *table.indexes):
            if _holds(index, op.column):
                yield table.name.sibling(index.name)


def _holds(index: Any, column: str) -> bool:
    if isinstance(index, Key):
        return column in index.columns or column in index.include
    if isinstance(index, Index):
        return index.uses(column)
    return any(p.column == column or (p.expression and column in p.expression.columns) for p in index.parts)


def _column_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that belong to the column."""
    for name in catalog.sequences_of.get(op.target, NO_NAMES):
        sequence = catalog.relations.get(name)
        if isinstance(sequence, Sequence) and sequence.owner_column == op.column:
            yield name


def _column_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables that a foreign key of the column points to."""
    for table in _family(op, catalog):
        yield from (key.target for key in table.foreign_keys if op.column in key.columns)


def _column_referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key points to the column."""
    for table, key in _keys_to(op.target, catalog):
        if op.column in key.target_columns:
            yield table.name


def _keys_to(name: Name, catalog: Catalog) -> Iterator[tuple[Table, ForeignKey]]:
    for other in sorted(catalog.referencing.get(name, NO_NAMES)):
        table = catalog.table(other)
        if table is not None:
            yield from ((table, key) for key in table.foreign_keys if key.target == name)


def _constraint_index(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The index that a named constraint owns."""
    name = op.target.sibling(op.name)
    if isinstance(catalog.relations.get(name), IndexEntry):
        yield name


def _constraint_partition_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of the partitions that come from the constraint's own."""
    key = _constraint(op, catalog)
    if isinstance(key, Key):
        for table in _family(op, catalog):
            for other in table.keys:
                if other.inherited and other.columns == key.columns:
                    yield table.name.sibling(other.name)


def _constraint(op: Any, catalog: Catalog) -> Any:
    table = catalog.table(op.target)
    return table.constraint(op.name) if table is not None else None


def _constraint_referenced(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The table that a named foreign key points to."""
    key = _constraint(op, catalog)
    return _with_partitions(key.target, catalog) if isinstance(key, ForeignKey) else NONE


def _constraint_referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key needs a named key."""
    key = _constraint(op, catalog)
    if isinstance(key, Key):
        for table, other in _keys_to(op.target, catalog):
            if frozenset(other.target_columns) == frozenset(key.columns):
                yield table.name


def _dropped_family(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The table and what is dropped with it: partitions always, inheritance children with CASCADE."""
    table = catalog.table(op.target)
    if table is not None:
        yield table
        for child in catalog.descendants(op.target):
            if op.cascade or child.partition_of is not None:
                yield child


def _dropped_children(op: Any, catalog: Catalog) -> Iterator[Name]:
    return (t.name for t in _dropped_family(op, catalog) if t.name != op.target)


def _dropped_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    view = catalog.view(op.target)
    yield from _index_names(view)
    for table in _dropped_family(op, catalog):
        yield from _index_names(table)


def _dropped_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    for table in _dropped_family(op, catalog):
        yield from catalog.sequences_of.get(table.name, NO_NAMES)


def _dropped_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key triggers go; those of a single partition belong to its parent."""
    table = catalog.table(op.target)
    if table is not None:
        for target in _referenced((table,), own=table.partition_of is not None):
            yield from _with_partitions(target, catalog)


def _dropped_readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    return _with_indexes(_readers(op, catalog), catalog)


def _of_schema(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Everything in a schema, and what reads or references it from outside."""
    inside = sorted(n for n in catalog.relations if n.schema == op.name)
    for name in inside:
        yield name
        yield from _with_indexes(_all_readers(name, catalog, set()), catalog)
        yield from catalog.referencing.get(name, NO_NAMES)
        table = catalog.table(name)
        if table is not None:
            yield from _referenced((table,))


# --- indexes


def _index(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.index,) if op.index is not None else NONE


def _used_index(op: Any, _: Catalog) -> Iterable[Name]:
    """The index that USING INDEX makes a constraint, or that a table option names."""
    name = op.value if hasattr(op, "value") else op.constraint.using_index
    return (op.target.sibling(name),)


def _rebuilt(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that a type change builds again: those bound to the operation, and those below."""
    yield from (op.target.sibling(name) for name in op.rebuilds)
    for name in _below(op, catalog):
        table = catalog.table(name)
        if table is not None:
            yield from (name.sibling(i) for i in rebuilt_indexes(table, op.column, op.type_change))
            yield from (name.sibling(i.name) for i in table.indexes if i.inherited and i.uses(op.column))


def _same_index(one: Index, other: Index) -> bool:
    """Whether an index of a partition serves as the one that its parent asks for."""
    return (
        (one.parts, one.unique, one.method, one.include, one.where)
        == (other.parts, other.unique, other.method, other.include, other.where)
        and other.valid
        and not other.inherited
    )


def _to_build(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have no index like the one that is created."""
    for name in _partitions(op, catalog):
        table = catalog.table(name)
        if table is not None and not any(_same_index(op.index, i) for i in table.indexes):
            yield name


def _matching_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of partitions that are taken over instead of being built."""
    for name in _partitions(op, catalog):
        table = catalog.table(name)
        if table is not None:
            yield from [name.sibling(i.name) for i in table.indexes if _same_index(op.index, i)][:1]


def _index_family(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that partitions have from an index of their parent."""
    for table in _below_index(op, catalog):
        yield from (table.name.sibling(i.name) for i in _copies(op, catalog, table))


def _index_partitions(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions of the table of a named index."""
    return (table.name for table in _below_index(op, catalog))


def _below_index(op: Any, catalog: Catalog) -> Iterator[Table]:
    table = catalog.table(op.target) if op.target is not None else None
    return catalog.descendants(table.name) if table is not None and table.partition_by else iter(())


def _copies(op: Any, catalog: Catalog, partition: Table) -> Iterator[Any]:
    owner = catalog.table(op.target)
    index = owner.index(op.index.name) if owner is not None else None
    if index is not None:
        return (i for i in partition.indexes if i.inherited and i.parts == index.parts and i.unique == index.unique)
    key = owner.constraint(op.index.name) if owner is not None else None
    return (k for k in partition.keys if isinstance(key, Key) and k.inherited and k.columns == key.columns)


def _other_index(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.other,) if op.other is not None else NONE


def _other_index_table(op: Any, catalog: Catalog) -> Iterator[Name]:
    entry = catalog.relations.get(op.other)
    if isinstance(entry, IndexEntry):
        yield entry.table


def _all_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Every table and materialized view of the database, or of the schema that is named."""
    schema = getattr(op, "schema", "")
    for name, relation in sorted(catalog.relations.items(), key=lambda item: item[0]):
        stored = isinstance(relation, Table) or (isinstance(relation, View) and relation.materialized)
        if stored and (not schema or name.schema == schema):
            yield name


def _all_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    for name in _all_tables(op, catalog):
        yield from _index_names(catalog.table(name) or catalog.view(name))


# --- new tables, foreign keys, partitions


def _new_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables that the foreign keys of a new table point to."""
    for key in op.definition.foreign_keys:
        yield from _with_partitions(key.target, catalog)


def _partition_parent(op: Any, _: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return (parent,) if parent is not None else NONE


def _new_default_partition(op: Any, catalog: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return _default_partition(parent, catalog) if parent is not None else NONE


def _partition_parent_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return _index_names(catalog.table(parent)) if parent is not None else NONE


def _partition_parent_referencing(op: Any, catalog: Catalog) -> Iterable[Name]:
    parent = op.definition.partition_of
    return catalog.referencing.get(parent, NO_NAMES) if parent is not None else NONE


def _inherited(op: Any, _: Catalog) -> Iterable[Name]:
    return op.definition.inherits  # type: ignore[no-any-return]


def _templates(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that LIKE copies."""
    return (like.table for like in op.likes)


def _key_target(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What a new foreign key points to."""
    return _with_partitions(op.constraint.target, catalog)


def _partition(op: Any, catalog: Catalog) -> Iterator[Name]:
    """A table to attach or detach, with its own partitions."""
    yield op.partition
    yield from (t.name for t in catalog.descendants(op.partition))


def _attached_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The parent's indexes, which the new partition must have too."""
    return _index_names(catalog.table(op.table))


def _needed_keys(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The keys that a partition has from its parent, where another table references the parent."""
    table = catalog.table(op.partition)
    if table is not None and catalog.referencing.get(op.table):
        yield from (table.name.sibling(k.name) for k in table.keys if k.inherited)


def _checked_partition(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The new partition, if it gets a foreign key that its rows must satisfy."""
    return (op.partition,) if any(True for _ in _attach_keys(op, catalog, there=False)) else NONE


def _unindexed_partition(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The new partition, if it lacks an index or key that its parent has, so that it is built."""
    parent, table = catalog.table(op.table), catalog.table(op.partition)
    if parent is None or table is None:
        return
    keys = {k.columns for k in table.keys}
    lacks_key = any(k.columns not in keys for k in parent.keys)
    if lacks_key or any(not any(_same_index(i, own) for own in table.indexes) for i in parent.indexes):
        yield table.name


def _default_of_target(op: Any, catalog: Catalog) -> Iterator[Name]:
    return _default_partition(op.table, catalog, but=op.partition)


def _default_beside(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The default partition of the table that the target is a partition of."""
    for parent in _parents(op, catalog):
        yield from _default_partition(parent, catalog, but=op.target)


def _attach_keys(op: Any, catalog: Catalog, *, there: bool) -> Iterator[Name]:
    """What the parent's foreign keys point to: those that the new partition has already, or those it gets."""
    parent, table = catalog.table(op.table), catalog.table(op.partition)
    own = {(k.columns, k.target) for k in table.foreign_keys} if table is not None else set()
    for key in parent.foreign_keys if parent is not None else ():
        if ((key.columns, key.target) in own) == there:
            yield from _with_partitions(key.target, catalog)


def _direct_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    table = catalog.table(op.target)
    return _referenced((table,)) if table is not None else iter(())


def _direct_referencing(op: Any, catalog: Catalog) -> Iterable[Name]:
    return catalog.referencing.get(op.target, NO_NAMES)


def _option_parent(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.parent,) if op.parent is not None else NONE


# --- rows, views, types and the rest


def _through(names: Iterable[Name], catalog: Catalog) -> Iterator[Name]:
    """What a query touches that reads these: what the views among them read, and the children of tables."""
    seen: set[Name] = set()
    waiting = sorted(names, reverse=True)
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        view = catalog.view(name)
        if view is None:
            waiting.extend(t.name for t in catalog.descendants(name))
        elif not view.materialized:
            waiting.extend(view.uses)


def _view_reads(op: Any, _: Catalog) -> Iterable[Name]:
    return sorted(op.definition.uses)


def _refreshed_from(op: Any, catalog: Catalog) -> Iterable[Name]:
    view = catalog.view(op.target)
    return _through(view.uses, catalog) if view is not None else NONE


def _view_sources(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What LOCK TABLE of a view locks too."""
    view = catalog.view(op.target)
    return _through(view.uses, catalog) if view is not None and not view.materialized else NONE


def _policy_reads(op: Any, _: Catalog) -> Iterator[Name]:
    """The tables that the subqueries of a policy read."""
    for expression in (op.policy.using, op.policy.check):
        node = node_of(expression)
        if node is not None:
            yield from (Name(schema or op.table.schema, name) for schema, name in expressions.relations(node))


def _sequence_owner(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The table whose default uses the sequence, and goes without it after CASCADE."""
    sequence = catalog.relations.get(op.target)
    if op.cascade and isinstance(sequence, Sequence) and sequence.owner is not None:
        yield sequence.owner


def _written_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose rows a foreign key looks up when rows of the target are written."""
    table = catalog.table(op.target)
    columns = frozenset(getattr(op, "columns", ()))
    for key in table.foreign_keys if table is not None else ():
        if not columns or columns & frozenset(key.columns):
            yield key.target


def _rows_that_point(op: Any, catalog: Catalog) -> Iterator[tuple[Table, ForeignKey, str]]:
    """The foreign keys whose rows the server looks up when rows of the target are deleted or get another key."""
    changed = frozenset(getattr(op, "columns", ()))
    for table, key in _keys_to(op.target, catalog):
        if not changed:
            yield table, key, key.on_delete
        elif changed & frozenset(key.target_columns):
            yield table, key, key.on_update


def _looking_up(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are only looked for."""
    return (t.name for t, _, action in _rows_that_point(op, catalog) if action in {"NO ACTION", "RESTRICT"})


def _carrying_on(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables where rows are deleted or changed too."""
    return (t.name for t, _, action in _rows_that_point(op, catalog) if action not in {"NO ACTION", "RESTRICT"})


def _searched(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The referencing tables that have no index to find those rows by."""
    return (t.name for t, key, _ in _rows_that_point(op, catalog) if t.covering_index(key.columns) is None)


def _default_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that a default draws from."""
    default = op.column.default
    if default is None or "nextval" not in default.functions:
        return
    for kind, fields in expressions.walk(node_of(default)):
        if kind == "A_Const" and "sval" in fields:
            schema, _, name = fields["sval"].get("sval", "").rpartition(".")
            found = Name(schema.strip('"') or op.table.schema, name.strip('"'))
            if isinstance(catalog.relations.get(found), Sequence):
                yield found


def _typed_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables made OF a composite type: CASCADE changes them with it."""
    if op.cascade:
        for name, relation in catalog.relations.items():
            if isinstance(relation, Table) and relation.of_type == op.name:
                yield name


def _about(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables that extended statistics are about."""
    found = catalog.others.get((op.kind, op.name))
    return op.tables or (found.tables if found is not None else NONE)


def _truncated(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What TRUNCATE CASCADE empties too: every table that references an emptied one."""
    if op.cascade:
        seen = {op.target}
        waiting = [op.target, *_below(op, catalog)]
        while waiting:
            for name in sorted(catalog.referencing.get(waiting.pop(), NO_NAMES) - seen):
                seen.add(name)
                waiting.append(name)
                yield from _with_partitions(name, catalog)


def _truncated_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    yield from _indexes(op, catalog)
    for name in _truncated(op, catalog):
        yield from _stored_indexes(catalog.table(name))


def _truncated_sequences(op: Any, catalog: Catalog) -> Iterable[Name]:
    return _sequences(op, catalog) if op.restart_identity else NONE


def _of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a column of the type or domain."""
    return sorted(catalog.typed.get(op.name, NO_NAMES))


def _cascading_of_type(op: Any, catalog: Catalog) -> Iterable[Name]:
    return _of_type(op, catalog) if op.cascade else NONE


def _trigger_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The relations whose triggers DROP FUNCTION CASCADE takes with it."""
    if op.cascade:
        for name, relation in catalog.relations.items():
            if isinstance(relation, Table | View) and any(t.function == op.name for t in relation.triggers):
                yield name


def _tables(op: Any, _: Catalog) -> Iterable[Name]:
    return op.tables  # type: ignore[no-any-return]


def _names(op: Any, _: Catalog) -> Iterable[Name]:
    return op.names  # type: ignore[no-any-return]


def _owner(op: Any, _: Catalog) -> Iterable[Name]:
    return (op.owner,) if op.owner is not None and op.owner_column else NONE


PARTS: dict[str, tuple[str, Find]] = {
    "target": ("target", _named),
    "children": ("child", _below),
    "all_below": ("child", lambda op, catalog: [t.name for t in catalog.descendants(op.target)]),
    "partitions": ("child", _partitions),
    "inheriting": ("child", _inheriting),
    "own_indexes": ("index", _own_indexes),
    "indexes": ("index", _indexes),
    "sequences": ("sequence", _sequences),
    "parent": ("parent", _parents),
    "default_beside": ("default_partition", _default_beside),
    "referenced": ("referenced", _direct_referenced),
    "referencing": ("referencing", _direct_referencing),
    "all_referencing": ("referencing", _referencing),
    # columns and constraints
    "column_readers": ("dependent", _when_cascading(_column_readers)),
    "column_indexes": ("index", _column_indexes),
    "column_sequences": ("sequence", _column_sequences),
    "column_referenced": ("referenced", _column_referenced),
    "column_referencing": ("referencing", _column_referencing),
    "cascaded_referencing": ("referencing", _when_cascading(_column_referencing)),
    "key_target": ("referenced", _key_target),
    "constraint_index": ("index", _constraint_index),
    "constraint_partition_indexes": ("index", _constraint_partition_indexes),
    "constraint_referenced": ("referenced", _constraint_referenced),
    "constraint_referencing": ("referencing", _when_cascading(_constraint_referencing)),
    # indexes
    "index": ("index", _index),
    "used_index": ("index", _used_index),
    "rebuilt": ("index", _rebuilt),
    "to_build": ("child", _to_build),
    "matching_indexes": ("index", _matching_indexes),
    "index_family": ("index", _index_family),
    "index_partitions": ("child", _index_partitions),
    "other_index": ("index", _other_index),
    "other_index_table": ("child", _other_index_table),
    "all_tables": ("target", _all_tables),
    "all_indexes": ("index", _all_indexes),
    # tables that come and go
    "new_referenced": ("referenced", _new_referenced),
    "partition_parent": ("parent", _partition_parent),
    "partition_parent_indexes": ("index", _partition_parent_indexes),
    "partition_parent_referencing": ("referencing", _partition_parent_referencing),
    "new_default_partition": ("default_partition", _new_default_partition),
    "inherited": ("parent", _inherited),
    "templates": ("source", _templates),
    "dropped_children": ("child", _dropped_children),
    "dropped_indexes": ("index", _dropped_indexes),
    "dropped_sequences": ("sequence", _dropped_sequences),
    "dropped_referenced": ("referenced", _dropped_referenced),
    "dropped_referencing": ("referencing", _when_cascading(_referencing)),
    "dropped_readers": ("dependent", _when_cascading(_dropped_readers)),
    "of_schema": ("target", _when_cascading(_of_schema)),
    "partition": ("child", _partition),
    "checked_partition": ("child", _checked_partition),
    "unindexed_partition": ("child", _unindexed_partition),
    "attached_indexes": ("index", _attached_indexes),
    "needed_keys": ("index", _needed_keys),
    "default_partition": ("default_partition", _default_of_target),
    "keys_to_get": ("referenced", lambda op, catalog: _attach_keys(op, catalog, there=False)),
    "keys_it_has": ("referenced", lambda op, catalog: _attach_keys(op, catalog, there=True)),
    "option_parent": ("parent", _option_parent),
    # rows, views, types
    "reads_through": ("source", lambda op, catalog: _through(op.reads, catalog)),
    "view_reads_through": ("source", lambda op, catalog: _through(op.definition.uses, catalog)),
    "view_sources": ("source", _view_sources),
    "policy_reads": ("source", _policy_reads),
    "sequence_owner": ("dependent", _sequence_owner),
    "view_reads": ("source", _view_reads),
    "refreshed_from": ("source", _refreshed_from),
    "written_referenced": ("referenced", _written_referenced),
    "looking_up": ("referencing", _looking_up),
    "carrying_on": ("referencing", _carrying_on),
    "searched": ("referencing", _searched),
    "default_sequences": ("sequence", _default_sequences),
    "typed_tables": ("dependent", _typed_tables),
    "about": ("target", _about),
    "constrained": ("source", lambda op, _: NONE if op.constrained is None else (op.constrained,)),
    "truncated": ("referencing", _truncated),
    "truncated_indexes": ("index", _truncated_indexes),
    "truncated_sequences": ("sequence", _truncated_sequences),
    "of_type": ("dependent", _of_type),
    "cascading_of_type": ("dependent", _cascading_of_type),
    "trigger_tables": ("dependent", _trigger_tables),
    "tables": ("target", _tables),
    "names": ("target", _names),
    "owner": ("referenced", _owner),
    "commented_index": ("index", _named),
}
