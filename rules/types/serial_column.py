from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in table.columns if ctx.vocabulary.is_designed(table) else ():
        if column.type.serial and not column.inherited:
            label = f"{table.name}.{column.name}"
            message = f"{label} is {column.type.serial}, whose sequence has rights of its own: make it an identity"
            yield problem_in(table, column, message, fold="serial")
