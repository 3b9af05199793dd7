from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

QUIET = {"child", "framework", "lookup", "partition", "settings", "staging", "temporary"}


def check(table: Table, ctx: Context) -> Problems:
    key = table.primary_key
    column = table.column(key.columns[0]) if key is not None else None
    if column is None or not column.identity or dict(table.options).get("shard_row_id_bits"):
        return
    if not ctx.vocabulary.roles(table) & QUIET:
        message = f"every INSERT into {table.name} goes to one region, as {column.name} counts up"
        yield problem_in(
            table, column, f"{message}: make it AUTO_RANDOM if many sessions insert at once", fold="counts"
        )
