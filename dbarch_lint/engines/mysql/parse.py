"""MySQL and MariaDB text to statements: cut here, read when they are lowered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dbarch_lint.engines.mysql.prepared import PreparedTexts
from dbarch_lint.engines.mysql.reader import LARGEST
from dbarch_lint.engines.mysql.scan import Dialect, comments, tokenizer, tokens
from dbarch_lint.engines.mysql.split import pieces
from dbarch_lint.source import Source, Span, Statement

LARGE = 128 * 1024  # bytes; of a longer INSERT only the beginning and the end are kept
KEPT = 4096  # bytes
BULK = {"INSERT", "REPLACE"}
Parse = Callable[[Source, Sequence[tuple[int, int]] | None], list[Statement]]


def parser(dialect: Dialect) -> Parse:
    """The parser of a dialect: the statements of a source, in order; of some byte ranges, if they are given."""
    tokenize = tokenizer(dialect)

    def parse(source: Source, ranges: Sequence[tuple[int, int]] | None = None) -> list[Statement]:
        source.tokenizer = tokenize
        data = source.data
        found: list[Statement] = []
        texts = PreparedTexts(dialect)
        for start, end in ((0, len(data)),) if ranges is None else ranges:
            for piece in pieces(data, start, end, dialect):
                if source.delimiter_above and data[piece.start : piece.end].upper() == b"DELIMITER":
                    continue
                for statement in statements(source, piece.start, piece.end, dialect):
                    statement.repeats += piece.repeats
                    found += texts.told(statement) if piece.end - piece.start <= LARGEST else (statement,)
        return found

    return parse


def statements(source: Source, start: int, end: int, dialect: Dialect) -> Iterator[Statement]:
    """The statement of a piece; none if it is a comment that this server does not run."""
    first = next(tokens(source.data, start, end, dialect), None)
    if first is None:
        return
    repeats = 0
    if end - start > LARGE and first.kind in BULK:
        cut = bulk(source.data, start, end, dialect)
        if cut is not None:
            source.passed_over = tuple(sorted({*source.passed_over, cut}))
            repeats = source.data.count(b"),", cut[0] - 1, cut[1])
    yield Statement(source, start, end, first.kind, {}, repeats=repeats)


def bulk(data: bytes, start: int, end: int, dialect: Dialect) -> tuple[int, int] | None:
    """The rows of a long INSERT behind its first one, as byte offsets; None if they cannot be told."""
    depth, in_values = 0, False
    for token in tokens(data, start, min(end, start + LARGE), dialect):
        in_values = in_values or token.kind in {"VALUES", "VALUE"}
        depth += (token.kind == "(") - (token.kind == ")")
        if in_values and depth == 0 and token.kind == ")":
            return token.end, last_row_end(data, token.end, end)
    return None


def last_row_end(data: bytes, start: int, end: int) -> int:
    """Where the rows end: behind the last parenthesis before ON DUPLICATE KEY UPDATE, or the end."""
    begin = max(start, end - KEPT)
    tail = data[begin:end].upper().rfind(b"ON DUPLICATE KEY")
    stop = end if tail < 0 else begin + tail
    return data.rfind(b")", start, stop) + 1 or start


def all_comments(source: Source) -> list[Span]:
    """The comments of a source."""
    return list(comments(source))
