from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in

WHOLE = {"jsonb", "tsvector"}


def check(table: Table, ctx: Context) -> Problems:
    for index in table.indexes if ctx.vocabulary.is_designed(table) else ():
        column = table.column(index.columns[0]) if index.columns else None
        if column is None or index.method != "btree" or index.unique or index.inherited:
            continue
        type_ = ctx.vocabulary.base(column.type)
        if type_.array or type_.name in WHOLE:
            part = "a member of the array" if type_.array else "what is in it"
            message = (
                f"{index.name} orders {table.name}.{column.name} by the whole {type_}, so no search for {part} can use "
                f"it: make it USING gin"
            )
            yield problem_in(table, index, message, severity=Severity.INFO if type_.array else None)
