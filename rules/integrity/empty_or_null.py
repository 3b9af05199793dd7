from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "text") if ctx.vocabulary.is_designed(table) else ():
        empty = column.default is not None and column.default.literal == ""
        if empty and column.nullable and not column.generated:
            label = f"{table.name}.{column.name}"
            message = f"{label} may be NULL or empty for nothing: choose one of them"
            yield problem_in(table, column, message, fold="empty")
