from __future__ import annotations

from dbarch_lint.api import Context, Delete, Insert, Merge, Problem, Problems, Update

WORDS = {Update: "UPDATE changes", Delete: "DELETE removes", Insert: "INSERT copies", Merge: "MERGE copies"}


def check(op: Update | Delete | Insert | Merge, ctx: Context) -> Problems:
    if not ctx.writes_for_long or getattr(op, "bounded", False):
        return  # a few rows at a time; in a loop, batches-without-commit says it
    if ctx.in_transaction and (ctx.blocker(op.table) or (ctx.in_use(op.table) and ctx.locked_later(op.table))):
        return  # backfill-with-ddl says it
    message = (
        f"this {WORDS[type(op)]} rows of {op.table} without limit in one transaction, and locks them until it ends"
    )
    yield Problem(op, f"{message}; change some thousand at a time, and commit each time", ctx.safe_rewrite())
