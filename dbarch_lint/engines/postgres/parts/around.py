"""The relations around a table: children, indexes, sequences, and the tables that foreign keys tie to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, ForeignKey, Table, View

NONE: tuple[Name, ...] = ()


def named(op: Any, _: Catalog) -> Iterable[Name]:
    """The relation that the operation names first."""
    name = op.target
    return (name,) if name is not None else NONE


def below(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions and inheritance children, unless ONLY is said."""
    name = op.target
    if name is None or name not in catalog.children or says_only(op):
        return NONE
    return [t.name for t in catalog.descendants(name)]


def says_only(op: Any) -> bool:
    """Whether ONLY stands before the name of the target."""
    if hasattr(op, "only"):
        return bool(op.only)
    node = op.statement.node or {}
    named_here = [r.get("RangeVar", {}) for r in node.get("relations", ())] or [node.get("relation", {})]
    return any(r.get("relname") == op.target.name and not r.get("inh") for r in named_here)


def ancestors(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitioned tables above a partition, all levels; with ONLY, a partitioned table is left alone."""
    alone = op.target in catalog.children and says_only(op)
    return NONE if alone else above(op.target, catalog)


def ancestors_of_partitioned(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The same of a partition that is partitioned itself."""
    return ancestors(op, catalog) if op.target in catalog.children else NONE


def above(name: Name, catalog: Catalog) -> Iterator[Name]:
    """The same of a named table."""
    seen = {name}
    table = catalog.table(name)
    while table is not None and table.partition_of is not None and table.partition_of not in seen:
        seen.add(table.partition_of)
        yield table.partition_of
        table = catalog.table(table.partition_of)


def partitions(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions, but not inheritance children."""
    if op.target not in catalog.children:
        return NONE
    table = catalog.table(op.target)
    return below(op, catalog) if table is not None and table.partition_by is not None else NONE


def inheriting(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Inheritance children, but not partitions."""
    if op.target not in catalog.children:
        return NONE
    table = catalog.table(op.target)
    return below(op, catalog) if table is not None and table.partition_by is None else NONE


def partitions_below(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions of all levels, even if ONLY is said."""
    table = catalog.table(op.target)
    partitioned = table is not None and table.partition_by is not None
    return [t.name for t in catalog.descendants(op.target)] if partitioned else NONE


def directly_below(op: Any, catalog: Catalog) -> Iterable[Name]:
    """Partitions and inheritance children of the first level, even if ONLY is said."""
    return sorted(catalog.children.get(op.target, NO_NAMES))


def leaves_below(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What is below it and holds rows, even if ONLY is said."""
    return (t.name for t in catalog.descendants(op.target) if t.partition_by is None)


def family(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The table and what is below it."""
    for name in (*named(op, catalog), *below(op, catalog)):
        table = catalog.table(name)
        if table is not None:
            yield table


def index_names(relation: Table | View | None) -> Iterator[Name]:
    """The names of all indexes of a table or view, those that constraints own too."""
    if isinstance(relation, Table):
        return (relation.name.sibling(i) for i in relation.index_names)
    return (relation.name.sibling(i.name) for i in relation.indexes) if relation is not None else iter(())


def own_indexes(op: Any, catalog: Catalog) -> Iterable[Name]:
    """All indexes of the target."""
    name = op.target
    return index_names(catalog.table(name) or catalog.view(name)) if name is not None else NONE


def indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """All indexes of the target and of what is below it, but for those of partitioned tables, which hold nothing."""
    view = catalog.view(op.target) if op.target is not None else None
    yield from index_names(view)
    for table in family(op, catalog):
        yield from stored_indexes(table)


def stored_indexes(table: Table | None) -> Iterable[Name]:
    """The indexes of a table that hold something: those of a partitioned table do not."""
    return index_names(table) if table is not None and table.partition_by is None else NONE


def sequences(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The sequences that the target owns."""
    return sorted(catalog.sequences_of.get(op.target, NO_NAMES)) if op.target is not None else NONE


def parents(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitioned table of a partition."""
    table = catalog.table(op.target)
    return (table.partition_of,) if table is not None and table.partition_of is not None else NONE


def referenced(tables: Iterable[Table], *, own: bool = False) -> Iterator[Name]:
    """The tables that foreign keys point to; `own`: only the keys that do not come from a parent."""
    for table in tables:
        for key in table.foreign_keys:
            if not (own and key.inherited):
                yield key.target


def referencing(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables with a foreign key to the target."""
    for table in family(op, catalog):
        yield from sorted(catalog.referencing.get(table.name, NO_NAMES))


def readers(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The views that read the target, and those that read them."""
    yield from all_readers(op.target, catalog, set())


def all_readers(name: Name, catalog: Catalog, seen: set[Name]) -> Iterator[Name]:
    """The views that read a relation, those that read these, and so on."""
    for reader in sorted(catalog.users.get(name, NO_NAMES) - seen):
        seen.add(reader)
        yield reader
        yield from all_readers(reader, catalog, seen)


def with_indexes(names: Iterable[Name], catalog: Catalog) -> Iterator[Name]:
    """Relations, each followed by its indexes."""
    for name in names:
        yield name
        yield from index_names(catalog.view(name) or catalog.table(name))


def with_partitions(name: Name, catalog: Catalog) -> Iterator[Name]:
    """A table and, where it is partitioned, its partitions."""
    yield name
    table = catalog.table(name)
    if table is not None and table.partition_by is not None:
        yield from (t.name for t in catalog.descendants(name))


def default_partition(parent: Name, catalog: Catalog, but: Name | None = None) -> Iterator[Name]:
    """The default partition of a table, unless it is `but`."""
    for name in sorted(catalog.children.get(parent, NO_NAMES)):
        table = catalog.table(name)
        if table is not None and table.partition_default and name != but:
            yield name


def when_cascading(find: Find) -> Find:
    """The same relations, but only with CASCADE."""
    return lambda op, catalog: find(op, catalog) if op.cascade else NONE


def keys_to(name: Name, catalog: Catalog) -> Iterator[tuple[Table, ForeignKey]]:
    """The foreign keys that point to a table, each with its own table."""
    for other in sorted(catalog.referencing.get(name, NO_NAMES)):
        table = catalog.table(other)
        if table is not None:
            yield from ((table, key) for key in table.foreign_keys if key.target == name)


def all_tables(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Every table and materialized view of the database, or of the schema that is named; no foreign tables."""
    schema = getattr(op, "schema", "")
    for name, relation in sorted(catalog.relations.items(), key=lambda item: item[0]):
        stored = isinstance(relation, Table) and relation.kind != "foreign"
        stored |= isinstance(relation, View) and relation.materialized
        if stored and (not schema or name.schema == schema):
            yield name


def indexed(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables of a REINDEX that have any index; it does not go on to inheritance children."""
    names = all_tables(op, catalog) if op.target is None else (op.target, *partitions(op, catalog))
    for name in names:
        table = catalog.table(name)
        if any(True for _ in (stored_indexes(table) if table is not None else index_names(catalog.view(name)))):
            yield name


def all_indexes(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The indexes of all those tables."""
    for name in all_tables(op, catalog):
        yield from index_names(catalog.table(name) or catalog.view(name))


def direct_referenced(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The tables that the foreign keys of the target itself point to."""
    table = catalog.table(op.target)
    return referenced((table,)) if table is not None else iter(())


def direct_referencing(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables with a foreign key to the target itself."""
    return sorted(catalog.referencing.get(op.target, NO_NAMES))


def holders(name: Name, catalog: Catalog, *, inherited: bool = False) -> list[Name]:
    """The tables with a foreign key of their own to a table; `inherited`: the partitions that have it from above."""
    found = []
    for other in sorted(catalog.referencing.get(name, NO_NAMES)):
        table = catalog.table(other)
        keys = [k for k in table.foreign_keys if k.target == name] if table is not None else []
        if all(k.inherited for k in keys) == (inherited and bool(keys)):
            found.append(other)
    return found


def referencing_whole(op: Any, catalog: Catalog, *, inherited: bool = False) -> Iterator[Name]:
    """The tables with a foreign key to the target, or to a table that it is a partition of."""
    for name in (op.target, *above(op.target, catalog)):
        yield from holders(name, catalog, inherited=inherited)


def ancestors_referenced(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The tables above the target, if it or one of them is referenced."""
    return above(op.target, catalog) if any(True for _ in referencing_whole(op, catalog)) else NONE


def first_partitions(op: Any, catalog: Catalog) -> Iterable[Name]:
    """The partitions of the first level, even if ONLY is said."""
    table = catalog.table(op.target)
    return directly_below(op, catalog) if table is not None and table.partition_by is not None else NONE


PARTS: dict[str, tuple[str, Find]] = {
    "target": ("target", named),
    "children": ("child", below),
    "partitions": ("child", partitions),
    "inheriting": ("child", inheriting),
    "partitions_below": ("child", partitions_below),
    "directly_below": ("child", directly_below),
    "first_partitions": ("child", first_partitions),
    "leaves_below": ("child", leaves_below),
    "own_indexes": ("index", own_indexes),
    "indexes": ("index", indexes),
    "sequences": ("sequence", sequences),
    "parent": ("parent", parents),
    "ancestors": ("parent", ancestors),
    "every_ancestor": ("parent", lambda op, catalog: above(op.target, catalog)),
    "ancestors_of_partitioned": ("parent", ancestors_of_partitioned),
    "referenced": ("referenced", direct_referenced),
    "referencing": ("referencing", direct_referencing),
    "ancestors_referenced": ("parent", ancestors_referenced),
    "referencing_whole": ("referencing", referencing_whole),
    "referencing_parts": ("referencing", lambda op, catalog: referencing_whole(op, catalog, inherited=True)),
    "all_referencing": ("referencing", referencing),
    "all_tables": ("target", all_tables),
    "all_indexes": ("index", all_indexes),
    "indexed": ("target", indexed),
    "dropped_referencing": ("referencing", when_cascading(referencing)),
    "commented_index": ("index", named),
}
