"""The habits of a schema, learned from the schema itself: how it names references, tenants, times and deleted rows.

A habit is one that enough names follow. Rules judge against the habits that are there, so that no house style is right
or wrong by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from dbarch_lint.names import Name
from dbarch_lint.objects import Column, ForeignKey, Table
from dbarch_lint.words import CACHE, words

if TYPE_CHECKING:
    from dbarch_lint.vocabulary import Vocabulary

Words: TypeAlias = tuple[str, ...]

# How a referring column may be named: which words of the table, and whether those of its key follow.
# A role may stand before them.
TEMPLATES: dict[str, tuple[slice, bool]] = {
    "table_key": (slice(None), True),
    "table": (slice(None), False),
    "last_key": (slice(-1, None), True),
    "last": (slice(-1, None), False),
    "inner_key": (slice(1, None), True),
    "key": (slice(0), True),
}
WITH_ROLE = frozenset({"table_key", "table"})  # the whole name of the table is in them, so a role before it is one
LEAST_SUPPORT = 3
LEAST_AGREEMENT = 0.8
LEAST_ADOPTION = 0.6
# Ids that somebody else gave out.
FOREIGN = frozenset(
    """aggregate api client correlation device discord external facebook foreign github gitlab google idempotency legacy
    oauth oidc original partner paypal provider remote request session shopify slack source span stripe subject third
    trace tracking transaction upstream vendor xero""".split()
)


class Reference(msgspec.Struct, frozen=True):
    """A column that refers to a table by its name and its type, whether a foreign key says so or not."""

    table: Table
    column: Column
    target: Table
    key: Column
    template: str
    declared: bool

    @property
    def in_full(self) -> bool:
        """Whether the column says the whole name of the table, and not a word of it or that of its key."""
        return self.template in WITH_ROLE


class References:
    """How the foreign keys of a schema are named, and which columns are named so without being one."""

    def __init__(self, known: Vocabulary) -> None:
        self._known = known
        self._tables = [t for t in known.catalog.tables if t.partition_of is None]
        self._meant: dict[str, dict[Words, list[tuple[Table, Column]]]] = {name: {} for name in TEMPLATES}
        for table in self._tables:
            key = table.primary_key
            column = table.column(key.columns[0]) if key is not None and len(key.columns) == 1 else None
            if column is None:
                continue
            for name, (part, with_key) in TEMPLATES.items():
                said = words(table.name.name)[part]
                named = said + words(column.name) if with_key else said
                if said or len(named) > 1:
                    self._meant[name].setdefault(named, []).append((table, column))

    @cached_property
    def _endings(self) -> frozenset[str]:
        """The words in which a name ends that means some table."""
        return frozenset(said[-1] for template in self.templates for said in self._meant[template])

    @cached_property
    def templates(self) -> tuple[str, ...]:
        """The templates that the schema follows, the most used one first: enough foreign keys, and nearly always."""
        right, wrong = Counter[str](), Counter[str]()
        for table in self._tables:
            for fk in table.foreign_keys:
                column = table.column(fk.columns[0]) if len(fk.columns) == 1 else None
                for name in TEMPLATES if column is not None else ():
                    found = self._by(name, table, column)
                    if found is not None:
                        (right if found[0].name == fk.target else wrong)[name] += 1
        enough = [n for n, c in right.items() if c >= LEAST_SUPPORT and c >= LEAST_AGREEMENT * (c + wrong[n])]
        return tuple(sorted(enough, key=lambda name: -right[name]))

    def _by(self, template: str, table: Table, column: Column | None) -> tuple[Table, Column] | None:
        """The one table that a column means by a template, and its key: the longest name that the column ends in."""
        if column is None:
            return None
        parts = words(column.name)
        meant = self._meant[template]
        for start in range(len(parts) if template in WITH_ROLE else 1):
            found = meant.get(parts[start:])
            if found:
                near = [pair for pair in found if pair[0].name.schema == table.name.schema] or found
                return near[0] if len(near) == 1 and self._fits(column, near[0][1]) else None
        return None

    def _fits(self, column: Column, key: Column) -> bool:
        one, two = self._known.base(column.type), self._known.base(key.type)
        return (one.name, one.array) == (two.name, two.array)

    def _all(self) -> Iterator[Reference]:
        for table in self._tables:
            declared = {fk.columns[0] for fk in table.foreign_keys if len(fk.columns) == 1}
            linked = {name for fk in table.foreign_keys for name in fk.columns}
            own = table.primary_key.columns if table.primary_key is not None else ()
            for column in self._known.saying(table, self._endings):
                if column.name in linked - declared or (len(own) == 1 and column.name == own[0]):
                    continue
                for template in self.templates:
                    found = self._by(template, table, column)
                    if found is not None and (found[0].name != table.name or column.name in declared):
                        yield Reference(table, column, *found, template, column.name in declared)
                        break

    @cached_property
    def found(self) -> tuple[Reference, ...]:
        """Every column that follows a template."""
        return tuple(self._all())


# --- tenants

TENANTS = frozenset(
    "account client company customer merchant organisation organization org project shop site team tenant "
    "workspace".split()
)
LEAST_TABLES = 4
TENANT_SHARE = 0.4


class Tenancy(msgspec.Struct, frozen=True):
    """The table that owns the rows of most others, and what they call their reference to it."""

    root: Name
    column: str
    tables: frozenset[Name]  # those that have the column

    def reference(self, table: Table) -> ForeignKey | None:
        """The table's own foreign key to the root, or None."""
        return next((fk for fk in table.foreign_keys if fk.target == self.root and fk.columns == (self.column,)), None)


