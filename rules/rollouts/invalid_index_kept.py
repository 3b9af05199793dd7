from __future__ import annotations

from dbarch_lint.api import Context, CreateIndex, DropIndex, Fix, Problem, Problems, quoted_name


def check(op: CreateIndex, ctx: Context) -> Problems:
    if not (op.concurrent and op.if_not_exists) or op.exists or ctx.is_new(op.table) or ctx.in_transaction:
        return
    name = op.table.sibling(op.index.name)
    if any(isinstance(s.operation, DropIndex) and s.operation.index == name for s in ctx.earlier):
        return
    shown = quoted_name(name).removeprefix("public.")
    edit = op.statement.preceded_by(f"DROP INDEX CONCURRENTLY IF EXISTS {shown}")
    alone = not (ctx.migration.runner.whole or ctx.migration.wrapper == "implicit")
    fix = Fix("drop what an interrupted build may have left", (edit,)) if alone else None
    message = f"if a build of {op.index.name} was interrupted, IF NOT EXISTS keeps the invalid index"
    yield Problem(op, f"{message}; drop the index first", fix)
