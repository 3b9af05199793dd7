from __future__ import annotations

from dbarch_lint.api import RESERVED, Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    if table.name.name in RESERVED:
        message = f'"{table.name.name}" is a word of SQL, and unquoted it means something else: rename the table'
        yield problem_in(table, None, message, fold="reserved")
    for column in table.columns:
        if column.name in RESERVED and not column.inherited:
            message = f'{table.name}."{column.name}" is a word of SQL, an error wherever it is not quoted: rename it'
            yield problem_in(table, column, message, fold="reserved")
