"""The outline of a PL/pgSQL body: which statements it holds, and what decides whether they run.

PL/pgSQL's own syntax is small (blocks, IF, CASE, loops, and statements that end in semicolons) and its lexer is SQL's,
so libpg_query's scanner gives all that is needed, with exact places.  libpg_query's PL/pgSQL parser is not used: it
knows the types of `public` only and refuses other bodies, prints to standard output when the body says `#option dump`,
and gives lines instead of places.  A test compares the two on what it does accept.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol

from dbarch_lint.source import Token


class OutlineError(Exception):
    """A body that is not PL/pgSQL as we know it; the token where that shows."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


class Conditions(Protocol):
    """What the reader asks about texts, each a run of tokens, the end exclusive."""

    def is_guard(self, start: int, end: int) -> bool:
        """Whether a condition asks the system catalogs only: is it there already?"""

    def assigned(self, name: int, start: int, end: int) -> None:
        """The variable at token `name` now holds the value of this expression."""

    def queried(self, start: int, end: int) -> None:
        """FOUND, and the variables after INTO, now hold what this query gave."""


class Step:
    """One statement of the body that means something to a schema: SQL, PERFORM or EXECUTE. Token indexes."""

    __slots__ = ("conditional", "end", "guarded", "looped", "start")

    def __init__(self, start: int, end: int, *, conditional: bool, guarded: bool, looped: bool) -> None:
        self.start = start
        self.end = end
        self.conditional = conditional
        self.guarded = guarded
        self.looped = looped


class Frame:
    """A block, IF, CASE or loop that is open. `conditional` and `guarded` hold for the arm being read."""

    __slots__ = ("asks", "conditional", "first_step", "guarded", "handlers", "kind", "looped", "outer", "silent")

    def __init__(self, kind: str, outer: Frame | None, first_step: int) -> None:
        self.kind = kind
        self.outer = outer
        self.first_step = first_step
        self.conditional: bool = outer.conditional if outer else False
        self.guarded: bool = outer.guarded if outer else False
        self.silent: bool = outer.silent if outer else False
        self.looped: bool = kind == "LOOP" or (outer.looped if outer else False)
        self.asks = True  # IF: all conditions so far were guards
        self.handlers: set[str] = set()


