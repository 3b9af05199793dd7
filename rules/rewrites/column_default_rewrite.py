from __future__ import annotations

from dbarch_lint.api import AddColumn, Context, Problem, Problems, listed

MESSAGE = "adding {0} {1} the table, because {2}, while every read and write of {3} waits; {4}"
FIRST = "add the column empty and fill it in batches"
AGAIN = "put what rewrites the table into one ALTER TABLE, at least"


def check(op: AddColumn, ctx: Context) -> Problems:
    rewriting = [o for o in ctx.alike(op) if rewrites(o)] if rewrites(op) else []
    if not rewriting or rewriting[0] is not op or not (ctx.in_use(op.table) and ctx.works_for_long):
        return
    columns = f"{op.table}.{listed(o.column.name for o in rewriting)}"
    earlier, unsure = ctx.rewritten_before(op.table), op.default == "unknown"
    effect, way = "may rewrite" if unsure else "rewrites", AGAIN if earlier else FIRST
    message = MESSAGE.format(columns, effect, reason(op), op.table, way)
    notes = (ctx.note("this rewrites it, too", earlier),) if earlier else ()
    fix = ctx.safe_rewrite() if not earlier else None
    yield Problem(op, message, fix, notes, confidence="low" if unsure else None)


def rewrites(op: AddColumn) -> bool:
    """Whether adding the column writes every row anew; one that fails on the first row does not get that far."""
    heavy = op.constrained_domain or op.default in {"volatile", "unknown"}
    return heavy and not op.exists and not op.wants_value


def reason(op: AddColumn) -> str:
    """Why the server writes every row."""
    column = op.column
    if column.identity or column.type.serial:
        return "each row gets its own number"
    if column.generated:
        return "the generated value is stored in each row"
    default = column.default or "the default of its type"
    if op.default in {"volatile", "unknown"}:
        unsure = op.default == "unknown"
        return f"{default} may differ from row to row" if unsure else f"{default} is computed for each row"
    return f"the constraints of the domain {column.type} are checked in each row"
