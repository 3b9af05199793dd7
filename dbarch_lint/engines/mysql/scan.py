"""MySQL and MariaDB text to tokens and to statements.

A lexer by one regular expression over bytes, so that positions are byte offsets and a dump of 50 MB costs little.
Executable comments (`/*! ... */`, with or without a version) are code to the server: their content is tokens like the
rest where the server would run it, and a comment where it would not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dbarch_lint.source import Source, Span, Token

NEWEST_MYSQL = 90799  # comments for later servers than these are not run
NEWEST_MARIADB = 120099
MYSQL_ONLY = range(50700, 100000)  # versions that MariaDB leaves to MySQL

TOKEN = re.compile(
    rb"""
      (?P<space>[ \t\r\n\f\v\x00]++ | \#[^\n]*+ | --(?=[\s\x00-\x1f]|\Z)[^\n]*+)
    | (?P<open>/\*(?:M!|!)(?P<version>[0-9]{5,6})?)
    | (?P<comment>/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z))
    | (?P<close>\*/)
    | (?P<quoted>`(?:[^`]++|``)*+(?:`|\Z))
    | (?P<string>[nN]?'(?:[^'\\]++|\\(?:.|\Z)|'')*+(?:'|\Z)
        | "(?:[^"\\]++|\\(?:.|\Z)|"")*+(?:"|\Z) | [xXbB]'[0-9A-Fa-f]*+')
    | (?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?(?![A-Za-z_$0-9\x80-\xff])
        | 0[xX][0-9A-Fa-f]+ | 0b[01]+)
    | (?P<variable>@@?(?:[A-Za-z0-9_.$\x80-\xff]+|`[^`]*`|'[^']*'|"[^"]*")?)
    | (?P<word>[A-Za-z0-9_$\x80-\xff]+)
    | (?P<sign><=>|->>|:=|<=|>=|<>|!=|\|\||&&|->|<<|>>|.)
    """,
    re.VERBOSE | re.DOTALL,
)
KINDS = {"quoted": "IDENT", "string": "SCONST", "number": "ICONST", "variable": "VARIABLE"}
NOT_WORDS = frozenset(KINDS.values())  # a column may be called ident


class Dialect(NamedTuple):
    """Which executable comments a server runs."""

    mariadb: bool = False

    def runs(self, opening: bytes, version: int) -> bool:
        """Whether the content of a comment that opens with these bytes is code; `version` 0: none is written."""
        if opening.startswith(b"/*M!"):
            return self.mariadb and version <= NEWEST_MARIADB
        if self.mariadb:
            return version <= NEWEST_MARIADB and version not in MYSQL_ONLY
        return version <= NEWEST_MYSQL


def tokens(data: bytes, start: int, end: int, dialect: Dialect) -> Iterator[Token]:
    """The tokens between two byte offsets, comments left out. Unquoted words have their upper-case text as kind."""
    at, scan = start, TOKEN.match
    while at < end:
        found = scan(data, at, end)
        if found is None:  # cannot happen: the last alternative takes any byte
            return
        group, stop = found.lastgroup, found.end()
        if group == "version":
            group = "open"
        if group == "word":
            word = data[at:stop].decode("utf-8", "replace").upper()
            yield Token(at, stop, word if word not in NOT_WORDS else word.lower())
        elif group == "open" and not dialect.runs(found[0], int(found["version"] or 0)):
            closed = data.find(b"*/", stop, end)
            stop = end if closed < 0 else closed + 2
        elif group == "sign":
            yield Token(at, stop, data[at:stop].decode("latin-1"))
        elif group in KINDS:
            yield Token(at, stop, KINDS[group])
        at = stop


def comments(source: Source, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """The comments of a source, where suppressions stand."""
    data, at = source.data, start
    end = len(data) if end is None else end
    while at < end:
        found = TOKEN.match(data, at, end)
        if found is None:
            return
        if found.lastgroup == "comment" or (found.lastgroup == "space" and data[at : at + 1] in b"#-"):
            yield Span(source, at, found.end())
        at = found.end()


def tokenizer(dialect: Dialect):  # type: ignore[no-untyped-def]
    """The tokenizer of a source for a dialect; bulk data that was passed over is left out."""

    def tokenize(source: Source, start: int, end: int) -> Sequence[Token]:
        found: list[Token] = []
        for first, last in source.passed_over_between(start, end):
            found += tokens(source.data, start, first, dialect)
            start = last
        found += tokens(source.data, start, end, dialect)
        return found

    return tokenize
