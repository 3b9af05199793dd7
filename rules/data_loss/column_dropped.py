from __future__ import annotations

from dbarch_lint.api import Context, DropColumn, Note, Problem, Problems, Severity, listed

THEN = "code that still names it fails; drop it one release after the last one that uses it"
MESSAGES = {
    "lost": f"dropping {{}} destroys its values, and {THEN}",
    "computed": f"dropping {{}} loses no data (it is computed), but {THEN}",
    "empty": f"dropping {{}} loses no data (the table is empty by now), but {THEN}",
    "emptied": "{} is dropped and added again, so every value is lost; change it in place, or copy the values first",
    "copied": "{} is dropped and added again, and only what was copied before is left; copy it back afterwards",
}


def check(op: DropColumn, ctx: Context) -> Problems:
    what = kind(op, ctx)
    same = [o for o in ctx.alike(op) if kind(o, ctx) == what]
    if what and same[0] is op:
        lost = ctx.lost_with(op.table) if len(same) == 1 else []
        notes = (Note(f"it takes along {', '.join(lost)}"),) if lost else ()
        message = MESSAGES[what].format(f"{op.table}.{listed(o.column for o in same)}")
        severity = Severity.ERROR if what == "emptied" else None
        yield Problem(op, message, fix=ctx.safe_rewrite(), notes=notes, severity=severity)


def kind(op: DropColumn, ctx: Context) -> str:
    """What is to be said of the column, in a word of MESSAGES or none."""
    table, result, name = ctx.table(op.table), ctx.result.table(op.table), op.column
    column = table.column(name) if table is not None else None
    absent = op.missing_ok and table is not None and not table.partial and column is None
    if absent or ctx.is_new_column(op.table, name) or ctx.dropped_later(op.table):
        return ""
    if result is not None and result.column(name) is not None:  # the name lives on
        computed = column is not None and column.generated
        again = ctx.adds_column(op.table, name) and not computed and not ctx.is_empty(op.table)
        kept = not again or ctx.fills_column(op.table, name)
        return "" if kept else "copied" if ctx.is_copied(op.table) else "emptied"
    return "computed" if column is not None and column.generated else "empty" if ctx.is_empty(op.table) else "lost"
