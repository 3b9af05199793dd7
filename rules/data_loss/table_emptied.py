from __future__ import annotations

from dbarch_lint.api import Context, Delete, Insert, Problem, Problems, Severity, Truncate, listed


def check(op: Truncate | Delete, ctx: Context) -> Problems:
    if isinstance(op, Delete) and (op.has_where or op.reads):
        return
    later = (s.operation for s in ctx.later if s.operation.target == op.table)
    if not ctx.in_use(op.table) or ctx.is_copied(op.table) or any(isinstance(o, Insert) for o in later):
        return
    if ctx.dropped_later(op.table):
        return
    word = "TRUNCATE" if isinstance(op, Truncate) else "DELETE"
    taken = ctx.referring(op.table) if isinstance(op, Truncate) and op.cascade else []
    if taken:
        message = f"TRUNCATE ... CASCADE destroys all rows of {op.table} and of {listed(map(str, taken))}"
        yield Problem(op, f"{message}; name the tables that are meant", severity=Severity.ERROR)
    else:
        yield Problem(op, f"this {word} destroys all rows of {op.table}; keep a copy until nobody needs them")
