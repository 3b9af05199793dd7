from __future__ import annotations

from dbarch_lint.api import Context, DropTable, Gone, Problem, Problems, Severity, Table, along

THEN = "code that still uses it fails; drop it one release after the last one that uses it"
MESSAGES = {
    "lost": f"dropping {{0}} destroys its rows, and {THEN}",
    "copied": f"dropping {{0}} destroys what was not copied before, and {THEN}",
    "empty": f"dropping {{0}} loses no data (it is empty by now), but {THEN}",
    "renamed": "dropping {0}, which this deployment renamed, destroys its rows; keep it until the next release",
    "replaced": "{0} is dropped and made again empty, so every row in it is lost; copy the rows first",
    "superseded": "dropping {0} destroys its rows, and another relation takes its name; see that it holds them all",
    "swapped": "rows that reach {2} after the copy into {1} are lost with it; lock {2} before you copy",
    "partition": "dropping the partition {0} deletes its rows and locks {1} meanwhile; detach it concurrently first",
}
SEVERITIES = {"replaced": Severity.ERROR, "partition": Severity.INFO}


def check(op: DropTable, ctx: Context) -> Problems:
    table, copy, lost = ctx.table(op.table), ctx.copied_from(op.table), along(ctx.lost_with(op.table))
    parent = table and table.partition_of
    if ctx.is_new(op.table) or (op.if_exists and not ctx.may_exist(op.table)) or (parent and ctx.dropped_later(parent)):
        return
    word = "safe" if ctx.staged(table, op.table) else "partition" if parent else swap(op, table, ctx)
    if word in MESSAGES:
        message = MESSAGES[word].format(op.table, parent or (copy and copy.operation.target), ctx.name_before(op.table))
        notes = (*((ctx.note("rows are copied here", copy),) if copy and word in {"copied", "swapped"} else ()), *lost)
        gone, fold = (Gone(op.table.name),) if word in {"lost", "copied", "empty"} else (), f"{ctx.migration.id} {word}"
        yield Problem(op, message, ctx.safe_rewrite(), notes, severity=SEVERITIES.get(word), gone=gone, fold=fold)


def swap(op: DropTable, table: Table | None, ctx: Context) -> str:
    """What becomes of a table, and of its name and rows, in a word of MESSAGES or `safe`."""
    copy, former = ctx.copied_from(op.table), ctx.name_before(op.table)
    if copy is not None and (former in ctx.result.relations or ctx.name_before(op.table, copy) != former):
        return "swapped" if ctx.misses_rows(copy, op.table) else "safe"
    if op.table in ctx.result.relations:
        again = "replaced" if ctx.result.is_empty(op.table) else "superseded"
        return "safe" if table is None and op.if_exists else again
    return "renamed" if former != op.table else "copied" if copy else "empty" if ctx.is_empty(op.table) else "lost"
