"""Text on its way to a terminal: nothing from a repository is shown raw, and columns line up."""

from __future__ import annotations

import re

import msgspec

TAB = "    "  # a tab becomes four spaces, so that underlines do not depend on the terminal
# Roles and their SGR codes.
CODES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "frame": "1;34",
    "bold": "1",
    "add": "32",
    "remove": "31",
}
# A command to the agents of GitHub (`##[group]`), Azure and TeamCity, wherever in a line it stands.
_COMMAND = re.compile(r"##(?=[A-Za-z]*\[)")
_WIDTHS = {"W": 2, "F": 2}
_COMBINING = frozenset({"Mn", "Me"})


class Painter:
    """Wraps text in colour codes, or leaves it alone."""

    def __init__(self, color: bool) -> None:
        self.color = color

    def __call__(self, role: str, text: str) -> str:
        return f"\x1b[{CODES[role]}m{text}\x1b[0m" if self.color and text else text


def visible(text: str) -> str:
    """`text` with every control, invisible or bidirectional character spelled out, and tabs as spaces.

    What an agent of a CI would carry out as a command is no command any more.
    """
    if not text.isprintable():
        text = "".join(map(_shown, text))
    return _COMMAND.sub(r"#\\x23", text) if "##" in text else text


def _shown(char: str) -> str:
    """One character as it may be shown."""
    if char.isprintable():
        return char
    if char == "\t":
        return TAB
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x80 else f"\\u{{{code:x}}}"


def shown_path(path: str, start: str) -> str:
    """A path from the root as seen from the folder `start` below it, so that it can be clicked; made visible."""
    if start and not path.startswith("/"):
        from posixpath import relpath

        path = relpath(path, start)
    shown = visible(path)
    # a line that begins with two of these is a command to GitHub or Azure; a path begins lines, and `:` follows it
    return f"./{shown}" if shown.lstrip().startswith((":", "##")) else shown


def visible_lines(text: str) -> list[str]:
    """A text of several lines, each made visible."""
    return [visible(line) for line in text.replace("\r\n", "\n").split("\n")]


def width(text: str) -> int:
    """How many terminal cells a visible text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width

    return sum(0 if category(char) in _COMBINING else _WIDTHS.get(east_asian_width(char), 1) for char in text)


class Cut(msgspec.Struct, frozen=True):
    """A piece of a line as shown, and the cells where the marked part begins and ends."""

    text: str
    start: int
    end: int


LIMIT = 160  # cells of one source line that are worth showing
_BEFORE = 50  # characters kept before the marked part of a line that is too long
_DOTS = "..."


def cut(line: str, start: int, end: int) -> Cut:
    """The part of `line` to show so that characters `start` to `end` are in it, made visible."""
    start = min(start, len(line))
    end = max(start, min(end, len(line)))
    first, last = 0, len(line)
    if len(line) > LIMIT:
        first = max(0, min(start - _BEFORE, len(line) - LIMIT)) if end > LIMIT else 0
        last = min(len(line), first + LIMIT)
        end = min(end, last)
    head = _DOTS if first else ""
    tail = _DOTS if last < len(line) else ""
    before, marked, after = visible(line[first:start]), visible(line[start:end]), visible(line[end:last])
    if "##" in line and _COMMAND.search(before + marked + after):  # one that begins before the mark and ends in it
        before, marked, after = (part.replace("#", "\\x23") for part in (before, marked, after))
    at = len(head) + width(before)
    return Cut(head + before + marked + after + tail, at, at + width(marked))
