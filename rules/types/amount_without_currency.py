from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, Table, Vocabulary, problem_in, words

MONEY = {"price", "cost", "fee", "balance", "salary", "subtotal", "tax"}
NUMBERS = {"decimal", "integer", "float"}


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table)]
    known = {table.name for table in tables if has_currency(table, ctx.vocabulary)}
    for table in tables if known else ():
        if table.name in known or not known.isdisjoint(fk.target for fk in table.foreign_keys):
            continue
        for column in ctx.vocabulary.saying(table, MONEY):
            if words(column.name)[-1:] and words(column.name)[-1] in MONEY and ctx.vocabulary.family(column) in NUMBERS:
                label = f"{table.name}.{column.name}"
                message = f"{label} has no currency, though other tables have one for their amounts: add it"
                yield problem_in(table, column, message)
                break


def has_currency(table: Table, known: Vocabulary) -> bool:
    return "currency" in known.facets(table).words
