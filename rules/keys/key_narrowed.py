from __future__ import annotations

from dbarch_lint.api import Context, Key, NarrowIndex, Problem, Problems


def check(op: NarrowIndex, ctx: Context) -> Problems:
    if isinstance(op.index, Key) and not ctx.is_new(op.table):
        left, name = ", ".join(op.index.columns), "its primary key" if op.name == "PRIMARY" else f"the key {op.name}"
        message = (
            f"dropping {op.table}.{op.column} leaves {name} over {left} alone, and rows that are alike in that clash"
        )
        yield Problem(op, f"{message}; drop the key first, and add the one that is meant")
