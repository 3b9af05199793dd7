"""Where the subject of a rule stands: its statement, migration and deployment, its transaction, and the locks there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Self, TypeVar

from dbarch_lint.asked import Asked
from dbarch_lint.effects import Effect, Model
from dbarch_lint.ledger import Held, Ledger, is_new, outermost
from dbarch_lint.migrations import UNKNOWN
from dbarch_lint.objects import NO_NAMES
from dbarch_lint.operations import (
    AddColumn,
    CreateTable,
    CreateView,
    DropColumn,
    Insert,
    LockTable,
    Merge,
    Operation,
    RenameColumn,
    RenameTable,
    Update,
)
from dbarch_lint.session import TIMEOUTS, seconds
from dbarch_lint.source import Statement

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.engines import Engine
    from dbarch_lint.history import History
    from dbarch_lint.migrations import Migration
    from dbarch_lint.names import Name
    from dbarch_lint.replay import Deployment, Step
    from dbarch_lint.session import Session, Transaction

Op = TypeVar("Op", bound=Operation)

NOTHING_HELD: Mapping[Name, Held] = {}


def named_before(op: Operation, name: Name) -> Name:
    """What the relation was called before an operation that may have renamed it."""
    return op.table if isinstance(op, RenameTable) and op.table.sibling(op.new_name) == name else name


def is_copy(op: Operation, name: Name) -> bool:
    """Whether an operation fills another table with what it reads from this one."""
    fills = isinstance(op, Insert | Merge | Update) or (isinstance(op, CreateTable) and op.filled)
    return fills and op.target != name and name in op.reads  # type: ignore[attr-defined]


@cache
def with_subclasses(kinds: tuple[type, ...]) -> frozenset[type]:
    """Classes and all that are derived from them: a look-up costs less than asking for each operation."""
    found, waiting = set[type](), list(kinds)
    while waiting:
        kind = waiting.pop()
        found.add(kind)
        waiting += kind.__subclasses__()
    return frozenset(found)


class Place:
    """What a rule's subject stands in. For a rule on tables or the catalog there is no step."""

    step: Step  # the step in question; only for rules on operations
    history: (
        History  # what the migrations did on the way to the final catalog; only for rules on tables and the catalog
    )
    before: Catalog
    after: Catalog

    def __init__(
        self,
        engine: Engine,
        model: Model,
        deployment: Deployment | None,
        number: int,
        index: int,
        catalog: Catalog,
        asked: Asked | None = None,
    ) -> None:
        """`number`: which migration of the deployment; `index`: which of its steps, counted over all (-1: none)."""
        self._engine = engine
        self._model = model
        self._deployment = deployment
        self._number = number
        self._index = index
        self._asked = asked if asked is not None else Asked()
        self._effects: tuple[Effect, ...] | None = None  # found when first asked for
        self._felt: tuple[Effect, ...] | None = None
        self._siblings: dict[int, Self] = {}  # by step: several rules walk over the same steps
        # the catalog that the operation finds (for rules without a step: the final one), and the one that it leaves
        self.before = self.after = catalog
        if deployment is not None and index >= 0:
            self.step = deployment.steps[index]
            self.before, self.after = self.step.before, self.step.after

    # --- where we are

    @property
    def engine(self) -> str:
        """The engine's name; for messages, not for decisions."""
        return self._engine.name

    @property
    def engine_version(self) -> int:
        """Its major version; for recipes and messages, not for decisions."""
        return self._model.version

    @property
    def operation(self) -> Operation:
        return self.step.operation

    @property
    def statement(self) -> Statement:
        return self.step.operation.statement

    @property
    def migration(self) -> Migration:
        if self._deployment is None:
            raise LookupError("a rule on tables or on the catalog has no migration: ask the object's origin")
        return self._deployment.migrations[self._number].migration

    @property
    def statements(self) -> Sequence[Statement]:
        """All statements of this migration."""
        return self._deployment.migrations[self._number].statements if self._deployment is not None else ()

    @property
    def steps(self) -> Sequence[Step]:
        """All steps of this deployment, past and to come."""
        return self._deployment.steps if self._deployment is not None else ()

    @property
    def earlier(self) -> Iterator[Step]:
        """The steps of this deployment before this one, latest first."""
        steps = self.steps
        return (steps[i] for i in range(self._index - 1, -1, -1))

    @property
    def later(self) -> Iterator[Step]:
        """The steps of this deployment after this one, in order."""
        steps = self.steps
        return (steps[i] for i in range(self._index + 1, len(steps)))

    @property
    def following(self) -> Iterator[Self]:
        """The later steps of the same file, each with a context of its own."""
        steps, source = self.steps, self.statement.source
        return (self.at(i) for i in range(self._index + 1, len(steps)) if steps[i].statement.source is source)

    def had_column(self, table: Name, column: str) -> bool:
        """Whether this deployment takes away a column of this name before it makes any: then it is an old one."""
        had = False
        for op in (s.operation for s in self.earlier if s.operation.target == table):  # the first one says it
            if isinstance(op, DropColumn | RenameColumn) and op.column == column:
                had = True
            elif isinstance(op, AddColumn) and op.column.name == column:
                had = False
        return had

    @property
    def kept(self) -> Iterator[tuple[LockTable, Effect]]:
        """What LOCK TABLES of an earlier statement keeps locked while this one runs."""
        for lock in self.session.locked if self._index >= 0 else ():
            if lock.statement is not self.statement:
                yield from ((lock, effect) for effect in self._model.effects(lock, self.before))

    def walk(self, *kinds: type[Op]) -> Iterator[tuple[Op, Self]]:
        """The operations of these kinds in this migration, each with a context of its own. For rules on migrations."""
        if self._deployment is None:
            return
        first, end = self._deployment.starts[self._number : self._number + 2]
        steps, wanted = self._deployment.steps, with_subclasses(kinds)
        for index in range(first, end):
            operation = steps[index].operation
            if type(operation) in wanted:
                yield operation, self.at(index)  # type: ignore[misc]

    def at(self, index: int) -> Self:
        """The context of another step of this migration, given by its number in the deployment."""
        found = self._siblings.get(index)
        if found is None:
            before = self.steps[index].before
            found = type(self)(self._engine, self._model, self._deployment, self._number, index, before, self._asked)
            found._siblings = self._siblings  # noqa: SLF001 (its own kind)
            self._siblings[index] = found
        return found

    @property
    def outermost(self) -> Statement:
        """The statement of the file that this one is, or stands in."""
        return outermost(self.statement)

    def within(self, other: Operation) -> bool:
        """Whether another operation stands in the same statement of the file, such as one DO block, and not alone."""
        return self.statement.parent is not None and outermost(other.statement) is self.outermost

    @property
    def together(self) -> Sequence[Step]:
        """The steps of this statement: the actions of one ALTER TABLE, for one, and this one among them."""
        steps, first, end, statement = self.steps, self._index, self._index + 1, self.statement
        while first > 0 and steps[first - 1].operation.statement is statement:
            first -= 1
        while end < len(steps) and steps[end].operation.statement is statement:
            end += 1
        return steps[first:end]

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the operation locks, scans, builds and rewrites."""
        if self._effects is None:
            self._effects = self._model.effects(self.step.operation, self.step.before, self.step.session)
        return self._effects

    def effects_of(self, step: Step) -> tuple[Effect, ...]:
        """The effects of another step."""
        return self._model.effects(step.operation, step.before, step.session)

    def refuses(self, operation: Operation) -> bool:
        """Whether the server refuses another operation in the place of this one."""
        return self._model.refusal_row(operation, self.before) is not None

    @property
    def looks_up(self) -> bool:
        """Whether a query finds the few rows that it wants by an index, however large its tables are."""
        return self._engine.looks_up(self.operation, self.before, self.session, self._model.version)

    # --- what the deployment does to a relation

    def name_before(self, name: Name, since: Step | None = None) -> Name:
        """What the relation was called before the deployment, or since a step of it, renamed it."""
        for step in self.earlier:
            if step is since:
                break
            name = named_before(step.operation, name)
        return name

    def referring(self, table: Name) -> list[Name]:
        """The tables with a foreign key to this one, those with one to them, and so on."""
        found: dict[Name, None] = {table: None}
        waiting = [table]
        while waiting:
            for name in sorted(self.before.referencing.get(waiting.pop(0), NO_NAMES)):
                if name not in found:
                    found[name] = None
                    waiting.append(name)
        return list(found)[1:]

    def copied_from(self, name: Name) -> Step | None:
        """The latest earlier step of this deployment that fills another table with what it reads from this one."""
        return next(self.copies(name), None)

    def copies(self, name: Name) -> Iterator[Step]:
        """All such steps, latest first."""
        for step in self.earlier:
            name = named_before(step.operation, name)
            if is_copy(step.operation, name):
                yield step

    def swapped_by(self, op: RenameTable) -> Step | None:
        """The earlier step that copies a table into the one which takes its name, when this operation renames it away.

        None where rows that came meanwhile are copied afterwards.
        """
        name, new = op.table, op.table.sibling(op.new_name)
        takers: set[Name | None] = set()
        for step in self.later:
            if is_copy(step.operation, new):
                return None
            takers.add(named_before(step.operation, name))
        takers.discard(name)
        return next((step for step in self.copies(name) if step.operation.target in takers), None)

    @property
    def begins_anew(self) -> bool:
        """Whether the operation makes a table whose name was free, or that of one that was dropped with its rows."""
        op = self.operation
        away = (s for s in self.earlier if isinstance(s.operation, RenameTable) and s.operation.table == op.target)
        return isinstance(op, CreateTable) and self.copied_from(op.table) is None and next(away, None) is None

    def made_afterwards(self, name: Name) -> Migration | None:
        """The later migration that makes a view of this name and that the tool runs again when its text has changed."""
        if self._deployment is None:
            return None
        if self._deployment.made_again is None:
            self._deployment.made_again = dict(self._views_made_again(self._deployment))
        return self._deployment.made_again.get(name.name)

    def _views_made_again(self, deployment: Deployment) -> Iterator[tuple[str, Migration]]:
        """The views that later migrations make whenever they run again, and the migrations."""
        history, last = deployment.history, deployment.migrations[-1].migration
        place = next((i for i, m in enumerate(history) if m is last), len(history))
        for migration in (m for m in history[place + 1 :] if m.repeatable and m.direction == "up"):
            for statement in self._engine.parse(migration.source, migration.ranges):
                for op in self._engine.lower(statement):
                    if isinstance(op, CreateView):
                        yield op.table.name, migration

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

    def setting(self, name: str) -> str | None:
        """A setting in force, such as lock_timeout; None where the migrations do not set it."""
        value = self.step.session.setting(name)
        return value[0] if value else None

    @property
    def held(self) -> Mapping[Name, Held]:
        """The strongest lock that earlier statements of this transaction hold on each relation that others may use."""
        if self.steps[0].statement is self.statement:  # most migrations: nothing comes before
            return NOTHING_HELD
        return self._ledger.before(self._index)

    def shuts(self, name: Name) -> bool:
        """Whether reads of a table wait while the operation works: it, its statement or its transaction locks it so."""
        held = self.held.get(name)
        own = (e for step in self.together for e in self.effects_of(step))
        return (held is not None and held.effect.blocks_reads) or any(
            e.relation == name and e.blocks_reads for e in own
        )

    def waiting(self, name: Name) -> str:
        """Who waits for a table while the operation works on it, in words."""
        return f"every read and write of {name}" if self.shuts(name) else f"every write to {name}"

    def still_holds(self, name: Name, step: Step) -> bool:
        """Whether the transaction stops writes to the relation, and did so when an earlier step began."""
        index, former = next(i for i, s in enumerate(self.steps) if s is step), self.name_before(name, step)
        if not self._engine.transactional_ddl:  # then LOCK TABLES outlives transactions
            return any(isinstance(s.operation, LockTable) and s.operation.table == former for s in self.steps[:index])
        then = self._ledger.before(index).get(former)
        same = self._ledger.first_step(index) == self._ledger.first_step(self._index)
        return same and then is not None and then.effect.blocks_writes

    def blocker(self, first: Name) -> Held | None:
        """A lock of this transaction that makes others wait while the operation runs; one on `first` if there is any.

        What LOCK TABLE asks for is left out: its author knows.  Other actions of the same statement count, because a
        statement takes all its locks when it begins.
        """
        others = (s for s in self.together if s.operation is not self.operation)
        own = [Held(e, s) for s in others for e in self.effects_of(s) if not is_new(e.relation, s.before, s.after)]
        mine = [h for h in (*own, self.held.get(first)) if h is not None and h.relation == first]
        found = next((h for h in (*mine, *own) if h.blocks_others), None)
        rest = (h for h in self.held.values() if h.blocks_others)
        return found or min(rest, key=lambda h: (not h.effect.blocks_reads, h.start, h.relation), default=None)

    def locked_later(self, name: Name) -> Held | None:
        """What the next statement of this transaction that stops writes to the relation does to it, or None.

        Where the transaction holds as strong a lock already, there is nothing left to wait for.
        """
        if self.steps[-1].statement is self.statement:
            return None
        return self._ledger.next_lock(self._index, name)

    @property
    def lock_orders(self) -> Sequence[tuple[Name, Name, Step]]:
        """What earlier transactions of the deployment held when they took another lock: held, taken, and where."""
        return self._ledger.orders(before=self.transaction_start)

    @property
    def _ledger(self) -> Ledger:
        if self._deployment is None:
            raise LookupError("a rule on tables or the catalog has no transaction")
        return Ledger.of(self._deployment, self._model)

    @property
    def transaction_start(self) -> int:
        """A number that tells the transactions of this deployment apart."""
        return self._ledger.first_step(self._index)

    @property
    def why_in_transaction(self) -> str:
        """Who put the statement into a transaction."""
        transaction, runner = self.transaction, self.migration.runner
        if self.statement.parent is not None:
            return "a block or routine always runs in one"
        if not transaction.by_runner:
            return "it stands between BEGIN and COMMIT"
        if transaction.kind == "implicit":
            return f"{runner.name} sends the file as one string, which makes its statements one"
        if self.migration.run:
            return f"{runner.name} runs all pending migrations in one"
        return f"{runner.name} runs the file in one"

    @property
    def way_out(self) -> str:
        """How to get the statement out of the transaction that it is in, in an imperative."""
        return self.way_out_for(self.statement.text)

    def way_out_for(self, *statements: str) -> str:
        """How to get these statements, which stand for this one, out of its transaction."""
        transaction, leave = self.transaction, self.migration.leave(*statements)
        if self.statement.parent is not None:
            return f"take it out of the block, and {leave or self.by_hand}"
        if transaction.open and not transaction.by_runner:
            return f"move it out of BEGIN and COMMIT: {leave}" if self.session.whole else "move it behind COMMIT"
        return leave or self.by_hand

    def placed(self, sql: str) -> str:
        """What a rule on tables or the catalog recommends, under a line that says where it goes if that matters."""
        latest = self.history.latest
        if latest is None or not self._engine.sql.is_alone(sql):
            return sql
        from dbarch_lint.by_hand import AFTER

        free = latest.wrapper == "none" and latest.runner is UNKNOWN
        return f"-- {'outside of any transaction' if free else latest.leave(sql) or AFTER}:\n{sql}"

    @property
    def by_hand(self) -> str:
        """When to run by hand what the tool cannot run: before or after the deployment."""
        from dbarch_lint.by_hand import by_hand

        base = self._deployment.base if self._deployment is not None else self.before
        return by_hand(self.operation, self.before, base, (step.operation for step in self.earlier))

    @property
    def wait_is_limited(self) -> bool:
        """Whether the statement gives up when it would wait, by itself or by a setting of the migration."""
        if isinstance(self.operation, LockTable) and self.operation.nowait:
            return True
        return any(seconds(self.setting(name) or "", "ms") > 0 for name in TIMEOUTS)
