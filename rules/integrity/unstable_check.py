from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

CLOCKS = ("now", "clock_timestamp", "statement_timestamp", "transaction_timestamp", "random", "gen_random_uuid")
WORDS = ("CURRENT_DATE", "CURRENT_TIMESTAMP", "LOCALTIMESTAMP", "CURRENT_TIME", "LOCALTIME")


def check(table: Table, ctx: Context) -> Problems:
    for found in table.checks if ctx.vocabulary.is_designed(table) else ():
        moving = not found.expression.functions.isdisjoint(CLOCKS)
        if not moving and found.expression.volatility == "stable":
            moving = any(word in found.expression.text for word in WORDS)
        if moving and not found.inherited:
            message = (
                f"{found.name} of {table.name} depends on when it is asked: rows that passed are refused when a backup "
                f"is "
                f"restored: compare with a column"
            )
            yield problem_in(table, found, message)
