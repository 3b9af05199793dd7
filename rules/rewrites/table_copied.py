from __future__ import annotations

from dbarch_lint.api import (
    AddCheck,
    AddColumn,
    AddForeignKey,
    AlterColumnType,
    AlterConstraint,
    AlterPartitions,
    Context,
    DropColumn,
    DropConstraint,
    DropIndex,
    DropNotNull,
    Problem,
    Problems,
    RedefineColumn,
    SetNotNull,
    SetTableOption,
    Severity,
    action_in_words,
)

Columns = AddColumn | DropColumn | RedefineColumn | SetNotNull | DropNotNull
Copying = (
    Columns | AddForeignKey | AddCheck | AlterConstraint | DropConstraint | DropIndex | SetTableOption | AlterPartitions
)
MAY = "{0} may copy all of {1} while every write to it waits, which depends on {2} now"


def check(op: Copying, ctx: Context) -> Problems:
    copying = [s.operation for s in ctx.together if any(e.long and e.blocks_writes for e in ctx.effects_of(s))]
    if not copying or copying[0] is not op or ctx.refused or not (ctx.in_use(op.table) and ctx.blocks_writes_for_long):
        return
    if any(isinstance(o, AlterColumnType) for o in copying):  # told as a change of type
        return
    what = action_in_words(op)
    converts = isinstance(op, SetTableOption) and op.option == "convert_charset"
    if (isinstance(op, RedefineColumn) or converts) and ctx.unseen:
        state = "the columns as they are" if converts else "the column as it is"
        message = f"{MAY.format(what, op.table, state)}; write ALGORITHM=INPLACE, so that it fails instead"
        yield Problem(
            op, message, ctx.safe_rewrite(), severity=Severity.WARNING, confidence="low", fold=ctx.migration.id
        )
    else:
        message = f"{what} copies all of {op.table}, and {ctx.waiting(op.table)} waits until that ends"
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite())
