from __future__ import annotations

from dbarch_lint.api import Context, DropIndex, Problem, Problems


def check(op: DropIndex, ctx: Context) -> Problems:
    if op.concurrent or op.table is None or ctx.is_new(op.table) or ctx.dropped_later(op.table):
        return
    indexes = [
        s.operation.index for s in ctx.together if isinstance(s.operation, DropIndex) and s.operation.table == op.table
    ]
    table = ctx.table(op.table)
    if indexes[0] != op.index or (table is not None and table.partition_by is not None):
        return  # said of the first one already; or the server has no other way
    if any(lock and lock.effect.blocks_reads for lock in (ctx.held.get(op.table), ctx.locked_later(op.table))):
        return  # the transaction takes the same lock anyway
    what = f"dropping {', '.join(map(str, indexes))} waits for every transaction on {op.table}"
    message = f"{what}, and all later reads and writes wait behind it"
    yield Problem(op, f"{message}; drop {'it' if len(indexes) == 1 else 'each'} CONCURRENTLY", ctx.safe_rewrite())
