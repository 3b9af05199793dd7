from __future__ import annotations

from dbarch_lint.api import Context, Gone, Problem, Problems, RenameTable


def check(op: RenameTable, ctx: Context) -> Problems:
    known = ctx.table(op.table)
    new = op.table.sibling(op.new_name)
    absent = op.if_exists and not ctx.may_exist(op.table)
    if absent or ctx.is_new(op.table) or ctx.dropped_later(new) or op.table in ctx.result.relations:
        return
    if ctx.name_before(op.table) != op.table or (known is not None and known.partition_of is not None):
        return
    yield Problem(
        op,
        f"renaming {op.table} to {new} makes every query that says {op.table} fail at once; "
        f"leave a view of the old name behind, {ctx.at_once}",
        fix=ctx.safe_rewrite(),
        gone=(Gone(op.table.name),),
    )
