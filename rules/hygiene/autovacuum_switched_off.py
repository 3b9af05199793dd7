from __future__ import annotations

from dbarch_lint.api import Context, CreateTable, Problem, Problems, SetTableOption


def check(op: CreateTable | SetTableOption, ctx: Context) -> Problems:
    given = op.definition.options if isinstance(op, CreateTable) else zip(op.names, op.values, strict=False)
    table, off = ctx.result.table(op.table), {"false", "off", "no", "0"}
    switched = [name for name, value in given if name == "autovacuum_enabled" and value.lower() in off]
    if not switched or table is None or table.temporary or switched[0] not in dict(table.options):
        return
    if dict(table.options)[switched[0]].lower() in off:
        message = f"autovacuum leaves {op.table} alone from now on: dead rows pile up, and its statistics grow old"
        yield Problem(op, f"{message}; switch it on again after the load")
