from __future__ import annotations

from dbarch_lint.api import Context, Grant, Problem, Problems, listed


def check(op: Grant, ctx: Context) -> Problems:
    names = [name for name in op.names if not ctx.is_new(name)]
    if not op.revoke or not names or any(regrants(step.operation, op) for step in ctx.later):
        return
    what = listed(word.upper() for word in op.privileges) or "ALL"
    who, where = listed(op.grantees), listed(str(name) for name in names)
    message = f"revoking {what} on {where} makes every statement of {who} that needs it fail"
    yield Problem(op, f"{message}; see that no running code connects as {who}")


def regrants(other: object, op: Grant) -> bool:
    """Whether another statement grants the same roles something on the same objects again."""
    if not isinstance(other, Grant) or other.revoke:
        return False
    return not set(other.names).isdisjoint(op.names) and not set(other.grantees).isdisjoint(op.grantees)
