"""Where the elements of a list end, seen without tokens: most are plain words, and a scan costs twenty times as much.

Each function gives up (-1, None) on text that takes a scanner to understand: comments, dollar quotes, escapes.
"""

from __future__ import annotations

import re

from dbarch_lint.regex import regex

# What an element may hold on its own level, and in parentheses up to three deep. Nothing backtracks.
_WORDS = rb"""[^()\[\],;'"$/\\\-]++ | '[^'\\]*+' | "[^"]*+" | -(?!-) | /(?!\*) | \[[0-9]*+\]"""
_deepest = rb"\((?:" + _WORDS + rb" | ,)*+\)"
_deeper = rb"\((?:" + _WORDS + rb" | , | " + _deepest + rb")*+\)"
_ELEMENT = regex(rb"(?:" + _WORDS + rb" | \((?:" + _WORDS + rb" | , | " + _deeper + rb")*+\))*+", re.VERBOSE)
_NAME = rb'(?:"[^"]*+"|[A-Za-z_\x80-\xff][A-Za-z0-9_$\x80-\xff]*+)'
# A table's name and what is before the first action, which begins with a word.
_TABLE = regex(_NAME + rb"(?:\s*+\.\s*+" + _NAME + rb")*+\s++(?:\*\s*+)?(?=[A-Za-z])")
_NEXT = regex(rb",\s*+(?=[A-Za-z])")
_SPACE = b" \t\r\n\f\v"
_ENDS = frozenset(b",);")


def element_end(data: bytes, start: int, end: int) -> int:
    """The offset after the list element at `start`, in a statement that ends at `end`; -1: look at the tokens."""
    found = _ELEMENT.match(data, start, end)
    if found is None or (found.end() < end and data[found.end()] not in _ENDS):
        return -1
    return start + len(found.group().rstrip(_SPACE))


def action_offsets(data: bytes, table: int, end: int) -> list[int] | None:
    """The offset of each action of an ALTER TABLE, of which the table's name and the end are given."""
    found = _TABLE.match(data, table, end)
    offsets: list[int] = []
    while found is not None:
        at = found.end()
        offsets.append(at)
        action = _ELEMENT.match(data, at, end)
        if action is None or action.end() == end:
            return offsets
        found = _NEXT.match(data, action.end(), end)
    return None
