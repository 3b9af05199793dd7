from __future__ import annotations

from dbarch_lint.api import Context, Operation, Problem, Problems


def check(op: Operation, ctx: Context) -> Problems:
    if ctx.refused is not None:
        of = f" ({op.subject})" if op.subject else ""
        yield Problem(op, f"the server refuses this{of}: {ctx.refused}", fold=f"{ctx.migration.id} {ctx.refused}")
