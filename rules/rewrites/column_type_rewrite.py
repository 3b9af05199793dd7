from __future__ import annotations

from dbarch_lint.api import AlterColumnType, Context, Problem, Problems, Work, listed

REWRITES = "changing {0} rewrites the table and its indexes{1} while {2} waits; {3}"
MAY_REWRITE = "changing {0} may rewrite the table while {2} waits, depending on {1}; {3}"
WAYS = {
    "again": "put all changes that rewrite the table into one ALTER TABLE",
    "new": "give it this type when you add it",
    "the session's time zone": "SET TIME ZONE 'UTC' first, if the values mean that",
}


def check(op: AlterColumnType, ctx: Context) -> Problems:
    changes = [o for o in ctx.alike(op) if o.type_change in {"rewrite", "unknown"}]
    changes = changes or [op for e in ctx.effects if e.work is Work.REWRITE]  # because of an index on the column
    if not changes or changes[0] is not op or not (ctx.in_use(op.table) and ctx.blocks_writes_for_long):
        return
    what = f"{op.table}.{op.column}{f' from {op.old}' if op.old is not None else ''} to {op.type}"
    what = f"the character set or collation of {op.table}.{op.column}" if str(op.old) == str(op.type) else what
    what = f"the types of {op.table}.{listed(o.column for o in changes)}" if changes[1:] else what
    doubts = {doubt(o) for o in changes}
    if "" not in doubts:
        unsure = min(doubts)
        way = WAYS.get(unsure, "look that up before you run this")
        yield Problem(op, MAY_REWRITE.format(what, unsure, ctx.waiting(op.table), way), confidence="low")
        return
    earlier = ctx.rewritten_before(op.table)
    way = "new" if ctx.is_new_column(op.table, op.column) else "again" if earlier else "first"
    message = REWRITES.format(what, " once more" if earlier else "", ctx.waiting(op.table), WAYS.get(way, ctx.instead))
    fold, fix = (f"{ctx.migration.id} {op.table}" if earlier else ""), ctx.safe_rewrite() if way == "first" else None
    yield Problem(op, message, fix, (ctx.note("this rewrites it, too", earlier),) if earlier else (), fold=fold)


def doubt(op: AlterColumnType) -> str:
    """What the rewrite depends on and the migrations do not tell; empty: the server is sure to rewrite."""
    if op.type_change == "unknown":
        return f"how {op.old} is stored" if op.old else "the type it has now, which these migrations do not tell"
    return "the session's time zone" if op.zone_decides else ""
