from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, key_column, problem_in

FLOAT = "{0} is of type {1} and part of the key {2}: equal values may differ in the last bit: make it numeric"
TIME = "{0} alone is the key: two rows of one microsecond cannot both be stored: add a number to the key"


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for key in table.keys if known.is_designed(table) else ():
        for column in (c for c in table.columns if c.name in key.columns):
            if known.family(column) == "float":
                yield problem_in(
                    table, key, FLOAT.format(f"{table.name}.{column.name}", column.type, key.name), also=(column,)
                )
            elif column is key_column(table) and key is table.primary_key and column.type.name.startswith("timestamp"):
                yield problem_in(
                    table, key, TIME.format(f"{table.name}.{column.name}"), severity=Severity.INFO, also=(column,)
                )
