from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    whole = (i for i in table.indexes if i.unique and i.where is None and len(i.columns) == len(i.parts))
    every: list[Key | Index] = [*table.uniques, *whole] if ctx.vocabulary.is_designed(table) else []
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    for key in every:
        empty = [c for c in table.columns if c.name in key.columns and ctx.vocabulary.may_be_null(c)]
        if len(empty) != 1 or len(key.columns) < 2 or not key.nulls_distinct or key.inherited:
            continue
        (column,) = empty
        own = column.name in linked and not linked.issuperset(key.columns)  # unique per owner, and there may be none
        others = ", ".join(name for name in key.columns if name != column.name)
        if own and not guarded(table, key, column.name):
            message = (
                f"{key.name} of {table.name} lets {others} repeat wherever {column.name} is NULL: "
                f"{ctx.advised('nulls alike', column.name)}"
            )
            yield problem_in(table, key, message, also=(column,))


def guarded(table: Table, key: Key | Index, column: str) -> bool:
    rest = set(key.columns) - {column}
    others = [k.columns for k in table.keys if k is not key]
    others += [i.columns for i in table.indexes if i.unique and i is not key]
    if any(column not in other and (rest.issuperset(other) or rest.issubset(other)) for other in others):
        return True
    return any(column in c.expression.columns for c in table.checks)
