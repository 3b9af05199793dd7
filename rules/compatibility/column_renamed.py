from __future__ import annotations

from dbarch_lint.api import Context, Gone, Problem, Problems, RenameColumn, Table, View

COPIES = {"new", "next", "temp", "tmp"}


def check(op: RenameColumn, ctx: Context) -> Problems:
    if ctx.is_new_column(op.table, op.column) or ctx.dropped_later(op.table):
        return
    origin = ctx.name_before(op.table)
    before, after = ctx.base.table(origin), ctx.result.relations.get(origin)
    passing = before is not None and not before.partial and before.column(op.column) is None  # on its way elsewhere
    takes_over = before is not None and before.column(op.new_name) is not None and stands_in(op)
    bridged = isinstance(after, View) and (not after.columns or op.column in after.columns)
    swapped = isinstance(after, Table) and after.column(op.column) is not None
    if not (passing or takes_over or bridged or swapped or leaves(op, ctx)):
        yield Problem(
            op,
            f"renaming {op.table}.{op.column} to {op.new_name} makes every query that says {op.column} fail at once; "
            f"add {op.new_name} beside it, write both, and drop the old one a release later",
            fix=ctx.safe_rewrite(),
            fold=f"{ctx.migration.id} renamed",  # many names, changed in one go
            gone=(Gone(op.table.name, op.column),),
        )


def stands_in(op: RenameColumn) -> bool:
    """Whether the old name is that of a copy, made to take the place of the column: `total_new`, `new_total`."""
    first, _, rest = op.column.partition("_")
    return op.column.startswith(op.new_name) or (rest == op.new_name and first in COPIES)


def leaves(op: RenameColumn, ctx: Context) -> bool:
    """Whether the migration drops the column for good: then the drop is what is to be said."""
    return ctx.drops_column(op.table, op.new_name) and not ctx.adds_column(op.table, op.new_name)
