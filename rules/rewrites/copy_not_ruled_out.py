from __future__ import annotations

from dbarch_lint.api import Context, Operation, Problem, Problems


def check(op: Operation, ctx: Context) -> Problems:
    if ctx.together[0].operation is not op or not ctx.in_use(op.target) or not ctx.guard or ctx.refused:
        return
    fix = ctx.guarded()
    if fix() is not None:
        message = f"where {op.target} is not as these migrations tell, the server copies it without a word"
        yield Problem(op, f"{message}; write {ctx.guard}", fix, fold=ctx.migration.id)
