from __future__ import annotations

from dbarch_lint.api import AddExclusion, Context, Problem, Problems


def check(op: AddExclusion, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    message = f"adding {op.constraint.name} blocks every read and write of {op.table} until its index is built"
    yield Problem(op, f"{message}, and there is no concurrent way; add it to a new table, and move the rows there")
