from __future__ import annotations

from dbarch_lint.api import AddForeignKey, Context, Problem, Problems, Severity


def check(op: AddForeignKey, ctx: Context) -> Problems:
    if not ctx.in_use(op.table) or not ctx.blocks_writes_for_long or ctx.rewrites(op.table):
        return
    key = op.constraint
    tables = [str(e.relation) for e in ctx.felt if e.blocks_writes and e.relation in (op.table, key.target)]
    who = f"adding {key.name} blocks writes to {' and '.join(tables)}"
    if len(key.columns) == 1 and ctx.is_unfilled(op.table, key.columns[0]):
        message = f"{who} while all of {op.table} is read, though {key.columns[0]} is new and all NULL"
        way_out = "write REFERENCES on its ADD COLUMN"
        yield Problem(
            op, f"{message}; {way_out}", ctx.safe_rewrite(), severity=Severity.WARNING, fold=f"{ctx.migration.id} new"
        )
    else:
        message = f"{who} until every row of {op.table} is checked"
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite(), fold=ctx.migration.id)
