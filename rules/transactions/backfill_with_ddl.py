from __future__ import annotations

from dbarch_lint.api import Context, Delete, Insert, Merge, Migration, Problem, Problems, Update


def check(_: Migration, ctx: Context) -> Problems:
    reported: set[object] = set()
    for op, here in ctx.walk(Insert, Update, Delete, Merge):
        if not here.in_transaction or not here.writes_for_long:
            continue
        place = (here.transaction_start, op.table)
        if op.statement in reported or place in reported:
            continue
        held = here.blocker(op.table)
        later = here.locked_later(op.table) if held is None and here.in_use(op.table) else None
        word = type(op).__name__.upper()
        if held is not None:
            who = "every read and write" if held.effect.blocks_reads else "every write"
            message = f"the transaction blocks {who} of {held.relation} while this {word} goes through the rows"
            note = here.note_on(held)
        elif later is not None:
            message = f"the rows of this {word} stay locked while the transaction waits for {later.lock} on {op.table}"
            message += ", a deadlock with whoever waits for such a row"
            note = here.note(f"needs {later.lock} on {op.table}", later.step)
        else:
            continue
        reported |= {place, op.statement}
        fold = f"{ctx.migration.id} {held is None}"
        way_out = "change the rows in a migration of its own"
        yield Problem(op, f"{message}; {way_out}", here.safe_rewrite(), (note,), fold=fold)
