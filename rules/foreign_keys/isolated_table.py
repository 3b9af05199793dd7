from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    if not catalog.referencing:
        return
    for table in catalog.tables:
        linked = table.foreign_keys or table.name in catalog.referencing
        if not linked and ctx.vocabulary.is_ordinary(table):
            message = f"{table.name} refers to no table, and none refers to it: add the foreign keys that are missing"
            yield problem_in(table, None, message, fold="isolated")
