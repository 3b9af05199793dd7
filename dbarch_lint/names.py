"""Names of database objects: a schema and a name, already folded as the engine folds them; and kin of engines."""

from __future__ import annotations

import re
from typing import TypeAlias

import msgspec

FAMILY = {"mariadb": "mysql", "tidb": "mysql"}  # whose files serve an engine where it has none of its own
VARIANTS = frozenset({"tidb"})  # for which the rules of their family hold, unless the page says `not-for`
PLAIN = re.compile(r"[a-z_][a-z0-9_$]*\Z")


class Name(msgspec.Struct, frozen=True, order=True, cache_hash=True, gc=False):
    """A qualified name. `schema` is empty where the text gives none and none has been found yet."""

    schema: str
    name: str

    def __str__(self) -> str:
        """As people say it: the schema only where it is not the default one."""
        return self.name if self.schema in {"", "public"} else f"{self.schema}.{self.name}"

    @property
    def full(self) -> str:
        return f"{self.schema}.{self.name}" if self.schema else self.name

    def sibling(self, name: str) -> Name:
        """Another name in the same schema."""
        return Name(self.schema, name)


Reads: TypeAlias = frozenset[tuple[Name, str]]  # relations and their columns


class Rename(msgspec.Struct, frozen=True):
    """A relation, or one of its columns, got a new name: a `Name` for a relation, a text for a column."""

    relation: Name
    column: str
    new: Name | str

    def of(self, reads: Reads) -> Reads:
        """What is read, by its new name."""
        if isinstance(new := self.new, Name):
            return frozenset((new if name == self.relation else name, column) for name, column in reads)
        return frozenset((name, new if (name, c) == (self.relation, self.column) else c) for name, c in reads)


def quoted(identifier: str) -> str:
    """An identifier as PostgreSQL must be given it: in double quotes where folding or syntax would change it."""
    if PLAIN.match(identifier) and identifier not in RESERVED:
        return identifier
    return '"' + identifier.replace('"', '""') + '"'


def quoted_name(name: Name) -> str:
    """A qualified name, quoted where needed."""
    return f"{quoted(name.schema)}.{quoted(name.name)}" if name.schema else quoted(name.name)


# PostgreSQL 18, pg_get_keywords() with catcode R or T: words that cannot be a plain column or table name.
RESERVED = frozenset(
    """all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation
    column concurrently constraint create cross current_catalog current_date current_role current_schema current_time
    current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze
    from full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
    localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
    returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
    unique user using variadic verbose when where window with""".split()
)
