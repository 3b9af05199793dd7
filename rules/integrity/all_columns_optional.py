from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_audit, key_column, problem_in, words

LEAST = 3
DERIVED = set("cache data detail extra info meta metadata profile stat statistic summary".split())


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_ordinary(table) or DERIVED.intersection(words(table.name.name)):
        return
    key = key_column(table)
    if key is None or len(table.keys) > 1 or any(key.name in fk.columns for fk in table.foreign_keys):
        return  # a key that people know, or that refers to something, says enough
    others = [column for column in table.columns if column is not key]
    if table.checks or any(not ctx.vocabulary.may_be_null(column) and not is_audit(column.name) for column in others):
        return
    if sum(not is_audit(column.name) for column in others) >= LEAST:
        message = f"a row of {table.name} may say nothing but its key: set NOT NULL the columns that every row has"
        yield problem_in(table, None, message)
