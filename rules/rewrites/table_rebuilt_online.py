from __future__ import annotations

from dbarch_lint.api import AddColumn, Context, DropColumn, Operation, Problem, Problems, Work, action_in_words


def check(op: Operation, ctx: Context) -> Problems:
    found = next((e for e in ctx.felt if e.work is Work.REWRITE and not e.blocks_writes), None)
    if found is None or ctx.spoiled or not ctx.in_use(found.relation) or not ctx.works_for_long:
        return
    heavier = [s for s in ctx.together if any(e.work is Work.REWRITE for e in ctx.effects_of(s))]
    itself = [s for s in heavier if not isinstance(s.operation, AddColumn | DropColumn)]  # not for what is beside it
    if (itself or heavier)[0].operation is op:
        message = (
            f"{action_in_words(op)} rebuilds all of {found.relation}: writes go on, but replicas stand still as long"
        )
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite())
