from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, unique_sets, words

LEAST_ROLES = 3
KINDS = {"category", "domain", "group", "kind", "list", "type"}
CODES = {"code", "key", "name", "value"}


def check(table: Table, ctx: Context) -> Problems:
    if table.foreign_keys or table.name not in ctx.after.referencing:
        return
    kinds = {c.name for c in ctx.vocabulary.saying(table, KINDS) if KINDS.intersection(words(c.name)[-1:])}
    codes = {c.name for c in ctx.vocabulary.saying(table, CODES) if CODES.intersection(words(c.name)[-1:])}
    keyed = any(len(s) == 2 and s & kinds and s & codes for s in unique_sets(table))
    if keyed and ctx.vocabulary.is_designed(table):
        roles = {words(column.name) for _, column in ctx.vocabulary.referring(table)}
        if len(roles) >= LEAST_ROLES:
            message = (
                f"{table.name} holds lists of many kinds, and a foreign key to it cannot say which one it means: give "
                f"each list a table"
            )
            yield problem_in(table, None, message)
