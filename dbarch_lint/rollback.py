"""Up, then down: whether the schema is what it was, and if not, what is left behind and what is lost.

A down migration is run once a year, in a hurry. It is replayed on what its up migration made, and the catalog after it
is compared with the catalog before.  What cannot be told (dynamic SQL, a history that begins in the middle) is not
guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import Engine
from dbarch_lint.migrations import Migration
from dbarch_lint.objects import Column, Index, IndexEntry, Sequence, Table
from dbarch_lint.operations import Opaque
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Span


class Rollback(NamedTuple):
    """What is not as it was: `left` is still there, `gone` did not come back, `other` is not what it was."""

    left: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    other: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What a person should know of it."""
        said = [f"{words} {listed(names)}{end}" for words, names, end in zip(WORDS, self, ENDS, strict=True) if names]
        return f"rolling back {', '.join(said)}: complete the down migration"


NOTHING = Rollback()
WORDS = ("leaves", "does not bring back", "does not restore")
ENDS = (" behind", "", "")
SHOWN = 3


def listed(names: tuple[str, ...]) -> str:
    """The first few names."""
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")


def place(down: Migration, engine: Engine) -> Span:
    """Where a down migration begins."""
    statements = engine.parse(down.source, down.ranges)
    if statements:
        return statements[0].span
    start = down.ranges[0][0] if down.ranges else 0
    return Span(down.source, start, start)


def rolled_back(before: Catalog, up: Replayed, down: Migration, engine: Engine, version: int) -> Rollback:
    """What differs between the catalog before an up migration and the one after its down migration."""
    replayed = next(replay([msgspec.structs.replace(down, direction="up")], engine, version, start=up.after))
    if not up.after.complete or any(uncertain(done) for done in (up, replayed)):
        return NOTHING
    return compared(before, replayed.after)


def uncertain(replayed: Replayed) -> bool:
    """Whether a statement's effect on the schema is not known."""
    if any(statement.error is not None for statement in replayed.statements):
        return True
    return any(
        isinstance(s.operation, Opaque) or s.statement.conditional or not s.after.complete for s in replayed.steps
    )


def compared(before: Catalog, after: Catalog) -> Rollback:
    """The differences by name, in the order of the catalogs."""
    found: dict[str, list[str]] = {"left": [], "gone": [], "other": []}
    for word, was, now in pairs(before, after):
        found["left"] += [called(word, now, name) for name in sorted(set(now).difference(was))]
        found["gone"] += [called(word, was, name) for name in sorted(set(was).difference(now))]
    tables = [(t, after.table(t.name)) for t in before.tables if after.relations.get(t.name) is not t]
    for old, new in tables:
        if new is not None:
            for place, names in zip(found, parts_differ(old, new), strict=True):
                found[place] += names
    return Rollback(*(tuple(names) for names in found.values()))


def pairs(before: Catalog, after: Catalog) -> Iterator[tuple[str, Mapping[Any, Any], Mapping[Any, Any]]]:
    """The maps of both catalogs that say what there is; an index goes with its table, a sequence with its owner."""
    if before.relations is not after.relations:
        yield "", relations(before), relations(after)
    for word, field in OTHERS.items():
        was, now = getattr(before, field), getattr(after, field)
        if was is not now:
            yield word, was, now


OTHERS = {"type": "types", "schema": "schemas", "extension": "extensions", "function": "functions"}


def called(word: str, things: Mapping[Any, Any], name: object) -> str:
    """A thing with the word for its kind; a relation's own is table, view or sequence."""
    return f"{word or type(things[name]).__name__.lower()} {name}"


def relations(catalog: Catalog) -> dict[Any, Any]:
    """Tables, views and the sequences that nobody owns."""
    return {
        name: relation
        for name, relation in catalog.relations.items()
        if not isinstance(relation, IndexEntry) and not (isinstance(relation, Sequence) and relation.owner is not None)
    }


def parts_differ(old: Table, new: Table) -> Iterator[list[str]]:
    """The columns, constraints, indexes, triggers and policies of a table that are left, gone, and other."""
    was, now = dict(parts(old)), dict(parts(new))
    yield [key for key in now if key not in was]
    yield [key for key in was if key not in now]
    differing = [(key, was[key], now[key]) for key in was if key in now and was[key] != now[key]]
    yield [f"{key} ({'; '.join(difference(a, b))})" for key, a, b in differing]


def difference(was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """What is said of a part before and after, where that differs."""
    for before, after in zip(was, now, strict=True):
        if before != after:
            yield f"{after}, was {before}"


def parts(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each part with what matters of it: what it is called, and what two parts of one name may differ in."""
    for column in table.columns:
        yield f"column {table.name}.{column.name}", essence(column)
    unnamed = {c.not_null_name for c in table.columns}  # NOT NULL is told as a property of its column
    for name in table.constraint_names:
        if name not in unnamed:
            yield f"constraint {name} on {table.name}", ()
    for index in table.indexes:
        kind = "unique" if index.unique else "not unique"
        yield f"index {index.name} on {table.name}", (shown_columns(index), kind, index.method)
    for trigger in table.triggers:
        yield f"trigger {trigger.name} on {table.name}", ()
    for policy in table.policies:
        yield f"policy {policy.name} on {table.name}", ()


def essence(column: Column) -> tuple[str, ...]:
    """What makes a column what it is to those who use it."""
    return (
        str(column.type),
        "optional" if column.nullable else "NOT NULL",
        default_of(column),
        f"identity {column.identity}" if column.identity else "no identity",
        f"generated {column.generated}" if column.generated else "not generated",
    )


def shown_columns(index: Index) -> str:
    """The parts of an index; expressions are not compared, because one may be written in several ways."""
    return ", ".join(p.column or "an expression" for p in index.parts)


def default_of(column: Column) -> str:
    """A default in words, a constant without its casts."""
    if column.default is None or column.generated:
        return "no default"
    literal = column.default.literal
    return f"default {literal!r}" if literal is not None else f"default {column.default}"
