"""SQL that a script keeps in a text until it runs: `SET @s = IF(there, 'SELECT 1', 'ALTER ...'); PREPARE p FROM @s`.

MySQL has no ALTER TABLE ... ADD COLUMN IF NOT EXISTS, so this is how migrations guard themselves, often in a procedure
that the same file makes, calls and drops. Where the texts are known, their statements are parts of the EXECUTE that
runs them; the body of a procedure is part of each CALL.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dbarch_lint.engines.mysql.routines import Body, Routine, routine
from dbarch_lint.engines.mysql.scan import Dialect, tokens
from dbarch_lint.engines.mysql.texts import UNKNOWN, Evaluator, Text, Texts
from dbarch_lint.source import Source, Span, Statement, Token

PREPARED = "PREPARED"  # the kind of PREPARE and EXECUTE of a text that is known
FOLLOWED = "FOLLOWED"  # the kind of a CALL whose statements stand behind it
BLOCK = "BLOCK"  # the kind of a block whose statements stand behind it
DEEPEST = 5  # procedures that call procedures
MOST = 2000  # statements that the calls of one file may come to


class Composed(Statement):
    """A statement whose text is put together when it runs: its places are the one place where that is written."""

    __slots__ = ("data", "dialect")

    def __init__(self, parent: Statement, text: Text, dialect: Dialect) -> None:
        super().__init__(parent.source, text.start, text.end, "", {}, parent=parent)
        self.data = text.value.encode()
        self.dialect = dialect

    @property
    def text(self) -> str:
        return self.data.decode()

    def tokens(self) -> Sequence[Token]:
        return list(tokens(self.data, 0, len(self.data), self.dialect))

    def element(self, offset: int) -> Span:  # noqa: ARG002
        return self.span

    def word(self, *kinds: str, after: int = -1) -> None:  # noqa: ARG002
        return None


class PreparedTexts:
    """What the statements of one file have put into variables and procedures so far."""

    def __init__(self, dialect: Dialect) -> None:
        self.dialect = dialect
        self.known: dict[str, Texts] = {}  # by variable
        self.prepared: dict[str, Texts] = {}  # by the name of a prepared statement
        self.routines: dict[str, Routine] = {}
        self.left = MOST
        self.depth = 0
        self.call: Statement | None = None  # the outermost one that is followed

    def told(self, statement: Statement) -> Sequence[Statement]:
        """The statement, and behind it those in its texts; PREPARE and EXECUTE are marked where their text is known."""
        handle = HANDLERS.get(statement.kind)
        return (statement, *handle(self, statement)) if handle is not None else (statement,)

    # --- statements that hold texts

    def on_set(self, statement: Statement) -> Iterator[Statement]:
        """SET @name = expression, of one variable."""
        words = statement.tokens()
        if len(words) > 3 and words[2].kind in {"=", ":="}:
            self._assign(statement.source, words[1], words, 3, len(words))
        yield from ()

    def on_select(self, statement: Statement) -> Iterator[Statement]:
        """SELECT expression INTO @name."""
        if b"into" in statement.source.data[statement.start : statement.end].lower():
            words = statement.tokens()
            at = next((i for i, w in enumerate(words) if w.kind == "INTO"), len(words))
            if at + 1 < len(words):
                self._assign(statement.source, words[at + 1], words, 1, at)
        yield from ()

    def _assign(self, source: Source, variable: Token, words: Sequence[Token], start: int, end: int) -> None:
        name = source.slice(variable.start, variable.end).lower()
        self.known[name] = Evaluator(source, words, self.known).texts(start, end)

    def on_prepare(self, statement: Statement) -> Iterator[Statement]:
        words = statement.tokens()
        if len(words) > 3:
            name = text(statement, words[1])
            self.prepared[name] = Evaluator(statement.source, words, self.known).texts(3, len(words))
            if self.prepared[name]:
                statement.kind = PREPARED
        yield from ()

    def on_execute(self, statement: Statement) -> Iterator[Statement]:
        words = statement.tokens()
        texts = self.prepared.get(text(statement, words[1]), UNKNOWN) if len(words) > 1 else UNKNOWN
        if words[1:2] and words[1].kind == "IMMEDIATE":
            texts = Evaluator(statement.source, words, self.known).texts(2, len(words))
        if texts:
            statement.kind = PREPARED
        for value in texts:
            yield from self._part(statement, value, guarded=len(texts) > 1 or statement.guarded)

    def _part(self, parent: Statement, value: Text, *, guarded: bool) -> Iterator[Statement]:
        """The statement that a text holds."""
        made: Statement
        if value.exact:
            end = value.end - (len(value.value) - len(value.value.rstrip("; \n\t")))
            made = Statement(parent.source, value.start, end, "", {}, parent=parent)
        else:
            place = value if self.call is None else value._replace(start=self.call.start, end=self.call.end)
            made = Composed(parent, place._replace(value=value.value.rstrip("; \n\t")), self.dialect)
        made.guarded, made.looped = guarded, parent.looped
        first = next(iter(made.tokens()), None)
        if first is not None and first.kind not in DOES_NOTHING:
            made.kind = first.kind
            yield made

    # --- blocks and procedures

    def on_begin(self, statement: Statement) -> Iterator[Statement]:
        """MariaDB: BEGIN NOT ATOMIC ... END."""
        words = statement.tokens()
        if len(words) > 2 and words[1].kind == "NOT":
            statement.kind = BLOCK
            for inner in Body(statement, words[3:]).statements():
                yield from self.told(inner)

    def on_create(self, statement: Statement) -> Iterator[Statement]:
        found = routine(statement)
        if found is not None:
            self.routines[found.name] = found
        yield from ()

    def on_call(self, statement: Statement) -> Iterator[Statement]:
        """The statements that a CALL of a procedure of this file runs."""
        words = statement.tokens()
        called = self.routines.get(text(statement, words[1]).strip("`")) if len(words) > 1 else None
        if called is None or self.depth >= DEEPEST:
            return
        statement.kind = FOLLOWED
        arguments = Evaluator(statement.source, words, self.known)
        values = [arguments.texts(*each) for each in arguments.arguments(2)] if len(words) > 3 else []
        before, outermost = dict(self.known), self.call
        self.known.update(zip(called.parameters, values, strict=False))
        self.call, self.depth = outermost or statement, self.depth + 1
        for inner in called.statements(statement):
            self.left -= 1
            if self.left < 0:
                break
            for made in self.told(inner):
                if made.kind not in SILENT:
                    yield made
        self.call, self.depth = outermost, self.depth - 1
        self.known = before | {name: value for name, value in self.known.items() if name.startswith("@")}


DOES_NOTHING = frozenset({"SELECT", "DO", "SET", "SHOW"})
SILENT = DOES_NOTHING | {PREPARED, "DEALLOCATE", "PREPARE"}  # what is not worth a place in the body of a procedure
HANDLERS = {
    "SET": PreparedTexts.on_set,
    "SELECT": PreparedTexts.on_select,
    "PREPARE": PreparedTexts.on_prepare,
    "EXECUTE": PreparedTexts.on_execute,
    "CREATE": PreparedTexts.on_create,
    "CALL": PreparedTexts.on_call,
    "BEGIN": PreparedTexts.on_begin,
}


def text(statement: Statement, token: Token) -> str:
    """The text of a token, in lower case."""
    return statement.source.slice(token.start, token.end).lower()
