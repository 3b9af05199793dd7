"""What does not parse: by the grammar, for a reserved word, or because the migration tool sends it in pieces."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator

from dbarch_lint.engines import Engine
from dbarch_lint.findings import Problem
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source, Span, Statement

ENDED = rb";[^\S\n]*(?:\s--[^\n]*)?\n"  # `;` at the end of a line, but for a comment


def faults(
    statements: Iterable[Statement], migration: Migration, engine: Engine, version: int | None
) -> Iterator[tuple[Statement, Problem]]:
    """The statements that the server refuses as no SQL, each with what to say of it.

    `version`: if somebody has said which one the server is.
    """
    told: set[int] = set()  # a procedure may be called twice
    cuts = Cuts(migration) if migration.runner.block else None
    for statement in statements:
        whole = statement.parent is None and statement.error is None
        if statement.start in told:
            continue
        if statement.error is not None:
            message = f"{statement.error}; the migration fails here: correct the statement"
            yield statement, Problem(place_of_error(statement), message)
        elif whole and cuts is not None and (line := cuts.line_in(statement)):
            yield statement, Problem(statement, cut(migration, line))
        elif whole and version and (word := engine.unquoted(statement, version)) is not None:
            place = Span(statement.source, word.start, word.end)
            said = f"{word.kind} is a reserved word on {engine.name} {engine.version_text(version)}"
            message = f"{said}; the migration fails here: quote {place.text}, or call it otherwise"
            yield statement, Problem(place, message)
        else:
            continue
        told.add(statement.start)


def cut(migration: Migration, line: int) -> str:
    """What to say of a statement that the tool cuts at the end of a line."""
    begin, end = migration.runner.block
    return (
        f"{migration.runner.name} cuts this statement behind the `;` of line {line}, and the server refuses the first"
        f" half; put `{begin}` above it and `{end}` below it"
    )


def place_of_error(statement: Statement) -> Span:
    """The word at which the parser gave up, or the whole statement."""
    at = max(statement.error_at, statement.start)
    if at >= statement.end:
        return statement.span
    word = next(iter(statement.source.tokens(at, statement.end)), None)
    return Span(statement.source, at, max(at + 1, word.end if word is not None else statement.end))


class Cuts:
    """Where a tool that knows no SQL cuts a file: at each `;` that ends a line, but not between its marks."""

    def __init__(self, migration: Migration) -> None:
        self._source: Source = migration.source
        word = re.escape(migration.runner.block[0].split()[1].encode())
        marks = re.compile(rb"^--[ \t]*" + word + rb"[ \t]+Statement(Begin|End)\b", re.MULTILINE | re.IGNORECASE)
        found = list(marks.finditer(self._source.data))
        self._ended = re.compile(ENDED)
        self._marks = [mark.start() for mark in found]
        self._begins = [mark[1].lower() == b"begin" for mark in found]

    def line_in(self, statement: Statement) -> int:
        """The line at whose end the statement is cut; 0: it stays whole."""
        data = self._source.data
        if statement.source is not self._source:
            return 0
        for ended in self._ended.finditer(data, statement.start, statement.end):
            line = data.rfind(b"\n", 0, ended.start()) + 1
            said = any(word.startswith(b"--") for word in data[line : ended.start()].split())  # it is in a comment
            mark = bisect(self._marks, ended.start()) - 1
            if not said and not (mark >= 0 and self._begins[mark]):
                return self._source.line_of(ended.start())
        return 0
