"""Behind the tables of effects and refusals: the words of a `when` that are not fields of the operation itself."""

from __future__ import annotations

from dbarch_lint.effects import Fact

FACTS: dict[str, Fact] = {}
