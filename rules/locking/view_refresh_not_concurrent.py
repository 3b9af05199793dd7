from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, RefreshView


def check(op: RefreshView, ctx: Context) -> Problems:
    view = ctx.before.view(op.table)
    if not ctx.blocks_reads_for_long or not ctx.in_use(op.table) or (view is not None and not view.populated):
        return
    message = f"refreshing {op.table} blocks every read of it until its query is done"
    yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite())
