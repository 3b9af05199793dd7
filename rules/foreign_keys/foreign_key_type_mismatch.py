from __future__ import annotations

from dbarch_lint.api import Catalog, Column, Context, Problems, Severity, Table, base_type, problem_in

WIDTH = {"int2": 16, "int4": 32, "int8": 64}
LIMIT = {"int2": "32,767", "int4": "2,147,483,647"}
COMPARABLE = (  # PostgreSQL compares the types of a row with each other without a cast, so indexes serve
    frozenset({"text", "varchar"}),
    frozenset({"float4", "float8"}),
    frozenset({"date", "timestamp", "timestamptz"}),
    frozenset({"inet", "cidr"}),
    frozenset({"text", "name"}),
)
HARMLESS = (frozenset({"text", "varchar"}), frozenset({"inet", "cidr"}))


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys:
        parent = ctx.after.table(fk.target)
        for name, key in zip(fk.columns, fk.target_columns, strict=False) if parent and not fk.inherited else ():
            column, target = table.column(name), parent.column(key)
            found = verdict(column, target, ctx.after) if column is not None and target is not None else None
            if found is not None:
                severity, what = found
                pair = f"{table.name}.{name} is {column.type} and refers to {parent.name}.{key}, which is {target.type}"
                latest = max((column, fk, target), key=lambda part: when(part, ctx))
                yield problem_in(table, column, f"{pair}: {what}; give both the same type", severity=severity)


def verdict(column: Column, target: Column, catalog: Catalog) -> tuple[Severity, str] | None:
    child, parent = base_type(column.type, catalog), base_type(target.type, catalog)
    pair = frozenset({child.name, parent.name})
    if len(pair) == 1 or pair in HARMLESS or child.array or parent.array:
        return None
