from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    marked = [(t, mark) for t in catalog.tables if (mark := ctx.vocabulary.soft_delete(t)) is not None]
    used = any(i.where is not None and mark.name in i.where.columns for t, mark in marked for i in t.indexes)
    for table, mark in marked if used else ():
        whole = [i for i in table.indexes if i.where is None and not i.unique and not i.uses(mark.name)]
        if whole:
            message = f"{whole[0].name} holds the deleted rows of {table.name} too: leave them out by {mark.name}"
            yield problem_in(table, whole[0], message, also=(mark,), fold="deleted")
