"""Ways out in MySQL's terms: how to get the same result while others work, or to be told when that is not possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.recipes import guards, splitting, staged, tools

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.findings import Fix
    from dbarch_lint.operations import Operation


def safe_rewrite(op: Operation, ctx: Context) -> Fix | None:
    """The recipe for an operation, or None."""
    if ctx.spoiled == "beside":
        return splitting.split(op, ctx)
    converts = isinstance(op, ops.SetTableOption) and op.option == "convert_charset"
    if (isinstance(op, ops.RedefineColumn) or converts) and ctx.unseen:
        return guards.guess(op, ctx)
    works = any(e.long for step in ctx.together for e in ctx.effects_of(step))
    return staged.steps(op, ctx) or (tools.commands(op, ctx) if works or ctx.unseen else None)
