from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    for index in table.indexes if ctx.vocabulary.is_designed(table) and table.partition_by is None else ():
        first, *rest = [table.column(name) for name in index.columns] or [None]
        if index.unique or first is None or not rest or ctx.vocabulary.family(first) != "time":
            continue
        equal = [c for c in rest if c and (c.name in linked or ctx.vocabulary.family(c) in {"boolean", "enum"})]
        if len(equal) == len(rest):
            message = f"{index.name} of {table.name} begins with a range: put {first.name} behind the others"
            yield problem_in(table, index, message)
