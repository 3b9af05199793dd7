"""What a rule is given beside its subject: the catalogs, the effects, the transaction and the deployment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from dbarch_lint.asked import UNFILLED, Asked, Doubt, Undecided
from dbarch_lint.effects import Effect, Model, Work
from dbarch_lint.findings import Fix, Note
from dbarch_lint.ledger import Held, Ledger, is_new, outermost, span_of
from dbarch_lint.objects import NO_NAMES
from dbarch_lint.operations import (
    AddColumn,
    CreateTable,
    Delete,
    DropColumn,
    DropTable,
    Insert,
    Merge,
    Operation,
    RenameTable,
    Update,
)
from dbarch_lint.source import Statement
from dbarch_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.compatibility import Break, Kind
    from dbarch_lint.engines import Engine
    from dbarch_lint.migrations import Migration
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Table
    from dbarch_lint.replay import Deployment, Step
    from dbarch_lint.session import Session, Transaction

Op = TypeVar("Op", bound=Operation)


BY_HAND = "run it by hand before the deployment"
TIMEOUTS = ("lock_timeout", "statement_timeout", "transaction_timeout")

NOTHING_HELD: Mapping[Name, Held] = {}


class Context:
    """The question desk of a rule. For a rule on tables or the catalog there is no step: `catalog` is the final one."""

    step: Step  # the step in question; only for rules on operations
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

    def walk(self, *kinds: type[Op]) -> Iterator[tuple[Op, Context]]:
        """The operations of these kinds in this migration, each with a context of its own. For rules on migrations."""
        if self._deployment is None:
            return
        first, end = self._deployment.starts[self._number : self._number + 2]
        for index in range(first, end):
            step = self.steps[index]
            if isinstance(step.operation, kinds):
                yield step.operation, self._at(index)

    def _at(self, index: int) -> Context:
        """The context of another step of this migration."""
        before = self.steps[index].before
        return Context(self._engine, self._model, self._deployment, self._number, index, before, self._asked)

    @property
    def outermost(self) -> Statement:
        """The statement of the file that this one is, or stands in."""
        return outermost(self.statement)

    @property
    def together(self) -> Sequence[Step]:
        """The steps of this statement: the actions of one ALTER TABLE, for one, and this one among them."""
        steps, first, end, statement = self.steps, self._index, self._index + 1, self.statement
        while first > 0 and steps[first - 1].operation.statement is statement:
            first -= 1
        while end < len(steps) and steps[end].operation.statement is statement:
            end += 1
        return steps[first:end]

    # --- the schema

    @property
    def base(self) -> Catalog:
        """The catalog before this deployment: what production looks like now."""
        return self._deployment.base if self._deployment is not None else self.before

    @property
    def result(self) -> Catalog:
        """The catalog after this deployment."""
        return self._deployment.after if self._deployment is not None else self.before

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What the names and types of `after` tell: what tables are for, and which table a word means."""
        return Vocabulary(self.after) if not self._asked.doubting else Undecided(self.after, self._asked)

    def table(self, name: Name) -> Table | None:
        """The table as the operation finds it."""
        return self.before.table(name)

    def is_new(self, name: Name | None) -> bool:
        """Whether this deployment created the relation, or it is temporary: its locks hurt nobody then.

        A table that was renamed in this deployment is not new.
        """
        found = is_new(name, self.before, self.after)
        return self._excused_as_new(name) if found and self._asked.doubting else found

    def is_empty(self, name: Name | None) -> bool:
        """Whether the table is known to hold no rows: created or emptied by this deployment and not written to."""
        found = name is not None and self.before.is_empty(name)
        if not found or not self._asked.doubting:
            return found
        if is_new(name, self.before, self.after):
            return self._excused_as_new(name)
        emptied = next((s for s in self.earlier if name and s.after.is_empty(name) > s.before.is_empty(name)), None)
        return self.excused(True, f"{name} is emptied by this deployment", emptied)

    def _excused_as_new(self, name: Name | None) -> bool:
        if name is None:
            return False
        why = "is temporary" if name.schema == "pg_temp" else "is created by this deployment"
        return self.excused(True, f"{name} {why}", self.before.relations.get(name) or self.after.relations.get(name))

    def excused(self, holds: bool, why: str, at: object = None) -> bool:
        """`holds`, a reason not to speak: `why` in words, and the place that shows it. `-v` prints it.

        While the linter looks for reasons it notes this one and says no: what the rule then finds, was silenced by it.
        """
        if not holds or not self._asked.doubting or self._index < 0:
            return holds
        self._asked.doubts.append(Doubt(self.statement, Note(why, span_of(at))))
        return False

    def in_use(self, name: Name | None) -> bool:
        """Whether others may be using the table and it may hold rows: it is neither new nor known to be empty.

        The server's own catalogs are in use, but small.
        """
        if name is None or name.schema == "pg_catalog" or name.name.startswith("pg_"):
            return False
        return not self.is_new(name) and not self.is_empty(name)

    def is_new_column(self, table: Name, column: str) -> bool:
        """Whether this deployment added the column, or its table."""
        known = self.before.table(table)
        found = known.column(column) if known is not None else None
        added = found is not None and found.created == self.before.deployment != 0
        return self.is_new(table) or self.excused(added, f"{table}.{column} is added by this deployment", found)

    @property
    def unseen(self) -> bool:
        """Whether the migrations do not show all of what the operation locks: then the database knows more."""
        names = [e.relation for e in self.effects] + [name for name in (self.operation.target,) if name is not None]
        return not all(self.before.shows(name) or self.after.shows(name) for name in names)

    def may_exist(self, name: Name) -> bool:
        """Whether the relation is known, or the history does not begin early enough to say that it is not there."""
        return name in self.before.relations or not self.before.complete

    # --- the rest of the deployment

    def alike(self, op: Op) -> list[Op]:
        """The operations of this kind that the statement has for this table, this one among them."""
        kind, of = type(op), op.target
        return [o for o in (s.operation for s in self.together) if isinstance(o, kind) and o.target == of]

    def name_before(self, name: Name) -> Name:
        """What the relation was called before the deployment renamed it."""
        for step in self.earlier:
            op = step.operation
            if isinstance(op, RenameTable) and op.table.sibling(op.new_name) == name:
                name = op.table
        return name

    def dropped_later(self, name: Name) -> Step | None:
        """The step of this deployment that will drop the table, or None."""
        return next((s for s in self.later if isinstance(s.operation, DropTable) and s.operation.table == name), None)

    def drops_column(self, table: Name, column: str) -> bool:
        """Whether a later step of this deployment drops the column."""
        return any(isinstance(o, DropColumn) and o.column == column for o in self._later_on(table))

    def adds_column(self, table: Name, column: str) -> bool:
        """Whether a later step of this deployment adds a column of this name."""
        return any(isinstance(o, AddColumn) and o.column.name == column for o in self._later_on(table))

    def fills_column(self, table: Name, column: str) -> bool:
        """Whether a later step of this deployment gives the column values."""
        return any(isinstance(o, Update) and column in o.columns for o in self._later_on(table))

    def _later_on(self, table: Name) -> Iterator[Operation]:
        return (s.operation for s in self.later if s.operation.target == table)

    def lost_with(self, table: Name) -> list[str]:
        """The indexes and constraints of a table, and the views on it, that the operation drops along the way."""
        before, after = self.before.table(table), self.after.table(table)
        if before is None or after is None:
            return []
        left = {*after.constraint_names, *after.index_names}
        names = dict.fromkeys((*before.constraint_names, *before.index_names))
        readers = self.before.users.get(table, NO_NAMES) - self.after.users.get(table, NO_NAMES)
        return [*(name for name in names if name not in left), *(str(reader) for reader in sorted(readers))]

    def copied_from(self, name: Name) -> Step | None:
        """The latest earlier step of this deployment that fills another table with what it reads from this one."""
        for step in self.earlier:
            op = step.operation
            fills = isinstance(op, Insert | Merge | Update) or (isinstance(op, CreateTable) and op.filled)
            if fills and op.target != name and name in op.reads:  # type: ignore[attr-defined]
                return step
        return None

    def is_copied(self, table: Name) -> bool:
        """Whether an earlier step of this deployment may have copied values of the table, to another one or within."""
        within = (isinstance(s.operation, Update) and s.operation.table == table for s in self.earlier)
        return self.copied_from(table) is not None or any(within)

    def added_with_default(self, table: Name, column: str) -> bool:
        """Whether this deployment added the column with a default, so that no row has NULL in it."""
        return any(
            isinstance(op := step.operation, AddColumn) and op.table == table and op.column.name == column
            for step in self.earlier
            if getattr(step.operation, "default", "none") != "none"
        )

    def is_unfilled(self, table: Name, column: str) -> bool:
        """Whether the column holds NULL in every row: this deployment added it, and nothing has been written to it."""
        found = self.before.table(table)
        known = found.column(column) if found is not None else None
        unfilled = known is not None and known.unfilled == self.before.deployment != 0
        return self.excused(unfilled, UNFILLED.format(table, column), known)

    def partitions_unseen(self, name: Name) -> bool:
        """Whether the table is partitioned and the history shows no partition: then something else makes them."""
        table = self.before.table(name)
        return table is not None and table.partition_by is not None and not self.before.children.get(name)

    def breaks(self, *kinds: Kind) -> Iterator[tuple[Break, Context]]:
        """What this migration breaks for code that is still running, and the context of the step that does it.

        The schema before the deployment is compared with that after it: a view in place of a renamed table, or a
        column that comes back, breaks nothing. For rules on migrations.
        """
        if self._deployment is None:
            return
        from dbarch_lint.compatibility import breaks

        first, end = self._deployment.starts[self._number : self._number + 2]
        for placed in breaks(self._deployment, self._engine.narrowing):
            if first <= placed.index < end and (not kinds or placed.broken.kind in kinds):
                yield placed.broken, self._at(placed.index)

    # --- locks and work

    @property
    def effects(self) -> tuple[Effect, ...]:
        """What the operation locks, scans, builds and rewrites."""
        if self._effects is None:
            self._effects = self._model.effects(self.step.operation, self.step.before)
        return self._effects

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
        return self._depends_on(e.relation for e in self.felt if e.long and not self.is_empty(e.relation))

    def _depends_on(self, sizes: Iterable[Name]) -> bool:
        """Whether there are any: tables in use on whose size it depends how long the statement takes."""
        found = [(self.statement, name) for name in sizes]
        self._asked.sizes += found
        return bool(found)

    @property
    def writes_for_long(self) -> bool:
        """Whether the operation changes rows, and how many depends on the size of a table in use."""
        op = self.operation
        if isinstance(op, Update | Delete):
            return not op.bounded and self._depends_on(filter(self.in_use, (op.table,)))
        if isinstance(op, Insert) and op.rows:
            return False
        return isinstance(op, Insert | Merge) and self._depends_on(filter(self.in_use, op.reads))

    def effects_of(self, step: Step) -> tuple[Effect, ...]:
        """The effects of another step."""
        return self._model.effects(step.operation, step.before)

    def rewrites(self, name: Name) -> bool:
        """Whether the statement rewrites the table anyway: then indexes are built and rows are checked on the way."""
        return any(e.work is Work.REWRITE and e.relation == name for s in self.together for e in self.effects_of(s))

    def rewritten_before(self, name: Name) -> Step | None:
        """The nearest earlier statement of this deployment that rewrites the table as well, or None."""
        for step in self.earlier:
            other = step.statement is not self.statement and step.operation.target == name
            if other and any(e.work is Work.REWRITE and e.relation == name for e in self.effects_of(step)):
                return step
        return None

    @property
    def may_run_in_transaction(self) -> bool:
        """Whether the server allows the statement inside a transaction."""
        return self._model.transaction_allowed(self.step.operation, self.step.before)

    @property
    def refused(self) -> str | None:
        """Why the server is certain to refuse the operation, whatever its transaction; None: it is not."""
        row = self._model.refusal_row(self.operation, self.before)
        return row.reason if row is not None and not row.presumed else None

    @property
    def misses(self) -> str | None:
        """The same where something is missing: as far as the migrations tell, for it may be older than they are."""
        row = self._model.refusal_row(self.operation, self.before)
        return row.reason if row is not None and row.presumed else None

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

    def still_holds(self, name: Name, step: Step) -> bool:
        """Whether the transaction stops writes to the relation, and did so when an earlier step began."""
        index = next(i for i, s in enumerate(self.steps) if s is step)
        then = self._ledger.before(index).get(name)
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
        """What the next statement of this transaction that stops writes to the relation does to it, or None."""
        if self.steps[-1].statement is self.statement:
            return None
        return self._ledger.next_lock(self._index, name)

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
        """How to get a statement out of the transaction that it is in, in an imperative."""
        transaction, runner = self.transaction, self.migration.runner
        if self.statement.parent is not None:
            return f"take it out of the block, and {runner.leave or BY_HAND}"
        if transaction.open and not transaction.by_runner:
            return f"move it out of BEGIN and COMMIT: {runner.leave}" if self.session.whole else "move it behind COMMIT"
        return runner.leave or BY_HAND

    @property
    def wait_is_limited(self) -> bool:
        """Whether a setting of the migration ends the statement when it waits too long."""
        return any(self.setting(name) not in {None, "", "0"} for name in TIMEOUTS)

    # --- places and ways out

    def note(self, message: str, at: object) -> Note:
        """A related place: an operation, a statement, a step or a catalog object."""
        return Note(message, span_of(at))

    def safe_rewrite(self, operation: Operation | None = None) -> Fix | None:
        """The engine's way to get the same result without the harm, or None where it has none."""
        return self._engine.safe_rewrite(operation or self.operation, self)  # type: ignore[no-any-return]
