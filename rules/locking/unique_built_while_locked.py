from __future__ import annotations

from dbarch_lint.api import AddUnique, Context, Problem, Problems


def check(op: AddUnique, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    message = f"adding {op.constraint.name} blocks every read and write of {op.table} until its index is built"
    table = ctx.table(op.table)
    parted = table is not None and table.partition_by is not None
    way_out = "build it partition by partition" if parted else ctx.instead
    yield Problem(op, f"{message}; {way_out}", ctx.safe_rewrite())
