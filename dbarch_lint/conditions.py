"""What the conditions of CHECKs leave over: reasoning on sets and intervals, never on more than is certain."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from decimal import Decimal, InvalidOperation
from operator import ge, gt, le, lt
from typing import Any, TypeAlias

from dbarch_lint.expression import Term
from dbarch_lint.objects import Column, Table
from dbarch_lint.vocabulary import Family, Vocabulary
from dbarch_lint.words import plain_words, singular

Value: TypeAlias = str | Decimal

NUMBERS: frozenset[Family] = frozenset({"integer", "decimal", "float"})
LISTED: frozenset[Family] = NUMBERS | {"text", "enum"}


def read(text: str, family: Family) -> Value | None:
    """A constant as it compares: a number, or a text; None where that is not certain."""
    if family not in NUMBERS:
        return text if family in LISTED else None
    try:
        found = Decimal(text)
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def allowed(terms: Sequence[Term], family: Family) -> frozenset[Value] | None:
    """The values that all of the equalities and lists among the terms allow; None where there are none of them."""
    sets: list[frozenset[Value]] = []
    for term in terms:
        values = [read(value, family) for value in term.values]
        if term.operator in {"=", "in"} and values and None not in values:
            sets.append(frozenset(v for v in values if v is not None))
    return frozenset.intersection(*sets) if sets else None


def passes(value: Value, term: Term, family: Family) -> bool:
    """Whether a value passes a term, or may."""
    others = [read(v, family) for v in term.values]
    if not others or None in others or (term.operator in ORDER and family not in NUMBERS):
        return True
    if term.operator in {"=", "in"}:
        return value in others
    if term.operator == "<>":
        return value not in others
    return ORDER[term.operator](value, others[0]) if term.operator in ORDER else True


ORDER: dict[str, Callable[[Any, Any], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


def contradiction(terms: Sequence[Term], family: Family) -> bool:
    """Whether no value passes all terms on one column, NULL left aside."""
    if len(terms) < 2:
        return False
    if any(t.operator == "is null" for t in terms) and any(t.values for t in terms):
        return True
    values = allowed(terms, family)
    if values is not None:
        return not any(all(passes(value, term, family) for term in terms) for value in values)
    return family in NUMBERS and is_empty(terms, family)


def is_empty(terms: Sequence[Term], family: Family) -> bool:
    """Whether no number lies within all bounds."""
    low = [(v, t.operator) for t in terms if t.operator in {">", ">="} and (v := bound(t, family)) is not None]
    high = [(v, t.operator) for t in terms if t.operator in {"<", "<="} and (v := bound(t, family)) is not None]
    return any(a > b or (a == b and (o, p) != (">=", "<=")) for a, o in low for b, p in high)


def bound(term: Term, family: Family) -> Decimal | None:
    """The number that a term compares with."""
    value = read(term.values[0], family) if term.values else None
    return value if isinstance(value, Decimal) else None


def refuses(term: Term, default: str | None, family: Family) -> bool:
    """Whether a term certainly refuses a default."""
    value = read(default, family) if default is not None else None
    return value is not None and not passes(value, term, family)


def compared_values(table: Table, column: Column, known: Vocabulary) -> Collection[str]:
    """The texts that a table's own definition, indexes and policies compare a column with, and its default."""
    found = {v for e in known.expressions(table) for t in e.terms if t.column == column.name for v in t.values}
    found |= {v for e in known.expressions(table) if e.columns == {column.name} for v in e.constants}
    default = column.default.literal if column.default is not None else None
    return found | {default} if found and default else found


# Words that begin and end a span. Those of what machines measured (started, finished) are always in order.
ENDS = {
    "start": "end",
    "starts": "ends",
    "begin": "end",
    "begins": "ends",
    "from": "to",
    "min": "max",
}
OTHER_ENDS = {"since": "until", "from": "until", "minimum": "maximum"}
BEGINNINGS = frozenset(singular(word) for word in (*ENDS, *OTHER_ENDS)) | {*ENDS, *OTHER_ENDS}


def spans(table: Table, known: Vocabulary) -> list[tuple[Column, Column]]:
    """Pairs of columns that begin and end a span: two days, two moments, two numbers."""
    if known.facets(table).words.isdisjoint(BEGINNINGS):
        return []
    named = {plain_words(column.name): column for column in table.columns}
    found: list[tuple[Column, Column]] = []
    for parts, column in named.items():
        for i, word in enumerate(parts):
            for ends in (ENDS, OTHER_ENDS):
                last = named.get((*parts[:i], ends[word], *parts[i + 1 :])) if word in ends else None
                if last is None or known.family(last) != known.family(column):
                    continue
                if known.family(column) == "time" or (word.startswith("min") and known.family(column) in NUMBERS):
                    found.append((column, last))
    return found
