"""Names for the tables of a decomposition, in the manner of the table that they come from."""

from __future__ import annotations

from collections.abc import Container, Sequence

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Table
from dbarch_lint.words import is_plural, plain_words, words

ENDINGS = frozenset("code guid id key no nr num number uuid".split())  # of a column that names a thing
PLURALS = (("s", "ses"), ("x", "xes"), ("ch", "ches"), ("sh", "shes"), ("z", "zes"))
VOWELS = "aeiou"
LONGEST = 40  # characters; names of constraints and indexes are made of it


def plural(word: str) -> str:
    """An English noun in the plural, as well as its ending tells."""
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return f"{word[:-1]}ies"
    return next((word[: -len(end)] + instead for end, instead in PLURALS if word.endswith(end)), f"{word}s")


def part_name(
    table: Table, key: Sequence[str], others: Sequence[str], catalog: Catalog, taken: Container[Name]
) -> Name:
    """A name for what `key` identifies: `customers` for customer_email with customer_name."""
    own, full = list(words(table.name.name)), _stem(key)
    short = _shared(key, others)
    for parts in filter(None, (short, full, [*own, *(short or full)], [*own, *full])):
        name = table.name.sibling(_spelled(parts, table))
        if name not in taken and name not in catalog.relations:
            return name
    number = 2
    while (name := table.name.sibling(f"{_spelled(full, table)}_{number}")) in taken or name in catalog.relations:
        number += 1
    return name


def _shared(key: Sequence[str], others: Sequence[str]) -> list[str]:
    """The word with which the key and what it tells begin: it names the thing itself."""
    first = plain_words(key[0])[:1]
    if len(key) == 1 and len(plain_words(key[0])) > 1 and any(plain_words(other)[:1] == first for other in others):
        return list(first)
    return []


def _stem(key: Sequence[str]) -> list[str]:
    """The words of the key, without `id` and its like."""
    found: list[str] = []
    for column in key:
        parts = list(words(column)) or ["part"]
        while len(parts) > 1 and parts[-1] in ENDINGS:
            parts.pop()
        found += [p for p in parts if p not in found]
    return found


def _spelled(parts: Sequence[str], table: Table) -> str:
    """The words as one name, in the number and the case of the table's."""
    last = plural(parts[-1]) if is_plural(table.name.name) else parts[-1]
    every = [*parts[:-1], last]
    if any(c.isupper() for c in table.name.name):
        return "".join(word.capitalize() for word in every)[:LONGEST]
    return "_".join(every)[:LONGEST].strip("_")
