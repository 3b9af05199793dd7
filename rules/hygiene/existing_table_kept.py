from __future__ import annotations

from dbarch_lint.api import Context, CreateTable, Problem, Problems, listed


def check(op: CreateTable, ctx: Context) -> Problems:
    known, wanted = ctx.table(op.table), op.definition
    if not op.exists or known is None or known.partial or op.as_query or wanted.partition_of is not None:
        return
    lacking = [c.name for c in wanted.columns if known.column(c.name) is None]
    if lacking and not any(ctx.adds_column(op.table, name) for name in lacking):
        message = f"{op.table} is there already, without {listed(lacking)}, and IF NOT EXISTS leaves it as it is"
        notes = (ctx.note("created here", known.origin),) if known.origin is not None else ()
        yield Problem(op, f"{message}; add {'them' if lacking[1:] else 'it'} with ALTER TABLE", None, notes)
