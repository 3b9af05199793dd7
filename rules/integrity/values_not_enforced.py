from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, compared_values, listed, problem_in, words

CLOSED = {"kind", "level", "phase", "role", "severity", "stage", "state", "status", "visibility"}
ENOUGH = 2


def check(table: Table, ctx: Context) -> Problems:
    linked = table.linked_columns if ctx.vocabulary.is_designed(table) else frozenset(c.name for c in table.columns)
    for column in table.columns:
        named = words(column.name)[-1:] and words(column.name)[-1] in CLOSED
        if not named or column.name in linked or ctx.vocabulary.family(column) != "text":
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
