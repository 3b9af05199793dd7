from __future__ import annotations

from dbarch_lint.api import Context, DropIndex, Problem, Problems, listed


def check(op: DropIndex, ctx: Context) -> Problems:
    if op.concurrent or ctx.is_new(op.table) or (op.table is None and (op.if_exists or op.conditional)):
        return
    drops = [s.operation for s in ctx.together if isinstance(s.operation, DropIndex) and s.operation.table == op.table]
    table = ctx.table(op.table) if op.table is not None else None
    if drops[0] is not op or (table is not None and table.partition_by is not None):
        return  # said of the first one already; or the server has no other way
    locks = (ctx.held.get(op.table), ctx.locked_later(op.table)) if op.table is not None else ()
    if any(lock is not None and lock.effect.blocks_reads for lock in locks):
        return  # the transaction takes the same lock anyway
    if op.table is not None and ctx.dropped_later(op.table):
        return
    names = listed(str(drop.index) for drop in drops)
    message = f"dropping {names} waits for every transaction on {op.table or 'its table'}"
    message += ", and all later reads and writes wait behind it"
    way_out = f"drop {'it' if len(drops) == 1 else 'each'} CONCURRENTLY"
    yield Problem(
        op,
        f"{message}; {way_out}",
        ctx.safe_rewrite(),
        confidence=None if op.table else "medium",
        objects=tuple(name.full for name in (op.table, op.index) if name is not None),
        fold=f"{ctx.migration.id} {op.table}",
    )
