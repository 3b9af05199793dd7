from __future__ import annotations

from dbarch_lint.api import (
    Context,
    Delete,
    Insert,
    Merge,
    Problem,
    Problems,
    SetVariable,
    Update,
    ValidateConstraint,
    seconds,
)

LIMIT = "statement_timeout"
Slow = ValidateConstraint | Insert | Update | Delete | Merge


def check(op: Slow, ctx: Context, *, enough: str = "1h") -> Problems:
    value = ctx.setting(LIMIT)
    if value is None or not 0 < seconds(value, "ms") < seconds(enough, "ms"):
        return
    if isinstance(op, ValidateConstraint):
        slow = not op.already and ctx.in_use(op.table) and ctx.works_for_long
        message = f"validating {op.name} reads all of {op.table}, and {LIMIT} = {value} may end it"
    else:
        slow = ctx.writes_for_long
        message = f"this {type(op).__name__.upper()} goes through rows without limit, and {LIMIT} = {value} may undo it"
    settings = (s.operation for s in ctx.earlier if isinstance(s.operation, SetVariable))
    last = next((place for place in settings if place.name == LIMIT), None)
    if slow and not (last and ctx.within(last)):  # the time of a statement that runs already does not change
        notes = (ctx.note("set here", last),) if last else ()
        yield Problem(op, f"{message}; SET {LIMIT} = 0 for this statement", notes=notes)
