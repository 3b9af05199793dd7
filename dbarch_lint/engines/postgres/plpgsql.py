"""The statements inside a DO block or a PL/pgSQL function, as far as they can be known without running it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

import msgspec

from dbarch_lint.engines.postgres.constants import constant_text
from dbarch_lint.engines.postgres.guards import asks_catalogs
from dbarch_lint.engines.postgres.libpg import NotParsedError, pinned, raw_statements
from dbarch_lint.engines.postgres.plpgsql_outline import Outline, OutlineError, Step
from dbarch_lint.engines.postgres.read import read, reparse
from dbarch_lint.engines.postgres.scan import Cutter, Piece
from dbarch_lint.engines.postgres.templates import variants
from dbarch_lint.engines.postgres.tokens import tokenize
from dbarch_lint.source import Source, Statement, Token, Tree, decode_tree

DYNAMIC = "PLpgSQL_dynexecute"  # the kind of an EXECUTE whose text is not known before it runs


def body_statements(statement: Statement) -> list[Statement] | str:
    """The SQL inside a DO block or CREATE FUNCTION, in order; or why nobody can say.

    Each has the outer statement as its `parent` and its own place in the source (the outer one's, where the body is
    written with doubled quotes).  Not in the list: queries of expressions and conditions, and the statements of
    exception handlers, which do not run in the normal case.
    """
    body = body_of(statement, Body)
    return body if isinstance(body, str) else body.statements()


RECORDS = frozenset({"new", "old"})
AnyBody = TypeVar("AnyBody", bound="Body")


@lru_cache(maxsize=256)
def record_fields(statement: Statement) -> frozenset[str]:
    """The columns that a trigger function names of the rows NEW and OLD; none where its body cannot be read."""
    body = body_of(statement, Body)
    if isinstance(body, str):
        return frozenset()
    texts = [body.source.slice(word.start, word.end) for word in body.words]
    runs = zip(texts, texts[1:], texts[2:], strict=False)
    return frozenset([folded(field) for record, dot, field in runs if dot == "." and record.lower() in RECORDS])


@lru_cache(maxsize=256)
def inserts_into(statement: Statement) -> frozenset[str]:
    """The tables, without their schemas, into which a function inserts rows; none where its body cannot be read."""
    if not statement.says(b"insert"):
        return frozenset()
    body = body_of(statement, Body)
    if isinstance(body, str):
        return frozenset()
    texts = [body.source.slice(word.start, word.end) for word in body.words]
    found = [at for at in range(2, len(texts)) if (texts[at - 2].lower(), texts[at - 1].lower()) == ("insert", "into")]
    return frozenset([folded(texts[at + 2] if texts[at + 1 : at + 2] == ["."] else texts[at]) for at in found])


def folded(identifier: str) -> str:
    """An identifier as the server keeps it."""
    return identifier[1:-1].replace('""', '"') if identifier.startswith('"') else identifier.lower()


def body_of(statement: Statement, make: type[AnyBody]) -> AnyBody | str:
    """The body of a DO block or CREATE FUNCTION, or why there is none to read."""
    node = statement.node or {}
    options = [option["DefElem"] for option in node.get("args" if statement.kind == "DoStmt" else "options", ())]
    language = next((_text(option) for option in options if option["defname"] == "language"), "plpgsql")
    if language.lower() != "plpgsql":
        return f"written in {language}"
    body = next((option for option in options if option["defname"] == "as"), None)
    if body is None:
        return "it has no body as text"
    return make(statement, _text(body), body.get("arg_location", -1))


def _text(option: Tree) -> str:
    arg = option.get("arg", {})
    items = arg["List"].get("items", ()) if "List" in arg else (arg,)
    return items[0].get("String", {}).get("sval", "") if items else ""


def literal_span(source: Source, token: Token) -> tuple[int, int] | None:
    """Where the value of a string literal stands, when it is written as it is meant: no doubled quotes, no escapes."""
    data = source.data
    opening = data[token.start : token.start + 1]
    if opening == b"$":
        tag = data.index(b"$", token.start + 1) + 1 - token.start
        return token.start + tag, token.end - tag
    if opening == b"'" and data.find(b"'", token.start + 1, token.end) == token.end - 1:
        return token.start + 1, token.end - 1
    return None


class Body:
    """One body being read: its text in the source itself, or as a source of its own whose places mean nothing."""

    def __init__(self, outer: Statement, body: str, at: int) -> None:
        self.outer = outer
        source = outer.source
        literal = next((token for token in outer.tokens() if token.start >= at and token.kind == "SCONST"), None)
        span = literal_span(source, literal) if literal is not None and at >= 0 else None
        # the same text, or the token is not the body after all
        self.in_place = span is not None and source.slice(*span) == body
        if span is None or not self.in_place:
            source = Source(outer.source.path, body, damaged=True)
            source.tokenizer, source.reparser = tokenize, reparse
            span = (0, len(source.data))
        self.source = source
        self.words = [_word(source, token) for token in tokenize(source, *span)]
        self.end = span[1]
        self.answers: set[str] = set()  # variables that hold what the catalogs said

    def statements(self) -> list[Statement] | str:
        try:
            steps = Outline(self.words, self).read()
        except OutlineError as error:
            at = self.words[min(error.at, len(self.words) - 1)].start if self.words else 0
            return f"its PL/pgSQL cannot be read{self._near(at)}"
        return [statement for step in steps for statement in self._statements_of(step)]

    def _near(self, at: int) -> str:
        return f" near line {self.source.line_of(at)}" if self.in_place else ""

    # -- what the outline asks

    def is_guard(self, start: int, end: int) -> bool:
        return asks_catalogs(f"SELECT ({self._slice(start, end)}\n)", self.answers)

    def assigned(self, name: int, start: int, end: int) -> None:
        self._note([self._slice(name, name + 1)], asks_catalogs(f"SELECT ({self._slice(start, end)}\n)", self.answers))

    def queried(self, start: int, end: int) -> None:
        targets = self._into(start, end)
        names = [self._slice(i, i + 1) for a, b in targets for i in range(a, b) if self.words[i].kind not in _MARKS]
        text = self._sql(start, end)[0].decode("utf-8", "replace")
        self._note(["found", *names], asks_catalogs(text))

    def _note(self, names: Sequence[str], answer: bool) -> None:
        change = self.answers.update if answer else self.answers.difference_update
        change(name.lower() for name in names)

    # -- texts

    def _slice(self, start: int, end: int) -> str:
        return self.source.slice(self.words[start].start, self.words[end - 1].end) if end > start else ""

    def _into(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where a statement says into which variables its result goes: PL/pgSQL's own, no part of the SQL."""
        words = self.words
        found = []
        at = start
        while at < end:
            if (
                words[at].kind == "INTO"
                and words[at - 1].kind not in {"INSERT", "MERGE"}
                and words[start].kind != "IMPORT"
            ):
                after = _targets_end(words, at + 1, end)
                found.append((at, after))
                at = after
            else:
                at += 1
        return found

    def _sql(self, start: int, end: int) -> tuple[bytes, bool]:
        """The SQL of a step, of the same length, and whether it is as written: PERFORM is a SELECT, INTO is blank."""
        first, last = self.words[start].start, self.words[end - 1].end
        text = bytearray(self.source.data[first:last])
        into = self._into(start, end)
        for a, b in into:
            begin, stop = self.words[a].start - first, self.words[b - 1].end - first
            text[begin:stop] = b" " * (stop - begin)
        performs = self.words[start].kind == "PERFORM"
        if performs:
            text[:7] = b"SELECT "
        return bytes(text), not (into or performs)

    # -- statements

    def _statements_of(self, step: Step) -> list[Statement]:
        made = self._executed(step) if self.words[step.start].kind == "EXECUTE" else self._static(step)
        for statement in made:
            statement.parent = self.outer
            statement.conditional = step.conditional
            statement.guarded = step.guarded
            statement.looped = step.looped
        return made

    def _place(self, step: Step) -> tuple[int, int]:
        if not self.in_place:
            return self.outer.start, self.outer.end
        return self.words[step.start].start, self.words[step.end - 1].end

    def _static(self, step: Step) -> list[Statement]:
        text, as_written = self._sql(step.start, step.end)
        if not self.in_place:
            return self._elsewhere(text, step)
        start, end = self._place(step)
        return self._in_place(Piece(start, end, end), None if as_written else text)

    def _in_place(self, piece: Piece, text: bytes | None = None) -> list[Statement]:
        source = self.source
        try:
            return read(source, piece, text)
        except NotParsedError as error:
            for version in variants(text or source.data[piece.start : piece.end]):
                try:
                    return read(source, piece, version)
                except NotParsedError:
                    continue
            return [Statement(source, piece.start, piece.end, error=error.message, error_at=error.at)]

    def _elsewhere(self, text: bytes, step: Step) -> list[Statement]:
        """The statements of a text that is not in the source as it runs: every place is that of the step."""
        source, (start, end) = self.outer.source, self._place(step)
        made = []
        for piece in Cutter(text, len(text)).pieces(0):
            try:
                found = _first_parsed(text[piece.start : piece.end])
            except NotParsedError as error:
                made.append(Statement(source, start, end, error=error.message, error_at=start))
                continue
            made += [Statement(source, start, end, kind, decode_tree(pinned(tree, start))) for kind, tree in found]
        return made

    def _executed(self, step: Step) -> list[Statement]:
        """EXECUTE: what it runs if that is constant, else one statement that says so."""
        first = step.start + 1
        last = next((i for i in range(first, step.end) if self.words[i].kind in {"INTO", "USING"}), step.end)
        expression = self._slice(first, last)
        if self.in_place and last == first + 1 and self.words[first].kind == "SCONST":
            span = literal_span(self.source, self.words[first])
            if span is not None:
                found = Cutter(self.source.data, span[1]).pieces(span[0])
                return [statement for piece in found for statement in self._in_place(piece)]
        text = constant_text(expression)
        if text is not None:
            return self._elsewhere(text.encode("utf-8", "replace"), step)
        return [Statement(self.outer.source, *self._place(step), DYNAMIC, {"query": expression})]


