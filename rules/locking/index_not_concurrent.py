from __future__ import annotations

from dbarch_lint.api import Context, CreateIndex, Note, Problem, Problems


def check(op: CreateIndex, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long:
        return
    who = f"every REFRESH of {op.table}" if ctx.before.view(op.table) else f"every write to {op.table}"
    held, notes = ctx.held.get(op.table), tuple[Note, ...]()
    objects = (op.table.full, op.table.sibling(op.index.name).full)
    if held is not None and held.effect.blocks_reads:
        who = f"every read and write of {op.table}"
        notes = (ctx.note_on(held),)
    table = ctx.table(op.table)
    if table is not None and table.partition_by is not None:
        message = f"building {op.index.name} blocks {who} while the index of each partition is built"
        yield Problem(op, f"{message}; build it partition by partition", ctx.safe_rewrite(), notes, objects=objects)
    else:
        message = f"building {op.index.name} blocks {who} until it is done"
        fold = f"{ctx.migration.id} {who}"  # many indexes, built in one go
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite(), notes, objects=objects, fold=fold)
