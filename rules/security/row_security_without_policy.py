from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if table.row_security and not table.policies and not table.comment and ctx.vocabulary.is_designed(table):
        message = f"{table.name} is empty to everybody but its owner, for no policy shows a row: add one"
        yield problem_in(table, None, message, fold="closed")
