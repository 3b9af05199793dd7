from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_moment, is_stamp, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "time") if ctx.vocabulary.is_ordinary(table) else ():
        timed = is_stamp(column.name) and ctx.vocabulary.may_be_null(column)
        if timed and column.default is not None and is_moment(column) and not column.inherited:
            label = f"{table.name}.{column.name}"
            message = f"{label} has a default but may be NULL, and lists by age lose such rows: set it NOT NULL"
            yield problem_in(table, column, message, fold="created")
