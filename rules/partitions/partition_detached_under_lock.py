from __future__ import annotations

from dbarch_lint.api import Context, DetachPartition, Problem, Problems


def check(op: DetachPartition, ctx: Context) -> Problems:
    if op.concurrent or op.finalize or not ctx.in_use(op.table) or ctx.dropped_later(op.table):
        return
    locks = (ctx.held.get(op.table), ctx.locked_later(op.table))
    if any(lock is not None and lock.effect.blocks_reads for lock in locks):
        return  # the transaction takes the same lock anyway
    fix = ctx.safe_rewrite()
    if fix() is not None:  # else the server has no other way
        message = f"detaching {op.partition} waits for every transaction on {op.table}"
        yield Problem(op, f"{message}, and all later reads and writes wait behind it; {ctx.instead}", fix)
