from __future__ import annotations

from dbarch_lint.api import AddColumn, Context, Problem, Problems, listed


def check(op: AddColumn, ctx: Context) -> Problems:
    if not op.wants_value:
        return
    failing = [o.column.name for o in ctx.alike(op) if o.wants_value]
    if failing[0] != op.column.name or not ctx.meets_rows(op.table):
        return
    how = "NOT NULL" if not op.column.nullable else f"{op.column.type}, a domain that is NOT NULL,"
    it, them = ("them", "defaults") if len(failing) > 1 else ("it", "a default")
    yield Problem(
        op,
        f"adding {op.table}.{listed(failing)} as {how} without a default fails as soon as {op.table} has a row; "
        f"give {it} {them}, or add {it} nullable, fill {it}, and set NOT NULL afterwards",
        fix=ctx.safe_rewrite(),
    )
