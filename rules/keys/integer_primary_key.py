from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, base_type, is_generated_key, key_column, problem_in, roles

LARGEST = {"int2": (16, 32_767), "int4": (32, 2_147_483_647)}
BOUNDED = {"child", "framework", "lookup", "partition", "settings", "staging"}


def check(table: Table, ctx: Context) -> Problems:
    column, found = key_column(table), roles(table, ctx.after)
    if column is None or not is_generated_key(column) or table.temporary or found & BOUNDED:
        return
    bits, largest = LARGEST.get(base_type(column.type, ctx.after).name, (0, 0))
    if not bits:
        return
    grows = bool(found & {"log", "queue"})
    wider = next(referred_as_bigint(table, ctx), None)
    reason = f", and {wider} refers to it as bigint already" if wider else ""
    yield problem_in(
        table,
        column,
        f"{table.name}.{column.name} counts up in {column.type}: after {largest:,} values, deleted and rolled back ones "
        f"included, every INSERT fails{reason}; make it bigint while the table is small",
        severity=Severity.WARNING if grows or wider or ctx.is_new(table.name) else Severity.INFO,
        fold="" if grows or wider else "existing",
    )


def referred_as_bigint(table: Table, ctx: Context) -> Problems:
    for name in sorted(ctx.after.referencing.get(table.name, ())):
        child = ctx.after.table(name)
        for fk in child.foreign_keys if child is not None else ():
            column = child.column(fk.columns[0])
            if fk.target == table.name and column is not None and column.type.name == "int8":
                yield f"{child.name}.{column.name}"
