from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    found = [e for e in ctx.vocabulary.expressions(table) if e.tests_bits]
    for column in table.columns if found else ():
        if ctx.vocabulary.family(column) == "integer" and any(column.name in e.columns for e in found):
            label = f"{table.name}.{column.name}"
            message = f"{label} keeps facts in single bits, which have no name and no index: make each a boolean"
            yield problem_in(table, column, message)
