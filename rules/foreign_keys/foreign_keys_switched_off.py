from __future__ import annotations

from dbarch_lint.api import AlterTrigger, Context, Problem, Problems, SetVariable


def check(op: AlterTrigger | SetVariable, ctx: Context) -> Problems:
    way_out = "take the constraint away and validate it when you add it again"
    if isinstance(op, AlterTrigger):
        known = ctx.table(op.table)
        if op.action == "disable" and op.internal and (known is None or known.foreign_keys):
            message = f"the foreign keys of {op.table} are not checked until its triggers are on again"
            yield Problem(op, f"{message}, and what is written meanwhile is never checked; {way_out}")
    elif op.name == "session_replication_role" and op.values == ("replica",):
        message = "no foreign key is checked and no trigger runs in this session from now on"
        yield Problem(op, f"{message}, and what is written meanwhile is never checked; {way_out}")
