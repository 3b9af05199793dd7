from __future__ import annotations

from dbarch_lint.api import Context, LockTable, Migration, Operation, Problem, Problems, listed


def check(_: Migration, ctx: Context) -> Problems:
    told: set[int] = set()
    for op, here in ctx.walk(Operation):
        held = [(lock, e) for lock, e in here.kept if here.in_use(e.relation) and e.blocks_writes]
        slow = here.writes_for_long or here.works_for_long
        if not held or not slow or isinstance(op, LockTable) or id(held[0][0].statement) in told:
            continue
        told.add(id(held[0][0].statement))
        closed = [e for _, e in held if e.blocks_reads]
        who = "reads and writes" if closed else "writes"
        tables = listed(sorted({str(e.relation) for e in closed or (e for _, e in held)}))
        message = f"{who} of {tables} wait from here until UNLOCK TABLES, and what stands between takes long"
        note = here.note("runs while they wait, as long as the table is large", op)
        yield Problem(held[0][0], f"{message}; leave LOCK TABLES out, or keep it to short statements", notes=(note,))
