from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "boolean") if ctx.vocabulary.is_ordinary(table) else ():
        if not column.nullable and column.default is None:
            label = f"{table.name}.{column.name}"
            yield problem_in(table, column, f"{label} must be named in each INSERT: give it a default", fold="flag")
