"""A cursor over the tokens of one statement: what the grammar modules read with."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import NoReturn, TypeVar

from dbarch_lint.engines.mysql.reserved import RESERVED
from dbarch_lint.names import Name
from dbarch_lint.source import Statement, Token

T = TypeVar("T")
END = Token(-1, -1, "")
LARGEST = 4 << 20  # bytes; a longer statement that is no INSERT is not read
WORDS = ("IDENT", "SCONST", "ICONST", "VARIABLE")
QUERIES = frozenset({"SELECT", "WITH", "VALUES", "TABLE"})


class NotUnderstoodError(Exception):
    """The statement says something that the grammar does not have; `at` is the byte offset."""

    def __init__(self, reason: str, at: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


class Reader:
    """Reads one statement from left to right. Every method that moves says so by its name or docstring."""

    __slots__ = ("at", "data", "statement", "tokens")

    def __init__(self, statement: Statement) -> None:
        self.statement = statement
        self.data = getattr(statement, "data", statement.source.data)
        self.tokens = statement.tokens()
        self.at = 0

    # --- looking

    @property
    def token(self) -> Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else END

    @property
    def kind(self) -> str:
        """The upper-case text of a word, a sign, or IDENT, SCONST, ICONST, VARIABLE; empty at the end."""
        return self.tokens[self.at].kind if self.at < len(self.tokens) else ""

    @property
    def offset(self) -> int:
        """The byte offset of the next token; the end of the statement when there is none."""
        return self.tokens[self.at].start if self.at < len(self.tokens) else self.statement.end

    @property
    def last_end(self) -> int:
        """The byte after the token read last."""
        return self.tokens[self.at - 1].end if self.at else self.statement.start

    @property
    def done(self) -> bool:
        return self.at >= len(self.tokens)

    def peek(self, ahead: int = 1) -> str:
        """The kind of a token further on."""
        i = self.at + ahead
        return self.tokens[i].kind if i < len(self.tokens) else ""

    def sees(self, *kinds: str) -> bool:
        """Whether these come next."""
        return all(self.peek(i) == kind for i, kind in enumerate(kinds))

    def text(self, token: Token) -> str:
        return self.data[token.start : token.end].decode("utf-8", "replace")

    def between(self, start: int, end: int) -> str:
        """The text between two byte offsets."""
        return self.data[start:end].decode("utf-8", "replace")

    # --- moving

    def next(self) -> Token:
        """The next token, read. Raises NotUnderstoodError at the end."""
        if self.done:
            self.fail("it is not complete")
        self.at += 1
        return self.tokens[self.at - 1]

    def accept(self, *kinds: str) -> bool:
        """Read these if they come next."""
        if not self.sees(*kinds):
            return False
        self.at += len(kinds)
        return True

    def expect(self, *kinds: str) -> None:
        """Read these. Raises NotUnderstoodError."""
        if not self.accept(*kinds):
            self.fail(f"{' '.join(kinds)} expected")

    def one_of(self, kinds: Container[str]) -> str:
        """Read one word of these and return it; empty if something else comes."""
        if self.kind and self.kind in kinds:
            return self.next().kind
        return ""

    def fail(self, reason: str) -> NoReturn:
        where = "at the end" if self.done else f"near {self.text(self.token)[:40]!r}"
        raise NotUnderstoodError(f"syntax error {where}: {reason}", self.offset)

    # --- names and values

    def identifier(self) -> str:
        """A name, quoted or not."""
        token = self.token
        if token.kind == "IDENT":
            self.at += 1
            return self.text(token)[1:-1].replace("``", "`")
        if token.kind == "SCONST":  # an alias or ANSI_QUOTES
            self.at += 1
            return unquoted(self.text(token))
        first = token.kind[:1]
        if not (first.isalnum() or first in "_$" or first >= "\x80") or token.kind in WORDS[2:] or self.done:
            self.fail("a name expected")
        if token.kind in RESERVED and (not self.at or self.tokens[self.at - 1].kind != "."):
            self.fail("a name expected; a reserved word is none without backticks")
        self.at += 1
        return self.text(token)

    def word(self) -> str:
        """A word in lower case, reserved or not, or a text: the name of a character set or collation."""
        return self.text(self.next()).lower() if self.kind in RESERVED else self.identifier().lower()

    def name(self) -> Name:
        """A name that may have a database before it."""
        self.accept(".")  # .t is t
        first = self.identifier()
        if self.accept("."):
            return Name(first, self.identifier())
        if self.kind == "ICONST" and self.text(self.token).startswith("."):  # db.1table
            return Name(first, self.text(self.next())[1:])
        return Name("", first)

    def column(self) -> str:
        """The name of a column, which may have its table and database before it."""
        self.accept(".")
        name = self.identifier()
        while self.accept("."):
            name = self.identifier()
        return name

    @property
    def sees_query(self) -> bool:
        """Whether a query comes next, in parentheses or not."""
        ahead = 0
        while self.peek(ahead) == "(":
            ahead += 1
        return self.peek(ahead) in QUERIES

    def string(self) -> str:
        """The value of a text; several in a row are one."""
        if self.kind != "SCONST":
            self.fail("a text expected")
        parts = []
        while self.kind == "SCONST":
            text = self.text(self.next())
            parts.append(unquoted(text) if text[0] not in "xXbB" else text)
        return "".join(parts)

    def parenthesised(self) -> tuple[int, int]:
        """Read a group in parentheses; the byte offsets of what stands between them."""
        self.expect("(")
        start, depth = self.offset, 1
        while depth:
            token = self.next()
            depth += (token.kind == "(") - (token.kind == ")")
        return start, self.tokens[self.at - 1].start

    def listed(self, read: Callable[[], T]) -> tuple[T, ...]:
        """A list in parentheses."""
        self.expect("(")
        found = [read()]
        while self.accept(","):
            found.append(read())
        self.expect(")")
        return tuple(found)

    def separated(self, read: Callable[[], T]) -> tuple[T, ...]:
        """A list with commas."""
        found = [read()]
        while self.accept(","):
            found.append(read())
        return tuple(found)

    def skip_to(self, *stops: str) -> tuple[int, int]:
        """Read up to one of these on this level, or the end; the byte offsets of what was read."""
        start, depth = self.offset, 0
        while not self.done:
            kind = self.kind
            if depth == 0 and (kind in stops or kind == ")"):
                break
            depth += (kind == "(") - (kind == ")")
            self.at += 1
        return start, self.last_end


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "b": "\b", "Z": "\x1a", "%": "\\%", "_": "\\_"}


def unquoted(text: str) -> str:
    """The value of a text literal as written."""
    text = text.lstrip("nN") if text[:1] in "nN" else text
    quote, inner = text[:1], text[1:-1]
    out: list[str] = []
    i = 0
    while i < len(inner):
        c = inner[i]
        if c == "\\" and i + 1 < len(inner):
            out.append(ESCAPES.get(inner[i + 1], inner[i + 1]))
            i += 2
        elif c == quote and inner[i + 1 : i + 2] == quote:
            out.append(c)
            i += 2
        else:
            out.append(c)
            i += 1
    return "".join(out)
