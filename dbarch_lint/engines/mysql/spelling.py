"""Names as SQL, and small statements that rules recommend, in MySQL's words."""

from __future__ import annotations

from dbarch_lint.names import Name
from dbarch_lint.objects import ForeignKey, Index, Key


def quoted(identifier: str) -> str:
    """An identifier in backticks."""
    return "`" + identifier.replace("`", "``") + "`"


def quoted_name(name: Name) -> str:
    """A table's name, with its database where one is known."""
    return f"{quoted(name.schema)}.{quoted(name.name)}" if name.schema else quoted(name.name)


def drop(table: Name, part: Index | Key | ForeignKey) -> str:
    """An index or a constraint goes. A unique key is an index."""
    kind = "FOREIGN KEY" if isinstance(part, ForeignKey) else "INDEX"
    return f"ALTER TABLE {quoted_name(table)} DROP {kind} {quoted(part.name)};"


def create_index(table: Name, columns: tuple[str, ...], *, busy: bool) -> str:  # noqa: ARG001 (others always write on)
    """A new index."""
    return f"ALTER TABLE {quoted_name(table)} ADD INDEX ({', '.join(map(quoted, columns))});"


def add_primary_key(table: Name, key: Index | Key) -> str:
    """A primary key of the columns of a key that is there, and makes that one superfluous."""
    columns = ", ".join(map(quoted, key.columns))
    return f"ALTER TABLE {quoted_name(table)} ADD PRIMARY KEY ({columns}), DROP INDEX {quoted(key.name)};"


def is_alone(sql: str) -> bool:  # noqa: ARG001 (here each commits by itself)
    """Whether a statement must not stand in a transaction."""
    return False
