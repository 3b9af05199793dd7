from __future__ import annotations

from dbarch_lint.api import Context, Operation, Problem, Problems


def check(op: Operation, ctx: Context) -> Problems:
    if ctx.misses is not None:
        yield Problem(op, f"the server refuses this: in these migrations {ctx.misses}; check the name")
