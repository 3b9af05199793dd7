from __future__ import annotations

from dbarch_lint.api import (
    AlterColumnType,
    Context,
    CreateIndex,
    Operation,
    Problem,
    Problems,
    RedefineColumn,
    SetTableOption,
    Severity,
    action_in_words,
)

COLUMNS = "AddColumn DropColumn RedefineColumn SetNotNull DropNotNull"
KINDS = (
    f"{COLUMNS} AddForeignKey AddCheck AlterConstraint DropConstraint DropIndex SetTableOption AlterPartitions".split()
)
MAY = "{0} may copy all of {1} while every write to it waits, which depends on {2} now"


def check(op: Operation, ctx: Context) -> Problems:
    copying = [s.operation for s in ctx.together if any(e.long and e.blocks_writes for e in ctx.effects_of(s))]
    if not copying or copying[0] is not op or type(op).__name__ not in KINDS or op.target is None:
        return
    told = any(isinstance(o, AlterColumnType | CreateIndex) for o in copying)  # by rules of their own
    if told or ctx.refused or not (ctx.in_use(op.target) and ctx.blocks_writes_for_long):
        return
    what, converts = action_in_words(op), isinstance(op, SetTableOption) and op.option == "convert_charset"
    if (isinstance(op, RedefineColumn) or converts) and ctx.unseen:
        state = "the columns as they are" if converts else "the column as it is"
        message = f"{MAY.format(what, op.target, state)}; write ALGORITHM=INPLACE, so that it fails instead"
        fold = ctx.migration.id
        yield Problem(op, message, ctx.safe_rewrite(), severity=Severity.WARNING, confidence="low", fold=fold)
    else:
        message = f"{what} copies all of {op.target}, and {ctx.waiting(op.target)} waits until that ends"
        yield Problem(op, f"{message}; {ctx.instead}", ctx.safe_rewrite())
