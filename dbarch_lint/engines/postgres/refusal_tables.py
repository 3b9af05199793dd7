"""Words for refusals of a new table, by what its own definition says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.refusal_columns import SYSTEM_COLUMNS, columns_of, new_foreign_keys
from dbarch_lint.engines.postgres.refusal_expressions import AGGREGATES, calls, varies
from dbarch_lint.engines.postgres.refusal_facts import fits, partition_columns
from dbarch_lint.engines.postgres.refusal_names import made_here
from dbarch_lint.engines.postgres.refusal_types import PSEUDO, of_column, of_unordered
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.objects import ForeignKey, IndexEntry, IndexPart, Sequence, Table, View

Node = dict[str, Any]


def table_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with a new table, its expressions aside."""
    table: Table = op.definition
    if op.exists:
        return ()
    own = (*of_columns(op, table, catalog), *of_keys(op, table, catalog))
    return (*own, *of_partition(table, catalog), *of_partitioning(table, catalog))


def of_columns(op: Any, table: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with its columns."""
    names = [c.name for c in table.columns]
    known = op.of_type is None and not table.partial
    if known and len(set(names)) < len(names):
        yield "two columns of one name"
    if SYSTEM_COLUMNS.intersection(names):
        yield "a name of the server's own"
    for column in table.columns:
        plain = column.type.builtin and column.type.name not in PSEUDO and not column.identity and not column.collation
        if not plain and not column.inherited and not op.as_query:
            yield from of_column(column, catalog, {})
    if len(set(table.inherits)) < len(table.inherits):
        yield "a parent twice"
    parents = [t for t in map(catalog.table, table.inherits) if t is not None]
    if parents and not table.temporary and any(t.temporary for t in parents):
        yield "a temporary parent"


def of_keys(op: Any, table: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with its constraints."""
    names = {c.name for c in table.columns}
    whole = not table.partial and op.of_type is None and bool(names)
    for key in table.keys:
        if key.inherited:
            continue
        if whole and not names.issuperset(key.columns):
            yield "a key of a missing column"
        if len(set(key.columns)) < len(key.columns):
            yield "a key with a column twice"
        if of_unordered(key, table):
            yield "a key without order"
        if table.partition_by is not None and not covers(key.columns, table):
            yield "a key without the partition key"
        if key.name == table.name.name or table.name.sibling(key.name) in catalog.relations:
            yield "a taken name"
    if whole and not names.issuperset([c for e in table.exclusions for c in columns_of(e)]):
        yield "a key of a missing column"
    own = [c.name for group in (table.keys, table.checks, table.foreign_keys) for c in group if not c.inherited]
    if len(own) > 1 and len(set(own)) < len(own):
        yield "two constraints of one name"
    for foreign, target in new_foreign_keys(op, catalog) if table.foreign_keys else ():
        if whole and not names.issuperset(foreign.columns):
            yield "a key of a missing column"
        yield from of_foreign_key(foreign, table, target, catalog)


def of_partition(table: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with the keys of a partition, beside those of its parent."""
    parent = catalog.table(table.partition_of) if table.partition_of is not None else None
    if parent is None:
        return
    if not parent.partial and not {c.name for c in table.columns} <= {c.name for c in parent.columns}:
        yield "a column that its parent has not"
    if table.primary_key is not None and not table.primary_key.inherited and parent.primary_key is not None:
        yield "a primary key beside that of its parent"
    if table.partition_by is not None and not all(covers(k.columns, table) for k in table.keys if k.inherited):
        yield "a key without the partition key"


def of_foreign_key(key: ForeignKey, table: Table, target: Table | None, catalog: Catalog) -> Iterator[str]:
    """What is wrong with a foreign key; the target is None where it is not known, or is no table."""
    if key.nulled:
        yield "a foreign key that nulls some columns"
        if not set(key.nulled) <= set(key.columns):
            yield "a foreign key that nulls columns of others"
    if isinstance(catalog.relations.get(key.target), View | Sequence | IndexEntry):
        yield "a foreign key to no table"
    if target is None:
        return
    if table.temporary and not target.temporary:
        yield "a foreign key of a temporary table"
    if key.target_columns and deferrable_only(key.target_columns, target):
        yield "a foreign key to a deferrable key"
    pairs = zip(key.columns, key.target_columns, strict=False)
    types = [(a.type, b.type) for one, other in pairs if (a := table.column(one)) and (b := target.column(other))]
    if not all(fits(own, other, catalog) for own, other in types):
        yield "a foreign key of another type"


def deferrable_only(columns: tuple[str, ...], target: Table) -> bool:
    """Whether the only key over these columns is one that may be checked late."""
    late = [k for k in target.keys if k.deferrable]
    wanted = frozenset(columns)
    return any(frozenset(k.columns) == wanted for k in late) and wanted not in target.referable


def covers(columns: tuple[str, ...], table: Table) -> bool:
    """Whether a key holds the whole partition key, which must be plain columns then."""
    parts = table.partition_by.parts if table.partition_by is not None else ()
    return all(p.column for p in parts) and partition_columns(table) <= set(columns)


def of_partitioning(table: Table, catalog: Catalog) -> Iterator[str]:
    """What is wrong with PARTITION BY."""
    if table.partition_by is None or table.partial:
        return
    if any(c.no_inherit for c in table.checks):
        yield "a check that partitions do not get"
    if any(is_no_key(p, table, catalog) for p in table.partition_by.parts):
        yield "a partition key of expressions that vary"
    parts = table.partition_by.parts
    columns = [table.column(p.column) for p in parts if p.column not in {"", table.name.name}]
    if table.columns and None in columns:
        yield "a partition key of a missing column"
    if any(c is not None and c.generated for c in columns):
        yield "a generated partition key"
    if table.partition_by.strategy == "list" and len(parts) > 1:
        yield "a list of several columns"


def bound_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the bound of a new partition."""
    new = getattr(op, "definition", op)
    if not getattr(new, "bound", "") and not getattr(new, "partition_bound", ""):
        return ()
    from dbarch_lint.engines.postgres import refusal_partitions

    return refusal_partitions.bound_faults(op, catalog)


def attached_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What a table has, or lacks, so that it cannot be attached."""
    from dbarch_lint.engines.postgres import refusal_partitions

    return refusal_partitions.table_faults(op, catalog)


def is_no_key(part: IndexPart, table: Table, catalog: Catalog) -> bool:
    """Whether rows cannot be told apart by a part of a partition key: it is constant, or may vary."""
    node = node_of(part.expression) if part.expression is not None else None
    if node is None:
        return False
    nodes = list(expressions.walk(node))
    if not any(kind == "ColumnRef" for kind, _ in nodes) or any(kind == "SubLink" for kind, _ in nodes):
        return True
    called = any(name.name in AGGREGATES and not made_here(name, catalog) for name, _ in calls(nodes))
    return called or varies(node, table, catalog)


def key_to_deferrable(op: Any, catalog: Catalog) -> bool:
    """Whether a new foreign key points to a key that may be checked late."""
    target = catalog.table(op.constraint.target)
    columns = op.constraint.target_columns
    return target is not None and bool(columns) and deferrable_only(columns, target)


def key_to_no_table(op: Any, catalog: Catalog) -> bool:
    """Whether a new foreign key points to a view or something else that is no table."""
    return isinstance(catalog.relations.get(op.constraint.target), View | Sequence | IndexEntry)


def key_action(op: Any, catalog: Catalog) -> bool:
    """Whether a foreign key would write to a generated column."""
    table, key = catalog.table(op.target), op.constraint
    columns = [table.column(c) for c in key.columns] if table is not None else []
    if not [c for c in columns if c is not None and c.generated]:
        return False
    return key.on_update in {"CASCADE", "SET NULL", "SET DEFAULT"} or key.on_delete in {"SET NULL", "SET DEFAULT"}


def of_virtual(op: Any, catalog: Catalog) -> bool:
    """Whether an index or a key is to hold a virtual column."""
    table = catalog.table(op.target)
    named = op.constraint.columns if hasattr(op, "constraint") else [p.column for p in op.index.parts]
    columns = [table.column(c) for c in named] if table is not None else []
    return bool([c for c in columns if c is not None and c.generated == "virtual"])


def index_of_exclusion(op: Any, catalog: Catalog) -> bool:
    """Whether the named index is that of an exclusion constraint."""
    table = catalog.table(op.target) if op.target is not None and op.index is not None else None
    return table is not None and any(e.name == op.index.name for e in table.exclusions)


# What one ALTER TABLE does once only: by option the parts of the grammar, and a word that stands in the text then.
ONCE = {
    "": (("AT_AlterColumnType",), "type"),
    "logged": (("AT_SetLogged", "AT_SetUnLogged"), "logged"),
    "unlogged": (("AT_SetLogged", "AT_SetUnLogged"), "logged"),
    "tablespace": (("AT_SetTableSpace",), "tablespace"),
    "access_method": (("AT_SetAccessMethod",), "access"),
}


def done_twice(op: Any, catalog: Catalog) -> bool:
    """Whether one ALTER TABLE says twice what it may say once: a new type, place, access method or persistence."""
    subtypes, word = ONCE[getattr(op, "option", "")]
    if op.statement.text.lower().count(word) < 2:
        return False
    commands = [c.get("AlterTableCmd", {}) for c in (op.statement.node or {}).get("cmds", ())]
    column, table = getattr(op, "column", "") or None, catalog.table(op.target)
    mine = [c["subtype"] for c in commands if c.get("subtype") in subtypes and column in {None, c.get("name")}]
    if word == "logged" and table is not None:  # what changes nothing does not count, as long as nothing else did
        mine = list(dropwhile(subtypes[table.unlogged].__eq__, mine))
    if word == "access":
        named = [c.get("name", "heap") for c in commands if c.get("subtype") in subtypes]
        return len(list(dropwhile("heap".__eq__, named))) > 1
    return len(mine) > 1


def system_column_indexed(op: Any, _: Catalog) -> bool:
    """Whether an index names a column that the server keeps for itself."""
    for part in op.index.parts:
        if part.column in SYSTEM_COLUMNS or (part.expression and SYSTEM_COLUMNS & part.expression.columns):
            return True
    return op.index.where is not None and not SYSTEM_COLUMNS.isdisjoint(op.index.where.columns)


def unlike_check_of_parent(op: Any, catalog: Catalog) -> bool:
    """Whether a CHECK has the name of one of a parent, and is another."""
    definition = getattr(op, "definition", None)
    if isinstance(definition, Table) and not definition.inherits:
        return False
    from dbarch_lint.engines.postgres import refusal_parents

    return refusal_parents.unlike_check_of_parent(op, catalog)


def temporary_in_schema(op: Any, _: Catalog) -> bool:
    """Whether something temporary is to be made in a schema that is not the session's own."""
    if not op.statement.says(b"temp"):
        return False
    node: Node = op.statement.node or {}
    named: Node = (
        node.get("relation") or node.get("view") or node.get("sequence") or node.get("into", {}).get("rel", {})
    )
    schema = named.get("schemaname", "pg_temp")
    return named.get("relpersistence") == "t" and not schema.startswith("pg_temp")


FACTS: dict[str, Fact] = {
    "it has a check of its parent otherwise": unlike_check_of_parent,
    "it is temporary in a schema": temporary_in_schema,
    "the bound has": bound_faults,
    "the table to attach has": attached_faults,
    "a system column is indexed": system_column_indexed,
    "its name is the server's own": lambda op, _: op.column.name in SYSTEM_COLUMNS,
    "it is done twice": done_twice,
    "an exclusion constraint has the index": index_of_exclusion,
    "the new table has": table_faults,
    "it points to a deferrable key": key_to_deferrable,
    "it points to no table": key_to_no_table,
    "it would write a generated column": key_action,
    "it is about a virtual column": of_virtual,
}
