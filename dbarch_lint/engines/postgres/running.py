"""The body of a function as it runs in given circumstances: what of it is certain not to run is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.circumstances import put_in, truth
from dbarch_lint.engines.postgres.constants import text_value
from dbarch_lint.engines.postgres.libpg import NotParsedError, raw_statements
from dbarch_lint.engines.postgres.lower.dispatch import lower_tree
from dbarch_lint.engines.postgres.lower.routines import is_body
from dbarch_lint.engines.postgres.plpgsql import RECORDS, Body, body_of, folded
from dbarch_lint.engines.postgres.plpgsql_outline import Conditions, Frame, Outline, OutlineError, Step
from dbarch_lint.engines.postgres.sql_bodies import arguments, flat
from dbarch_lint.engines.postgres.types import builtin_names
from dbarch_lint.operations import Opaque, Operation
from dbarch_lint.source import Source, Statement, Token, decode_tree

Node = dict[str, Any]
# What a function is told when it is called: its variables in lower case, `tg_argv[0]` and calls, `name()`, among them.
Circumstances: TypeAlias = tuple[tuple[str, str], ...]
GIVEN = frozenset(
    """tg_op tg_when tg_level tg_name tg_relname tg_table_name tg_table_schema tg_nargs tg_argv tg_event tg_tag
    tg_relid""".split()
)
AFTER_TYPE = frozenset({"NOT", "COLLATE", "DEFAULT", ":=", "="})
NO_TYPE = frozenset({"CURSOR", "ALIAS", "("})
# A type that may be somebody's own, alone or as the row or a column of a relation: `mood`, `t%ROWTYPE`, `s.t.c%TYPE`
ROW_TYPE = re.compile(
    r"(?P<relation>[\w.]+)\s*%\s*ROWTYPE|(?P<column>[\w.]+)\.\w+\s*%\s*TYPE|(?P<type>[\w.]+)(\s*\[\d*\])*",
    re.IGNORECASE,
)
CALLING = frozenset({"(", "SELECT", "::"})  # without these an expression reads and calls nothing


@lru_cache(maxsize=512)
def operations(statement: Statement, circumstances: Circumstances) -> tuple[Operation, ...]:
    """What the function that a statement makes does, not bound yet; nothing, where nobody can say."""
    known = dict(circumstances)
    reader = READERS.get(language(statement))
    try:
        found = list(reader(statement, known)) if reader is not None else []
    except (NotParsedError, OutlineError, RecursionError):
        return ()
    lowered = [op for inner in found if inner.node for op in lower_tree(inner, inner.kind, inner.node)]
    return tuple([op for op in lowered if not isinstance(op, Opaque)])


def language(statement: Statement) -> str:
    """The language of a function."""
    node = statement.node or {}
    if "sql_body" in node:
        return "sql"
    options = [option["DefElem"] for option in node.get("options", ())]
    named = [o["arg"]["String"].get("sval", "") for o in options if o["defname"] == "language"]
    return str(named[0]).lower() if named else ""


# --- SQL


def in_sql(statement: Statement, known: dict[str, str]) -> Iterator[Statement]:
    """The statements of a body in SQL."""
    node = statement.node or {}
    variables = arguments(statement)
    if "sql_body" in node:
        for item in flat(node["sql_body"]):
            for kind, tree in item.items():
                query = {"targetList": [{"ResTarget": {"val": tree["returnval"]}}]} if kind == "ReturnStmt" else tree
                made = put_in(query, known, variables)
                yield Statement(statement.source, statement.start, statement.end, plain(kind), made)
        return
    texts = [o["DefElem"]["arg"]["List"]["items"] for o in node.get("options", ()) if is_body(o["DefElem"])]
    (text, *_) = expressions.names_of(texts[0]) if texts else ("",)
    yield from of_text(text, known, variables)


def plain(kind: str) -> str:
    """RETURN is a query."""
    return "SelectStmt" if kind == "ReturnStmt" else kind


def of_text(text: str, known: dict[str, str], variables: frozenset[str]) -> Iterator[Statement]:
    """The statements of a text, each with what is known put in."""
    source = Source("", text, damaged=True)
    for raw in raw_statements(text):
        for kind, tree in raw.stmt.items():
            yield Statement(source, 0, len(source.data), kind, put_in(decode_tree(tree), known, variables))


# --- PL/pgSQL


class Asked(Conditions, Protocol):
    """What the reader of a body that runs asks beside."""

    def holds(self, start: int, end: int) -> bool | None:
        """Whether a condition holds; None: that is not known."""

    def is_one_of(self, subject: tuple[int, int], start: int, end: int) -> bool | None:
        """Whether a value is one of a list; None: that is not known."""

    def declared(self, name: int) -> None:
        """The token is the name of a variable."""


class Value(Step):
    """An expression that is evaluated."""

    __slots__ = ()


class Typed(Step):
    """The type of a variable, which is looked up before anything runs."""

    __slots__ = ()


class Running(Outline):
    """The outline of a body, with the expressions in it, and without what does not run."""

    def __init__(self, tokens: Sequence[Token], asked: Asked) -> None:
        super().__init__(tokens, asked)
        self.asked = asked
        self.settled: set[Frame] = set()  # IF and CASE of which an arm is certain to run
        self.doubtful: set[Frame] = set()  # those of which an arm may run
        self.subjects: dict[Frame, tuple[int, int]] = {}  # of CASE
        self.ended = False

    def _step(self, start: int, end: int) -> None:
        if not self.ended:
            super()._step(start, end)

    def _value(self, start: int, end: int) -> None:
        """An expression that is evaluated here, if it can read or call anything."""
        silent = self.ended or (self.top is not None and self.top.silent)
        if not silent and not CALLING.isdisjoint(self.kinds[start:end]):
            conditional = self.rest_conditional or (self.top is not None and self.top.conditional)
            self.steps.append(Value(start, end, conditional=conditional, guarded=False, looped=False))

    def _taken(self, frame: Frame, holds: bool | None) -> None:
        """An arm begins that runs when its condition holds and none before it did."""
        outer = frame.outer
        dead = frame in self.settled or holds is False
        self._arm(frame, guarded=False)
        frame.silent = dead or (outer is not None and outer.silent)
        if holds and not dead:
            self.settled.add(frame)
            frame.conditional = frame in self.doubtful or (outer is not None and outer.conditional)
        elif not dead:
            self.doubtful.add(frame)

    def _declare(self, at: int) -> int:
        end = super()._declare(at)
        at += 1
        while at < end:
            self.asked.declared(at)
            stop = self._find(at, ";")
            initial = next((i for i in range(at, stop) if self.kinds[i] in {":=", "=", "DEFAULT"}), stop)
            self._typed(at + 1, initial)
            self._value(initial + 1, stop)
            at = stop + 1
        return end

    def _typed(self, start: int, end: int) -> None:
        """The type of a variable: what is declared otherwise, like cursors, has none."""
        end = next((i for i in range(start, end) if self.kinds[i] in AFTER_TYPE), end)
        start += self.kinds[start] == "CONSTANT"
        if NO_TYPE.isdisjoint(self.kinds[start:end]):
            self.steps.append(Typed(start, end, conditional=False, guarded=False, looped=False))

    def _condition(self, at: int) -> int:
        frame = self._frame(at, "IF")
        then = self._find(at, "THEN")
        if frame not in self.settled:
            frame.silent = frame.outer is not None and frame.outer.silent
            self._value(at + 1, then)
        self._taken(frame, self.asked.holds(at + 1, then))
        return then + 1

    def _else(self, at: int) -> int:
        self._taken(self._frame(at, "IF", "CASE"), holds=True)
        return at + 1

    def _case(self, at: int) -> int:
        when = super()._case(at)
        if self.top is not None and when > at + 1:
            self.subjects[self.top] = (at + 1, when)
            self._value(at + 1, when)
        return when

    def _when(self, at: int) -> int:
        frame = self._frame(at, "CASE", "block")
        if frame.kind == "block":
            return super()._when(at)
        then = self._find(at, "THEN")
        subject = self.subjects.get(frame)
        holds = self.asked.is_one_of(subject, at + 1, then) if subject else self.asked.holds(at + 1, then)
        self._taken(frame, holds)
        return then + 1

    def _loop(self, at: int) -> int:
        if self.kinds[at] == "WHILE":
            self._value(at + 1, self._find(at, "LOOP"))
        return super()._loop(at)

    def _for(self, at: int) -> int:
        self.asked.declared(at + 1)
        return super()._for(at)

    def _return(self, at: int) -> int:
        end = self._find(at, ";")
        what, frame = self._kind(at + 1), self.top
        if what != "QUERY":
            self._value(at + 1 + (what == "NEXT"), end)
        certain = frame is not None and not (frame.silent or frame.conditional or self.rest_conditional)
        after = super()._return(at)
        self.ended = self.ended or (certain and what not in {"QUERY", "NEXT"})
        return after

    def _simple(self, at: int) -> int:
        end = self._find(at, ";")
        value = self._assigned_value(at, end)
        if value:
            self._value(value, end)
        return super()._simple(at)


class RunningBody(Body):
    """A body that is read as it runs."""

    known: dict[str, str]
    variables: set[str]

    def statements(self) -> list[Statement]:
        found = []
        for step in Running(self.words, self).read():
            for statement in self._made(step):
                statement.conditional = step.conditional
                found.append(statement)
        return found

    def _made(self, step: Step) -> Iterator[Statement]:
        if isinstance(step, Value):
            yield from self._put(f"SELECT ({self._slice(step.start, step.end)}\n)")
        elif isinstance(step, Typed):
            found = ROW_TYPE.fullmatch(self._slice(step.start, step.end))
            type_ = next(filter(None, found.groups())) if found is not None else ""
            if type_ and type_.lower() not in builtin_names():
                yield from self._put(f"SELECT CAST(NULL AS {type_})")
        elif self.words[step.start].kind == "EXECUTE":
            first = step.start + 1
            last = next((i for i in range(first, step.end) if self.words[i].kind in {"INTO", "USING"}), step.end)
            text = self._text_of(first, last)
            if text is not None:
                yield from self._put(text)
        else:
            yield from self._put(self._sql(step.start, step.end)[0].decode("utf-8", "replace"))

    def _put(self, text: str) -> list[Statement]:
        try:
            return list(of_text(text, self.known, frozenset(self.variables)))
        except NotParsedError:
            return []

    def _condition_tree(self, text: str) -> Node | None:
        """The tree of an expression, with what is known put in."""
        found = self._put(f"SELECT ({text}\n)")
        targets: list[Node] = (found[0].node or {}).get("targetList", []) if len(found) == 1 else []
        return targets[0]["ResTarget"]["val"] if len(targets) == 1 else None

    def _text_of(self, start: int, end: int) -> str | None:
        tree = self._condition_tree(self._slice(start, end))
        return text_value(tree) if tree else None

    # -- what the outline asks

    def is_guard(self, start: int, end: int) -> bool:  # noqa: ARG002 (one that runs is as good as any)
        return False

    def assigned(self, name: int, start: int, end: int) -> None:
        """Of no interest here."""

    def queried(self, start: int, end: int) -> None:
        """Of no interest here."""

    def holds(self, start: int, end: int) -> bool | None:
        tree = self._condition_tree(self._slice(start, end))
        return truth(tree) if tree else None

    def is_one_of(self, subject: tuple[int, int], start: int, end: int) -> bool | None:
        tree = self._condition_tree(f"({self._slice(subject[0], subject[1])}) IN ({self._slice(start, end)})")
        return truth(tree) if tree else None

    def declared(self, name: int) -> None:
        self.variables.add(folded(self._slice(name, name + 1)))


def in_plpgsql(statement: Statement, known: dict[str, str]) -> list[Statement]:
    """The statements of a body in PL/pgSQL."""
    body = body_of(statement, RunningBody)
    if isinstance(body, str):
        return []
    body.known, body.variables = known, {*arguments(statement), *RECORDS, *GIVEN}
    return body.statements()


READERS = {"sql": in_sql, "plpgsql": in_plpgsql}
