"""Columns that repeat what others of their row say: computed from them, or one for each period of a calendar."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from dbarch_lint.objects import Column, Table
from dbarch_lint.vocabulary import Family, Vocabulary
from dbarch_lint.words import CACHE, plain_words, words

# What follows from what: the words that a name ends in, and those of the columns that it is computed from. The first of
# each list of sources that a table has counts.
DERIVED: tuple[tuple[tuple[str, ...], tuple[tuple[tuple[str, ...], ...], ...]], ...] = (
    (("total", "subtotal", "amount"), ((("quantity",), ("qty",)), (("unit", "price"), ("price",), ("unit", "cost")))),
    (("age",), ((("birth", "date"), ("birthdate",), ("date", "of", "birth"), ("birthday",), ("dob",)),)),
    (("name",), ((("first", "name"), ("firstname",)), (("last", "name"), ("lastname",), ("surname",)))),
    (("duration",), ((("started", "at"), ("start", "time")), (("ended", "at"), ("end", "time"), ("finished", "at")))),
)
FOLLOWS = frozenset(word for endings, _ in DERIVED for word in endings)
RECURRING = frozenset("cron recurrence reset schedule".split())  # what lasts so long lasts so long each time
WHOLE = frozenset("full complete".split())  # of names: what stands before "name"; people choose a display name


def derived_columns(table: Table, known: Vocabulary) -> Iterator[tuple[Column, tuple[str, ...]]]:
    """Columns that are neither generated nor explained, each with the columns from which it follows."""
    follows = known.saying(table, FOLLOWS)
    named = {words(column.name): column.name for column in table.columns} if follows else {}
    for column in follows:
        parts = words(column.name)
        if column.generated or column.comment or not RECURRING.isdisjoint(known.facets(table).words):
            continue
        for endings, sources in DERIVED:
            if parts[-1] not in endings or not _is_whole(parts):
                continue
            found = [next((named[s] for s in choice if s in named), "") for choice in sources]
            if all(found) and column.name not in found:
                yield column, tuple(found)


def _is_whole(parts: tuple[str, ...]) -> bool:
    if parts[-1] == "name":
        return len(parts) == 2 and parts[0] in WHOLE
    return len(parts) == 1 or parts[0] in {"line", "total"}


MONTHS = frozenset("january february march april may june july august september october november december".split())
MONTHS |= {month[:3] for month in MONTHS}
LEAST_PERIODS = 4
YEARS = range(1900, 2101)


def period_columns(table: Table, known: Vocabulary) -> Iterator[tuple[str, list[Column]]]:
    """Columns for months, quarters or years that share all other words and their kind of values: `month`, columns."""
    if not any(word in MONTHS or word[0] in "qy" or word.isdecimal() for word in known.facets(table).by_word):
        return
    groups: dict[tuple[str, tuple[str, ...], Family], dict[str, Column]] = {}
    for column in table.columns:
        for kind, word, rest in periods(column.name):
            groups.setdefault((kind, rest, known.family(column)), {}).setdefault(word, column)
    for (kind, _, _), members in groups.items():
        if len(members) >= LEAST_PERIODS:
            yield kind, list(members.values())


@lru_cache(maxsize=CACHE)
def periods(name: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """The periods that a name speaks of: month, quarter or year, its word, and the other words."""
    parts = glued(plain_words(name))
    found = ((period(word), word, (*parts[:i], "", *parts[i + 1 :])) for i, word in enumerate(parts))
    return tuple(one for one in found if one[0])


def glued(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name with `q1` and `y2024` in one piece."""
    found: list[str] = []
    for part in parts:
        if part.isdecimal() and found and found[-1] in {"q", "y"}:
            found[-1] += part
        else:
            found.append(part)
    return tuple(found)


def period(word: str) -> str:
    """What stretch of the calendar a word names: month, quarter or year; empty for none."""
    if word in MONTHS:
        return "month"
    if len(word) == 2 and word[0] == "q" and word[1] in "1234":
        return "quarter"
    digits = word.removeprefix("y")
    return "year" if len(digits) == 4 and digits.isdecimal() and int(digits) in YEARS else ""
