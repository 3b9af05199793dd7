from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, plain_words, problem_in

LEAST_GROUPS = 3
LEAST_COLUMNS = 4
NO_GROUP = {"can", "created", "has", "is", "last", "max", "min", "total", "updated"}


def check(table: Table, ctx: Context) -> Problems:
    if len(table.columns) <= LEAST_GROUPS * LEAST_COLUMNS or not ctx.vocabulary.is_ordinary(table):
        return
    if table.name in ctx.history.copied:
        return  # a query found what is in it
    begun = {w: g for w, g in ctx.vocabulary.beginning(table).items() if len(g) >= LEAST_COLUMNS and w not in NO_GROUP}
    groups = {w: [c for c in g if len(plain_words(c.name)) > 1] for w, g in begun.items()}
    optional = {w: g for w, g in groups.items() if len(g) >= LEAST_COLUMNS and all(c.nullable for c in g)}
    if len(optional) >= LEAST_GROUPS:
        names = ", ".join(f"{word}_*" for word in optional)
        last = max((c for group in optional.values() for c in group), key=lambda c: ctx.history.when(c.origin))
        message = f"{table.name} keeps optional things as columns ({names}), complete or not: give each a table"
        yield problem_in(table, last, message)
