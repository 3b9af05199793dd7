"""The plain part of YAML that pages and most configurations are written in, read in a fraction of PyYAML's time.

A person waits for every lint run, and importing PyYAML would be a tenth of it. `read` understands nested keys, lists
and simple values, and gives up (None) on everything else, so that the caller asks PyYAML: what it does understand
means the same to both, and a test holds that.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from dbarch_lint.regex import regex

Value: TypeAlias = "str | int | bool | list[Value] | dict[str, Value]"

LINE = regex(r"( *)(?:(- )|([A-Za-z_][\w-]*):(?: +|\Z))(.*)\Z", re.ASCII)
INTEGER = regex(r"(?:0|-?[1-9][0-9]*)\Z")
# Beginning with a letter, or with a digit where two dots or another letter rule out every kind of number.
TEXT = regex(r"(?:[A-Za-z].*|[0-9]+\.[0-9]+\.[0-9]+)\Z")
QUOTED = regex(r"""(?:"[^"\\]*"|'[^']*')\Z""")
WORDS: dict[str, bool] = {"true": True, "false": False}
SPECIAL = frozenset("y n yes no on off null true false".split())


class _TooMuch(Exception):  # noqa: N818 - not an error: the cue to ask PyYAML
    pass


def read(text: str) -> dict[str, Value] | None:
    """The mapping that the text describes, or None where it uses more of YAML than is understood here."""
    if _is_odd(text):
        return None
    lines = [line for line in text.split("\n") if line.strip(" ") and not line.lstrip(" ").startswith("#")]
    try:
        value, rest = _block(lines, 0, 0)
    except (_TooMuch, RecursionError):
        return None
    return value if isinstance(value, dict) and rest == len(lines) else None


def _is_odd(text: str) -> bool:
    """Whether there are line breaks of other kinds in it, or what YAML forbids."""
    if text.isascii():
        return not text.replace("\n", "").isprintable()
    # compiling so large a class takes as long as reading a hundred pages: only for the text that needs it
    return re.search(r"[^\n\x20-\x7e\xa1-\u2027\u202a-\ud7ff]", text) is not None


def _block(lines: list[str], at: int, indent: int) -> tuple[Value, int]:
    """The mapping or list that begins on a line and stands at this indent, and the line after it."""
    mapping: dict[str, Value] = {}
    items: list[Value] = []
    while at < len(lines):
        line = LINE.match(lines[at])
        if line is None or len(line[1]) > indent:
            raise _TooMuch
        if len(line[1]) < indent:
            break
        at += 1
        if line[2]:
            items.append(_value(line[4]))
        elif line[4]:
            mapping[_new(line[3], mapping)] = _value(line[4])
        else:
            inner = len(lines[at]) - len(lines[at].lstrip(" ")) if at < len(lines) else 0
            if inner <= indent:
                raise _TooMuch
            mapping[_new(line[3], mapping)], at = _block(lines, at, inner)
    if bool(mapping) == bool(items):
        raise _TooMuch
    return mapping or items, at


def _new(key: str, mapping: dict[str, Value]) -> str:
    if key in mapping or key.lower() in SPECIAL:
        raise _TooMuch
    return key


def _value(text: str) -> Value:
    text = text.rstrip(" ")
    if text[:1] == "[" and text[-1:] == "]":
        inner = text[1:-1].strip(" ")
        return [_scalar(part.strip(" "), ",[]{}") for part in inner.split(",")] if inner else []
    return _scalar(text, "")


def _scalar(text: str, forbidden: str) -> Value:
    if text in WORDS:
        return WORDS[text]
    if INTEGER.match(text):
        return int(text)
    if any(sign in text for sign in forbidden):
        raise _TooMuch
    if QUOTED.match(text):
        return text[1:-1]
    if not TEXT.match(text) or ": " in text or " #" in text or text[-1] == ":" or text.lower() in SPECIAL:
        raise _TooMuch
    return text
