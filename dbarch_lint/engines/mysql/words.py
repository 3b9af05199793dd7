"""The plain words that fact tables match on: how a default is computed, what a change of type costs."""

from __future__ import annotations

from typing import Literal

from dbarch_lint.datatypes import Type
from dbarch_lint.objects import Column

DefaultWord = Literal["none", "constant", "stable", "volatile", "unknown"]
STABLE = frozenset(
    {
        "now",
        "current_timestamp",
        "localtime",
        "localtimestamp",
        "curdate",
        "curtime",
        "current_date",
        "current_time",
        "utc_timestamp",
        "utc_date",
        "utc_time",
    }
)
VOLATILE = frozenset({"uuid", "rand", "uuid_short", "random_bytes", "sysdate", "sleep"})


def default_word(column: Column) -> DefaultWord:
    """How rows that are there get the value of a new column."""
    if column.generated == "virtual":
        return "none"
    if column.generated or column.identity:
        return "volatile"
    if column.default is None:
        return "none"
    called = column.default.functions
    if called & VOLATILE:
        return "volatile"
    return "stable" if called else "constant"


def same_type(one: Type, other: Type) -> bool:
    """Whether two types are one to the server."""
    return str(one) == str(other)
