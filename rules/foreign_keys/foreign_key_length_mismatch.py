from __future__ import annotations

from dbarch_lint.api import Column, Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if not table.foreign_keys or not ctx.vocabulary.is_designed(table):
        return
    texts = {column.name for column in table.columns if column.type.name in {"varchar", "text"}}
    for fk in table.foreign_keys:
        for column, key in ctx.vocabulary.references(table, fk) if not texts.isdisjoint(fk.columns) else ():
            problem = verdict(column, key) if column.name in texts and not fk.inherited else ""
            if problem:
                label = f"{table.name}.{column.name}"
                message = f"{label} refers to {fk.target}.{key.name}, {problem}: give both one type and collation"
                yield problem_in(table, fk, message, also=(column, key))


def verdict(column: Column, key: Column) -> str:
    if column.collation != key.collation:
        one, two = column.collation or "the default", key.collation or "the default"
        return f"whose collation is {two} and not {one}, so joins cannot use its index"
    length, wanted = (*column.type.modifiers, 0)[0], (*key.type.modifiers, 0)[0]
    if isinstance(length, int) and isinstance(wanted, int) and 0 < length < (wanted or length + 1):
        return f"but has room for {length} characters only, so nothing can refer to a longer key"
    return ""