def tenancy(known: Vocabulary) -> Tenancy | None:
    """The one that most ordinary tables show, or None where they do not."""
    tables = [t for t in known.catalog.tables if known.is_designed(t)]
    votes: dict[tuple[Name, str], set[Name]] = {}
    for table in tables:
        for fk in table.foreign_keys:
            column = table.column(fk.columns[0]) if len(fk.columns) == 1 else None
            if column is not None and not column.nullable and not TENANTS.isdisjoint(words(fk.target.name)[-1:]):
                votes.setdefault((fk.target, column.name), set()).add(table.name)
    if not votes:
        return None
    (root, named), _ = max(votes.items(), key=lambda vote: (len(vote[1]), vote[0]))
    having = frozenset(t.name for t in tables if t.column(named) is not None and t.name != root)
    if len(having) < LEAST_TABLES or len(having) < TENANT_SHARE * len(tables):
        return None
    return Tenancy(root, named, having)


# --- times of a row

WHEN = frozenset("at date on time timestamp ts".split())
BIRTH = frozenset("created creation inserted".split())
CHANGE = frozenset("changed edited modified updated modification".split())
MOST = 0.7


class Stamps(msgspec.Struct, frozen=True):
    """The columns in which a schema keeps when a row was made and changed; empty where it has no such habit."""

    created: str = ""
    updated: str = ""


def stamps(known: Vocabulary) -> Stamps:
    """The names that most ordinary tables use."""
    tables = [t for t in known.catalog.tables if known.is_ordinary(t)]
    found = []
    for first in (BIRTH, CHANGE):
        names = Counter(c.name for t in tables for c in known.saying(t, first) if is_stamp(c.name, first))
        most = max(names, key=names.__getitem__, default="")
        kept = len(tables) >= LEAST_TABLES and names[most] >= MOST * len(tables)
        found.append(most if kept else "")
    return Stamps(*found)


@lru_cache(maxsize=CACHE)
def is_stamp(name: str, first: frozenset[str] = BIRTH) -> bool:
    """Whether a column says when its row was made (or, with CHANGE, last changed)."""
    parts = words(name)
    return bool(parts) and parts[0] in first and (len(parts) == 1 or (len(parts) == 2 and parts[1] in WHEN))


LOCAL = frozenset("birth close closes closing local open opening opens".split())
CLOCK = ("now()", "CURRENT_TIMESTAMP", "clock_timestamp()", "LOCALTIMESTAMP", "transaction_timestamp()")


def is_moment(column: Column) -> bool:
    """Whether a column holds a point in time, by its name (`paid_at`) or default (`now()`), and no time of day."""
    parts = words(column.name)
    named = len(parts) > 1 and parts[-1] == "at" and LOCAL.isdisjoint(parts)
    return named or is_stamp(column.name) or (column.default is not None and column.default.text in CLOCK)


# --- deleted rows that stay

GONE = frozenset("deleted removed trashed".split())


def soft_delete(table: Table, known: Vocabulary) -> Column | None:
    """The column that marks a row as deleted: an empty time, or a boolean."""
    for column in known.saying(table, GONE):
        parts = words(column.name)
        if GONE.isdisjoint(parts[-2:]) or len(parts) > 2:
            continue
        family = known.family(column)
        if family == "boolean" and (len(parts) == 1 or parts[0] == "is"):
            return column
        if family == "time" and column.nullable and parts[-1] in WHEN | GONE:
            return column
    return None
