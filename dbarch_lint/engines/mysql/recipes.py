"""Safe ways to do what a statement does: an ALTER TABLE taken apart where one action spoils the others."""

from __future__ import annotations

from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.findings import Fix
from dbarch_lint.operations import Operation
from dbarch_lint.source import Edit, Span


def safe_rewrite(op: Operation, ctx: Any) -> Fix | None:
    """The recipe for an operation, or None."""
    return split(op, ctx) if isinstance(op, ops.AddColumn) and ctx.spoiled == "beside" else None


def split(op: Operation, ctx: Any) -> Fix | None:
    """The columns that can be added at once in an ALTER TABLE of their own, and behind it the rest."""
    statement, actions = op.statement, {s.operation.offset: s.operation for s in reversed(ctx.together)}
    if any(op.requested) or min(actions) <= statement.start:
        return None
    texts = {offset: action.span.text for offset, action in actions.items()}
    added = [offset for offset, action in actions.items() if isinstance(action, ops.AddColumn)]
    head = Span(statement.source, statement.start, min(actions)).text
    first = ", ".join(texts[offset] for offset in sorted(added))
    rest = ", ".join(texts[offset] for offset in sorted(texts) if offset not in added)
    if not rest or len({s.operation.offset for s in ctx.together if isinstance(s.operation, ops.AddColumn)}) < len(
        added
    ):
        return None
    edit = Edit(statement.span, f"{head}{first}, ALGORITHM=INSTANT;\n{head}{rest}")
    return Fix("add the columns in a statement of their own", (edit,), "unsafe")
