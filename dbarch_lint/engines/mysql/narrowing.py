"""Whether a column of a new type takes what code writes that knows the old one."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.mysql.types import INTEGERS

BYTES = {"tinyint": 1, "smallint": 2, "mediumint": 3, "int": 4, "bigint": 8}
# Bytes that a text of the type may have; char and varchar count characters instead
CAPACITY = {"tinytext": 2**8, "text": 2**16, "mediumtext": 2**24, "longtext": 2**32}
LENGTHS = frozenset({"char", "varchar", "binary", "varbinary"})
CHOICES = frozenset({"enum", "set"})


def narrowing(old: Type, new: Type, catalog: Catalog) -> str:  # noqa: ARG001 (no user-defined types here)
    """Which values of the old type the new one may refuse, in words; empty: none, or it is not known."""
    if old.name in INTEGERS and new.name in INTEGERS:
        return fewer_numbers(old, new)
    if new.name in CHOICES and old.name == new.name:
        gone = [str(v) for v in old.modifiers if v not in new.modifiers]
        return f"the value {gone[0]!r}" if gone else ""
    if new.name in LENGTHS and new.modifiers:
        limit, before = int(new.modifiers[0]), int(old.modifiers[0]) if old.modifiers and old.name in LENGTHS else None
        shorter = (before is not None and before > limit) or CAPACITY.get(old.name, 0) > limit
        return f"more than {limit} characters" if shorter else ""
    if CAPACITY.get(new.name, 2**33) < CAPACITY.get(old.name, 0):
        return f"more than {CAPACITY[new.name] - 1} bytes"
    return ""


def fewer_numbers(old: Type, new: Type) -> str:
    """Numbers may become too large, or negative ones impossible."""
    (low, high), (lowest, highest) = limits(new), limits(old)
    if high < highest:
        return f"numbers above {high}"
    return "negative numbers" if low > lowest else ""


def limits(type_: Type) -> tuple[int, int]:
    """The least and the greatest value of an integer type."""
    if str(type_) == "tinyint(1)":  # a truth value
        return 0, 1
    bits = BYTES[type_.name] * 8
    return (0, 2**bits - 1) if "unsigned" in str(type_) else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
