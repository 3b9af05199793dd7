"""What a rule is given beside its subject: the catalogs, the effects, the transaction and the deployment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from dbarch_lint.effects import Effect, Model, Work
from dbarch_lint.findings import Fix, Note
from dbarch_lint.ledger import Held, Ledger, is_new, span_of
from dbarch_lint.source import Statement

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.engines import Engine
    from dbarch_lint.migrations import Migration
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Table
    from dbarch_lint.operations import Operation
    from dbarch_lint.replay import Replayed, Step
    from dbarch_lint.session import Session, Transaction


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

    @property
    def engine_version(self) -> int:
        """Its major version; for recipes and messages, not for decisions."""
        return self._model.version

    @cached_property
    def step(self) -> Step:
        """The step in question. Only for rules on operations."""
        return self.steps[self._index]

    @property
    def operation(self) -> Operation:
        return self.step.operation

    @property
    def statement(self) -> Statement:
        return self.step.statement

    @property
    def migration(self) -> Migration:
        if self._replayed is None:
            raise LookupError("a rule on tables or on the catalog has no migration: ask the object's origin")
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

    def walk(self, *kinds: type[Operation]) -> Iterator[tuple[Operation, Context]]:
        """The operations of these kinds in this migration, each with a context of its own. For rules on migrations."""
        for index, step in enumerate(self.steps):
            if isinstance(step.operation, kinds):
                yield step.operation, Context(self._engine, self._model, self._replayed, index, step.before)

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
        """Whether this deployment created the relation, or it is temporary: nobody else uses it, so its locks hurt nobody.

        A table that was renamed in this deployment is not new.
        """
        return is_new(name, self.before, self.after)

    def is_empty(self, name: Name | None) -> bool:
        """Whether the table is known to hold no rows: created or emptied by this deployment and not written to."""
        return name is not None and self.before.is_empty(name)

    def in_use(self, name: Name | None) -> bool:
        """Whether others may be using the table and it may hold rows: it is neither new nor known to be empty."""
        return name is not None and not self.is_new(name) and not self.is_empty(name)

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

    def rewrites(self, name: Name) -> bool:
        """Whether the statement rewrites the table anyway: then indexes are built and rows are checked on the way."""
        together = (s for s in self.steps if s.statement is self.statement)
        return any(e.work is Work.REWRITE and e.relation == name for s in together for e in self.effects_of(s))

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
        """Whether the statement shares a transaction: one that is open, or that of the block it stands in."""
        return self.step.session.transaction.open or self.statement.parent is not None

    def same_transaction(self, other: Step) -> bool:
        """Whether another step runs in the same transaction as this one."""
        mine = self.step.session.transaction
        return mine.open and other.session.transaction.number == mine.number

    def setting(self, name: str) -> str | None:
        """A setting in force, such as lock_timeout; None where the migrations do not set it."""
        value = self.step.session.setting(name)
        return value[0] if value else None

    @property
    def held(self) -> Mapping[Name, Held]:
        """The strongest lock that earlier statements of this transaction hold on each relation that others may use."""
        return self._ledger.before(self._index)

    def locked_later(self, name: Name) -> Held | None:
        """What the next statement of this transaction that stops writes to the relation does to it, or None."""
        return self._ledger.next_lock(self._index, name)

    @property
    def _ledger(self) -> Ledger:
        assert self._replayed is not None
        return Ledger.of(self._replayed, self._model)

    # --- places and ways out

    def note(self, message: str, at: object) -> Note:
        """A related place: an operation, a statement, a step or a catalog object."""
        return Note(message, span_of(at))

    def safe_rewrite(self, operation: Operation | None = None) -> Fix | None:
        """The engine's way to get the same result without the harm, or None where it has none."""
        return self._engine.safe_rewrite(operation or self.operation, self)  # type: ignore[no-any-return]
