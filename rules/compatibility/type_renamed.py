from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, RenameType


def check(op: RenameType, ctx: Context) -> Problems:
    known, types = ctx.base.types.get(op.name), ctx.result.types
    if known is None or op.domain or op.name in types or not ctx.base.typed.get(op.name):
        return
    new = op.name.sibling(op.new_name)
    for later in (s.operation for s in ctx.later if isinstance(s.operation, RenameType)):
        new = later.name.sibling(later.new_name) if later.name == new else new
    if new in types:
        message = f"renaming the type {op.name} to {new} makes every query that says {op.name} fail at once"
        yield Problem(op, f"{message}; keep the name, and rename in the code only")
