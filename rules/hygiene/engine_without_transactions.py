from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    place = ctx.without_transactions(table)
    if place and not table.temporary:
        message = (
            f"{table.name} lies in {place}, which has no transactions, no foreign keys and one lock for all writers"
        )
        yield problem_in(table, None, f"{message}: make it {ctx.advised('transactions')}", fold="engine")
