from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, ValidateConstraint


def check(op: ValidateConstraint, ctx: Context) -> Problems:
    if op.already or not ctx.in_use(op.table) or not ctx.works_for_long:
        return
    held = ctx.blocker(op.table)
    if held is None:
        return
    who = "reads and writes" if held.effect.blocks_reads else "writes"
    message = f"validating {op.name} reads all of {op.table} while this transaction blocks {who} of {held.relation}"
    note = ctx.note_on(held)
    yield Problem(op, f"{message}; validate it in a transaction of its own", ctx.safe_rewrite(), (note,))
