from __future__ import annotations

from dbarch_lint.api import AlterConstraint, AlterDomain, Context, Problem, Problems, listed


def check(op: AlterDomain | AlterConstraint, ctx: Context) -> Problems:
    tables = [e.relation for e in ctx.felt if e.long and e.blocks_writes and ctx.in_use(e.relation)]
    read, who = list(map(str, tables)), "reads and writes of" if any(map(ctx.shuts, tables)) else "writes to"
    if not read or not ctx.works_for_long:
        return
    if isinstance(op, AlterDomain):
        whose = f"every row of {listed(read)}, which {'use' if read[1:] else 'uses'} {op.name},"
        way_out = "put a CHECK on the columns instead: that one is validated while others write"
        yield Problem(op, f"{whose} is checked while all {who} it wait; {way_out}", confidence="medium")
    else:
        message = f"every row of {listed(read)} is checked by {op.name} while {who} it wait"
        yield Problem(op, f"{message}; {ctx.instead}")
