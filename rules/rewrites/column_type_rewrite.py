from __future__ import annotations

from dbarch_lint.api import AlterColumnType, Context, Problem, Problems, listed

REWRITES = "changing {0} rewrites the table and its indexes{1} while {2} waits; {3}"
MAY_REWRITE = "changing {0} may rewrite the table while {2} waits, depending on {1}; {3}"
WAYS = {
    "again": "put all type changes of the table into one ALTER TABLE",
    "new": "give it this type when you add it",
    "unknown": "look that up before you run this",
}


def check(op: AlterColumnType, ctx: Context) -> Problems:
    changes = [o for o in ctx.alike(op) if o.type_change in {"rewrite", "unknown"}]
    if not changes or changes[0] is not op or not (ctx.in_use(op.table) and ctx.works_for_long):
        return
    what = f"{op.table}.{op.column}{f' from {op.old}' if op.old is not None else ''} to {op.type}"
    if str(op.old) == str(op.type):
        what = f"the character set or collation of {op.table}.{op.column}"
    if len(changes) > 1:
        what = f"the types of {op.table}.{listed(o.column for o in changes)}"
    if op.type_change == "unknown":
        doubt = f"how {op.old} is stored" if op.old else "the type it has now, which these migrations do not tell"
        yield Problem(op, MAY_REWRITE.format(what, doubt, ctx.waiting(op.table), WAYS["unknown"]), confidence="low")
        return
    earlier = ctx.rewritten_before(op.table)
    way = "new" if ctx.is_new_column(op.table, op.column) else "again" if earlier else "first"
    message = REWRITES.format(what, " once more" if earlier else "", ctx.waiting(op.table), WAYS.get(way, ctx.instead))
    notes = (ctx.note("this rewrites it, too", earlier),) if earlier else ()
    yield Problem(op, message, fix=ctx.safe_rewrite() if way == "first" else None, notes=notes)
