from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, compared_values, listed, problem_in, words

CLOSED = {"kind", "level", "phase", "role", "severity", "stage", "state", "status", "visibility"}


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    texts = known.of_family(table, "text") if known.is_designed(table) else ()
    compared = {name for e in known.expressions(table) if e.constants for name in e.columns} if texts else ()
    for column in texts:
        if column.name not in compared or column.name in table.linked_columns:
            continue
        values = compared_values(table, column, known)
        signs = {
            "closed": not CLOSED.isdisjoint(words(column.name)[-1:]),
            "compared": len(values) > 1,
            "compared-often": len(values) > 2,
            "default": column.default is not None and any(v in values for v in column.default.constants),
        }
        if not any(column.name in c.expression.columns for c in table.checks):
            label = f"{table.name}.{column.name}"
            told = f"{label} is compared with {listed(sorted(values))}, but takes any text"
            message = f"{told}: add a CHECK with all its values"
            yield problem_in(table, column, message, evidence=signs)
