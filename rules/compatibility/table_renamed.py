from __future__ import annotations

from dbarch_lint.api import Context, Gone, Problem, Problems, RenameTable, Severity


def check(op: RenameTable, ctx: Context) -> Problems:
    known, copy = ctx.table(op.table), ctx.swapped_by(op)
    new = op.table.sibling(op.new_name)
    absent = op.if_exists and not ctx.may_exist(op.table)
    if absent or ctx.is_new(op.table) or ctx.dropped_later(new):
        return
    if ctx.name_before(op.table) != op.table or (known is not None and known.partition_of is not None):
        return
    if copy is not None and not ctx.is_empty(op.table) and ctx.misses_rows(copy, op.table):
        yield Problem(
            op,
            f"rows that reach {op.table} after the copy into {copy.operation.target} stay behind in {new}, where no "
            f"code looks for them; lock {op.table} before you copy",
            notes=(ctx.note("rows are copied here", copy),),
            severity=Severity.WARNING,
        )
    elif op.table not in ctx.result.relations:
        yield Problem(
            op,
            f"renaming {op.table} to {new} makes every query that says {op.table} fail at once; "
            f"leave a view of the old name behind, {ctx.at_once}",
            fix=ctx.safe_rewrite(),
            gone=(Gone(op.table.name),),
        )
