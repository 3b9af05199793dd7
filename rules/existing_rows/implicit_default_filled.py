from __future__ import annotations

from dbarch_lint.api import AddColumn, Context, Problem, Problems, listed

FILLS = {"text": "an empty text", "time": "0000-00-00, or fails,", "enum": "the first member", "json": "null"}
FILLS |= {"other": "an empty value"}


def check(op: AddColumn, ctx: Context) -> Problems:
    filled = [o for o in ctx.alike(op) if o.default == "implicit" and not ctx.fills_column(o.table, o.column.name)]
    if not filled or filled[0] is not op or not ctx.in_use(op.table):
        return
    values = {FILLS.get(ctx.vocabulary.family(o.column), "0") for o in filled}
    message = f"adding {op.table}.{listed(o.column.name for o in filled)} NOT NULL without a DEFAULT puts "
    message += f"{listed(sorted(values))} into every row that is there"
    yield Problem(op, f"{message}; say a DEFAULT, or add it nullable and fill it first")
