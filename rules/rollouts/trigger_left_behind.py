from __future__ import annotations

from dbarch_lint.api import Context, DropColumn, Problem, Problems, RenameColumn


def check(op: DropColumn | RenameColumn, ctx: Context) -> Problems:
    table = ctx.result.table(op.table)
    if table is None or table.column(op.column) is not None:
        return
    for trigger in table.triggers if ctx.table(op.table) is not None else ():
        for function in ctx.result.functions.get(trigger.function, ()) if trigger.enabled else ():
            if ctx.names_field(function, op.column):
                message = f"the trigger {trigger.name} runs {function.name}, which names {op.column}"
                way_out = f"so writes to {op.table} that reach it fail; replace the function as well"
                yield Problem(op, f"{message}, {way_out}", notes=(ctx.note("names it", function),))
