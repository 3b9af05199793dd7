from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, is_plural, problem_in, words

FEW = 0.2
LEAST = 5
MASS = {"access", "audit", "config", "content", "data", "history", "info", "inventory", "metadata", "staff", "stock"}


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [t for t in catalog.tables if ctx.vocabulary.is_ordinary(t) and MASS.isdisjoint(words(t.name.name)[-1:])]
    plural = [is_plural(table.name.name) for table in tables]
    usual = 2 * sum(plural) > len(plural)
    rare = [table for table, many in zip(tables, plural, strict=True) if many != usual]
    for table in rare if len(tables) > LEAST and len(rare) <= FEW * len(tables) else ():
        word = "plural" if usual else "singular"
        yield problem_in(table, None, f"{table.name} is not in the {word}, as the other tables are: rename it")
