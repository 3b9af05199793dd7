from __future__ import annotations

from dbarch_lint.api import Context, CreateTable, Problem, Problems


def check(op: CreateTable, ctx: Context) -> Problems:
    parent = op.definition.partition_of
    if op.exists or parent is None or not ctx.in_use(parent) or ctx.works_for_long:
        return  # the last: partition-attached-by-scan
    held = ctx.held.get(parent)
    if held is None or not held.effect.blocks_reads:
        message = f"making {op.table} a partition at once waits for every transaction on {parent}"
        way_out = "create the table by itself, and attach it"
        yield Problem(op, f"{message}, and all later reads and writes wait behind it; {way_out}", ctx.safe_rewrite())
