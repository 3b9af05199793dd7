from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

FEW = 3


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for index in table.indexes if known.is_designed(table) else ():
        column = table.column(index.columns[0]) if len(index.parts) == len(index.columns) == 1 else None
        if column is None or index.unique or index.where is not None or index.include or index.inherited:
            continue
        values = known.listed_values(table, column)
        few = known.family(column) == "boolean" or 0 < len(values) <= FEW
        if few and not any(column.name in fk.columns for fk in table.foreign_keys):
            kind = f"{len(values)} values" if values else "two values"
            message = (
                f"{index.name} indexes {table.name}.{column.name}, which has {kind}: searches rarely use it, and every "
                f"write pays for it: {ctx.advised('few values')}"
            )
            yield problem_in(table, index, message, also=(column,))
