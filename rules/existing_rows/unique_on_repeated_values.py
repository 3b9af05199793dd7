from __future__ import annotations

from dbarch_lint.api import (
    AddPrimaryKey,
    AddUnique,
    Context,
    CreateIndex,
    Problem,
    Problems,
    listed,
    recipe,
)

LOOK = "SELECT {0}, count(*) FROM {1} GROUP BY {0} HAVING count(*) > 1;"


def check(op: CreateIndex | AddUnique | AddPrimaryKey, ctx: Context) -> Problems:
    made = op.index if isinstance(op, CreateIndex) else op.constraint
    done = op.exists or not op.index.unique if isinstance(op, CreateIndex) else op.using_index
    if done or not ctx.in_use(op.table):
        return
    table = ctx.table(op.table)
    kept_apart = any(set(k.columns) <= set(made.columns) for k in table.keys) if table is not None else False
    if kept_apart or (made.nulls_distinct and any(ctx.is_unfilled(op.table, c) for c in made.columns)):
        return
    parts = [p.text for p in op.index.parts] if isinstance(op, CreateIndex) else [*made.columns]
    whole = len(parts) == len(made.columns) and not (isinstance(op, CreateIndex) and op.index.where)
    if whole and all(ctx.repeating(op.table, column) for column in made.columns):
        return  # nothing to look for yet, and it fails for certain: default-refused-by-constraint
    left = ", and leaves an invalid index behind" if isinstance(op, CreateIndex) and op.concurrent else ""
    names = ", ".join(ctx.sql.quoted(part) if part in made.columns else part for part in parts)
    look = recipe("look for such rows first", LOOK.format(names, ctx.sql.quoted_name(op.table)))
    message = (
        f"{made.name} fails if two rows of {op.table} have the same {listed(parts)}{left}; look for such rows first"
    )
    yield Problem(op, message, look)
