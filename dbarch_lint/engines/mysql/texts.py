"""What a text is before it runs: literals, CONCAT of them, and the choices that IF and CASE leave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dbarch_lint.engines.mysql.reader import unquoted
from dbarch_lint.source import Source, Token

MOST = 64  # texts that one expression may come to
LARGEST = 1 << 16  # characters
DEEPEST = 64  # expressions in each other


class Text(NamedTuple):
    """One value that an expression may have, and where it is written.

    `exact`: between the offsets stands the value itself, so that places in it can be told.
    """

    value: str
    start: int
    end: int
    exact: bool


Texts = tuple[Text, ...]
UNKNOWN: Texts = ()


class Evaluator:
    """Reads an expression over the tokens of a source; `known` are the values of variables, by lower-case name."""

    def __init__(self, source: Source, words: Sequence[Token], known: Mapping[str, Texts]) -> None:
        self.source, self.words, self.known = source, words, known
        self.depth = 0

    def texts(self, start: int, end: int) -> Texts:
        """The values of the expression between two indexes of tokens; empty if they are not known."""
        if self.depth > DEEPEST:
            return UNKNOWN
        self.depth += 1
        found = self._texts(start, end)
        self.depth -= 1
        return found

    def _texts(self, start: int, end: int) -> Texts:
        words = self.words
        if start >= end:
            return UNKNOWN
        if words[start].kind == "(" and self._closing(start) == end - 1:
            return self.texts(start + 1, end - 1)
        kind = words[start].kind
        if kind == "SELECT":
            return self.texts(start + 1, end)
        if kind == "CASE":
            return self._case(start, end)
        if start + 1 < end and words[start + 1].kind == "(" and self._closing(start + 1) == end - 1:
            found = self._call(kind, start, end)
            return found if 0 < len(found) <= MOST else UNKNOWN
        if all(w.kind == "SCONST" for w in words[start:end]):
            return self._literal(start, end)
        return self._single(start) if end - start == 1 else UNKNOWN

    def _closing(self, opening: int) -> int:
        depth = 0
        for i in range(opening, len(self.words)):
            depth += (self.words[i].kind == "(") - (self.words[i].kind == ")")
            if depth == 0:
                return i
        return len(self.words)

    def _written(self, token: Token) -> str:
        return self.source.slice(token.start, token.end)

    def _literal(self, start: int, end: int) -> Texts:
        written = [self._written(w) for w in self.words[start:end]]
        value = "".join(map(unquoted, written))
        first, last = self.words[start], self.words[end - 1]
        if len(written) == 1 and written[0][1:-1] == value:
            return (Text(value, first.start + 1, last.end - 1, True),)
        return (Text(value, first.start, last.end, False),)

    def _single(self, at: int) -> Texts:
        token = self.words[at]
        written = self._written(token)
        if token.kind == "ICONST":
            return (Text(written, token.start, token.end, False),)
        return self.known.get(written.lower().strip("`"), UNKNOWN)

    def arguments(self, opening: int) -> list[tuple[int, int]]:
        """The arguments in the parentheses that open at an index, as pairs of indexes."""
        end = self._closing(opening) + 1
        found: list[tuple[int, int]] = []
        depth, start = 0, opening + 1
        for i in range(opening + 1, end - 1):
            kind = self.words[i].kind
            depth += (kind == "(") - (kind == ")")
            if depth == 0 and kind == ",":
                found.append((start, i))
                start = i + 1
        return [*found, (start, end - 1)]

    def _call(self, function: str, start: int, end: int) -> Texts:
        arguments = self.arguments(start + 1)
        if function == "IF" and len(arguments) == 3:
            return self._either(arguments[1:])
        if function in {"IFNULL", "COALESCE"}:
            return self._either(arguments)
        if function not in {"CONCAT", "CONCAT_WS"}:
            return UNKNOWN
        values = [self.texts(*argument) for argument in arguments]
        if any(len(texts) != 1 for texts in values):
            return UNKNOWN
        parts = [texts[0].value for texts in values]
        value = "".join(parts) if function == "CONCAT" else parts[0].join(parts[1:])
        place = self.words[start].start, self.words[end - 1].end
        return (Text(value, *place, False),) if len(value) <= LARGEST else UNKNOWN

    def _either(self, branches: Sequence[tuple[int, int]]) -> Texts:
        found = [self.texts(*branch) for branch in branches]
        return tuple(dict.fromkeys(text for texts in found for text in texts)) if all(found) else UNKNOWN

    def _case(self, start: int, end: int) -> Texts:
        branches: list[tuple[int, int]] = []
        depth, at = 0, -1
        for i in range(start + 1, end):
            kind = self.words[i].kind
            if depth == 0 and at >= 0 and kind in {"WHEN", "ELSE", "END"}:
                branches.append((at, i))
                at = -1
            if depth == 0 and kind in {"THEN", "ELSE"}:
                at = i + 1
            depth += (kind in {"(", "CASE"}) - (kind == ")" or (kind == "END" and i < end - 1))
        return self._either(branches) if branches else UNKNOWN
