from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_moment, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in table.columns if ctx.vocabulary.is_designed(table) else ():
        if ctx.vocabulary.family(column) == "integer" and is_moment(column):
            label = f"{table.name}.{column.name}"
            message = f"{label} keeps a moment as a number of no unit: make it timestamptz"
            yield problem_in(table, column, message, fold="epoch")
