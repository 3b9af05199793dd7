from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Table, problem_in, words

TEXTS = frozenset({"text", "varchar"})
LOGINS = {("email",), ("email", "address"), ("login",), ("username",), ("user", "name")}


def check(table: Table, ctx: Context) -> Problems:
    every: list[Key | Index] = [*table.uniques, *(i for i in table.indexes if i.unique)]
    for column in ctx.vocabulary.of_type(table, TEXTS) if ctx.vocabulary.is_ordinary(table) else ():
        if words(column.name) not in LOGINS or column.collation:
            continue
        folded = any("lower" in e.functions and column.name in e.columns for e in ctx.vocabulary.expressions(table))
        key = next((k for k in every if k.columns == (column.name,)), None)
        if key is not None and not folded:
            message = (
                f"{table.name}.{column.name} is unique as it is spelled: one person can have two rows, in capitals and "
                f"not: make lower({column.name}) unique"
            )
            yield problem_in(table, key, message, fold="login", also=(column,))
