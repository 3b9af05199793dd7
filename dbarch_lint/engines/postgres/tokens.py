"""Tokens and comments of PostgreSQL text, by libpg_query's scanner."""

from __future__ import annotations

from functools import cache
from itertools import accumulate

from dbarch_lint.engines.postgres.libpg import Token as Scanned
from dbarch_lint.engines.postgres.libpg import scanned
from dbarch_lint.engines.postgres.quotations import quotations
from dbarch_lint.source import Source, Span, Token

# What a reader expects where the scanner has a name of its own. A keyword's name is the keyword (ADD_P: ADD),
# and ASCII_44 is the character 44.
_KINDS = {
    "TYPECAST": "::",
    "DOT_DOT": "..",
    "COLON_EQUALS": ":=",
    "EQUALS_GREATER": "=>",
    "LESS_EQUALS": "<=",
    "GREATER_EQUALS": ">=",
    "NOT_EQUALS": "<>",
    "UIDENT": "IDENT",
    "USCONST": "SCONST",
}
_COMMENTS = {"SQL_COMMENT", "C_COMMENT"}


@cache
def _named(name: str) -> str:
    if name.startswith("ASCII_"):
        return chr(int(name[6:]))
    return _KINDS.get(name) or name.removesuffix("_P").upper()


def _kind(token: Scanned, text: str) -> str:
    return text[token.start : token.end + 1] if token.name == "Op" else _named(token.name)


def tokenize(source: Source, start: int, end: int) -> list[Token]:
    """The tokens between two byte offsets, without comments and without bulk rows that were passed over.

    Text that cannot be scanned (a string that never ends) gives the tokens before it.
    """
    tokens: list[Token] = []
    for first, last in source.passed_over_between(start, end):
        tokens += _tokens(source.slice(start, first), start)
        start = last
    return tokens + _tokens(source.slice(start, end), start)


def _tokens(text: str, base: int) -> list[Token]:
    found = [token for token in scanned(text) if token.name not in _COMMENTS]
    if text.isascii():
        return [Token(base + t.start, base + t.end + 1, _kind(t, text)) for t in found]
    byte = [0, *accumulate(1 if c < "\x80" else len(c.encode()) for c in text)]
    return [Token(base + byte[t.start], base + byte[t.end + 1], _kind(t, text)) for t in found]


def comments(source: Source) -> list[Span]:
    """The comments outside strings, COPY data and bulk rows."""
    data = source.data
    found: list[Span] = []
    start = 0
    for first, last in (*source.passed_over, (len(data), len(data))):
        found += [Span(source, a, b) for a, b, kind in quotations(data, start, first) if kind == "comment"]
        start = last
    return found
