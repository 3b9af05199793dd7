from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    tenancy = ctx.vocabulary.tenancy
    if tenancy is None or table.name not in tenancy.tables or not ctx.vocabulary.is_designed(table):
        return
    for fk in table.foreign_keys:
        if fk.target in tenancy.tables and tenancy.column not in fk.columns and not fk.inherited:
            label = f"{table.name}.{', '.join(fk.columns)}"
            message = (
                f"{label} may refer to a row of {fk.target} that is another tenant's: refer by {tenancy.column} too"
            )
            yield problem_in(table, fk, message, fold="crosses")
