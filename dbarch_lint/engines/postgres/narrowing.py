"""Whether a column of a new type takes what code writes that knows the old one."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.types import resolved

# Whole numbers, and all numbers, from the narrowest on.
WHOLE = {"int2": "32767", "int4": "2147483647", "int8": "9223372036854775807"}
FRACTIONS = frozenset({"numeric", "float4", "float8", "money"})
TEXTS = frozenset({"text", "varchar", "bpchar", "citext", "name"})
# Families of types: a literal for one of a family is a literal for the others.
FAMILIES = (
    frozenset({"date", "timestamp", "timestamptz"}),
    frozenset({"json", "jsonb"}),
    frozenset({"time", "timetz"}),
    frozenset({"inet", "cidr"}),
    frozenset({"bit", "varbit"}),
)


def narrowing(old: Type, new: Type, catalog: Catalog) -> str:
    """Which values of the old type the new one may refuse, in words; empty: none, or it is not known."""
    before, after = resolved(old, catalog.types), resolved(new, catalog.types)
    if not before.kind or not after.kind or "unknown" in {old.name, new.name}:
        return ""
    a, b = before.type, after.type
    if a.array or b.array:
        return f"what is not {'a list' if b.array else 'a single value'}" if a.array != b.array else ""
    if b.name in TEXTS:
        return longer_texts(a, b)
    if b.name in WHOLE:
        return larger_numbers(a, b)
    if b.name in FRACTIONS:
        return larger_fractions(a, b)
    related = a.name == b.name or any({a.name, b.name} <= family for family in FAMILIES)
    return "" if related else f"values that are not {b}"


def longer_texts(old: Type, new: Type) -> str:
    """Texts may become too long; anything else has a text."""
    if not new.modifiers or old.name not in TEXTS:
        return ""
    limit = int(new.modifiers[0])
    shorter = not old.modifiers or int(old.modifiers[0]) > limit
    return f"more than {limit} characters" if shorter else ""


def larger_numbers(old: Type, new: Type) -> str:
    """Numbers may become too large."""
    if old.name in WHOLE:
        narrower = list(WHOLE).index(old.name) > list(WHOLE).index(new.name)
        return f"numbers above {WHOLE[new.name]}" if narrower else ""
    return f"numbers above {WHOLE[new.name]}" if old.name in FRACTIONS else f"values that are not {new}"


def larger_fractions(old: Type, new: Type) -> str:
    """Digits in front of the point may become too many."""
    if old.name not in FRACTIONS and old.name not in WHOLE:
        return f"values that are not {new}"
    if new.name != "numeric" or not new.modifiers:
        return ""
    room = digits(new)
    before = len(WHOLE[old.name]) if old.name in WHOLE else digits(old) if old.name == "numeric" else 0
    return f"numbers of more than {room} digits" if not before or before > room else ""


def digits(number: Type) -> int:
    """The digits in front of the point that a numeric has room for; 0: any number."""
    if not number.modifiers:
        return 0
    precision, *scale = (int(m) for m in number.modifiers)
    return precision - sum(scale[:1])
