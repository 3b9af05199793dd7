from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, _: Context, *, forbidden: tuple[str, ...] = ()) -> Problems:
    has = {
        "foreign-keys": bool(table.foreign_keys),
        "triggers": bool(table.triggers),
        "partitions": table.kind == "partitioned",
        "row-security": table.row_security,
        "inheritance": bool(table.inherits) and table.partition_of is None,
        "unlogged": table.unlogged,
    }
    for word in forbidden:
        if has.get(word):
            yield problem_in(table, None, f"{table.name} has {word}, which the configuration forbids: leave them out")
