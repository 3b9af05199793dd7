from __future__ import annotations

from dbarch_lint.api import Context, Opaque, Problem, Problems


def check(op: Opaque, _: Context) -> Problems:
    yield Problem(op, f"nobody can tell from the text what this does: {op.reason}; look at it yourself")
