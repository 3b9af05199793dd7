"""What the server does not understand of a migration: statements that do not parse, and words that it has reserved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dbarch_lint.engines import Engine
from dbarch_lint.source import Span, Statement


def misread(
    statements: Iterable[Statement], engine: Engine, version: int | None
) -> Iterator[tuple[Statement, Span, str]]:
    """Each statement that fails, with the word and the reason. `version`: if somebody has said which one it is."""
    told: set[int] = set()  # a procedure may be called twice
    for statement in statements:
        if statement.error is None:
            word = engine.unquoted(statement, version) if version and statement.parent is None else None
            if word is not None:
                place = Span(statement.source, word.start, word.end)
                said = f"{word.kind} is a reserved word on {engine.name} {engine.version_text(version or 0)}"
                yield statement, place, f"{said}; the migration fails here: quote {place.text}, or call it otherwise"
        elif statement.start not in told:
            told.add(statement.start)
            message = f"{statement.error}; the migration fails here: correct the statement"
            yield statement, place_of_error(statement), message


def place_of_error(statement: Statement) -> Span:
    """The word at which the parser gave up, or the whole statement."""
    at = max(statement.error_at, statement.start)
    if at >= statement.end:
        return statement.span
    word = next(iter(statement.source.tokens(at, statement.end)), None)
    return Span(statement.source, at, max(at + 1, word.end if word is not None else statement.end))
