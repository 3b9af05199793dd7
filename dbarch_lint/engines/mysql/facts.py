"""Behind the tables of effects and refusals: the words of a `when` that are not fields of the operation itself.

A word may have several values at once: a table can be partitioned and have a FULLTEXT index.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.effects import Fact
from dbarch_lint.engines.mysql.columns import says_null
from dbarch_lint.engines.mysql.expressions import NOW, VOLATILE
from dbarch_lint.engines.mysql.retype import nature
from dbarch_lint.objects import Column, Table, View
from dbarch_lint.operations import DropColumn, DropConstraint, DropIndex, DropNotNull, RedefineColumn

Words = frozenset[str]
WITHOUT_PLAIN_DEFAULT = frozenset(
    "tinytext text mediumtext longtext tinyblob blob mediumblob longblob json geometry point".split()
)
INTEGERS = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint"})
OWN_METHODS = frozenset({"fulltext", "spatial"})
LISTED = frozenset({"range", "list"})  # partitions that are added and dropped by name
# Storage engines that copy to change a table. A name that no server knows is a placeholder, or InnoDB's all the same:
# servers make an InnoDB table of it, or none.
COPYING = frozenset(
    "myisam isam aria maria merge mrg_myisam memory heap csv archive blackhole federated connect spider rocksdb tokudb "
    "columnstore ndb ndbcluster".split()
)


def table_of(op: Any, catalog: Catalog) -> Table | None:
    """The table of an operation, where it is known."""
    return catalog.table(op.target) if op.target is not None else None


def storage(said: str) -> str:
    """The storage engine that ENGINE= comes to."""
    return said.lower() if said.lower() in COPYING else "innodb"


def table_words(op: Any, catalog: Catalog) -> Words:
    """What is special about the table."""
    table = table_of(op, catalog)
    if table is None:
        return frozenset({"view"} if op.target is not None and isinstance(catalog.view(op.target), View) else ())
    return frozenset(_table_words(table))


def _table_words(table: Table) -> Iterator[str]:
    options = dict(table.options)
    if table.temporary:
        yield "temporary"
    if table.partition_by is not None:
        yield "partitioned"
        yield "partitioned by range" if table.partition_by.strategy in LISTED else "partitioned by hash"
    if storage(options.get("engine", "")) in COPYING:
        yield "not innodb"
    if options.get("row_format", "").lower() == "compressed" or options.get("key_block_size", "0") != "0":
        yield "compressed"
    if "system_versioning" in options:
        yield "versioned"
    yield from {index.method for index in table.indexes} & OWN_METHODS
    if table.primary_key is not None:
        yield "keyed"
    virtual = {column.name for column in table.columns if column.generated == "virtual"}
    if virtual:
        yield "virtual column"
    if virtual and any(virtual.intersection(i.columns) for i in table.indexes):
        yield "indexed virtual column"


def row_keys(table: Table) -> Iterator[tuple[str, frozenset[str]]]:
    """The keys that the rows may lie in, with their columns: the first is the one that they lie in."""
    if table.primary_key is not None:
        yield table.primary_key.name, frozenset(table.primary_key.columns)
    required = {column.name for column in table.columns if not column.nullable}
    for key in table.uniques:
        if required.issuperset(key.columns) and not any(key.lengths):
            yield key.name, frozenset(key.columns)
    for index in table.indexes:
        whole = index.unique and all(part.column and not part.length for part in index.parts)
        if whole and required.issuperset(index.columns):
            yield index.name, frozenset(index.columns)


def row_key(op: Any, catalog: Catalog) -> str:
    """What becomes of the key that the rows lie in: gone, handed on to another that is there, replaced; empty: stays.

    A UNIQUE key that the statement adds is taken to be one that can take its place. DROP PRIMARY KEY has its own rows.
    """
    table = table_of(op, catalog)
    keys = list(row_keys(table)) if table is not None and getattr(op, "kind", "") != "primary_key" else []
    if not keys:
        return ""
    going = [ends_with(op, *key) for key in keys]
    if not going[0]:
        return ""
    if not {"AddPrimaryKey", "AddUnique"}.isdisjoint(op.beside):
        return "replaced"
    return "gone" if all(going) else "handed on"


def ends_with(op: Any, name: str, names: frozenset[str]) -> bool:
    """Whether an operation ends a key of the rows, given its name and its columns."""
    if isinstance(op, DropColumn | DropNotNull):
        return op.column in names and (len(names) == 1 or isinstance(op, DropNotNull))
    if isinstance(op, DropIndex):
        return op.index.name == name
    return isinstance(op, DropConstraint) and op.name == name


def column_of(op: Any, catalog: Catalog) -> Column | None:
    """The column that the operation names, where it is known."""
    table = table_of(op, catalog)
    return table.column(op.column) if table is not None else None


def column_words(op: Any, catalog: Catalog) -> Words:
    """What is special about the column that the operation names."""
    column, table = column_of(op, catalog), table_of(op, catalog)
    if column is None or table is None:
        known = table is not None and not table.partial and catalog.complete
        return frozenset({"absent"} if known else {"unknown"})
    return frozenset(_column_words(column, table))


def _column_words(column: Column, table: Table) -> Iterator[str]:
    yield column.generated or "ordinary"
    if any(column.name in key.columns for key in table.keys) or any(column.name in i.columns for i in table.indexes):
        yield "indexed"
    key = table.primary_key
    if key is not None and column.name in key.columns:
        yield "in the primary key"
    if column.type.name.endswith("text") or any(
        i.method == "fulltext" and column.name in i.columns for i in table.indexes
    ):
        yield "long text"
    if any(index.parts[0].expression is not None for index in table.indexes):
        yield "beside a functional index"


def converted_columns(op: Any, catalog: Catalog) -> Words:
    """What CONVERT TO does to the columns whose character set or collation it changes."""
    table = table_of(op, catalog)
    if table is None or table.partial:
        return frozenset({"unknown"})
    return frozenset(word for new in op.columns for word in _conversion(table, new))


def _conversion(table: Table, new: Column) -> Iterator[str]:
    """What becomes of one column; of one in an index with what changes: servers build some of these indexes anew."""
    old = table.column(new.name)
    change = nature(old, new) if old is not None else None
    if old is None or change is None:
        return
    words = frozenset(_column_words(old, table))
    if change in {"otherwise", "members_recoded"}:
        yield change
    elif "indexed" in words and "long text" in words:
        yield "indexed long text"
    elif "in the primary key" in words and change == "collation":
        yield "key collation"
    elif "indexed" in words:
        yield f"indexed {change}"
    elif old.type.name != "varchar":
        yield "no varchar"
    if old.generated == "stored":
        yield "stored"


def new_column_words(op: Any, _: Catalog) -> Words:
    """What is special about a column that is added."""
    column = op.column
    found = {column.generated} if column.generated else set()
    if column.identity:
        found.add("auto_increment")
    if op.after is not None:
        found.add("placed")
    default = column.default
    if default is not None and not column.generated:
        plain = default.literal is not None or default.text.upper() == "NULL"
        if column.type.name in WITHOUT_PLAIN_DEFAULT:
            plain = default.text.upper() == "NULL"
        if not plain and not (default.functions and default.functions <= NOW):
            found.add("expression")
        if default.functions & {"uuid", "uuid_short", "sys_guid"}:
            found.add("uuid")
        if default.functions & VOLATILE:
            found.add("volatile")
    return frozenset(found or {"plain"})


def redefinition(op: Any, catalog: Catalog) -> Words:
    """What MODIFY or CHANGE does beside what binding takes apart: `moves`, `numbers`, `computes`..."""
    table, old = table_of(op, catalog), column_of(op, catalog)
    if table is None or old is None:
        return frozenset({"unknown"})
    found, new = set(), op.definition
    if op.moves and op.after != predecessor(table, op.column):
        found.add("moves")
    if new.identity and not old.identity:
        found.add("numbers")
    if old.identity and not new.identity:
        found.add("stops numbering")
    if new.generated or old.generated:
        texts = [c.default.text if c.default is not None else "" for c in (old, new)]
        if new.generated != old.generated or texts[0] != texts[1]:
            found.add("computes")
            if old.generated == new.generated == "virtual":
                found.add("stays virtual")
    return frozenset(found)


def predecessor(table: Table, name: str) -> str:
    """The column before the named one; empty for the first."""
    names = [c.name for c in table.columns]
    at = names.index(name)
    return names[at - 1] if at else ""


def index_kind(op: Any, catalog: Catalog) -> str:
    """fulltext, first fulltext, spatial, functional, or plain."""
    index, table = op.index, table_of(op, catalog)
    if index.method == "fulltext":
        return (
            "fulltext" if table is not None and any(i.method == "fulltext" for i in table.indexes) else "first fulltext"
        )
    if index.method == "spatial":
        return "spatial"
    return "functional" if any(p.expression is not None for p in index.parts) else "plain"


def index_absent(op: Any, catalog: Catalog) -> bool:
    """Whether DROP INDEX IF EXISTS finds nothing."""
    table = table_of(op, catalog)
    known = table is not None and not table.partial and catalog.complete
    return known and table is not None and op.index.name not in set(table.index_names)


def key_column(op: Any, catalog: Catalog) -> str:
    """Absent where a key, an index or a foreign key names a column that the table does not have."""
    table = table_of(op, catalog)
    if table is None or table.partial or not catalog.complete:
        return ""
    index = getattr(op, "index", None)
    named = [p.column for p in index.parts if p.column] if index is not None else op.constraint.columns
    known = {c.name.lower() for c in table.columns}
    return "absent" if any(name.lower() not in known for name in named) else ""


def primary_key_says_null(op: Any, catalog: Catalog) -> bool:
    """Whether NULL is written at a column of the primary key."""
    if isinstance(op, RedefineColumn):
        table = table_of(op, catalog)
        key = table.primary_key if table is not None else None
        return key is not None and op.column in key.columns and says_null(op.definition)
    key = op.definition.primary_key
    return key is not None and any(c.name in key.columns and says_null(c) for c in op.definition.columns)


def reference(op: Any, catalog: Catalog) -> str:
    """Incompatible where a foreign key and the key it refers to are numbers of two kinds, or only one is a number."""
    table = table_of(op, catalog) if hasattr(op, "constraint") else op.definition
    if table is None or "not innodb" in _table_words(table):
        return ""
    for key in (op.constraint,) if hasattr(op, "constraint") else table.foreign_keys:
        target = table if key.target == table.name else catalog.table(key.target)
        pairs = zip(key.columns, key.target_columns, strict=False) if target is not None else ()
        for column, other in ((table.column(a), target.column(b)) for a, b in pairs):  # type: ignore[union-attr]
            if column is not None and other is not None and not _alike(column.type, other.type):
                return "incompatible"
    return ""


def _alike(a: Type, b: Type) -> bool:
    return not {a.name, b.name} & INTEGERS or (
        a.name == b.name and ("unsigned" in a.modifiers) == ("unsigned" in b.modifiers)
    )


def engine_changes(op: Any, catalog: Catalog) -> bool:
    """Whether ENGINE= names another storage engine than the table has."""
    table = table_of(op, catalog)
    now = dict(table.options).get("engine", "") if table is not None else ""
    return storage(op.value) != storage(now)


def versions_used(op: Any, catalog: Catalog) -> int:
    """How many row versions instant changes have left in the table, as far as the migrations show."""
    table = table_of(op, catalog)
    return len(table.row_versions) if table is not None else 0


FACTS: dict[str, Fact] = {
    "the algorithm asked for": lambda op, _: op.requested[0].lower(),
    "the lock asked for": lambda op, _: op.requested[1].lower(),
    "the table is": table_words,
    "the column is": column_words,
    "the converted columns": converted_columns,
    "the new column is": new_column_words,
    "the redefined column": redefinition,
    "the index is": index_kind,
    "the index is absent": index_absent,
    "a reference is": reference,
    "RENAME COLUMN is written": lambda op, _: op.statement.word("RENAME", "COLUMN") is not None,
    "a key column is": key_column,
    "the engine changes": engine_changes,
    "the primary key says NULL": primary_key_says_null,
    "the row key": row_key,
    "64 row versions are used up": lambda op, catalog: versions_used(op, catalog) >= 64,
    "255 row versions are used up": lambda op, catalog: versions_used(op, catalog) >= 255,
}
