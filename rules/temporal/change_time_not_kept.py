from __future__ import annotations

from dbarch_lint.api import CHANGE, Catalog, Column, Context, Problems, Table, is_stamp, problem_in

LEAST = 3
MOST = 0.7


def check(catalog: Catalog, ctx: Context) -> Problems:
    stamped = [
        (table, column)
        for table in catalog.tables
        if ctx.vocabulary.is_designed(table)
        for column in ctx.vocabulary.saying(table, CHANGE)
        if is_stamp(column.name, CHANGE) and not column.generated
    ]
    bare = [(table, column) for table, column in stamped if not is_kept(table, column)]
    kept = len(stamped) - len(bare)
    for table, column in bare if kept >= LEAST and kept >= MOST * len(stamped) else ():
        message = (
            f"{table.name}.{column.name} is not set by the server at each change, as it is in {kept} other tables: "
            f"make it so here too"
        )
        yield problem_in(table, column, message, fold=column.name)


def is_kept(table: Table, column: Column) -> bool:
    return column.on_update is not None or any(
        trigger.row and trigger.timing == "BEFORE" and "UPDATE" in trigger.events for trigger in table.triggers
    )
