"""ALGORITHM= and LOCK= written out: the server then refuses a statement that it would have to do in a dearer way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.findings import Applicability, Fix
from dbarch_lint.source import Edit, Span

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.operations import Operation

IN_PLACE = "ALGORITHM=INPLACE, LOCK=NONE"
# What stands before each word: ALTER TABLE takes them as actions. DROP INDEX of MariaDB does not take them at all.
BEFORE = {"ALTER": ", ", "CREATE": " ", "DROP": " "}
WITHOUT = frozenset({("mariadb", "DROP")})


def guarded(op: Operation, ctx: Context) -> Fix | None:
    """The words that the tables of effects have for the statement."""
    return written(op, ctx, ctx.guard, "unsafe" if ctx.unseen else "safe")


def guess(op: Operation, ctx: Context) -> Fix | None:
    """The same where nobody knows the column as it is: the server decides whether it can be done in place."""
    return written(op, ctx, "" if any(op.requested) else IN_PLACE, "unsafe")


def written(op: Operation, ctx: Context, words: str, applicability: Applicability) -> Fix | None:
    """The words at the end of the statement; None where there are none, or it takes none."""
    statement = op.statement
    before = BEFORE.get(statement.kind)
    if not words or before is None or (ctx.engine, statement.kind) in WITHOUT or statement.parent is not None:
        return None
    end = max(token.end for token in statement.tokens())  # not behind a last comment
    text = "".join(f"{before}{word}" for word in words.split(", "))
    title = f"write {words}: the server then refuses what it would have to do in a dearer way"
    return Fix(title, (Edit(Span(statement.source, end, end), text),), applicability)
