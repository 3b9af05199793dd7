from __future__ import annotations

from dbarch_lint.api import Context, Delete, Problem, Problems, Update


def check(op: Update | Delete, ctx: Context) -> Problems:
    if not op.bounded or not ctx.loops_without_commit or not ctx.writes_for_long:
        return
    if ctx.in_transaction and (ctx.blocker(op.table) or ctx.locked_later(op.table)):
        return  # backfill-with-ddl says it
    message = f"nothing commits between the rounds of this loop, so the rows of {op.table} stay locked until it ends"
    yield Problem(op, f"{message}; COMMIT in each round, outside of any transaction")
