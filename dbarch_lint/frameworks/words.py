"""The first words of each statement, without parsing it.

A tool that looks at the text decides on these words, before any engine has read the file; so do we.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

# What ends a stretch of plain text: a word, a semicolon, or the beginning of something quoted or commented.
NEXT = re.compile(rb"""[A-Za-z_\x80-\xff][A-Za-z0-9_$\x80-\xff]*|;|--|/\*|'|"|\$""")
DOLLAR = re.compile(rb"\$(?:[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*)?\$")
COMMENT_EDGE = re.compile(rb"/\*|\*/")
STRING_END = re.compile(rb"(?:[^']|'')*+'")
ESCAPED_STRING_END = re.compile(rb"(?:[^'\\]|\\.|'')*+'", re.DOTALL)
MOST = 6  # words a statement: the longest opening that anyone asks for, and one more


def openings(data: bytes) -> Iterator[list[bytes]]:
    """The first words of each statement, in upper case."""
    words: list[bytes] = []
    at, end = 0, len(data)
    while at < end and (found := NEXT.search(data, at)):
        token = found.group()
        if token == b";":
            if words:
                yield words
            words, at = [], found.end()
        elif found.end() - found.start() > 1 or token.isalpha() or token == b"_":
            at = _past(data, found) if token in {b"--", b"/*"} else found.end()
            escapes = token in {b"e", b"E"} and data[at : at + 1] == b"'"
            if escapes:
                at = _match_end(ESCAPED_STRING_END, data, at + 1)
            elif token not in {b"--", b"/*"} and len(words) < MOST:
                words.append(token.upper())
        else:
            at = _past(data, found)
    if words:
        yield words


def _past(data: bytes, found: re.Match[bytes]) -> int:
    """Where the quoted text or comment that begins here ends."""
    token, start = found.group(), found.end()
    match token:
        case b"--":
            end = data.find(b"\n", start)
        case b"/*":
            return _comment_end(data, start)
        case b"'":
            return _match_end(STRING_END, data, start)
        case b'"':
            end = data.find(b'"', start)
        case b"$":
            tag = DOLLAR.match(data, found.start())
            if not tag:
                return start
            end = data.find(tag.group(), tag.end())
            return len(data) if end < 0 else end + len(tag.group())
        case _:
            return start
    return len(data) if end < 0 else end + 1


def _comment_end(data: bytes, at: int) -> int:
    depth = 1
    while depth and (edge := COMMENT_EDGE.search(data, at)):
        depth += 1 if edge.group() == b"/*" else -1
        at = edge.end()
    return len(data) if depth else at


def _match_end(pattern: re.Pattern[bytes], data: bytes, at: int) -> int:
    found = pattern.match(data, at)
    return found.end() if found else len(data)


def begins(words: Sequence[bytes], patterns: Sequence[Sequence[str]]) -> bool:
    """Whether the words begin as one of the patterns does; `A|B` in a pattern stands for either word."""
    texts = [word.decode("ascii", "replace") for word in words]
    return any(
        len(texts) >= len(pattern) and all(text in part.split("|") for text, part in zip(texts, pattern, strict=False))
        for pattern in patterns
    )
