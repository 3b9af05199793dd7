from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    is_reserved = ctx.is_reserved
    if not ctx.vocabulary.is_designed(table):
        return
    if is_reserved(table.name.name):
        name = ctx.sql.quoted(table.name.name)
        message = f"{name} is a word of SQL, an error or something else wherever it is not quoted: rename the table"
        yield problem_in(table, None, message, fold="reserved")
    for column in table.columns:
        if is_reserved(column.name) and not column.inherited:
            label = f"{table.name}.{ctx.sql.quoted(column.name)}"
            message = f"{label} is a word of SQL, an error wherever it is not quoted: rename it"
            yield problem_in(table, column, message, fold="reserved")
