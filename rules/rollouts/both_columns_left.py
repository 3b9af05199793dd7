from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

ENDINGS = ("_new", "_old", "_tmp", "_temp", "_bak", "_backup", "_v2")


def check(table: Table, ctx: Context) -> Problems:
    names = {column.name for column in table.columns}
    for column in table.columns:
        ending = next((e for e in ENDINGS if column.name.endswith(e)), "")
        other = column.name.removesuffix(ending)
        left = (column.created or column.staged) and not column.inherited
        if ending and other in names and left and ctx.history.age(column.staged or column.origin):
            message = f"{table.name} keeps both {other} and {column.name}, two places for one fact"
            yield problem_in(table, column, f"{message}; let all code use one of them, and drop the other")
