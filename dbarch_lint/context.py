"""What a rule is given beside its subject: the catalogs, the effects, the transaction and the deployment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dbarch_lint.effects import Effect, Model
from dbarch_lint.findings import Fix, Note
from dbarch_lint.source import Origin, Span, Statement

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.engines import Engine
    from dbarch_lint.migrations import Migration
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Table
    from dbarch_lint.operations import Operation
    from dbarch_lint.replay import Replayed, Step
    from dbarch_lint.session import Session, Transaction


class Held(tuple["Name", str, Statement]):
    """A lock that an earlier statement of the same transaction took: relation, mode, statement."""

    __slots__ = ()

    @property
    def relation(self) -> Name:
        return self[0]

    @property
    def lock(self) -> str:
        return self[1]

    @property
    def statement(self) -> Statement:
        return self[2]


class Context:
    """The question desk of a rule. For a rule on tables or the catalog there is no step: `catalog` is the final one."""

    def __init__(self, engine: Engine, model: Model, replayed: Replayed | None, index: int, catalog: Catalog) -> None:
        self._engine = engine
        self._model = model
        self._replayed = replayed
        self._index = index
        self._final = catalog

    # --- where we are

    @property
    def engine(self) -> str:
        """The engine's name; for messages, not for decisions."""
        return self._engine.name

    @cached_property
    def step(self) -> Step:
        """The step in question. Only for rules on operations."""
        assert self._replayed is not None
        return self._replayed.steps[self._index]

    @property
    def operation(self) -> Operation:
        return self.step.operation

    @property
    def statement(self) -> Statement:
        return self.step.statement

    @property
    def migration(self) -> Migration:
        assert self._replayed is not None
        return self._replayed.migration

    @property
    def statements(self) -> Sequence[Statement]:
        """All statements of this migration."""
        return self._replayed.statements if self._replayed is not None else ()

    @property
    def steps(self) -> Sequence[Step]:
        """All steps of this migration, past and to come."""
        return self._replayed.steps if self._replayed is not None else ()

    @property
    def earlier(self) -> Iterator[Step]:
        """The steps of this migration before this one, latest first."""
        steps = self.steps
        return (steps[i] for i in range(self._index - 1, -1, -1))

    @property
    def later(self) -> Iterator[Step]:
        """The steps of this migration after this one, in order."""
        steps = self.steps
        return (steps[i] for i in range(self._index + 1, len(steps)))

    # --- the schema

    @property
    def before(self) -> Catalog:
        """The catalog that the operation finds (for rules without a step: the final one)."""
        return self.step.before if self._has_step else self._final

    @property
    def after(self) -> Catalog:
        """The catalog that it leaves."""
        return self.step.after if self._has_step else self._final

    @property
    def base(self) -> Catalog:
        """The catalog before this deployment: what production looks like now."""
        return self._replayed.base if self._replayed is not None else self._final

    @property
    def result(self) -> Catalog:
        """The catalog after this migration."""
        return self._replayed.after if self._replayed is not None else self._final

    @property
    def _has_step(self) -> bool:
        return self._replayed is not None and self._index >= 0

    def table(self, name: Name) -> Table | None:
        """The table as the operation finds it."""
        return self.before.table(name)

    def is_new(self, name: Name | None) -> bool:
        """Whether this deployment created the relation (or it is temporary): nobody else uses it, so locking it hurts nobody.

        A table that was renamed in this deployment is not new.
        """
        if name is None:
            return False
        if name.schema == "pg_temp":
            return True
        relation = self.before.relations.get(name) or self.after.relations.get(name)
        created = getattr(relation, "created", None)
        if created is None:  # an index: as new as its table
            return self.is_new(getattr(relation, "table", None))
        return bool(created == self.before.deployment != 0)

    def is_empty(self, name: Name | None) -> bool:
        """Whether the table is known to hold no rows: created or emptied by this deployment, and not written to since."""
        return name is not None and self.before.is_empty(name)

    # --- locks and work

    @cached_property
    def effects(self) -> tuple[Effect, ...]:
        """What the operation locks, scans, builds and rewrites."""
        step = self.step
        return self._model.effects(step.operation, step.before)

    @property
    def felt(self) -> Iterator[Effect]:
        """The effects on relations that someone else may be using: not new, not temporary."""
        return (e for e in self.effects if not self.is_new(e.relation))

    @property
    def blocks_writes_for_long(self) -> bool:
        """Whether writes to an existing table wait for work that grows with a table in use."""
        return any(e.blocks_writes for e in self.felt) and self.works_for_long

    @property
    def blocks_reads_for_long(self) -> bool:
        """Whether reads of an existing table wait for work that grows with a table in use."""
        return any(e.blocks_reads for e in self.felt) and self.works_for_long

    @property
    def works_for_long(self) -> bool:
        """Whether the operation passes over the rows of a table that is not known to be empty."""
        return any(e.long and not self.is_empty(e.relation) for e in self.felt)

    def effect_on(self, name: Name) -> Effect | None:
        """The effect on one relation, or None."""
        return next((e for e in self.effects if e.relation == name), None)

    def effects_of(self, step: Step) -> tuple[Effect, ...]:
        """The effects of another step."""
        return self._model.effects(step.operation, step.before)

    @property
    def may_run_in_transaction(self) -> bool:
        """Whether the server allows the statement inside a transaction."""
        return self._model.transaction_allowed(self.step.operation, self.step.before)

    # --- the transaction

    @property
    def session(self) -> Session:
        return self.step.session

    @property
    def transaction(self) -> Transaction:
        """The transaction that the statement runs in."""
        return self.step.session.transaction

    @property
    def in_transaction(self) -> bool:
        return self.step.session.transaction.open

    def same_transaction(self, other: Step) -> bool:
        """Whether another step runs in the same transaction as this one."""
        mine = self.step.session.transaction
        return mine.open and other.session.transaction.number == mine.number

    def setting(self, name: str) -> str | None:
        """A setting in force, such as lock_timeout; None where the migrations do not set it."""
        value = self.step.session.setting(name)
        return value[0] if value else None

    @cached_property
    def held(self) -> Mapping[Name, Held]:
        """The strongest lock that earlier statements of this transaction hold on each existing relation."""
        held: dict[Name, Held] = {}
        if not self.in_transaction:
            return held
        for step in self.steps[: self._index]:
            if not self.same_transaction(step) or step.statement is self.statement:
                continue
            for effect in self.effects_of(step):
                known = held.get(effect.relation)
                if known is None or self._model.stronger(effect.lock, known.lock):
                    held[effect.relation] = Held((effect.relation, effect.lock, step.statement))
        return held

    # --- places and ways out

    def note(self, message: str, at: object) -> Note:
        """A related place: an operation, a statement, a step or a catalog object."""
        return Note(message, span_of(at))

    def safe_rewrite(self, operation: Operation | None = None) -> Fix | None:
        """The engine's way to get the same result without the harm, or None where it has none."""
        return self._engine.safe_rewrite(operation or self.operation, self)  # type: ignore[no-any-return]


def span_of(at: object) -> Span | None:
    """The place of whatever has one; None for what has none."""
    if isinstance(at, Span):
        return at
    if isinstance(at, Statement):
        return at.span
    if isinstance(at, Origin):
        return at.span
    inner = getattr(at, "operation", None)
    if inner is not None:
        return span_of(inner)
    origin = getattr(at, "origin", None)
    if isinstance(origin, Origin):
        return origin.span
    span = getattr(at, "span", None)
    return span if isinstance(span, Span) else None
