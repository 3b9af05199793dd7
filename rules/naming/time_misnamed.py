from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "time") if ctx.vocabulary.is_designed(table) else ():
        last, type_ = words(column.name)[-1:], ctx.vocabulary.base(column.type).name
        moment = type_ in {"datetime", "timestamp", "timestamptz"} and column.default is not None
        if (last == ("at",) and type_ == "date") or (last == ("date",) and moment):
            message = f"{table.name}.{column.name} is named like another kind of time than {column.type}: rename it"
            yield problem_in(table, column, message, fold="time")
