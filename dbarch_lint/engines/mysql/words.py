"""The plain words that fact tables match on: how a default is computed, what a change of type costs."""

from __future__ import annotations

from typing import Literal

from dbarch_lint.objects import Column

DefaultWord = Literal["none", "implicit", "constant", "stable", "volatile", "unknown"]


def default_word(column: Column) -> DefaultWord:
    """How rows that are there get the value of a new column."""
    if column.generated == "virtual":
        return "none"
    if column.generated or column.identity:
        return "volatile"
    if column.default is None:
        return "none" if column.nullable else "implicit"
    return column.default.volatility  # type: ignore[return-value]
