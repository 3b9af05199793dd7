from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

INHERITS = 0.7  # the share of optional columns in a table of settings that fall back on others


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if not known.is_designed(table) or known.roles(table) & {"archive", "log", "settings"}:
        return
    flags = known.of_family(table, "boolean")
    optional = sum(column.nullable for column in table.columns) if flags else 0
    for column in flags if optional <= INHERITS * len(table.columns) else ():
        if column.default is None or column.generated or column.comment or column.inherited:
            continue
        tied = any(column.name in c.expression.columns for c in table.checks)
        if not tied and known.may_be_null(column):
            message = (
                f"{table.name}.{column.name} may be NULL, and such rows are found neither as true nor as false: set it "
                f"NOT NULL"
            )
            yield problem_in(table, column, message, fold="default")
