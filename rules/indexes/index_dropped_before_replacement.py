from __future__ import annotations

from dbarch_lint.api import Context, CreateIndex, DropIndex, Problem, Problems


def check(op: DropIndex, ctx: Context) -> Problems:
    table = ctx.table(op.table) if op.table is not None else None
    old = table.index(op.index.name) if table is not None else None
    if old is None or op.table is None or not ctx.in_use(op.table) or ctx.in_transaction:
        return  # in a transaction, others wait until both are done
    for new in (s.operation for s in ctx.later if isinstance(s.operation, CreateIndex)):
        serves = bool(old.columns) and new.index.columns[: len(old.columns)] == old.columns
        if new.table == op.table and (serves or new.index.name == op.index.name):
            other = "the new one" if new.index.name == op.index.name else new.index.name
            message = f"queries on {op.table} go without {op.index.name} until {other} is built"
            note = ctx.note("built here", new)
            yield Problem(op, f"{message}; build that first, and drop this one afterwards", None, (note,))
            return
