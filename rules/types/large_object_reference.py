from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    managed = any(trigger.function.name == "lo_manage" for trigger in table.triggers)
    judged = ctx.vocabulary.is_designed(table) and not managed
    for column in ctx.vocabulary.of_type(table, {"oid", "lo"}) if judged else ():
        if not column.type.array:
            label = f"{table.name}.{column.name}"
            message = f"{label} names a large object, which stays when the row is deleted: make it bytea"
            yield problem_in(table, column, message)
