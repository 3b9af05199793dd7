from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, Reindex, listed


def check(op: Reindex, ctx: Context) -> Problems:
    tables = [e for e in ctx.felt if e.blocks_writes and e.kind in {"table", "matview"} and ctx.in_use(e.relation)]
    if tables and ctx.works_for_long:
        names = listed(str(e.relation) for e in tables)
        message = f"REINDEX blocks every write to {names}, and also reads, whose planning looks at all indexes"
        yield Problem(op, f"{message}, until the indexes are built; {ctx.instead}", ctx.safe_rewrite())
