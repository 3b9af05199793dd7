from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_moment, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "integer") if ctx.vocabulary.is_designed(table) else ():
        if is_moment(column):
            label = f"{table.name}.{column.name}"
            message = f"{label} keeps a moment as a number of no unit: make it timestamptz"
            yield problem_in(table, column, message, fold="epoch")
