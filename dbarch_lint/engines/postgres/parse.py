"""PostgreSQL text to statements.

Most files are one call: libpg_query reads the text whole, and each statement keeps the JSON of its tree until someone
asks for it.  What that call cannot take (a syntax error, psql commands, COPY data) and what it should not (large
seed files) is cut into statements first (`scan`), and each is read by itself, so that an error costs one statement.

Every position in a tree (`location` and its kin) is a byte offset into `Source.data`.  libpg_query leaves zeros out of
its JSON, so a node without a `location` that could have one stands at offset 0; -1 means that it has no place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.elements import element_end
from dbarch_lint.engines.postgres.libpg import NotParsedError, check, pinned, raw_statements
from dbarch_lint.engines.postgres.quotations import last_byte
from dbarch_lint.engines.postgres.read import read, reparse
from dbarch_lint.engines.postgres.templates import Values, values
from dbarch_lint.engines.postgres.tokens import comments, tokenize
from dbarch_lint.source import Source, Statement, decode_tree

if TYPE_CHECKING:
    from dbarch_lint.engines.postgres.scan import Piece

__all__ = ["comments", "parse", "parses", "tokenize"]

SMALL = 128 * 1024  # bytes; a longer text is never built as a whole
_TRAILING = frozenset(b" \t\r\n\f\v/")  # bytes that end white space or a comment


def parse(source: Source, ranges: Sequence[tuple[int, int]] | None = None) -> list[Statement]:
    """The statements of a source, in order; of some byte ranges of it, if they are given."""
    source.tokenizer = tokenize
    source.element_end = element_end
    source.reparser = reparse
    data, known = source.data, values(source)
    if _is_read_whole(data, known):
        try:
            return _whole(source, *_shown(source, ranges))
        except NotParsedError:
            pass  # then statement by statement
    passed_over: list[tuple[int, int]] = []
    spans = ((0, len(data)),) if ranges is None else ranges
    statements = [s for start, end in spans for s in _piecewise(source, start, end, passed_over, known)]
    source.passed_over = tuple(sorted({*source.passed_over, *passed_over}))
    return statements


def parses(source: Source, ranges: Sequence[tuple[int, int]] | None = None) -> bool:
    """Whether all of a text certainly parses: no tree is made to see it."""
    if not _is_read_whole(source.data, values(source)):
        return False
    try:
        check(_shown(source, ranges)[1])
    except NotParsedError:
        return False
    return True


def _is_read_whole(data: bytes, known: Values) -> bool:
    return len(data) <= SMALL and not (known and known.filled(data) != data)


def _shown(source: Source, ranges: Sequence[tuple[int, int]] | None) -> tuple[bytes, str]:
    """The text of some ranges, every position as it was: as bytes, and decoded."""
    if ranges is None:
        return source.data, source.text
    blanked = _blanked_outside(source.data, ranges)
    return blanked, blanked.decode("utf-8", "replace")


def _whole(source: Source, data: bytes, text: str) -> list[Statement]:
    """All statements by one call. Raises NotParsedError."""
    statements = []
    for raw in raw_statements(text):
        start = raw.stmt_location
        end = start + raw.stmt_len if raw.stmt_len else len(data)
        if data[end - 1] in _TRAILING or not raw.stmt_len:
            end = last_byte(data, start, end)
        for kind, tree in raw.stmt.items():
            statements.append(Statement(source, start, end, kind, tree))
    return statements


def _blanked_outside(data: bytes, ranges: Sequence[tuple[int, int]]) -> bytes:
    """The text with all but the ranges made spaces: every position stays what it was."""
    parts, at = [], 0
    for start, end in ranges:
        parts += [b" " * (start - at), data[start:end]]
        at = end
    return b"".join(parts)


def _piecewise(
    source: Source, start: int, end: int, passed_over: list[tuple[int, int]], known: Values
) -> Iterator[Statement]:
    """Statement by statement; the stretches of bulk data are noted in `passed_over`."""
    from dbarch_lint.engines.postgres.recover import Recovery  # most files are read by one call
    from dbarch_lint.engines.postgres.scan import Cutter

    bulk = end - start > SMALL
    cutter = Cutter(source.data, end, bulk=bulk)
    recovery = Recovery(source, cutter)
    at = start
    while (piece := cutter.next(at)) is not None:
        at = piece.next
        if piece.end <= piece.start:
            continue  # a psql command alone
        try:
            yield from filled(source, piece, known) if known and not piece.cut else read(source, piece)
        except NotParsedError as error:
            recovered = recovery.recover(piece, error)
            yield from recovered.statements
            at = recovered.next
        if at == piece.next:
            passed_over += _bulk_of(piece)


def filled(source: Source, piece: Piece, known: Values) -> list[Statement]:
    """The statement of a piece with the values of its placeholders; then every place in it is its beginning.

    Raises NotParsedError.
    """
    text = source.data[piece.start : piece.end]
    made = known.filled(text)
    if made == text:
        return read(source, piece)
    try:
        found = raw_statements(" " + made.decode("utf-8", "replace"))
    except NotParsedError as error:
        raise NotParsedError(error.message, piece.start) from None
    return [
        Statement(source, piece.start, piece.end, kind, decode_tree(pinned(bytes(tree), piece.start)))
        for raw in found
        for kind, tree in raw.stmt.items()
    ]


def _bulk_of(piece: Piece) -> list[tuple[int, int]]:
    return [span for span in (piece.cut, piece.rest) if span and span[1] > span[0]]
