from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if not table.columns and ctx.vocabulary.is_designed(table):
        yield problem_in(table, None, f"{table.name} has no columns, so its rows say nothing: drop it")
