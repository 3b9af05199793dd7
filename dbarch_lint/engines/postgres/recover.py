"""What to do about a statement that does not parse: lose as little as possible around it."""

from __future__ import annotations

import re

import msgspec

from dbarch_lint.engines.postgres.libpg import NotParsedError
from dbarch_lint.engines.postgres.quotations import last_byte, quotations
from dbarch_lint.engines.postgres.read import read
from dbarch_lint.engines.postgres.scan import Cutter, Piece
from dbarch_lint.engines.postgres.templates import unknown, variants
from dbarch_lint.regex import regex
from dbarch_lint.source import Source, Statement

# Where a new statement may begin although none has ended: one of these words at the very start of a line.
# SET, WITH and the like are missing because they also begin clauses.
_OPENING = regex(
    rb"^(?:ALTER|BEGIN|COMMENT\s+ON|COMMIT|CREATE|DELETE\s+FROM|DO|DROP|GRANT|INSERT\s+INTO|REVOKE|SELECT|TRUNCATE|UPDATE)\b",
    re.IGNORECASE | re.MULTILINE,
)
_LARGEST = 256 * 1024  # bytes of a broken statement that is searched for openings
_TRIED = 20  # openings


class Recovered(msgspec.Struct, frozen=True):
    """Statements, one of them an error, and where to go on."""

    statements: list[Statement]
    next: int


class Recovery:
    """The repairs within one source. A hostile text could ask for them without end: they are rationed."""

    def __init__(self, source: Source, cutter: Cutter) -> None:
        self.source = source
        self.cutter = cutter
        self.searches_left = 100

    def recover(self, piece: Piece, error: NotParsedError) -> Recovered:
        """The statements of a piece that does not parse as it stands."""
        source = self.source
        for text in variants(source.data[piece.start : piece.end]) if not piece.cut else ():
            try:
                statements = read(source, piece, text)
            except NotParsedError:
                continue
            source.stand_ins |= unknown(source.data[piece.start : piece.end])
            return Recovered(statements, piece.next)
        if piece.end - piece.start <= _LARGEST and self.searches_left > 0:
            self.searches_left -= 1
            openings = self._openings(piece)
            found = self._missing_semicolon(piece, error, openings) or self._sound_rest(piece, openings)
            if found:
                return found
        return Recovered([_broken(source, piece.start, piece.end, error)], piece.next)

    def _openings(self, piece: Piece) -> list[re.Match[bytes]]:
        """Where another statement may begin inside a piece: not in dollar quotes (bodies) nor in comments."""
        data = self.source.data
        found = list(_OPENING.finditer(data, piece.start, piece.end))
        if found and found[0].start() == piece.start:
            del found[0]
        if not found:
            return []
        closed = [
            (start, end)
            for start, end, kind in quotations(data, piece.start, piece.end)
            if kind == "comment" or data[start] == ord("$")
        ]
        return [m for m in found if not any(start < m.start() < end for start, end in closed)]

    def _missing_semicolon(
        self, piece: Piece, error: NotParsedError, openings: list[re.Match[bytes]]
    ) -> Recovered | None:
        """The text up to the opening before the error is a statement by itself: only its semicolon is missing."""
        before = [opening for opening in openings if opening.start() <= error.at]
        found = self._cut(piece, before[-1]) if before else None
        return found if found and found.statements[0].error is None else None

    def _sound_rest(self, piece: Piece, openings: list[re.Match[bytes]]) -> Recovered | None:
        """The error stays, but the first opening whose statement parses ends it."""
        for opening in openings[:_TRIED]:
            at = opening.start()
            candidate = self.cutter.next(at)
            if candidate is None or candidate.start != at:
                continue
            try:
                read(self.source, candidate)
            except NotParsedError:
                continue
            return self._cut(piece, opening)
        return None

    def _cut(self, piece: Piece, opening: re.Match[bytes]) -> Recovered:
        """What stands before an opening, by itself; and where it is sound, that its semicolon is missing."""
        at, word = opening.start(), opening.group().split()[0]
        head = Piece(piece.start, last_byte(self.source.data, piece.start, at), at)
        try:
            statements = read(self.source, head)
        except NotParsedError as error:
            return Recovered([_broken(self.source, head.start, head.end, error)], at)
        missing = NotParsedError(f'syntax error at or near "{word.decode()}": a semicolon is missing before it', at)
        return Recovered([*statements, _broken(self.source, at, at + len(word), missing)], at)


def _broken(source: Source, start: int, end: int, error: NotParsedError) -> Statement:
    return Statement(source, start, end, error=error.message, error_at=min(max(error.at, start), end))
