"""The bodies of procedures: their simple statements, and which of them run only if something holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dbarch_lint.source import Statement, Token

HEAD = 24  # words before the parameters of a procedure: CREATE OR REPLACE DEFINER = ... PROCEDURE IF NOT EXISTS name
TO_THEN = frozenset({"IF", "ELSEIF", "WHEN"})
OPENS = {"IF": "IF", "CASE": "CASE", "LOOP": "LOOP", "REPEAT": "REPEAT", "WHILE": "WHILE", "BEGIN": ""}
LOOPS = frozenset({"LOOP", "REPEAT", "WHILE"})
CHARACTERISTICS = frozenset(
    "LANGUAGE SQL NOT DETERMINISTIC CONTAINS NO READS MODIFIES DATA SECURITY DEFINER INVOKER COMMENT SCONST".split()
)
CONTROL = frozenset("DECLARE OPEN FETCH CLOSE LEAVE ITERATE RETURN UNTIL".split())  # no statements of their own


class Routine(NamedTuple):
    """A procedure that a file makes; `body` are the tokens of its body."""

    name: str
    parameters: tuple[str, ...]
    body: Sequence[Token]

    def statements(self, call: Statement) -> Iterator[Statement]:
        """The simple statements of the body, as parts of a call."""
        return Body(call, self.body).statements()


def routine(statement: Statement) -> Routine | None:
    """The procedure that a CREATE statement makes, or None if it makes something else."""
    source = statement.source
    head = source.data[statement.start : statement.start + 300].upper()
    if b"PROCEDURE" not in head:
        return None
    words = statement.tokens()
    at = next((i for i, w in enumerate(words[:HEAD]) if w.kind == "PROCEDURE"), None)
    opening = next((i for i, w in enumerate(words[:HEAD]) if w.kind == "("), None)
    if at is None or opening is None or opening <= at:
        return None
    name = source.slice(words[opening - 1].start, words[opening - 1].end).strip("`").lower()
    parameters: list[str] = []
    depth, closing = 0, len(words)
    for i in range(opening, len(words)):
        kind = words[i].kind
        depth += (kind == "(") - (kind == ")")
        if depth == 0:
            closing = i
            break
        if depth == 1 and words[i - 1].kind in {"(", ",", "IN", "OUT", "INOUT"} and kind not in {"IN", "OUT", "INOUT"}:
            parameters.append(source.slice(words[i].start, words[i].end).strip("`").lower())
    start = closing + 1
    while start < len(words) and words[start].kind in CHARACTERISTICS:
        start += 1
    return Routine(name, tuple(parameters), words[start:])


class Body:
    """A walk over the tokens of a body."""

    def __init__(self, call: Statement, words: Sequence[Token]) -> None:
        self.call, self.words = call, words
        self.at = 0
        self.blocks: list[str] = []
        self.forgiving = False  # from the first handler on, what fails need not stop the body

    def statements(self) -> Iterator[Statement]:
        """The simple statements, in order; those of handlers are left out: they run when something fails."""
        while self.at < len(self.words):
            kind = self.words[self.at].kind
            if kind in {"ELSE", "DO", ";"}:
                self.at += 1
            elif kind in TO_THEN or (kind == "CASE" and self._kind(1) != "WHEN"):
                self._opened(kind)
                self._skip({"THEN"} if kind != "CASE" else {"WHEN"}, past=kind != "CASE")
            elif kind == "WHILE":
                self._opened(kind)
                self._skip({"DO"}, past=True)
            elif kind in OPENS:
                self._opened(kind)
                self.at += 1
            elif kind == "END":
                self._ended()
            elif self._kind(1) == ":":
                self.at += 2
            elif kind == "DECLARE" and any(w.kind == "HANDLER" for w in self.words[self.at : self.at + 4]):
                self._handler()
            else:
                yield from self._simple(kind)

    def _kind(self, ahead: int) -> str:
        at = self.at + ahead
        return self.words[at].kind if at < len(self.words) else ""

    def _opened(self, kind: str) -> None:
        if kind in OPENS:
            self.blocks.append(kind)

    def _ended(self) -> None:
        if self.blocks:
            self.blocks.pop()
        self._skip({";"}, past=True)

    def _skip(self, stops: set[str], *, past: bool) -> None:
        """Go to one of these, outside parentheses."""
        depth = 0
        while self.at < len(self.words):
            kind = self.words[self.at].kind
            if depth == 0 and kind in stops:
                self.at += past
                return
            depth += (kind == "(") - (kind == ")")
            self.at += 1

    def _handler(self) -> None:
        """Pass over DECLARE ... HANDLER FOR ... with its statement."""
        self.forgiving = True
        depth = 0
        while self.at < len(self.words):
            kind = self.words[self.at].kind
            self.at += 1
            depth += (kind == "BEGIN") - (kind == "END")
            if kind == ";" and depth <= 0:
                return

    def _simple(self, kind: str) -> Iterator[Statement]:
        first = self.words[self.at]
        self._skip({";"}, past=False)
        last = self.words[self.at - 1]
        if kind in CONTROL:
            return
        conditional = self.forgiving or any(block in {"IF", "CASE"} for block in self.blocks)
        call = self.call
        made = Statement(call.source, first.start, last.end, kind, {}, parent=call, guarded=conditional or call.guarded)
        made.looped = any(block in LOOPS for block in self.blocks)
        yield made
