from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, listed, period_columns, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if ctx.vocabulary.is_designed(table) and "settings" not in ctx.vocabulary.roles(table):
        for kind, columns in period_columns(table, ctx.vocabulary):
            names = listed([column.name for column in columns])
            message = (
                f"{table.name} has a column for each {kind} ({names}), and a sum over some of them names each: keep a "
                f"row for each {kind}"
            )
            yield problem_in(table, columns[-1], message)
