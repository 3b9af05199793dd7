"""Which dependencies hold in a table: those that the catalog enforces, and those that the configuration declares."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.config import KeptDependency
from dbarch_lint.errors import ConfigError, did_you_mean
from dbarch_lint.names import Name
from dbarch_lint.normalize.dependencies import FD, MVD, Attributes, fd
from dbarch_lint.objects import ForeignKey, Index, Key, Table

Origin: TypeAlias = Literal["primary key", "unique", "generated column", "foreign key", "declared"]
Declarations: TypeAlias = Mapping[str, Sequence[str | KeptDependency]]


class Known(msgspec.Struct, frozen=True):
    """A dependency, where it comes from, and (if so) why its repetition does no harm."""

    dependency: FD | MVD
    origin: Origin
    name: str = ""  # of the constraint or column
    controlled: str = ""


class Relation(msgspec.Struct, frozen=True):
    """A table with what is known to hold in it. `weak` are unique constraints that let rows with NULL repeat."""

    table: Table
    known: tuple[Known, ...]
    weak: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[str, ...]:
        return tuple(c.name for c in self.table.columns)

    @property
    def superkeys(self) -> list[Attributes]:
        """The keys that the server enforces."""
        return [k.dependency.left for k in self.known if k.origin in {"primary key", "unique"}]

    @property
    def multivalued(self) -> list[MVD]:
        return [k.dependency for k in self.known if isinstance(k.dependency, MVD)]

    def functional(self, *, controlled: bool | None = None) -> list[FD]:
        """The functional dependencies: all, or only those (not) under control."""
        wanted = (k for k in self.known if controlled is None or bool(k.controlled) is controlled)
        return [k.dependency for k in wanted if isinstance(k.dependency, FD)]


def relation(table: Table, catalog: Catalog, declared: Iterable[Known] = ()) -> Relation:
    """A table with its dependencies."""
    everything = tuple(c.name for c in table.columns)
    certain = list(certain_keys(table))
    known = [Known(fd(k.columns, everything), _origin(k, table), k.name) for k in certain]
    known += [*computed(table), *pulled_back(table, catalog), *declared]
    weak = [k.name for k in unique_over_all(table) if k not in certain]
    return Relation(table, tuple(known), tuple(weak))


# --- what the server enforces


def certain_keys(table: Table) -> Iterator[Key | Index]:
    """Keys of which no two rows agree, NULLs told apart or not.

    A unique constraint over a column that may be NULL lets rows repeat: it is a possible key only (Koehler and Link,
    SQL schema design, SIGMOD 2016), and nothing is derived from it.
    """
    nullable = {c.name for c in table.columns if c.nullable}
    for key in unique_over_all(table):
        temporal = isinstance(key, Key) and key.without_overlaps
        certain = key is table.primary_key or not key.nulls_distinct or nullable.isdisjoint(key.columns)
        if certain and not temporal:
            yield key


def unique_over_all(table: Table) -> Iterator[Key | Index]:
    """Keys, and unique indexes over plain columns and all rows; others say something about parts of the table only."""
    yield from table.keys
    yield from (i for i in table.indexes if i.unique and i.valid and not i.where and len(i.columns) == len(i.parts))


def _origin(key: Key | Index, table: Table) -> Origin:
    return "primary key" if key is table.primary_key else "unique"


def computed(table: Table) -> Iterator[Known]:
    """What the columns of its expression say, a generated column says again; the server sees to it."""
    names = {c.name for c in table.columns}
    for column in table.columns:
        bases = column.default.columns & names if column.generated and column.default is not None else frozenset()
        if bases:
            yield Known(fd(bases, {column.name}), "generated column", column.name, "the server computes it")


def pulled_back(table: Table, catalog: Catalog) -> Iterator[Known]:
    """A foreign key to (a, b), of which b alone is a key there, makes b determine a here as well.

    Casanova, Fagin, Papadimitriou (JCSS 1984). One step, from keys: with all of them implication is undecidable.
    """
    nullable = {c.name for c in table.columns if c.nullable}
    for key in table.foreign_keys:
        target = catalog.table(key.target)
        sound = key.validated and key.enforced and (key.match_full or nullable.isdisjoint(key.columns))
        if target is None or not sound or len(key.columns) != len(key.target_columns):
            continue
        yield from _through(key, target)


def _through(key: ForeignKey, target: Table) -> Iterator[Known]:
    here = dict(zip(key.target_columns, key.columns, strict=True))
    for parent in certain_keys(target):
        if here.keys() > set(parent.columns):
            left = {here[c] for c in parent.columns}
            yield Known(fd(left, set(key.columns) - left), "foreign key", key.name, f"{key.name} enforces it")


# --- what the configuration declares

ARROW = re.compile(r"\s*(->>|->)\s*")
COLUMN = re.compile(r'\s*(?:"((?:[^"]|"")+)"|([^\s",]+))\s*(,|\Z)')
FORM = "write `column, column -> column`, or ->> for a multivalued one"


def declarations(given: Declarations, catalog: Catalog) -> dict[Name, list[Known]]:
    """The declared dependencies by table. Raises ConfigError, with the path of the key, for what the catalog lacks."""
    found: dict[Name, list[Known]] = {}
    for said, items in given.items():
        table = _table(said, catalog)
        for number, item in enumerate(items):
            path = ("dependencies", said, number)
            text, kept = (item, "") if isinstance(item, str) else (item.holds, item.kept)
            known = Known(parsed(text, table, path), "declared", "", " ".join(kept.split()))
            found.setdefault(table.name, []).append(known)
    return found


def _table(said: str, catalog: Catalog) -> Table:
    """The table that a key of the configuration names."""
    path = ("dependencies", said)
    tables = list(catalog.tables)
    found = [t for t in tables if t.name.full == said] or [t for t in tables if t.name.name == said]
    if not found:
        valid = {name for t in tables for name in (t.name.name, t.name.full)}
        hint = did_you_mean(said, valid) or "; `dbarch-lint schema` lists the tables"
        raise ConfigError(f"dependencies: the migrations make no table {said}{hint}", path=path)
    if len(found) > 1:
        names = ", ".join(t.name.full for t in found)
        raise ConfigError(f"dependencies: {said} may be {names}; write its schema too", path=path)
    return found[0]


def parsed(text: str, table: Table, path: Sequence[str | int] = ()) -> FD | MVD:
    """`a, b -> c` or `a ->> b` over the columns of a table. Raises ConfigError."""
    sides = ARROW.split(text)
    if len(sides) != 3:
        commas = "; in [ ] a comma ends an item, so put quotes around it or give it a line of its own"
        hint = commas if len(sides) == 1 else ""
        raise ConfigError(f"{text!r} is no dependency: {FORM}{hint}", path=path)
    left, right = (_columns(side, text, table, path) for side in (sides[0], sides[2]))
    if right <= left:
        raise ConfigError(f"{text!r} says nothing: what stands right of the arrow stands left of it too", path=path)
    return FD(left, right - left) if sides[1] == "->" else MVD(left, right - left)


def _columns(side: str, text: str, table: Table, path: Sequence[str | int]) -> Attributes:
    """The columns on one side of an arrow."""
    names: list[str] = []
    at = 0
    while (match := COLUMN.match(side, at)) is not None:
        names.append(match[1].replace('""', '"') if match[1] else match[2])
        at = match.end()
        if not match[3]:
            break
    else:
        raise ConfigError(f"{text!r} is no dependency: {FORM}", path=path)
    valid = [c.name for c in table.columns]
    for name in names:
        if name not in valid:
            hint = did_you_mean(name, valid) or f"; it has {', '.join(valid[:12])}"
            raise ConfigError(f"{text!r}: {table.name} has no column {name}{hint}", path=path)
    return frozenset(names)
