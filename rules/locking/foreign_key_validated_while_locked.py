from __future__ import annotations

from dbarch_lint.api import AddForeignKey, Context, Problem, Problems, Severity

READS, WRITES = "every read and write of", "writes to"


def check(op: AddForeignKey, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    key = op.constraint
    tables = dict.fromkeys(e.relation for e in ctx.felt if e.blocks_writes and e.relation in (op.table, key.target))
    shut, open_ = [str(t) for t in tables if ctx.shuts(t)], [str(t) for t in tables if not ctx.shuts(t)]
    waiting = [f"{what} {' and '.join(of)}" for what, of in ((READS, shut), (WRITES, open_)) if of]
    who = f"adding {key.name} blocks {' and '.join(waiting)}"
    notes = tuple(
        ctx.note_on(held) for t in tables if (held := ctx.held.get(t)) is not None and held.effect.blocks_reads
    )
    if len(key.columns) == 1 and ctx.is_unfilled(op.table, key.columns[0]):
        message = f"{who} while all of {op.table} is read, though {key.columns[0]} is new and all NULL"
        way_out = "write REFERENCES on its ADD COLUMN"
        fold = f"{ctx.migration.id} new"
        yield Problem(op, f"{message}; {way_out}", ctx.safe_rewrite(), notes, severity=Severity.WARNING, fold=fold)
    else:
        message = f"{who} until every row of {op.table} is checked"
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite(), notes, fold=ctx.migration.id)
