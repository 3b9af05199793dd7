from __future__ import annotations

from dbarch_lint.api import AlterTrigger, Context, Problem, Problems, SetVariable, Table, Update, Write

UNCHECKED = "and what is written meanwhile is never checked; drop the constraint, and validate it when you add it again"


def check(op: AlterTrigger | SetVariable, ctx: Context) -> Problems:
    if isinstance(op, AlterTrigger):
        known = ctx.table(op.table)
        if op.action == "disable" and op.internal and (known is None or written(op, known, ctx)):
            yield Problem(op, f"the foreign keys of {op.table} are not checked until its triggers are on, {UNCHECKED}")
    elif op.name == "session_replication_role" and op.values == ("replica",):
        yield Problem(op, f"this session checks no foreign key and runs no trigger from now on, {UNCHECKED}")


def written(op: AlterTrigger, table: Table, ctx: Context) -> bool:
    """Whether foreign keys of the table may be written before its triggers are on again."""
    keys = {name for key in table.foreign_keys for name in key.columns}
    for step in ctx.later if keys else ():
        later = step.operation
        if isinstance(later, AlterTrigger) and later.table == op.table and later.action == "enable":
            return not ctx.in_transaction  # else nobody else could write
        columns = later.columns if isinstance(later, Update) else keys
        if isinstance(later, Write) and later.table == op.table and keys & set(columns):
            return True
    return bool(keys)
