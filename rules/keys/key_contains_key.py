from __future__ import annotations

from dbarch_lint.api import Context, Key, Problems, Table, problem_in, referenced_keys, stands_in


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table) or table.partition_by is not None or len(table.keys) < 2:
        return
    required = {column.name for column in table.columns if not column.nullable}
    narrow = [key for key in table.keys if required.issuperset(key.columns) and not key.deferrable]
    referenced = referenced_keys(table, ctx.after)
    for wide in table.uniques:
        inner = next((key for key in narrow if set(key.columns) < set(wide.columns)), None)
        if inner is None or frozenset(wide.columns) in referenced or wide.without_overlaps:
            continue
        if not stands_in(wide, table, ctx.after):
            yield problem_in(table, wide, said(table, wide, inner), also=(inner,), fold="wide")


def said(table: Table, wide: Key, inner: Key) -> str:
    columns = ", ".join(inner.columns)
    return (
        f"{wide.name} of {table.name} forbids nothing: {columns} is unique already, by {inner.name}, and every write "
        f"pays for both: drop {wide.name}"
    )
