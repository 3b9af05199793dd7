from __future__ import annotations

from dbarch_lint.api import Commit, Context, Problem, Problems, Rollback, SetVariable


def check(op: Commit | Rollback, ctx: Context) -> Problems:
    if not (ctx.transaction.by_runner and ctx.transaction.kind == "explicit") or op.chain:
        return
    rest = [c for c in ctx.following if not isinstance(c.operation, Commit | Rollback)]
    works = [c for c in rest if not isinstance(c.operation, SetVariable)] if not ctx.migration.runner.leave else []
    forced = works != [] and not any(c.may_run_in_transaction for c in works)  # the tool has no other way to run them
    if rest and not forced:
        tool, word = ctx.migration.runner.name, type(op).__name__.upper()
        message = f"{word} ends the transaction that {tool} opened, so what follows is committed piece by piece"
        yield Problem(op, f"{message}; leave BEGIN and COMMIT to {tool}")
