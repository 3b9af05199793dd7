from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, compared_values, listed, problem_in, words

CLOSED = {"kind", "level", "phase", "role", "severity", "stage", "state", "status", "visibility"}
ENOUGH = 2


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.saying(table, CLOSED) if ctx.vocabulary.is_designed(table) else ():
        if CLOSED.isdisjoint(words(column.name)[-1:]) or ctx.vocabulary.family(column) != "text":
            continue
        if column.name in table.linked_columns:
            continue
        values = compared_values(table, column, ctx.vocabulary)
        checked = any(column.name in c.expression.columns for c in table.checks)
        if len(values) >= ENOUGH and not checked:
            message = (
                f"{table.name}.{column.name} is compared with {listed(sorted(values))}, but takes any text: add a "
                f"CHECK "
                f"with the list"
            )
            yield problem_in(table, column, message)
