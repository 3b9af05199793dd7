from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, plain_words, problem_in

GIVEN_UP = {"deprecated", "obsolete", "unused"}


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    if GIVEN_UP.intersection((*plain_words(table.name.name), *plain_words(table.comment)[:3])):
        yield problem_in(
            table, None, f"{table.name} says that it is given up, and is still there: drop it", fold="table"
        )
    named = ctx.vocabulary.saying(table, GIVEN_UP)
    said = [c for c in table.columns if c.comment and GIVEN_UP.intersection(plain_words(c.comment)[:3])]
    for column in (*named, *(c for c in said if c not in named)):
        flag = ctx.vocabulary.family(column) in {"boolean", "time"}  # it says that something else is
        if not flag and ctx.history.age(column.origin) and not column.inherited:
            message = f"{table.name}.{column.name} says that it is given up, and is still there: drop it"
            yield problem_in(table, column, message)
