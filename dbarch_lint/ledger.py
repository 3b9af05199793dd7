"""The locks of a migration over time: who holds what when a statement runs, and what is still to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

import msgspec

from dbarch_lint.effects import Effect, Model
from dbarch_lint.maps import Map, insert
from dbarch_lint.names import Name
from dbarch_lint.operations import Commit, LockTable, Rollback
from dbarch_lint.source import Origin, Span, Statement

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.replay import Deployment, Step


class Held(msgspec.Struct, frozen=True):
    """A lock that a statement of the same transaction takes, and keeps until the transaction ends."""

    effect: Effect
    step: Step

    @property
    def relation(self) -> Name:
        return self.effect.relation

    @property
    def lock(self) -> str:
        return self.effect.lock

    @property
    def statement(self) -> Statement:
        return self.step.statement

    @property
    def start(self) -> int:
        """Where in the file it was taken."""
        return outermost(self.statement).start

    @property
    def blocks_others(self) -> bool:
        """Whether users of a table wait for it; what LOCK TABLE asks for is meant to be so, and does not count."""
        busy = self.effect.blocks_writes and self.effect.kind in {"table", "matview"}
        return busy and not isinstance(self.step.operation, LockTable)


class Ledger:
    """The locks of one deployment. It is made when a rule asks for it, and the latest one is kept."""

    _latest: ClassVar[tuple[Deployment, Model, Ledger] | None] = None

    def __init__(self, deployment: Deployment, model: Model) -> None:
        self._model = model
        self._steps = deployment.steps
        self._before: list[Map[Name, Held]] = []  # by step, as far as somebody has asked
        self._after: Map[Name, Held] = Map()  # what the last of these steps leaves
        self._transactions: list[int] = []  # by step; of each transaction, the index of its first step
        self._blocking: dict[tuple[int, Name], list[tuple[int, Held]]] = {}
        self._orders: list[tuple[int, Name, Name, Step]] | None = None
        last: Step | None = None
        for index, step in enumerate(deployment.steps):
            shared = last is not None and shares_transaction(last, step)
            self._transactions.append(self._transactions[-1] if shared else index)
            last = step

    def _fill(self, end: int) -> None:
        """Go on to a step: the locks that each before it finds. A statement takes its locks together."""
        for index in range(len(self._before), end):
            step = self._steps[index]
            if self._transactions[index] == index:
                held = self._after = Map()
            else:
                same = self._steps[index - 1].statement is step.statement
                held = self._before[index - 1] if same else self._after
            self._before.append(held)
            self._after = self._with(self._after, index, step)

    @classmethod
    def of(cls, deployment: Deployment, model: Model) -> Ledger:
        """The ledger of a deployment."""
        latest = cls._latest
        if latest is not None and latest[0] is deployment and latest[1] is model:
            return latest[2]
        made = cls(deployment, model)
        cls._latest = (deployment, model, made)
        return made

    def _with(self, taken: Map[Name, Held], index: int, step: Step) -> Map[Name, Held]:
        for effect in self._model.effects(step.operation, step.before, step.session):
            if is_new(effect.relation, step.before, step.after):
                continue
            known = taken.get(effect.relation)
            found = Held(effect, step)
            if known is None or self._more_telling(found, known):
                taken = insert(taken, effect.relation, found)
            if effect.blocks_writes and not isinstance(step.operation, LockTable):
                self._blocking.setdefault((self._transactions[index], effect.relation), []).append((index, found))
        return taken

    def _more_telling(self, found: Held, known: Held) -> bool:
        """Whether a lock is stronger than the known one, or as strong and not just asked for by LOCK TABLE."""
        if found.lock == known.lock:
            return isinstance(known.step.operation, LockTable)
        return self._model.stronger(found.lock, known.lock) == found.lock

    def before(self, index: int) -> Mapping[Name, Held]:
        """The locks that earlier statements of the transaction hold when this step runs."""
        self._fill(index + 1)
        return self._before[index]

    def first_step(self, index: int) -> int:
        """The first step of the transaction of this step."""
        return self._transactions[index]

    def orders(self, *, before: int) -> list[tuple[Name, Name, Step]]:
        """Of all transactions that begin before this step: each lock that is taken while another one is held."""
        if self._orders is None:
            self._orders = []
            self._fill(len(self._steps))
            for index, step in enumerate(self._steps):
                held = [h for h in self._before[index].values() if h.blocks_others]
                for effect in self._model.effects(step.operation, step.before, step.session) if held else ():
                    if effect.blocks_writes and effect.relation not in self._before[index]:
                        self._orders += [(index, h.relation, effect.relation, step) for h in held]
        return [(held, taken, step) for index, held, taken, step in self._orders if self.first_step(index) < before]

    def next_lock(self, index: int, name: Name) -> Held | None:
        """The next lock of the same transaction, by another statement, that stops writes to the relation.

        What the transaction holds already, or what is weaker, it need not wait for.
        """
        self._fill(bisect_right(self._transactions, self._transactions[index]))
        locks = self._blocking.get((self._transactions[index], name), [])
        statement = self._steps[index].statement
        later = islice(locks, bisect_right(locks, index, key=lambda lock: lock[0]), None)
        known = self._before[index].get(name)
        new = (h for _, h in later if known is None or self._model.stronger(known.lock, h.lock) != known.lock)
        return next((held for held in new if held.statement is not statement), None)


def shares_transaction(earlier: Step, later: Step) -> bool:
    """Whether two steps, one after the other, run in one transaction; a statement alone is one, and so is a block."""
    if isinstance(earlier.operation, Commit | Rollback):
        return False
    if later.transaction.open or earlier.transaction.open:
        return later.transaction.number == earlier.transaction.number
    return outermost(earlier.statement) is outermost(later.statement)


def outermost(statement: Statement) -> Statement:
    """The statement of the file that holds this one."""
    while statement.parent is not None:
        statement = statement.parent
    return statement


def objects_of(at: object) -> tuple[str, ...]:
    """The qualified names that a place is about."""
    name: Name | None = getattr(at, "target", None) or getattr(at, "name", None)
    full = getattr(name, "full", None)
    return (full,) if full else ()


def statement_of(at: object) -> Statement | None:
    """The statement of whatever has one: of a catalog object, the one that made it."""
    if isinstance(at, Statement):
        return at
    origin = at if isinstance(at, Origin) else getattr(at, "origin", None)
    found = origin.statement if isinstance(origin, Origin) else getattr(at, "statement", None)
    return found if isinstance(found, Statement) else None


def is_new(name: Name | None, before: Catalog, after: Catalog) -> bool:
    """Whether the running deployment created the relation, or it is temporary."""
    if name is None:
        return False
    if name.schema == "pg_temp":
        return True
    relation = before.relations.get(name) or after.relations.get(name)
    created = getattr(relation, "created", None)
    if created is None:  # an index: as new as its table
        return is_new(getattr(relation, "table", None), before, after)
    return bool(created == before.deployment != 0)


def span_of(at: object) -> Span | None:
    """The place of whatever has one; None for what has none."""
    kind = type(at)
    if kind is Span:
        return at  # type: ignore[return-value]
    if kind is Statement or kind is Origin:
        return at.span  # type: ignore[attr-defined, no-any-return]
    inner = getattr(at, "operation", None)
    if inner is not None:
        return span_of(inner)
    origin = getattr(at, "origin", None)
    if isinstance(origin, Origin):
        return origin.span
    span = getattr(at, "span", None)
    return span if isinstance(span, Span) else None
