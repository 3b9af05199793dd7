"""One statement's text to one Statement, with every position absolute in its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from dbarch_lint.engines.postgres.libpg import NotParsedError, RawStatement, raw_statements, shifted
from dbarch_lint.engines.postgres.quotations import last_byte
from dbarch_lint.source import AGAIN, Again, Source, Statement, Tree, decode_tree

if TYPE_CHECKING:
    from dbarch_lint.engines.postgres.scan import Piece

KEPT = 128 * 1024  # bytes of a text: of the statements of a longer one not even the JSON of their trees is kept
NEAR = 8 * 1024  # bytes: to skip so many spaces costs less than to move the positions of a tree
LARGEST = 4 * 1024 * 1024  # bytes of one statement (bulk rows aside): its tree takes thirty times as much


def read(source: Source, piece: Piece, text: bytes | None = None) -> list[Statement]:
    """The statement of a piece (none, if it holds comments only), or of a `text` of the same length in its place.

    Raises NotParsedError, with the byte offset in the source.
    """
    given = text is not None
    if text is None:
        text = _text_of(source.data, piece)
    if len(text) > LARGEST:
        raise NotParsedError("a statement too large to analyse", piece.start)
    spaces, base = moved(piece.start)
    words = spaces + text.decode("utf-8", "replace")
    try:
        found = raw_statements(words)
    except NotParsedError as error:
        at = base + len(words[: error.at].encode("utf-8", "replace"))
        raise NotParsedError(error.message, _absolute(piece, max(at, piece.start))) from None
    plain = not (given or piece.blanks or piece.cut)
    if len(found) == 1:
        kind, raw = next(iter(found[0].stmt.items()))
        tree: Tree | msgspec.Raw | Again = AGAIN
        if not plain:
            tree = _shifted_tree(raw, base, piece.cut)
        elif len(source.data) <= KEPT:
            tree = msgspec.Raw(shifted(bytes(raw), base) if base else bytes(raw))
        return [Statement(source, piece.start, piece.end, kind, tree, repeats=piece.repeats)]
    return [_one_of_several(source, piece, raw, base, len(words.encode())) for raw in found]


def moved(start: int) -> tuple[str, int]:
    """The spaces to put before the text of a statement, and what is to be added to each position in its tree then.

    There is one at least: libpg_query's JSON leaves out zeros, so every position must be above 0. Near the beginning of
    a text there are as many as it has bytes before the statement, and every position is right as it is.
    """
    return (" " * start, 0) if 0 < start <= NEAR else (" ", start - 1)


def reparse(statement: Statement) -> Tree:
    """The tree of a statement that had one before: its text is read again."""
    data = statement.source.data[statement.start : statement.end]
    spaces, base = moved(statement.start)
    found = raw_statements(spaces + data.decode("utf-8", "replace"))
    return _shifted_tree(next(iter(found[0].stmt.values())), base)


def _text_of(data: bytes, piece: Piece) -> bytes:
    if piece.cut:
        return data[piece.start : piece.cut[0]] + data[piece.cut[1] : piece.end]
    parts, at = [], piece.start
    for start, end in piece.blanks:
        parts += [data[at:start], b" " * (end - start)]
        at = end
    return b"".join([*parts, data[at : piece.end]])


def _absolute(piece: Piece, at: int) -> int:
    return at + piece.cut[1] - piece.cut[0] if piece.cut and at >= piece.cut[0] else at


def _shifted_tree(raw: msgspec.Raw, by: int, cut: tuple[int, int] | None = None) -> Tree:
    if not by and not cut:
        return decode_tree(raw)
    gap = (cut[0] - by, cut[1] - cut[0]) if cut else None
    return decode_tree(shifted(bytes(raw), by, gap))


def _one_of_several(source: Source, piece: Piece, raw: RawStatement, base: int, size: int) -> Statement:
    """The parser sees several statements where we saw one."""
    start = base + raw.stmt_location
    end = base + (raw.stmt_location + raw.stmt_len if raw.stmt_len else size)
    kind, tree = next(iter(raw.stmt.items()))
    return Statement(source, start, last_byte(source.data, start, end), kind, _shifted_tree(tree, base, piece.cut))
