from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, Table, Vocabulary, problem_in, words

MONEY = {"price", "cost", "fee", "balance", "salary", "subtotal", "tax"}
NUMBERS = {"decimal", "integer", "float"}
COUNTED = set("coin credit gem inventory license mile point quota reward seat stock token unit usage".split())


def check(catalog: Catalog, ctx: Context) -> Problems:
    known = ctx.vocabulary
    tables = [table for table in catalog.tables if known.is_designed(table)]
    with_currency = {table.name for table in tables if "currency" in known.facets(table).words}
    units = {unit for table in tables if table.name in with_currency for unit in currencies(table, known)}
    for table in tables if with_currency else ():
        if table.name in with_currency or not with_currency.isdisjoint(fk.target for fk in table.foreign_keys):
            continue
        for column in known.saying(table, MONEY):
            parts = words(column.name)
            counted = known.family(column) == "integer" and COUNTED.intersection((*parts, *words(table.name.name)))
            if counted or known.family(column) not in NUMBERS or not units.isdisjoint(parts):
                continue
            if MONEY.intersection(parts[-1:]):
                label = f"{table.name}.{column.name}"
                message = f"{label} has no currency, though other tables have one for their amounts: add it"
                yield problem_in(table, column, message)
                break


def currencies(table: Table, known: Vocabulary) -> set[str]:
    """The currencies that a column of the table may name, where they are listed."""
    named = known.saying(table, {"currency"})
    return {value.lower() for column in named for value in known.listed_values(table, column)}
