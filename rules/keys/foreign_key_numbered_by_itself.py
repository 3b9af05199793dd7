from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_generated, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys if ctx.vocabulary.is_designed(table) else ():
        column = table.column(fk.columns[0]) if len(fk.columns) == 1 else None
        if column is not None and is_generated(column) and not fk.inherited:
            message = (
                f"{table.name}.{column.name} refers to {fk.target} but numbers its rows by itself: an INSERT that "
                f"forgets it refers to a row by chance: take the numbering away"
            )
            yield problem_in(table, column, message, also=(fk,))
