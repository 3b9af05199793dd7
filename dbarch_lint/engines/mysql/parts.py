"""Behind the table of effects: which relations play a part in an operation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Find
from dbarch_lint.names import Name


def target(op: Any, _: Catalog) -> Iterator[Name]:
    """The relation that the operation names."""
    if op.target is not None:
        yield op.target


PARTS: dict[str, tuple[str, Find]] = {"target": ("target", target)}
