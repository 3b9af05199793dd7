from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, quoted


def check(table: Table, ctx: Context) -> Problems:
    for constraint in table.checks:
        names = list(constraint.expression.columns)
        column = table.column(names[0]) if len(names) == 1 else None
        if column is None or column.nullable or constraint.inherited or not ctx.history.age(constraint.origin):
            continue
        if constraint.expression.text == f"{quoted(column.name)} IS NOT NULL":
            message = f"{table.name}.{column.name} is NOT NULL, so each write checks {constraint.name} for nothing"
            yield problem_in(table, constraint, f"{message}; drop the CHECK")
