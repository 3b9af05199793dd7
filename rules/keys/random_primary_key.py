from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, key_column, problem_in

RANDOM = {"gen_random_uuid", "uuid_generate_v4", "public.uuid_generate_v4", "extensions.uuid_generate_v4"}


def check(table: Table, ctx: Context) -> Problems:
    column = key_column(table)
    if column is None or column.default is None or not ctx.vocabulary.roles(table) & {"log", "queue"}:
        return
    if column.default.functions & RANDOM:
        message = (
            f"{table.name}.{column.name} is random: each INSERT writes to another page of the index: take a UUID that "
            f"begins with the time"
        )
        yield problem_in(table, column, message, fold="random")
