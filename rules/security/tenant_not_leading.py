from __future__ import annotations

from dbarch_lint.api import Context, Index, Key, Problems, Table, problem_in


def check(table: Table, ctx: Context, *, leading: bool = False) -> Problems:
    tenancy = ctx.vocabulary.tenancy if leading else None
    if tenancy is None or table.name not in tenancy.tables:
        return
    every: list[Key | Index] = [*table.keys, *table.indexes]
    for key in every:
        if key.columns[:1] != (tenancy.column,) and not key.inherited:
            yield problem_in(
                table, key, f"{key.name} of {table.name} does not begin with {tenancy.column}: put it first"
            )
