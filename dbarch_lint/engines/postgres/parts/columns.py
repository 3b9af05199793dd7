"""The relations that an operation on a column or a constraint touches beside its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.parts.around import (
    NONE,
    all_readers,
    directly_below,
    family,
    keys_to,
    partitions,
    stored_indexes,
    when_cascading,
    with_indexes,
    with_partitions,
)
from dbarch_lint.engines.postgres.terms import text_constants
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Exclusion, ForeignKey, Index, IndexEntry, Key, Sequence, Table
from dbarch_lint.operations import DropColumn
from dbarch_lint.operations.columns import heirs, lost_columns
from dbarch_lint.operations.constraints import part_of


def _asked_children(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The children that ADD COLUMN comes to: it ends at those that have the column."""
    waiting = [] if op.only else sorted(catalog.children.get(op.target, NO_NAMES), reverse=True)
    seen: set[Name] = set()
    while waiting:
        child = catalog.table(waiting.pop())
        if child is None or child.name in seen:
            continue
        seen.add(child.name)
        yield child
        if child.column(op.column.name) is None:
            waiting.extend(sorted(catalog.children.get(child.name, NO_NAMES), reverse=True))


def _growing_children(op: Any, catalog: Catalog) -> Iterator[Table]:
    """Those of them that get the column."""
    return (child for child in _asked_children(op, catalog) if child.column(op.column.name) is None)


def _growing_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of the table and of what gets the column with it."""
    table = catalog.table(op.target)
    for grown in (*([table] if table is not None else ()), *_growing_children(op, catalog)):
        yield from stored_indexes(grown)


def _narrowed_children(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The children that have the column, and get a NOT NULL for it."""
    for child in _asked_children(op, catalog) if not op.column.nullable else ():
        mine = child.column(op.column.name)
        if mine is not None and mine.nullable:
            yield child.name


def _column_readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What DROP COLUMN CASCADE takes with it: the views that use the column, and those that read them."""
    for column in sorted(lost_columns(catalog.table(op.target), op.column)):
        yield from readers_of_column(op.target, column, catalog)


def _changed(op: Any, catalog: Catalog) -> Iterator[tuple[Table, frozenset[str]]]:
    """The tables in which the column changes or goes, with its name and those of what is generated from it and goes."""
    dropped = isinstance(op, DropColumn)
    losing = heirs(catalog, op.table, op.column, only=op.only) if dropped else ()
    for table in family(op, catalog):
        if not dropped:
            yield table, frozenset({op.column})
        elif table.name in losing:
            yield table, frozenset(lost_columns(table, op.column))


def readers_of_column(name: Name, column: str, catalog: Catalog) -> Iterator[Name]:
    """The views that use a column, and those that read them, with their indexes."""
    for reader in sorted(catalog.users.get(name, NO_NAMES)):
        view = catalog.view(reader)
        if view is not None and view.uses_column(name, column):
            yield from with_indexes((reader, *all_readers(reader, catalog, set())), catalog)


def _column_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes that hold the column."""
    return (i for table, columns in _changed(op, catalog) for c in columns for i in indexes_of_column(table, c))


def indexes_of_column(table: Table, column: str) -> Iterator[Name]:
    """The indexes of a table that hold a column."""
    owned: tuple[Key | Exclusion | Index, ...] = (*table.keys, *table.exclusions, *table.indexes)
    return (table.name.sibling(i.name) for i in owned if _holds(i, column))


def _holds(index: Key | Exclusion | Index, column: str) -> bool:
    if isinstance(index, Key):
        return column in index.columns or column in index.include
    if isinstance(index, Index):
        return index.uses(column)
    return any(p.column == column or (p.expression and column in p.expression.columns) for p in index.parts)


def _column_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that belong to the column."""
    for name in sorted(catalog.sequences_of.get(op.target, NO_NAMES)):
        sequence = catalog.relations.get(name)
        if isinstance(sequence, Sequence) and sequence.owner_column == op.column:
            yield name


def _column_drawing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a default that draws from a sequence of the column."""
    for name in _column_sequences(op, catalog):
        yield from sorted(catalog.drawing.get(name, NO_NAMES))


def _identity_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequence of the column, if it is an identity column; that of a serial one is another matter."""
    for name in _column_sequences(op, catalog):
        sequence = catalog.relations.get(name)
        if isinstance(sequence, Sequence) and sequence.identity:
            yield name


def _column_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables that a foreign key of the column points to, with their partitions."""
    for table, columns in _changed(op, catalog):
        for key in table.foreign_keys:
            if not columns.isdisjoint(key.columns):
                yield from with_partitions(key.target, catalog)


def _column_referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key points to the column."""
    for changed, columns in _changed(op, catalog):
        for table, key in keys_to(changed.name, catalog):
            if not columns.isdisjoint(key.target_columns):
                yield table.name


def _column_rechecked(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables across its foreign keys that hold for all rows, so that they are checked again; others are not."""
    for changed in family(op, catalog):
        for key in changed.foreign_keys:
            if op.column in key.columns and key.validated and key.enforced:
                yield from with_partitions(key.target, catalog)
        for table, key in keys_to(changed.name, catalog):
            if op.column in key.target_columns and key.validated and key.enforced:
                yield table.name


def stored(find: Find) -> Find:
    """The same relations without those that are partitioned: these have no triggers of foreign keys."""

    def found(op: Any, catalog: Catalog) -> Iterator[Name]:
        for name in find(op, catalog):
            table = catalog.table(name)
            if table is None or table.partition_by is None:
                yield name

    return found


