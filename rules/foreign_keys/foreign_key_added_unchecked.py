from __future__ import annotations

from dbarch_lint.api import AddForeignKey, Context, Problem, Problems, recipe

LOOK = "SELECT count(*) FROM {0} c LEFT JOIN {1} p ON {2} WHERE {3} IS NOT NULL AND {4} IS NULL;"


def check(op: AddForeignKey, ctx: Context) -> Problems:
    key = op.constraint
    if op.checked or not ctx.in_use(op.table) or (len(key.columns) == 1 and ctx.is_unfilled(op.table, key.columns[0])):
        return
    pairs = list(zip(key.columns, key.target_columns, strict=False))
    on = " AND ".join(f"p.{there} = c.{here}" for here, there in pairs)
    look = (
        recipe("look for such rows", LOOK.format(op.table, key.target, on, f"c.{pairs[0][0]}", f"p.{pairs[0][1]}"))
        if pairs
        else None
    )
    message = f"{key.name} is added while foreign_key_checks is off: rows of {op.table} that refer to nothing stay"
    yield Problem(op, f"{message}; look for them first", look)