# Errors that say "it is there already" or "it is not there": a handler for them is a guard, as is one for all errors.
_GUARDS = (
    "DUPLICATE_",
    "UNDEFINED_",
    "INVALID_TABLE_",
    "INVALID_SCHEMA_",
    "INVALID_OBJECT_",
    "WRONG_OBJECT_",
    "OTHERS",
)
_QUIET_LEVELS = {"NOTICE", "WARNING", "INFO", "LOG", "DEBUG"}
_QUERIES = {"SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "MERGE", "VALUES", "TABLE", "EXECUTE", "("}
_ASSIGNS = {":=", "=", "."}
_OPENS, _CLOSES = {"(", "["}, {")", "]"}
_SKIPPED = set("NULL RAISE ASSERT EXIT CONTINUE GET OPEN FETCH MOVE CLOSE".split())


class Outline:
    """Reads a body's tokens in one pass, without recursion: a hostile body may be nested 100,000 deep."""

    def __init__(self, tokens: Sequence[Token], conditions: Conditions) -> None:
        self.kinds = [token.kind for token in tokens]
        self.conditions = conditions
        self.steps: list[Step] = []
        self.top: Frame | None = None
        self.rest_conditional = False  # an early RETURN decides about all that follows
        self.rest_guarded = False

    def read(self) -> list[Step]:
        """The steps of the body. Raises OutlineError."""
        at = 0
        while self._kind(at) == "#":  # compiler options: `#variable_conflict use_column`
            at += 3
        if self._kind(at) not in {"BEGIN", "DECLARE", "<<"}:
            raise OutlineError(at)
        while at < len(self.kinds):
            # a variable may have the name of an unreserved word: `close := 1`
            assigns = self._kind(at + 1) in _ASSIGNS
            at = getattr(self, "_simple" if assigns else self._HANDLERS.get(self.kinds[at], "_simple"))(at)
        if self.top is not None:
            raise OutlineError(at)
        return self.steps

    # -- places

    def _kind(self, at: int) -> str:
        return self.kinds[at] if at < len(self.kinds) else ""

    def _find(self, at: int, *wanted: str) -> int:
        """The next token of a kind outside parentheses."""
        depth = 0
        for i in range(at, len(self.kinds)):
            kind = self.kinds[i]
            if depth == 0 and kind in wanted:
                return i
            if kind in _OPENS:
                depth += 1
            elif kind in _CLOSES:
                depth -= 1
        raise OutlineError(at)

    def _past(self, at: int, *wanted: str) -> int:
        return self._find(at, *wanted) + 1

    # -- frames

    def _push(self, kind: str) -> Frame:
        self.top = Frame(kind, self.top, len(self.steps))
        return self.top

    def _frame(self, at: int, *kinds: str) -> Frame:
        if self.top is None or self.top.kind not in kinds:
            raise OutlineError(at)
        return self.top

    def _arm(self, frame: Frame, *, guarded: bool) -> None:
        """What follows runs when a condition holds."""
        outer = frame.outer
        frame.guarded = guarded or (outer.guarded if outer else False)
        frame.conditional = not guarded or (outer.conditional if outer else False)

    def _step(self, start: int, end: int) -> None:
        frame = self.top
        if frame is None:
            raise OutlineError(start)
        if not frame.silent:
            conditional = frame.conditional or self.rest_conditional
            guarded = frame.guarded or self.rest_guarded
            self.steps.append(Step(start, end, conditional=conditional, guarded=guarded, looped=frame.looped))

    # -- statements; each takes the index of its first token and gives that of the next statement

    def _label(self, at: int) -> int:
        return self._past(at, ">>")

    def _declare(self, at: int) -> int:
        at += 1
        while self._kind(at) != "BEGIN":
            if self._kind(at) == "DECLARE":  # may be said again
                at += 1
                continue
            at = self._past(at, ";")
        return at

    def _begin(self, at: int) -> int:
        self._push("block")
        return at + 1

    def _end(self, at: int) -> int:
        what = self._kind(at + 1)
        kind = what if what in {"IF", "CASE", "LOOP"} else "block"
        frame = self._frame(at, kind)
        self.top = frame.outer
        if frame.handlers:
            self._apply_handlers(frame)
        if self.top is None:
            return len(self.kinds)
        return self._past(at, ";")

    def _if(self, at: int) -> int:
        self._push("IF")
        return self._condition(at)

    def _condition(self, at: int) -> int:
        """IF or ELSIF, up to THEN."""
        frame = self._frame(at, "IF")
        then = self._find(at, "THEN")
        first = frame.first_step == len(self.steps)
        frame.asks = frame.asks and self.conditions.is_guard(at + 1, then)
        self._arm(frame, guarded=frame.asks and first)
        return then + 1

    def _else(self, at: int) -> int:
        """Behind guards whose arms do nothing, ELSE is the guarded arm: `IF EXISTS .. RAISE NOTICE .. ELSE ..`."""
        frame = self._frame(at, "IF", "CASE")
        first = frame.first_step == len(self.steps)
        self._arm(frame, guarded=frame.kind == "IF" and frame.asks and first)
        return at + 1

    def _case(self, at: int) -> int:
        self._arm(self._push("CASE"), guarded=False)
        return self._find(at + 1, "WHEN")

    def _when(self, at: int) -> int:
        frame = self._frame(at, "CASE", "block")
        then = self._find(at, "THEN")
        if frame.kind == "block":
            frame.handlers.add(self._handler(at + 1, then))
        return then + 1

    def _loop(self, at: int) -> int:
        self._arm(self._push("LOOP"), guarded=False)
        return self._past(at, "LOOP")

    def _for(self, at: int) -> int:
        loop = self._find(at, "LOOP")
        source = self._past(at, "IN")
        if source < loop and self.kinds[source] in _QUERIES and ".." not in self.kinds[source:loop]:
            self._step(source, loop)
        return self._loop(at)

    def _exception(self, at: int) -> int:
        frame = self._frame(at, "block")
        if self._kind(at + 1) != "WHEN":
            raise OutlineError(at)
        frame.silent = True  # handlers do not run in the normal case
        return at + 1

    def _handler(self, start: int, then: int) -> str:
        """What a handler makes of the block before it: rethrow (nothing), guard or condition."""
        raises = self._kind(then + 1) == "RAISE" and self._kind(then + 2) not in _QUIET_LEVELS
        if raises:
            return "rethrow"
        names = [kind for kind in self.kinds[start:then] if kind != "OR"]
        return "guard" if all(name.startswith(_GUARDS) for name in names) else "condition"

    def _apply_handlers(self, frame: Frame) -> None:
        for step in self.steps[frame.first_step :]:
            if "guard" in frame.handlers:
                step.guarded = True
            elif "condition" in frame.handlers:
                step.conditional = True

    def _return(self, at: int) -> int:
        end = self._find(at, ";")
        what, frame = self._kind(at + 1), self.top
        if what == "QUERY":
            self._step(at + 2, end)
        elif what != "NEXT" and frame is not None and not frame.silent:
            self.rest_conditional |= frame.conditional
            self.rest_guarded |= frame.guarded
        return end + 1

    def _perform(self, at: int) -> int:
        end = self._find(at, ";")
        self._step(at, end)
        self.conditions.queried(at, end)
        return end + 1

    def _semicolon(self, at: int) -> int:
        return at + 1

    def _simple(self, at: int) -> int:
        """An assignment, a statement of no interest, or SQL."""
        end = self._find(at, ";")
        value = self._assigned_value(at, end)
        if value:
            if value == at + 2:  # a plain variable
                self.conditions.assigned(at, value, end)
        elif self.kinds[at] not in _SKIPPED:
            self._step(at, end)
            self.conditions.queried(at, end)
        return end + 1

    def _assigned_value(self, at: int, end: int) -> int:
        """The index after `:=` or `=` when the statement is an assignment (`a := 1`, `a.b[1] = 2`), else 0."""
        i = at + 1
        while i < end:
            kind = self.kinds[i]
            if kind in {":=", "="}:
                return i + 1
            if kind == ".":
                i += 2
            elif kind == "[":
                i = self._past(i + 1, "]")
            else:
                return 0
        return 0

    # By the first word of a statement; everything else is `_simple`.
    _HANDLERS: ClassVar[dict[str, str]] = {
        "<<": "_label",
        "DECLARE": "_declare",
        "BEGIN": "_begin",
        "END": "_end",
        "IF": "_if",
        "ELSIF": "_condition",
        "ELSEIF": "_condition",
        "ELSE": "_else",
        "CASE": "_case",
        "WHEN": "_when",
        "LOOP": "_loop",
        "WHILE": "_loop",
        "FOREACH": "_loop",
        "FOR": "_for",
        "EXCEPTION": "_exception",
        "RETURN": "_return",
        "PERFORM": "_perform",
        ";": "_semicolon",
    }
