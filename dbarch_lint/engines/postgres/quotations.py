"""Comments and quoted texts, found without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dbarch_lint.regex import regex

_DOLLAR = regex(rb"\$(?:[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*+)?\$")
_COMMENT_EDGE = regex(rb"/\*|\*/")
_STOPS = regex(rb"--|/\*|['\"$]")  # where a comment or a quotation may begin
_DOLLAR_SIGN, _SLASH = b"$/"


def last_byte(data: bytes, start: int, end: int) -> int:
    """`end` moved back over white space and comments."""
    while end > start and data[end - 1] in b" \t\r\n\f\v":
        end -= 1
    line = data.rfind(b"\n", start, end) + 1 or start
    if data.find(b"--", line, end) < 0 and data[end - 2 : end] != b"*/":
        return end
    last = start
    at = start
    for first, after, kind in quotations(data, start, end):
        between = data[at:first].rstrip()
        if between:
            last = at + len(between)
        if kind == "quote":
            last = after
        at = after
    between = data[at:end].rstrip()
    return at + len(between) if between else last


def quotations(data: bytes, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Comments ("comment") and quoted texts ("quote") between two offsets, in order: start, end, which."""
    at = start
    while stop := _STOPS.search(data, at, end):
        at = stop.start()
        opening = stop.group()
        kind = "quote"
        if opening == b"--":
            kind = "comment"
            after = data.find(b"\n", at, end)
        elif opening == b"/*":
            kind = "comment"
            after = comment_end(data, at, end)
        elif opening == b"$":
            after = _after_dollar(data, start, at, end)
            if after == at + 1:
                at = after
                continue
        else:
            after = _after_quote(data, start, at, end)
        after = end if after < 0 else after
        yield at, after, kind
        at = after


def comment_end(data: bytes, at: int, end: int) -> int:
    """The offset after the block comment at `at`, which may hold others; -1 when it never ends."""
    depth = 0
    while edge := _COMMENT_EDGE.search(data, at, end):
        depth += 1 if edge.group() == b"/*" else -1
        at = edge.end()
        if depth == 0:
            return at
    return -1


def after_quotation(data: bytes, at: int, end: int) -> int:
    """The offset after the dollar quote or block comment at `at`; -1 when it never ends (or is a lone quote)."""
    if data[at] == _SLASH:
        return comment_end(data, at, end)
    if data[at] != _DOLLAR_SIGN:
        return -1
    tag = _DOLLAR.match(data, at, end)
    if tag is None:
        return at + 1
    close = data.find(tag.group(), tag.end(), end)
    return -1 if close < 0 else close + len(tag.group())


def _after_dollar(data: bytes, start: int, at: int, end: int) -> int:
    """Like `after_quotation`, but a dollar sign inside a word (`a$b$c`) is a letter of it."""
    before = data[at - 1 : at] if at > start else b" "
    if before.isalnum() or before in (b"_", b"$") or before >= b"\x80":
        return at + 1
    return after_quotation(data, at, end)


_E_STRING = regex(rb"'(?:[^'\\]++|\\.|'')*+'", re.DOTALL)
_E_BEFORE = regex(rb"(?<![A-Za-z0-9_$\x80-\xff])[eE]\Z")


def _after_quote(data: bytes, start: int, at: int, end: int) -> int:
    """The offset after the string or quoted name at `at`; -1 when it never ends."""
    if at > start and _E_BEFORE.search(data, max(start, at - 2), at):
        string = _E_STRING.match(data, at, end)
        return string.end() if string else -1
    close = data.find(data[at : at + 1], at + 1, end)
    return -1 if close < 0 else close + 1
