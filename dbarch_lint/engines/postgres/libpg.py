"""The calls into libpg_query, made safe: plain errors, and no text that hangs or breaks it.

Only the JSON call, the scanner and the splitter (it parses) are used. `parse_sql` overflows the C stack on deep trees,
and the PL/pgSQL parser prints to standard output on request of the text it reads and does not know types outside
`public`.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation of the structs that it reads.
import re
from collections.abc import Callable
from typing import Protocol, TypeVar

import msgspec

from dbarch_lint.engines.postgres import light


class Token(Protocol):
    """A token as the scanner gives it: characters, the end inclusive; name and kind in the grammar's words."""

    start: int
    end: int
    name: str
    kind: str


_parser = light.load()
ParseError: type[Exception] = _parser.ParseError
parse_sql_json: Callable[[str], str] = _parser.parse_sql_json
scan: Callable[[str], list[Token]] = _parser.scan
split: Callable[[str], object] = _parser.split

TOO_DEEP = "too deeply nested to analyse"
# These are rare, so they are compiled when they are first needed.
_NEAR = r'(?s)(.* at or near )"(.*)"\Z'
_SHOWN = 40  # characters of the text at fault that a message repeats
_DEPTH_MESSAGES = ("memory exhausted", "stack depth limit exceeded")

# libpg_query reads the rest of a run of operator characters again for every "/*" in it: 200 KB of "/*/*/*" take
# it 40 seconds. No honest text has such runs, and few have many comments: the first test is what everyone pays.
_OPERATOR_RUN = r"[~!@#^&|`?+\-*/%<>=]{64,}"
_MANY_COMMENTS = 200


_DEEPEST = 400  # levels of a tree
_SHALLOW = 5000  # bytes of JSON that cannot hold so many
_NOT_BRACKETS = bytes(set(range(256)) - set(b"{}[]"))
_JSON_STRING = rb'"(?:[^"\\]++|\\.)*+"'


Answer = TypeVar("Answer")


class NotParsedError(Exception):
    """Text that PostgreSQL's parser refuses: why, and at which character."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.at = at


class RawStatement(msgspec.Struct, gc=False):
    """One statement of the JSON, its tree not yet made."""

    stmt: dict[str, msgspec.Raw] = {}
    stmt_location: int = 0
    stmt_len: int = 0


class _Result(msgspec.Struct, gc=False):
    stmts: list[RawStatement] = []


_decoder = msgspec.json.Decoder(_Result)


def raw_statements(text: str) -> list[RawStatement]:
    """The statements of a text, each with its place in bytes and the JSON of its tree. Raises NotParsedError."""
    json = tree_json(text)
    try:
        statements = _decoder.decode(json).stmts
    except RecursionError:  # Python 3.11 gives up near 1,000 levels, later versions near 10,000
        raise NotParsedError(TOO_DEEP) from None
    if len(json) > _SHALLOW:
        for statement in statements:
            for tree in statement.stmt.values():
                if memoryview(tree).nbytes > _SHALLOW and _is_too_deep(bytes(tree)):
                    raise NotParsedError(TOO_DEEP)
    return statements


def _is_too_deep(json: bytes) -> bool:
    """Whether a tree has more levels than programs can walk that call themselves for each."""
    if json.count(b"{") + json.count(b"[") <= _DEEPEST or not _levels_remain(json):
        return False
    return _levels_remain(re.sub(_JSON_STRING, b"", json))  # brackets inside strings are no levels


def _levels_remain(json: bytes) -> bool:
    brackets = json.translate(None, _NOT_BRACKETS)
    for _ in range(_DEEPEST):  # each round takes the innermost level away
        if not brackets:
            return False
        brackets = brackets.replace(b"{}", b"").replace(b"[]", b"")
    return True


def tree_json(text: str) -> str:
    """The JSON of a text's trees. Raises NotParsedError."""
    return _called(parse_sql_json, text)


def check(text: str) -> None:
    """Parse a text and make nothing of it: less than half the work. Raises NotParsedError."""
    _called(split, text)


def _called(parser: Callable[[str], Answer], text: str) -> Answer:
    if "\0" in text:
        raise NotParsedError("a NUL character, which PostgreSQL does not accept", text.index("\0"))
    if is_comment_bomb(text):
        raise NotParsedError(TOO_DEEP)
    try:
        return parser(text)
    except ParseError as error:
        raise NotParsedError(*_plain(error)) from None
    except UnicodeError:
        raise NotParsedError("text that cannot be written as UTF-8") from None


def scanned(text: str) -> list[Token]:
    """The tokens of a text, up to the place where the scanner gives up; in characters, ends inclusive."""
    text = text.replace("\0", " ")
    if is_comment_bomb(text):
        return []
    for _ in range(3):
        try:
            return scan(text)
        except ParseError as error:
            text = text[: _plain(error)[1]]
        except UnicodeError:
            return []
    return []


def is_comment_bomb(text: str) -> bool:
    """Whether libpg_query would take minutes over this text's comments."""
    if text.count("/*") < _MANY_COMMENTS:
        return False
    return any(run.group().count("/*") > 8 for run in re.finditer(_OPERATOR_RUN, text))


def _plain(error: Exception) -> tuple[str, int]:
    """An error in words fit for a report, and the character it points at."""
    message = str(error.args[0])
    at = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0
    if message.startswith(_DEPTH_MESSAGES):
        return TOO_DEEP, at
    near = re.match(_NEAR, message)
    if near is not None:
        shown = near.group(2) if len(near.group(2)) <= _SHOWN else near.group(2)[:_SHOWN] + "..."
        message = f'{near.group(1)}"{shown}"'
    return "".join(c if c.isprintable() else " " for c in message[:200]), at


_PLACE = rb'([{,]"(?:(?:[a-z]+_)?location|(?:rexpr_)?list_(?:start|end))":)(\d+)'


def shifted(json: bytes, by: int, gap: tuple[int, int] | None = None) -> bytes:
    """The JSON with every position moved by `by`; those at or after `gap[0]` by `gap[1]` more.

    In a JSON text a quote inside a string is escaped, so what follows a brace or comma and a bare quote is a key.
    """

    def move(match: re.Match[bytes]) -> bytes:
        place = int(match.group(2))
        return b"%b%d" % (match.group(1), place + by + (gap[1] if gap and place >= gap[0] else 0))

    return re.sub(_PLACE, move, json)


def pinned(json: bytes, at: int) -> bytes:
    """The JSON with every position made `at`: for text that does not stand in the source as it is run."""
    return re.sub(_PLACE, rb"\g<1>%d" % at, json)
