from __future__ import annotations

from dbarch_lint.api import Context, LockTable, Migration, Operation, Problem, Problems, listed


def check(_: Migration, ctx: Context) -> Problems:
    reported: set[int] = set()
    for op, here in ctx.walk(Operation):
        held = here.held
        if not held or isinstance(op, LockTable) or here.transaction_start in reported:
            continue
        others = sorted((h for h in held.values() if h.blocks_others), key=lambda h: (h.start, h.relation))
        new = [e for e in here.felt if e.blocks_writes and e.kind in {"table", "matview"} and e.relation not in held]
        if not others or not new or not any(e.blocks_reads for e in (*new, *(h.effect for h in others))):
            continue
        reported.add(here.transaction_start)
        names = listed(str(h.relation) for h in others)
        message = f"this locks {listed(str(e.relation) for e in new)} while the transaction keeps {names} locked"
        notes = tuple(map(here.note_on, others[:3]))
        yield Problem(op, f"{message}; change each table in a transaction of its own", notes=notes)
