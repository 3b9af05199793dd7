from __future__ import annotations

from dbarch_lint.api import AddCheck, Context, CreateTable, Problem, Problems


def check(op: AddCheck | CreateTable, ctx: Context) -> Problems:
    if op.forgotten:
        message = f"this server reads the CHECK of {op.table} and throws it away, so no row is held against it"
        yield Problem(op, f"{message}; {ctx.advised('checks')}", fold=ctx.migration.id)
