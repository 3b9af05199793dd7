from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words


def check(table: Table, ctx: Context, *, tables: bool = False, columns: tuple[str, ...] = ()) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    if tables and not table.comment:
        yield problem_in(table, None, f"{table.name} has no comment: say what a row of it is", fold="table")
    for column in table.columns if columns else ():
        if not column.comment and set(columns).intersection(words(column.name)):
            message = f"{table.name}.{column.name} has no comment: say what its values mean"
            yield problem_in(table, column, message, fold="column")
