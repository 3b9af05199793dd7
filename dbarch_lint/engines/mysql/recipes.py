"""Safe ways to do what a statement does; none is known yet that holds on every server of the family."""

from __future__ import annotations

from typing import Any

from dbarch_lint.findings import Fix
from dbarch_lint.operations import Operation


def safe_rewrite(op: Operation, ctx: Any) -> Fix | None:  # noqa: ARG001
    """The recipe for an operation, or None."""
    return None
