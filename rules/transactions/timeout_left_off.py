from __future__ import annotations

from dbarch_lint.api import TIMEOUTS, Context, Problem, Problems, SetVariable


def check(op: SetVariable, ctx: Context) -> Problems:
    if op.local or op.name not in TIMEOUTS or not op.values or ctx.migration.runner.sessions:
        return
    later = (s.operation for s in ctx.later if s.statement.source is op.statement.source)
    again = any(isinstance(o, SetVariable) and not o.local and o.name in {op.name, "all"} for o in later)
    if not again and op.values[0].strip().rstrip("smhdinu") == "0":
        message = f"{op.name} stays switched off for every later migration of the same session"
        yield Problem(op, f"{message}; add RESET {op.name} behind the statement that it is meant for")
