from __future__ import annotations

from dbarch_lint.api import Context, CreateIndex, DropIndex, Problem, Problems


def check(op: DropIndex, ctx: Context) -> Problems:
    table = ctx.table(op.table) if op.table is not None else None
    old = table.index(op.index.name) if table is not None else None
    if old is None or op.table is None or not ctx.in_use(op.table) or not old.columns:
        return
    for step in ctx.later:
        new = step.operation
        if isinstance(new, CreateIndex) and new.table == op.table and new.index.columns[:1] == old.columns[:1]:
            message = f"queries on {op.table} go without {op.index.name} until {new.index.name} is built"
            note = ctx.note("built here", new)
            yield Problem(op, f"{message}; build {new.index.name} first, and drop this one afterwards", None, (note,))
            return
