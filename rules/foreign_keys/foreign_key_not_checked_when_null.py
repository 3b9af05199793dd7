from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for fk in table.foreign_keys if ctx.vocabulary.is_designed(table) else ():
        optional = [c.name for c in table.columns if c.name in fk.columns and ctx.vocabulary.may_be_null(c)]
        tied = any(c.expression.columns.issuperset(optional) for c in table.checks)
        if len(optional) > 1 and not fk.match_full and not tied and not fk.inherited:
            message = (
                f"{table.name} may hold half a reference to {fk.target}: when {optional[0]} or {optional[1]} is NULL, "
                f"nothing is checked: declare {fk.name} MATCH FULL"
            )
            yield problem_in(table, fk, message)
