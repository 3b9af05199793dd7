"""Where a statement ends, without a parser: for files that libpg_query cannot take as they are.

Three kinds of file need it: those with text that is not SQL (psql commands, COPY data), those with a statement
that does not parse, and seed files too large to be built as trees.  The work is done by regular expressions over
bytes that know PostgreSQL's lexical rules (quotes, dollar quotes, nested comments) and nothing of its grammar.
They never backtrack (possessive repeats), so their time grows with the length of the text, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from dbarch_lint.engines.postgres.quotations import after_quotation, comment_end, last_byte, quotations
from dbarch_lint.regex import regex

# What stands between statement boundaries, in the order of trial. The stops are what these leave over:
# a semicolon, a backslash, a dollar quote, a block comment, and a quote that never ends.
_ITEMS = rb"""
    [^A-Za-z_\x80-\xff'"$\\;()/\-]++
  | [eE]'(?:[^'\\]++|\\.|'')*+'
  | [A-Za-z_\x80-\xff][A-Za-z0-9_$\x80-\xff]*+
  | '[^']*+'
  | "[^"]*+"
  | --[^\n]*+
  | -(?!-)
  | /(?!\*)
"""
_SPACE = regex(rb"(?:[ \t\r\n\f\v]++|--[^\n]*+)*+")

# psql's own commands. These send the query before them, as a semicolon would:
_SENDING = frozenset("g gx gexec gset gdesc crosstabview watch bind_named parse".split())
_META = regex(rb"\\(;|[A-Za-z_]*)[^\n]*")
_META_COPY = regex(rb"\\copy\b[^\n]*\bfrom\s+stdin\b", re.IGNORECASE)
_COPY_IN = regex(rb"COPY\b[^;]{1,8192}\bFROM\s+STDIN\b", re.IGNORECASE)
_COPY_END = regex(rb"\n\\\.[ \t]*(?:\r?\n|\r?\Z)")

# Statements that hold semicolons outside quotes: SQL-standard routine bodies, and rules with several actions.
_ROUTINE = regex(rb"CREATE\s+(?:OR\s+REPLACE\s+)?(?:FUNCTION|PROCEDURE)\b", re.IGNORECASE)
_ATOMIC = regex(rb"\bBEGIN\s+ATOMIC\b", re.IGNORECASE)
_ONLY_END = regex(rb"\s*END\s*", re.IGNORECASE)
_RULE = regex(rb"CREATE\s+(?:OR\s+REPLACE\s+)?RULE\b", re.IGNORECASE)

# INSERT ... VALUES and its rows; parentheses inside a row up to three deep, rarer ones are left to the parser.
_NAME = rb'(?:"[^"]*+"|[A-Za-z_\x80-\xff][A-Za-z0-9_$\x80-\xff]*+)'
_INSERT = (
    rb"INSERT\s++INTO\s++" + _NAME + rb"(?:\s*+\.\s*+" + _NAME + rb")*+\s*+"
    rb"(?:\((?:[^()\"';$\\/\-]++|\"[^\"]*+\")*+\)\s*+)?(?:OVERRIDING\s++(?:USER|SYSTEM)\s++VALUE\s++)?VALUES\s*+(?=\()"
)
_deepest = rb"\((?:" + _ITEMS + rb")*+\)"
_deeper = rb"\((?:" + _ITEMS + rb"|" + _deepest + rb")*+\)"
_ROW = rb"\((?:" + _ITEMS + rb"|" + _deeper + rb")*+\)"
_GAP = rb"(?:[ \t\r\n]++|--[^\n]*+|/\*[^*/]*+\*/)*+"
_ROWS = _ROW + rb"(?:" + _GAP + rb"," + _GAP + _ROW + rb")*+"

BULK = 32 * 1024  # bytes of rows in one INSERT; more are passed over after the first row
_SEMICOLON, _BACKSLASH, _DOLLAR_SIGN, _SLASH = b";\\$/"


class _Bulk(msgspec.Struct, frozen=True):
    insert: re.Pattern[bytes]
    first_row: re.Pattern[bytes]
    rows: re.Pattern[bytes]


@cache
def _plain() -> re.Pattern[bytes]:
    """What stands between boundaries; made when a file is cut into statements, which few are."""
    return re.compile(rb"(?:" + _ITEMS + rb" | [()] | \$(?![A-Za-z_\x80-\xff$]))*+", re.VERBOSE | re.DOTALL)


@cache
def _bulk() -> _Bulk:
    """The patterns for rows of data, made when there are any: that takes 2 ms."""
    first_row, rows = (re.compile(pattern, re.VERBOSE | re.DOTALL) for pattern in (_ROW, _ROWS))
    return _Bulk(re.compile(_INSERT, re.IGNORECASE), first_row, rows)


class Piece(msgspec.Struct, frozen=True):
    """What stands where a statement is expected.

    `blanks` are psql commands inside it; `cut` the bulk rows to pass over; `repeats` how many statements of the
    same words but other values follow it; `rest` those, or the data of a COPY; `closed` is false when a quote or
    comment in it never ends.
    """

    start: int
    end: int
    next: int  # where to go on
    closed: bool = True
    blanks: tuple[tuple[int, int], ...] = ()
    cut: tuple[int, int] | None = None
    repeats: int = 0
    rest: tuple[int, int] | None = None


class _Boundary(msgspec.Struct, frozen=True):
    end: int
    next: int
    closed: bool
    blanks: tuple[tuple[int, int], ...]


class Cutter:
    """Cuts a text, up to an offset, into statements. `bulk`: rows of data, and INSERTs that repeat the one before,
    are passed over.
    """

    def __init__(self, data: bytes, end: int, *, bulk: bool = False) -> None:
        self.data = data
        self.end = end
        self.bulk = bulk
        self._last_copy_end: int | None = None  # found when first asked for

    def pieces(self, at: int) -> Iterator[Piece]:
        """The statements at or after an offset."""
        while (piece := self.next(at)) is not None:
            at = piece.next
            if piece.end > piece.start:
                yield piece

    def next(self, at: int) -> Piece | None:
        """The first statement at or after an offset; an empty one where only a psql command stands."""
        data, end = self.data, self.end
        start = skip_space(data, at, end)
        if start >= end:
            return None
        insert = _bulk().insert.match(data, start, end) if self.bulk else None
        rows = _bulk().rows.match(data, insert.end(), end) if insert else None
        if insert and rows:
            return self._insert(insert, rows)
        found = self._boundary(start, start)
        if data[start : start + 6].upper() == b"CREATE":
            found = self._with_inner_semicolons(start, found)
        rest = None
        if data[start : start + 4].upper() == b"COPY" and _COPY_IN.match(data, start, found.end):
            rest = (found.next, self._after_copy_data(found.end, otherwise=found.next))
        onward = rest[1] if rest else found.next
        return Piece(start, last_byte(data, start, found.end), onward, found.closed, found.blanks, rest=rest)

    def _boundary(self, start: int, at: int) -> _Boundary:
        """The end of the statement that begins at `start`, looking from `at`."""
        data, end = self.data, self.end
        blanks: list[tuple[int, int]] = []
        plain = _plain()
        while True:
            stop = plain.match(data, at, end)
            at = stop.end() if stop else end
            if at >= end:
                return _Boundary(end, end, True, tuple(blanks))
            char = data[at]
            if char == _SEMICOLON:
                return _Boundary(at, at + 1, True, tuple(blanks))
            if char == _BACKSLASH:
                onward, sends = self._meta(at)
                if sends or at == start:
                    return _Boundary(at, onward, True, tuple(blanks))
                blanks.append((at, onward))
            else:
                onward = after_quotation(data, at, end)
            if onward < 0:
                return _Boundary(end, end, False, tuple(blanks))
            at = onward

    def _meta(self, at: int) -> tuple[int, bool]:
        """Where the psql command at `at` ends, and whether it also ends the statement before it."""
        command = _META.match(self.data, at, self.end)
        word = command.group(1).decode() if command else ""
        if word == ";":
            return at + 2, True
        onward = command.end() if command else at + 1
        if _META_COPY.match(self.data, at, onward):
            return self._after_copy_data(onward, otherwise=onward), True
        return onward, word in _SENDING

    def _after_copy_data(self, at: int, *, otherwise: int) -> int:
        r"""The offset after the line `\.` that ends COPY data; a COPY whose data is not in this file has none."""
        if self._last_copy_end is None:
            ends = [found.end() for found in _COPY_END.finditer(self.data, at, self.end)]
            self._last_copy_end = ends[-1] if ends else -1
        line_end = self.data.find(b"\n", at, self.end)
        if line_end < 0 or at >= self._last_copy_end:
            return otherwise
        close = _COPY_END.search(self.data, line_end, self.end)
        return close.end() if close else otherwise

    def _with_inner_semicolons(self, start: int, found: _Boundary) -> _Boundary:
        """The end of a CREATE statement whose first semicolon, at `found`, may be inside it."""
        data, end = self.data, self.end
        if _RULE.match(data, start, found.end):
            depth, at = 0, start
            while True:
                bare = _without_quotations(data[at : found.end])
                depth += bare.count(b"(") - bare.count(b")")
                if depth <= 0 or found.next >= end:
                    return found
                at, found = found.next, self._further(start, found)
        if _ROUTINE.match(data, start, found.end) and _ATOMIC.search(_without_quotations(data[start : found.end])):
            while found.next < end:
                at, found = found.next, self._further(start, found)
                if _ONLY_END.fullmatch(_without_quotations(data[at : found.end])):
                    break
        return found

    def _further(self, start: int, found: _Boundary) -> _Boundary:
        onward = self._boundary(start, found.next)
        return msgspec.structs.replace(onward, blanks=found.blanks + onward.blanks)

    def _insert(self, head: re.Match[bytes], rows: re.Match[bytes]) -> Piece:
        """An INSERT with its rows known; with it go all that follow and have the same words."""
        data, end, start = self.data, self.end, head.start()
        found = self._boundary(start, rows.end())
        words, tail = head.group(), data[rows.end() : found.next]
        cut = None
        if rows.end() - rows.start() > BULK:
            first = _bulk().first_row.match(data, rows.start(), end)
            cut = (first.end(), rows.end()) if first and first.end() < rows.end() else None
        repeats, onward = 0, found.next
        while tail.endswith(b";"):
            at = skip_space(data, onward, end)
            more = _bulk().rows.match(data, at + len(words), end) if data.startswith(words, at) else None
            if more is None or not data.startswith(tail, more.end()) or more.end() + len(tail) > end:
                break
            repeats, onward = repeats + 1, more.end() + len(tail)
        last = last_byte(data, rows.end(), found.end)
        rest = (found.next, onward) if repeats else None
        return Piece(start, last, onward, found.closed, found.blanks, cut, repeats, rest)


def _without_quotations(text: bytes) -> bytes:
    kept, at = [], 0
    for first, last, _ in quotations(text, 0, len(text)):
        kept.append(text[at:first])
        at = last
    return b"".join([*kept, text[at:]])


def skip_space(data: bytes, at: int, end: int) -> int:
    """The offset of the first word at or after `at`: white space, comments and lone semicolons passed over."""
    while True:
        gap = _SPACE.match(data, at, end)
        at = gap.end() if gap else at
        if data.startswith(b"/*", at) and at + 2 <= end:
            after = comment_end(data, at, end)
            if after < 0:
                return at
            at = after
        elif at < end and data[at] == _SEMICOLON:
            at += 1
        else:
            return at
