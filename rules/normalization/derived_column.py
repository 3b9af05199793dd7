from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, derived_columns, problem_in

ORDINARY = "{0} follows from {1}, and nothing keeps it so: make it a generated column"
AGE = "{0} follows from {1}, and is wrong after the next birthday: compute it in the query"


def check(table: Table, ctx: Context) -> Problems:
    kept = any(trigger.timing == "BEFORE" for trigger in table.triggers)
    if kept or not ctx.vocabulary.is_designed(table):
        return
    for column, sources in derived_columns(table, ctx.vocabulary):
        age = len(sources) == 1
        message = (AGE if age else ORDINARY).format(f"{table.name}.{column.name}", " and ".join(sources))
        yield problem_in(table, column, message, severity=Severity.WARNING if age else None)