def _constraint_index(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The index that a named constraint owns."""
    name = op.target.sibling(op.name)
    if isinstance(catalog.relations.get(name), IndexEntry):
        yield name


def _constraint_partition_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of the partitions that come from the constraint's own."""
    key = _constraint(op, catalog)
    names = {op.target: key.name} if isinstance(key, Key | Exclusion) else {}
    for table in family(op, catalog) if names else ():
        part = part_of(names.get(table.partition_of, ""), table) if table.partition_of in names else None
        if part is not None:
            names[table.name] = part.name
            yield table.name.sibling(part.name)


def _constraint(op: Any, catalog: Catalog) -> Any:
    table = catalog.table(op.target)
    return table.constraint(op.name) if table is not None else None


def _constraint_referenced(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The table that a named foreign key points to."""
    key = _constraint(op, catalog)
    return with_partitions(key.target, catalog) if isinstance(key, ForeignKey) else NONE


def _constraint_target(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The same without its partitions."""
    key = _constraint(op, catalog)
    return (key.target,) if isinstance(key, ForeignKey) else NONE


def _constraint_referenced_stored(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The same, of the partitions only those that hold rows."""
    key = _constraint(op, catalog)
    for name in _constraint_referenced(op, catalog):
        table = catalog.table(name)
        if table is None or table.partition_by is None or (isinstance(key, ForeignKey) and name == key.target):
            yield name


def _constraint_referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables whose foreign key needs a named key."""
    key, own = _constraint(op, catalog), catalog.table(op.target)
    if isinstance(key, Key) and own is not None and own.unique_over(key.columns) is key:
        for table, other in keys_to(op.target, catalog):
            if frozenset(other.target_columns) == frozenset(key.columns):
                yield table.name


def key_holders(op: Any, catalog: Catalog) -> dict[Name, ForeignKey]:
    """The partitions that have the new foreign key already, each with its own."""
    found = {}
    for name, key in op.descendants:
        table = catalog.table(name)
        own = (
            next((k for k in table.foreign_keys if k.name == key and not k.parent), None) if table is not None else None
        )
        if own is not None:
            found[name] = own
    return found


def _partitions_down_to_key(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions, but none below one that has the new foreign key already."""
    holders = key_holders(op, catalog)
    left = list(directly_below(op, catalog))
    while left:
        name = left.pop()
        yield name
        left += () if name in holders else catalog.children.get(name, NO_NAMES)


def _partitions_without_key(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions that have not the new foreign key already, nor from one above them that has."""
    served = set(key_holders(op, catalog))
    for name in partitions(op, catalog):
        table = catalog.table(name)
        if name in served or (table is not None and table.partition_of in served):
            served.add(name)
        else:
            yield name


def partitions_to_check(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The partitions whose rows are looked up: those without the key, and those that have it NOT VALID."""
    yield from _partitions_without_key(op, catalog)
    for name, key in key_holders(op, catalog).items():
        if not key.validated:
            yield from with_partitions(name, catalog)


def _key_target(op: Any, catalog: Catalog) -> Iterable[Name]:
    """What a new foreign key points to."""
    return with_partitions(op.constraint.target, catalog)


def _default_sequences(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The sequences that a default draws from."""
    yield from sequences_in(node_of(op.column.default), op.table.schema, catalog)


NUMBERS = frozenset({"nextval", "currval", "setval"})


def sequences_in(node: Any, schema: str, catalog: Catalog) -> Iterator[Name]:
    """The sequences that a tree asks for a number, or sets, by a name that is written out."""
    for kind, fields in expressions.walk(node or {}):
        if kind == "FuncCall" and fields.get("args") and expressions.names_of(fields["funcname"])[-1] in NUMBERS:
            for written in text_constants(fields["args"][0]):
                within, _, name = written.rpartition(".")
                found = Name(within.strip('"') or schema, name.strip('"'))
                if isinstance(catalog.relations.get(found), Sequence):
                    yield found


def _grouping_views(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The views that CASCADE takes along with a primary key by which they group."""
    from dbarch_lint.engines.postgres.refusal_rows import grouping_views

    return grouping_views(op, catalog) if op.cascade else NONE


PARTS: dict[str, tuple[str, Find]] = {
    "grouping_views": ("dependent", _grouping_views),
    "column_readers": ("dependent", when_cascading(_column_readers)),
    "column_indexes": ("index", _column_indexes),
    "column_drawing": ("dependent", when_cascading(_column_drawing)),
    "column_sequences": ("sequence", _column_sequences),
    "identity_sequences": ("sequence", _identity_sequences),
    "column_referenced": ("referenced", _column_referenced),
    "column_referenced_stored": ("referenced", stored(_column_referenced)),
    "column_referencing": ("referencing", _column_referencing),
    "column_rechecked": ("referenced", _column_rechecked),
    "column_rechecked_stored": ("referenced", stored(_column_rechecked)),
    "cascaded_referencing": ("referencing", when_cascading(_column_referencing)),
    "partitions_down_to_key": ("child", _partitions_down_to_key),
    "partitions_to_check": ("child", partitions_to_check),
    "key_target": ("referenced", _key_target),
    "constraint_index": ("index", _constraint_index),
    "asked_children": ("child", lambda op, catalog: (t.name for t in _asked_children(op, catalog))),
    "growing_children": ("child", lambda op, catalog: (t.name for t in _growing_children(op, catalog))),
    "growing_indexes": ("index", _growing_indexes),
    "narrowed_children": ("child", _narrowed_children),
    "constraint_partition_indexes": ("index", _constraint_partition_indexes),
    "constraint_target": ("referenced", _constraint_target),
    "constraint_referenced": ("referenced", _constraint_referenced),
    "constraint_referenced_stored": ("referenced", _constraint_referenced_stored),
    "constraint_referencing": ("referencing", when_cascading(_constraint_referencing)),
    "default_sequences": ("sequence", _default_sequences),
}
