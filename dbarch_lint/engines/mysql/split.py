"""Where statements begin and end: semicolons, the DELIMITER command of the mysql client, and bodies of routines.

A statement that makes a routine, trigger or event holds semicolons of its own. Scripts for the mysql client change the
delimiter around it; migration tools send it whole, so without a DELIMITER its blocks are counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from dbarch_lint.engines.mysql.scan import Dialect, tokens

SPACE = re.compile(
    rb"(?:[ \t\r\f\v\n\x00]++|\#[^\n]*+|--(?=[\s\x00-\x1f]|\Z)[^\n]*+|/\*(?!M?!)(?:[^*]++|\*(?!/))*+(?:\*/|\Z))*+"
)
# Up to the first byte of a delimiter that stands in no text and no comment; executable comments are passed as a whole.
RUN = rb"""(?:[^%s'"`\#/-]++|'(?:[^'\\]++|\\(?:.|\Z)|'')*+(?:'|\Z)|"(?:[^"\\]++|\\(?:.|\Z)|"")*+(?:"|\Z)|`[^`]*+(?:`|\Z)
    |/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|\#[^\n]*+|--(?=[\s\x00-\x1f]|\Z)[^\n]*+|(?!%s)[/-])*+"""
# The group stands where the last code ends; executable comments are code.
UP_TO_COMMENT = re.compile(
    rb"""(?:(?:[^\s\x00'"`\#/-]++|'(?:[^'\\]++|\\(?:.|\Z)|'')*+(?:'|\Z)|"(?:[^"\\]++|\\(?:.|\Z)|"")*+(?:"|\Z)|`[^`]*+(?:`|\Z)
    |/\*M?!(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|/(?!\*)|-(?!-(?:[\s\x00-\x1f]|\Z)))(?P<code>)
    |[\s\x00]++|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z)|\#[^\n]*+|--[^\n]*+)*+""",
    re.VERBOSE | re.DOTALL,
)
DELIMITER = re.compile(rb"(?:delimiter|\\d)[ \t]+(\S+)[^\n]*", re.IGNORECASE)
# With its word alone on a later line, as only some tools take it
DELIMITER_ABOVE = re.compile(rb"delimiter(?=[ \t\r]*\n\s*(?P<word>\S+)[ \t\r]*(?:\n|\Z))", re.IGNORECASE)
CLIENT = re.compile(rb"\\(?:[!.CPRTu][^\n]*|[A-Za-z#])")  # commands that the mysql client keeps to itself
LARGE = 128 * 1024  # bytes; of a longer run of INSERT statements into one table only the first is read
HEAD_OF_ROWS = re.compile(rb"(?:INSERT|REPLACE)\s[^()'\";]+(?:\([^()'\";]*\)\s*)?VALUES\s*(?=\()", re.IGNORECASE)
ROWS = rb"""(?:\s*+%s\((?:[^'"()]++|'(?:[^'\\]++|\\.|'')*+'|"(?:[^"\\]++|\\.|"")*+"|\([^()'"]*+\))*+\)\s*+;)++"""
ROUTINES = {"PROCEDURE", "FUNCTION", "TRIGGER", "EVENT"}
BLANK = b" \t\r\n\f\v\x00"
HEAD = 400  # bytes that hold the words before PROCEDURE: CREATE OR REPLACE DEFINER = ...
OPENS_ALWAYS = {"BEGIN", "CASE"}
OPENS_AT_START = {"IF", "LOOP", "REPEAT", "WHILE"}
ENDS_WITH_TWO_WORDS = OPENS_AT_START | {"CASE"}
STARTS_STATEMENT = {";", "BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", ":"}


class Piece(NamedTuple):
    """One statement's text: byte offsets, end exclusive, the delimiter not in it.

    `repeats`: how many follow that differ in their values only, and have no piece of their own.
    """

    start: int
    end: int
    repeats: int = 0


def pieces(data: bytes, start: int, end: int, dialect: Dialect) -> Iterator[Piece]:
    """The statements between two byte offsets; what holds comments only is left out.

    A DELIMITER whose word stands on a later line is one: whoever knows the tool says what it makes of that.
    """
    at, delimiter, looked = start, b";", start
    while at < end:
        at = _skipped(data, at, end)
        command = DELIMITER.match(data, at, end)
        if command is not None:
            delimiter, at = command[1], command.end()
            continue
        command = DELIMITER_ABOVE.match(data, at, end)
        if command is not None:  # the rest is meant so, whether the tool takes it or not
            yield Piece(at, command.end())
            delimiter, at = command["word"], command.end("word")
            continue
        command = CLIENT.match(data, at, end)
        if command is not None:
            at = command.end()
            continue
        if at >= end:
            return
        stop, after = _statement(data, at, end, delimiter, dialect)
        if delimiter != b";":  # the client sends it whole, and the server takes several statements in one text
            yield from pieces(data, at, stop, dialect)
        else:
            last = _trimmed(data, at, stop)
            run = _run_of_rows(data, at, after, end) if at >= looked and end - after > LARGE else after
            looked = max(looked, run)
            head = data[at:last] if run - after > LARGE else b""
            repeats = data.count(head[: head.find(b"(")], after, run) if head else 0
            after = run if head else after
            if last > at:
                yield Piece(at, last, repeats)
        at = after


def _skipped(data: bytes, at: int, end: int) -> int:
    """The first byte that is neither white space nor comment.

    No statement begins with a minus, so `--word` there is a comment to whoever sends the file: a tool took it out.
    """
    while True:
        found = SPACE.match(data, at, end)
        at = found.end() if found is not None else at
        if not data.startswith(b"--", at, end):
            return at
        at = (data.find(b"\n", at, end) + 1) or end


@lru_cache(maxsize=64)
def _run(first: bytes) -> re.Pattern[bytes]:
    sign = re.escape(first)
    return re.compile(RUN % (sign, sign), re.VERBOSE | re.DOTALL)


def _statement(data: bytes, start: int, end: int, delimiter: bytes, dialect: Dialect) -> tuple[int, int]:
    """Where the statement that begins here ends, and where the next one may begin."""
    if delimiter == b";" and _is_routine(data, start, end, dialect):
        return _routine(data, start, end, dialect)
    run, at = _run(delimiter[:1]), start
    while at < end:
        if data.startswith(delimiter, at, end):
            return at, at + len(delimiter)
        found = run.match(data, at, end)
        stop = found.end() if found is not None else at
        at = stop if stop > at else at + 1
    return end, end


@lru_cache(maxsize=8)
def _rows(head: bytes) -> re.Pattern[bytes]:
    return re.compile(ROWS % re.escape(head), re.VERBOSE | re.DOTALL)


def _run_of_rows(data: bytes, start: int, after: int, end: int) -> int:
    """Where the statements end that follow an INSERT of one row and begin as it does; `after` if none does."""
    found = HEAD_OF_ROWS.match(data, start, min(end, start + HEAD))
    if found is None or not data.startswith(found[0], _skipped(data, after, end)):
        return after
    run = _rows(found[0]).match(data, after, end)
    return run.end() if run is not None else after


def _is_routine(data: bytes, start: int, end: int, dialect: Dialect) -> bool:
    opening = data[start : start + 6].upper()
    if opening not in {b"CREATE", b"/*!500"} and not opening.startswith(b"BEGIN"):
        return False
    words = [t.kind for t in tokens(data, start, min(end, start + HEAD), dialect)][:16]
    if words[:3] == ["BEGIN", "NOT", "ATOMIC"]:
        return True
    return words[:1] == ["CREATE"] and any(w in ROUTINES for w in words[: _first(words, {"(", "ON", "AS"})])


def _first(words: list[str], stops: set[str]) -> int:
    return next((i for i, w in enumerate(words) if w in stops), len(words))


def _routine(data: bytes, start: int, end: int, dialect: Dialect) -> tuple[int, int]:
    """The same for the body of a routine: the semicolon that stands outside all blocks."""
    depth, before = 0, ""
    for token in tokens(data, start, end, dialect):
        kind = token.kind
        if kind == ";" and depth <= 0:
            return token.start, token.end
        if before == "END" and kind in ENDS_WITH_TWO_WORDS:
            pass  # END IF, END CASE
        elif kind in OPENS_ALWAYS or (kind in OPENS_AT_START and before in STARTS_STATEMENT):
            depth += 1
        elif kind == "END":
            depth -= 1
        before = kind
    return end, end


def _trimmed(data: bytes, start: int, end: int) -> int:
    """The end of the last thing between the offsets that is neither white space nor comment."""
    last = start + len(data[start:end].rstrip(BLANK))
    line = data[max(data.rfind(b"\n", start, last), start) : last]
    if not (line.endswith(b"*/") or b"--" in line or b"#" in line):
        return last
    found = UP_TO_COMMENT.match(data, start, end)
    return max(found.start("code"), start) if found is not None else last
