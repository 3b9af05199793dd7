from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, plain_words, problem_in

SOON = 5  # migrations after the one that added it
ENDED = {"canceled", "cancelled", "closed", "completed", "ended", "failed", "failure", "finished", "termination"}


def check(table: Table, ctx: Context) -> Problems:
    for column in table.columns if ctx.vocabulary.is_designed(table) and ctx.history.filled else ():
        filled = ctx.history.filled.get((table.name, column.name))
        if filled is None or column.comment or column.generated or not ctx.vocabulary.may_be_null(column):
            continue
        loosened = (table.name, column.name) in ctx.history.loosened
        if ctx.history.age(filled) and not loosened:
            signs = {
                "filled": True,
                "soon": ctx.history.age(column.origin) - ctx.history.age(filled) <= SOON,
                "state": not ENDED.isdisjoint(plain_words(column.name)),
            }
            message = (
                f"{table.name}.{column.name} was given a value in every row, but rows without one can be stored since: "
                f"set it NOT NULL"
            )
            yield problem_in(table, column, message, notes=(ctx.note("filled here", filled),), evidence=signs)
