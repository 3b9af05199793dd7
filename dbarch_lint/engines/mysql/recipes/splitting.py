"""An ALTER TABLE taken apart where one action keeps the others from being instant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint import operations as ops
from dbarch_lint.findings import Fix
from dbarch_lint.source import Edit, Span

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.operations import Operation

Instant = ops.AddColumn | ops.DropColumn  # what can be
COMMENTS = ("--", "/*", "#")


def split(op: Operation, ctx: Context) -> Fix | None:
    """What can be instant in an ALTER TABLE of its own, and behind it the rest."""
    statement = op.statement
    actions = {s.operation.offset: s.operation for s in reversed(ctx.together)}
    mine = [s.operation for s in ctx.together]
    spoiled = [o for o, here in ctx.walk(ops.AlterTable) if o in mine and here.spoiled == "beside"]
    first = [o for o in spoiled if isinstance(o, Instant)]
    rest = sorted(actions.keys() - {o.offset for o in first})
    if not rest or not can_be_cut(op, first, [actions[offset] for offset in rest]):
        return None
    head = Span(statement.source, statement.start, min(actions)).text
    parts = [", ".join(statement.element(offset).text for offset in own) for own in ([o.offset for o in first], rest)]
    edit = Edit(statement.span, f"{head}{parts[0]}, ALGORITHM=INSTANT;\n{statement.indent}{head}{parts[1]}")
    return Fix("give what takes no time a statement of its own", (edit,), "unsafe")


def can_be_cut(op: Operation, first: list[Instant], rest: list[Operation]) -> bool:
    """Whether the actions can be told apart in the text, and the rest needs nothing that is dropped first."""
    statement = op.statement
    if any(op.requested) or statement.parent is not None or any(sign in statement.text for sign in COMMENTS):
        return False
    if any(isinstance(o, ops.AlterPartitions | ops.RenameTable) for o in rest):
        return False
    if any(statement.element(o.offset).text[:4].upper() not in {"ADD ", "DROP"} for o in first):
        return False  # ADD (a int, b int)
    gone = {o.column.lower() for o in first if isinstance(o, ops.DropColumn)}
    added = {o.column.name.lower() for o in first if isinstance(o, ops.AddColumn)}
    said = {name for o in rest for name in statement.element(o.offset).names}
    return not gone & (said | added)
