from __future__ import annotations

from dbarch_lint.api import Context, DropColumn, Gone, Problem, Problems, Severity, along, listed

THEN = "code that still names {1} fails; drop {1} one release after the last one that uses {1}"
MESSAGES = {
    "lost": f"dropping {{0}} destroys all values, and {THEN}",
    "moved": f"dropping {{0}} loses what is written to {{1}} after the copy, and {THEN}",
    "computed": f"dropping {{0}} loses no data (what is computed can be computed again), but {THEN}",
    "empty": f"dropping {{0}} loses no data (the table is empty by now), but {THEN}",
    "emptied": "dropping {0} and adding {1} again loses every value; change {1} in place, or copy the values first",
    "copied": "dropping {0} and adding {1} again leaves only what was copied before; copy it back afterwards",
}
HURTS = {"emptied": Severity.ERROR}


def check(op: DropColumn, ctx: Context) -> Problems:
    kinds = {o: kind(o, ctx) for o in ctx.alike(op)} if ctx.alike(op)[0] is op else {}  # while all are still there
    for what in filter(None, dict.fromkeys(kinds.values())):
        same = [o for o in kinds if kinds[o] == what]
        notes = () if same[1:] else along(ctx.lost_with(op.table))
        message = MESSAGES[what].format(f"{op.table}.{listed(o.column for o in same)}", "them" if same[1:] else "it")
        fold = "" if same[1:] else f"{ctx.migration.id} {what} {same[0].column}"
        gone = tuple(Gone(op.table.name, o.column) for o in same if what not in {"emptied", "copied"})
        yield Problem(same[0], message, ctx.safe_rewrite(), notes, severity=HURTS.get(what), fold=fold, gone=gone)


def kind(op: DropColumn, ctx: Context) -> str:
    """What is to be said of the column, in a word of MESSAGES or none."""
    table, result, name = ctx.table(op.table), ctx.result.table(op.table), op.column
    column = table.column(name) if table is not None else None
    absent = op.missing_ok and table is not None and not table.partial and column is None
    if absent or ctx.is_passing(op.table, name) or ctx.dropped_later(op.table) or ctx.staged(column, op.table):
        return ""
    kept = "computed" if column is not None and column.generated else "empty" if ctx.is_empty(op.table) else ""
    if result is not None and result.column(name) is not None:  # the name lives on
        if kept or not ctx.adds_column(op.table, name):
            return ""
        return "emptied" if not ctx.is_copied(op.table) else "" if ctx.fills_column(op.table, name) else "copied"
    return kept or ("moved" if ctx.is_copied_column(op.table, name) else "lost")
