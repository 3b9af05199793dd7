from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, identifying_column, is_distinguished, problem_in

TWICE = "{0} tells rows of {1} apart, yet two may have the same, as soon as two requests come at once: make it unique"


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_ordinary(table) or table.partition_by is not None:
        return
    column = identifying_column(table, ctx.vocabulary)
    if column is not None and not is_distinguished(table, column.name):
        yield problem_in(table, column, TWICE.format(f"{table.name}.{column.name}", table.name))
