from __future__ import annotations

from dbarch_lint.api import AttachPartition, Context, CreateTable, Problem, Problems, Severity, Work


def check(op: AttachPartition | CreateTable, ctx: Context) -> Problems:
    if isinstance(op, CreateTable) and op.definition.partition_of is None:
        return
    attached = op.partition if isinstance(op, AttachPartition) else op.table
    effect = next((e for e in ctx.felt if e.long and e.blocks_reads and ctx.in_use(e.relation)), None)
    if effect is None or not ctx.works_for_long:
        return
    what = f"attaching {attached}" if isinstance(op, AttachPartition) else f"making the partition {attached}"
    work, way_out = "reads all of", "validate a CHECK that excludes the rows of the new partition first"
    if effect.work is Work.BUILD:
        work, way_out = "builds indexes on", "build those of its parent on it CONCURRENTLY first"
    elif effect.relation == attached:
        way_out = "validate a CHECK that says its bounds first"
    own = effect.relation == attached  # few use it before it is attached
    fix = ctx.safe_rewrite() if own and effect.work is Work.SCAN else None
    message = f"{what} {work} {effect.relation} while every read and write of it waits; {way_out}"
    yield Problem(op, message, fix, severity=None if own else Severity.ERROR)
