"""Placeholders in migration files, made readable: `:name`, `${name}`, `{{ name }}`, `@name@`, `%(name)s`.

A tool replaces them before PostgreSQL sees the text.  We do not know by what, so each becomes an identifier of the
same length (its letters kept), or is blanked: the first version that parses is taken.  Only text that does not parse
as it stands is ever treated so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dbarch_lint.regex import regex
from dbarch_lint.source import Source


class _Placeholder(msgspec.Struct, frozen=True):
    sign: bytes  # what the text must contain for the pattern to be tried
    pattern: re.Pattern[bytes]
    control: bool = False  # an instruction to the templating program: never a value


_PLACEHOLDERS = (
    _Placeholder(b"{%", regex(rb"\{%[^{}]*%\}"), control=True),
    _Placeholder(b"{#", regex(rb"\{#[^{}]*#\}"), control=True),
    _Placeholder(b"{{", regex(rb"\{\{[^{}]*\}\}")),
    _Placeholder(b"${", regex(rb"[$#]\{[^{}\n]*\}")),
    _Placeholder(b"#{", regex(rb"#\{[^{}\n]*\}")),
    _Placeholder(b"$(", regex(rb"\$\([A-Za-z_][\w.]*\)")),
    _Placeholder(b"<%", regex(rb"<%[^<>]*%>")),
    _Placeholder(b"%(", regex(rb"%\([A-Za-z_]\w*\)s")),
    _Placeholder(b"@", regex(rb"@[A-Za-z_][\w.-]*@")),
)
# psql: :name is text, :'name' a literal, :"name" an identifier; `::` is a cast
_PSQL = regex(rb"(?<![:\w]):(?=['\"A-Za-z_])")
_SET = regex(rb"^[ \t]*[\\]set[ \t]+([A-Za-z_]\w*)[ \t]+(?:'([^'\n]*)'|([^\s']+))[ \t]*\r?$", re.MULTILINE)
_USED = regex(rb"(?<![:\w]):(?:([A-Za-z_]\w*)|'([A-Za-z_]\w*)'|\"([A-Za-z_]\w*)\")")
_IN_WORD = regex(rb"[A-Za-z0-9]")


def values(source: Source) -> Values:
    """What is known of a source's placeholders: from the tool's settings, and from psql's SET command."""
    if b"\\set" not in source.data:
        return Values(source.placeholders, {})
    said: dict[bytes, set[bytes]] = {}
    for name, quoted, plain in _SET.findall(source.data):
        said.setdefault(name, set()).add(quoted or plain)
    return Values(source.placeholders, {name: found.pop() for name, found in said.items() if len(found) == 1})


class Values(msgspec.Struct, frozen=True):
    """Values of placeholders, as they are written, and of psql's variables, by name."""

    written: dict[bytes, bytes]
    variables: dict[bytes, bytes]

    def __bool__(self) -> bool:
        return bool(self.written or self.variables)

    def filled(self, text: bytes) -> bytes:
        """The text with the values in it."""
        for placeholder, value in self.written.items():
            text = text.replace(placeholder, value)
        return _USED.sub(self._variable, text) if self.variables and b":" in text else text

    def _variable(self, match: re.Match[bytes]) -> bytes:
        plain, literal, identifier = match.groups()
        value = self.variables.get(plain or literal or identifier)
        if value is None:
            return match.group()
        if literal:
            return b"'" + value.replace(b"'", b"''") + b"'"
        return b'"' + value.replace(b'"', b'""') + b'"' if identifier else value


def unknown(text: bytes) -> set[bytes]:
    """The placeholders in a text."""
    present = [p for p in _PLACEHOLDERS if p.sign in text and not p.control]
    return {found for p in present for found in p.pattern.findall(text)}


def variants(text: bytes) -> Iterator[bytes]:
    """Versions of a text of the same length with its placeholders replaced, the likeliest first."""
    present = [p for p in _PLACEHOLDERS if p.sign in text]
    psql = b":" in text and _PSQL.search(text) is not None
    if not present and not psql:
        return
    for as_name in (True, False):
        made = text
        for placeholder in present:
            made = placeholder.pattern.sub(_named if as_name and not placeholder.control else _blank, made)
        yield _PSQL.sub(_psql_variable, made) if psql else made
        if not present:
            return


def _named(match: re.Match[bytes]) -> bytes:
    """An identifier of the same length: `${schema}` becomes `__schema_`; lines stay lines."""
    return bytes(c if c == 0x0A or _IN_WORD.match(bytes((c,))) else 0x5F for c in match.group())


def _blank(match: re.Match[bytes]) -> bytes:
    return bytes(c if c == 0x0A else 0x20 for c in match.group())


def _psql_variable(match: re.Match[bytes]) -> bytes:
    quoted = match.string[match.end() : match.end() + 1] in (b"'", b'"')
    return b" " if quoted else b"_"