_MARKS = {"INTO", "STRICT", ",", ".", "[", "]"}


def _word(source: Source, token: Token) -> Token:
    """PL/pgSQL's own words are identifiers to SQL's scanner: their kind becomes the word itself."""
    if token.kind != "IDENT" or source.data[token.start] == ord('"'):
        return token
    return msgspec.structs.replace(token, kind=source.slice(token.start, token.end).upper())


def _targets_end(words: Sequence[Token], at: int, end: int) -> int:
    """The index after the variables of an INTO: `STRICT a.b, c[1]`."""
    if at < end and words[at].kind == "STRICT":
        at += 1
    at += 1
    while at < end:
        kind = words[at].kind
        if kind in {",", "."}:
            at += 2
        elif kind == "[":
            while at < end and words[at].kind != "]":
                at += 1
            at += 1
        else:
            break
    return min(at, end)


def _first_parsed(text: bytes) -> list[tuple[str, bytes]]:
    """The trees of a text, or of the first version of it with its placeholders replaced that parses."""
    for version in (text, *variants(text)):
        try:
            found = raw_statements(" " + version.decode("utf-8", "replace"))
        except NotParsedError as error:
            problem = error
            continue
        return [(kind, bytes(tree)) for raw in found for kind, tree in raw.stmt.items()]
    raise problem
