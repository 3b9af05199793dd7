from __future__ import annotations

from dbarch_lint.api import AddCheck, Context, Problem, Problems


def check(op: AddCheck, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    message = f"adding {op.constraint.name} blocks {ctx.waiting(op.table)} until every row is checked"
    yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite())
