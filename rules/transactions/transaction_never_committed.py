from __future__ import annotations

from dbarch_lint.api import Begin, Commit, Context, Problem, Problems, Rollback


def check(op: Begin, ctx: Context) -> Problems:
    if ctx.transaction.open and ctx.transaction.kind == "explicit":
        return  # the server only warns: the transaction that is open stays
    later = (s.operation for s in ctx.later if s.statement.source is op.statement.source)
    if not any(isinstance(o, Commit | Rollback) for o in later):
        message = "nothing commits this transaction, so all that follows BEGIN is rolled back when the file ends"
        yield Problem(op, f"{message}; write COMMIT at the end")
