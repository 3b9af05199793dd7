"""The catalog as SQL that a server of the family accepts."""

from __future__ import annotations

from collections.abc import Iterator

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.mysql.columns import parts_of
from dbarch_lint.engines.mysql.programs import programs
from dbarch_lint.engines.mysql.spelling import quoted, quoted_name
from dbarch_lint.objects import Column, ForeignKey, Index, IndexPart, Table

# In the order in which the server prints them
OPTION_WORDS = {"engine": "ENGINE", "charset": "DEFAULT CHARSET", "collation": "COLLATE", "row_format": "ROW_FORMAT"}
PLAIN_ACTIONS = ("NO ACTION", "RESTRICT")


def dump(catalog: Catalog, version: int) -> str:  # noqa: ARG001 (one text for all versions)
    """CREATE TABLE statements, foreign keys after all tables, then what is written in SQL itself."""
    tables = [table for table in catalog.tables if not table.temporary]
    databases = sorted({t.name.schema for t in tables if t.name.schema})
    parts = [f"CREATE DATABASE IF NOT EXISTS {quoted(name)};" for name in databases]
    if any(key.target not in catalog.relations for table in tables for key in table.foreign_keys):
        parts.append("SET foreign_key_checks = 0;  -- some foreign keys wait for their tables")
    parts += [create_table(table) for table in tables]
    parts += [foreign_keys(table) for table in tables if table.foreign_keys]
    parts += programs(catalog)
    return "\n\n".join(parts) + "\n" if parts else ""


def create_table(table: Table) -> str:
    """CREATE TABLE with its keys and indexes, without foreign keys."""
    lines = [*map(column, table.columns), *keys(table)]
    lines += [f"CONSTRAINT {quoted(c.name)} CHECK ({c.expression})" for c in table.checks]
    body = ",\n".join(f"  {line}" for line in lines)
    options = [f" {OPTION_WORDS[k]}={v}" for k, v in table.options if k in OPTION_WORDS]
    comment = f" COMMENT={text(table.comment)}" if table.comment else ""
    return f"CREATE TABLE {quoted_name(table.name)} (\n{body}\n){''.join(options)}{comment};"


def column(column: Column) -> str:
    """One column."""
    words = [quoted(column.name), str(column.type)]
    words += [f"CHARACTER SET {column.charset}"] if column.charset else []
    if column.collation:  # that of a character set which only the database knows is written as an attribute
        words.append("BINARY" if column.collation == "_bin" else f"COLLATE {column.collation}")
    if column.generated:
        words.append(f"AS ({column.default}) {column.generated.upper()}")
    if not column.nullable:
        words.append("NOT NULL")
    elif column.type.name == "timestamp":
        words.append("NULL")  # older servers take it for NOT NULL otherwise
    if column.default is not None and not column.generated:
        words.append(f"DEFAULT {default(str(column.default))}")
    words += [f"ON UPDATE {column.on_update}"] if column.on_update is not None else []
    words += ["AUTO_INCREMENT"] if column.identity else []
    words += ["INVISIBLE"] if column.invisible else []
    words += [f"COMMENT {text(column.comment)}"] if column.comment else []
    return " ".join(words)


def default(value: str) -> str:
    """A default: expressions stand in parentheses, literals and the current time do not."""
    literal = value[:1] in "'\"-+0123456789" or value.isidentifier() or value[:2].lower() in {"b'", "x'"}
    return value if literal or value.lower().startswith(("current_timestamp", "now(")) else f"({value})"


def keys(table: Table) -> Iterator[str]:
    """The primary key, unique keys and indexes."""
    if table.primary_key is not None:
        yield f"PRIMARY KEY ({', '.join(map(part, parts_of(table.primary_key)))})"
    for key in table.uniques:
        yield f"UNIQUE KEY {quoted(key.name)} ({names(key.columns)})"
    for index in table.indexes:
        yield index_line(index)


def index_line(index: Index) -> str:
    """One index."""
    kind = "UNIQUE " if index.unique else f"{index.method.upper()} " if index.method in {"fulltext", "spatial"} else ""
    hidden = "" if index.visible else " INVISIBLE"
    return f"{kind}KEY {quoted(index.name)} ({', '.join(map(part, index.parts))}){hidden}"


def part(part: IndexPart) -> str:
    """One part of an index."""
    what = quoted(part.column) if part.column else f"({part.expression})"
    return what + (f"({part.length})" if part.length else "") + (" DESC" if part.descending else "")


def foreign_keys(table: Table) -> str:
    """ALTER TABLE with all foreign keys of a table."""
    lines = ",\n".join(f"  ADD {foreign_key(key)}" for key in table.foreign_keys)
    return f"ALTER TABLE {quoted_name(table.name)}\n{lines};"


def foreign_key(key: ForeignKey) -> str:
    """One foreign key."""
    actions = "".join(
        f" ON {event} {action}"
        for event, action in (("DELETE", key.on_delete), ("UPDATE", key.on_update))
        if action not in PLAIN_ACTIONS
    )
    return (
        f"CONSTRAINT {quoted(key.name)} FOREIGN KEY ({names(key.columns)}) "
        f"REFERENCES {quoted_name(key.target)} ({names(key.target_columns)}){actions}"
    )


def names(columns: tuple[str, ...]) -> str:
    """Columns, quoted, with commas."""
    return ", ".join(map(quoted, columns))


def text(value: str) -> str:
    """A text literal."""
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"
