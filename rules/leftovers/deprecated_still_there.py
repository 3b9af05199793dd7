from __future__ import annotations

from dbarch_lint.api import Column, Context, Problems, Table, plain_words, problem_in, words

GIVEN_UP = {"deprecated", "obsolete", "unused"}
# What follows it where a column says when, why or by what its row, or a part of it, was given up.
ABOUT = set("after as at because before by for from in on reason since until".split())


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    if GIVEN_UP.intersection((*plain_words(table.name.name), *plain_words(table.comment)[:3])):
        yield problem_in(
            table, None, f"{table.name} says that it is given up, and is still there: drop it", fold="table"
        )
    named = [c for c in ctx.vocabulary.saying(table, GIVEN_UP) if not is_about(c)]
    said = [c for c in table.columns if c.comment and GIVEN_UP.intersection(plain_words(c.comment)[:3])]
    for column in (*named, *(c for c in said if c not in named)):
        flag = ctx.vocabulary.family(column) in {"boolean", "time"}  # it says that something else is
        if not flag and ctx.history.age(column.origin) and not column.inherited:
            message = f"{table.name}.{column.name} says that it is given up, and is still there: drop it"
            yield problem_in(table, column, message)


def is_about(column: Column) -> bool:
    """Whether a column says something of what its row, or a part of it, is: `deprecated`, `api_deprecated_since`."""
    parts = words(column.name)
    at = max(i for i, word in enumerate(parts) if word in GIVEN_UP)
    return len(parts) == 1 or not ABOUT.isdisjoint(parts[at + 1 : at + 2])
