from __future__ import annotations

from dbarch_lint.api import AddCheck, AddForeignKey, AlterConstraint, Context, Problem, Problems


def check(op: AddCheck | AddForeignKey | AlterConstraint, ctx: Context) -> Problems:
    if isinstance(op, AlterConstraint):
        name, enforced = op.name, op.enforced
    else:
        name, enforced = op.constraint.name, op.constraint.enforced
    table = ctx.result.table(op.table)
    if enforced is not False or table is None:
        return
    checked = [c.name for c in table.checks if c.enforced] + [f.name for f in table.foreign_keys if f.enforced]
    if name not in checked:
        message = f"{name} is written down but not enforced: no row of {op.table} is checked against it"
        yield Problem(op, f"{message}; add it NOT VALID to have at least new rows checked")
