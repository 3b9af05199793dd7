from __future__ import annotations

from dbarch_lint.api import Commit, Context, Problem, Problems, Rollback


def check(op: Commit | Rollback, ctx: Context) -> Problems:
    rest = [s.operation for s in ctx.later if s.statement.source is op.statement.source]
    if not (ctx.transaction.by_runner and ctx.transaction.kind == "explicit") or op.chain:
        return
    if any(not isinstance(o, Commit | Rollback) for o in rest):
        tool, word = ctx.migration.runner.name, type(op).__name__.upper()
        message = f"{word} ends the transaction that {tool} opened, so what follows is committed piece by piece"
        yield Problem(op, f"{message}; leave BEGIN and COMMIT to {tool}")
