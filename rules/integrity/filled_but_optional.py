from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in table.columns if ctx.vocabulary.is_designed(table) else ():
        if not column.nullable or column.comment or column.generated:
            continue
        filled = ctx.history.filled.get((table.name, column.name))
        if filled is None:
            continue
        loosened = (table.name, column.name) in ctx.history.loosened
        if ctx.history.age(filled) and not loosened:
            message = (
                f"{table.name}.{column.name} was given a value in every row, but rows without one can be stored since: "
                f"set it NOT NULL"
            )
            yield problem_in(table, column, message, notes=(ctx.note("filled here", filled),))
