from __future__ import annotations

from dbarch_lint.api import AddCheck, Context, Problem, Problems


def check(op: AddCheck, ctx: Context) -> Problems:
    if not ctx.blocks_writes_for_long or not ctx.in_use(op.table) or ctx.rewrites(op.table):
        return
    message = f"adding {op.constraint.name} blocks every read and write of {op.table} until every row is checked"
    yield Problem(op, f"{message}; add it NOT VALID and validate it in another transaction", ctx.safe_rewrite())
