from __future__ import annotations

from dbarch_lint.api import AlterColumnType, Context, Problem, Problems, listed

MESSAGE = "changing {0} from {1} to {2} {3} while every read and write of {4} waits; take {5} away first"
KEEPS = {"none", "binary", "reindex"}


def check(op: AlterColumnType, ctx: Context) -> Problems:
    if op.type_change not in KEEPS or not (op.rebuilds or op.rechecks):
        return
    if not (ctx.in_use(op.table) and ctx.works_for_long) or ctx.rewrites(op.table):
        return
    built = f"builds {listed(op.rebuilds)} again" if op.rebuilds else ""
    checked = "verifies its CHECK constraints on every row" if op.rechecks else ""
    work = " and ".join(filter(None, (built, checked)))
    cause = "the index" if op.rebuilds else "the CHECK"
    column = f"{op.table}.{op.column}"
    yield Problem(op, MESSAGE.format(column, op.old, op.type, work, op.table, cause), fix=ctx.safe_rewrite())
