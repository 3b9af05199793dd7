from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in

ZONED = "{0} is a time of day with an offset, which says nothing without its date: make it time, or timestamptz"
ROUNDED = "{0} rounds to seconds, so half of its values lie up to half a second in the future: truncate instead"
TIMES = frozenset({"time", "timetz", "timestamp", "timestamptz"})


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_type(table, TIMES) if ctx.vocabulary.is_designed(table) else ():
        if column.type.name == "timetz":
            yield problem_in(table, column, ZONED.format(f"{table.name}.{column.name}"))
        elif column.type.name in {"timestamp", "timestamptz"} and column.type.modifiers == (0,):
            message = ROUNDED.format(f"{table.name}.{column.name}")
            yield problem_in(table, column, message, severity=Severity.INFO, fold="rounded")
