from __future__ import annotations

from dbarch_lint.api import (
    AlterTable,
    Context,
    CreateIndex,
    DropTable,
    Insert,
    Problem,
    Problems,
    RenameColumn,
    RenameConstraint,
    SetConstraints,
    Truncate,
    Update,
)


def check(op: AlterTable | CreateIndex | DropTable | Truncate, ctx: Context) -> Problems:
    table = ctx.table(op.table)
    deferred = [k for k in table.foreign_keys if k.initially_deferred and k.enforced] if table is not None else []
    if not deferred or not ctx.in_transaction or isinstance(op, RenameColumn | RenameConstraint):
        return
    if ctx.together[0].operation is not op:
        return
    for step in ctx.earlier:
        other = step.operation
        if step.session.transaction.number != ctx.transaction.number or isinstance(other, SetConstraints):
            return
        if not isinstance(other, Insert | Update) or other.table != op.table:
            continue
        keys = [k for k in deferred if isinstance(other, Insert) or {*k.columns} & {*other.columns}]
        if keys:
            message = f"the server refuses this: checks of {keys[0].name} wait for the end of the transaction"
            note = ctx.note("these rows are to be checked", step)
            yield Problem(op, f"{message}; say SET CONSTRAINTS ALL IMMEDIATE before it", None, (note,))
            return
