from __future__ import annotations

from dbarch_lint.api import AddPrimaryKey, Context, Problem, Problems


def check(op: AddPrimaryKey, ctx: Context) -> Problems:
    if op.using_index or not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    message = f"adding the primary key of {op.table} blocks every read and write of it until the index is built"
    table = ctx.table(op.table)
    parted = table is not None and table.partition_by is not None
    way_out = "build it partition by partition" if parted else ctx.instead
    yield Problem(op, f"{message}; {way_out}", ctx.safe_rewrite(), fold=ctx.migration.id)
