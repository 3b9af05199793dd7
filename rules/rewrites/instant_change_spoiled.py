from __future__ import annotations

from dbarch_lint.api import AddColumn, Context, DropColumn, Problem, Problems, Work

WHY = {
    "beside": "alone would take no time, but what stands beside it makes the server rebuild all of {0}; "
    "give it an ALTER TABLE of its own",
    "versions": "rebuilds all of {0}, because its instant changes have used up the {1} versions of rows that a "
    "table may have; write ALGORITHM=INSTANT, and run OPTIMIZE TABLE when few write",
}


def check(op: AddColumn | DropColumn, ctx: Context) -> Problems:
    if not ctx.spoiled or not ctx.in_use(op.table) or not ctx.works_for_long:
        return
    if next(o for o in (s.operation for s in ctx.together) if isinstance(o, AddColumn | DropColumn)) is not op:
        return
    others = [s for s in ctx.together if not isinstance(s.operation, AddColumn | DropColumn)]
    if ctx.spoiled == "beside" and any(e.work is Work.REWRITE for s in others for e in ctx.effects_of(s)):
        return  # the table would be rebuilt all the same
    table = ctx.table(op.table)
    used = len(table.row_versions) if table is not None else 0
    what = f"adding {op.table}.{op.column.name}" if isinstance(op, AddColumn) else f"dropping {op.table}.{op.column}"
    yield Problem(op, f"{what} {WHY[ctx.spoiled].format(op.table, used)}", ctx.safe_rewrite())
