"""Column types, whatever the engine: engines make them, and spell them the way their server does."""

from __future__ import annotations

import msgspec

from dbarch_lint.names import quoted

SYSTEM_SCHEMA = "pg_catalog"


class Type(msgspec.Struct, frozen=True, cache_hash=True, gc=False):
    """A type as written at a column. Make PostgreSQL's with `engines.postgres.types`, which keeps one of each.

    `name` is the server's internal name (`int4`, `varchar`, `timestamptz`) or that of a user-defined type.
    `schema` is the system schema for built-in types; empty for others as long as nobody looked the name up.
    `modifiers` stand in parentheses behind the name; a built-in type has numbers there, others may have words.
    `array` is 1 for arrays, however many dimensions were written: the server does not tell them apart.
    `serial` is the word where the author wrote smallserial, serial or bigserial.
    `spelling` is the whole type as the server writes it; empty where name and modifiers say it already.
    """

    schema: str
    name: str
    modifiers: tuple[int | str, ...] = ()
    array: int = 0
    serial: str | None = None
    spelling: str = ""

    @property
    def builtin(self) -> bool:
        """Whether the engine itself brings the type."""
        return self.schema == SYSTEM_SCHEMA

    @property
    def known(self) -> bool:
        """Whether the type could be told: a column of CREATE TABLE AS may have one that cannot."""
        return self.name != "unknown"

    def same(self, other: Type) -> bool:
        """Whether both are one type to the server: `serial` is only another way to write an integer."""
        mine = (self.name, self.schema, self.modifiers, self.array)
        return mine == (other.name, other.schema, other.modifiers, other.array)

    def __str__(self) -> str:
        if self.spelling:
            return self.spelling
        schema = "" if self.schema in {"", "public", SYSTEM_SCHEMA} else f"{quoted(self.schema)}."
        modifiers = f"({','.join(map(str, self.modifiers))})" if self.modifiers else ""
        return f"{schema}{quoted(self.name)}{modifiers}{'[]' if self.array else ''}"
