"""Small statements that rules recommend, in PostgreSQL's words."""

from __future__ import annotations

from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import ForeignKey, Index, Key

__all__ = ["add_primary_key", "create_index", "drop", "is_alone", "quoted", "quoted_name"]


def drop(table: Name, part: Index | Key | ForeignKey) -> str:
    """An index or a constraint goes."""
    if isinstance(part, Index):
        return f"DROP INDEX CONCURRENTLY {quoted_name(table.sibling(part.name))};"
    return f"ALTER TABLE {quoted_name(table)} DROP CONSTRAINT {quoted(part.name)};"


def create_index(table: Name, columns: tuple[str, ...], *, busy: bool) -> str:
    """A new index; `busy`: others may be writing, and the server can let them."""
    way = "CONCURRENTLY " if busy else ""
    return f"CREATE INDEX {way}ON {quoted_name(table)} ({', '.join(map(quoted, columns))});"


def add_primary_key(table: Name, key: Index | Key) -> str:
    """A primary key of the columns of a key that is there, made of its index where that can be."""
    columns = ", ".join(map(quoted, key.columns))
    how = f"USING INDEX {quoted(key.name)}" if isinstance(key, Index) else f"({columns})"
    return f"ALTER TABLE {quoted_name(table)} ADD PRIMARY KEY {how};"


def is_alone(sql: str) -> bool:
    """Whether what one of these functions gave must not stand in a transaction."""
    return " CONCURRENTLY " in sql
