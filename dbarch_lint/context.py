"""What a rule is given beside its subject: the catalogs, the effects, the transaction and the deployment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Literal

from dbarch_lint.asked import UNFILLED, Doubt, Undecided
from dbarch_lint.effects import Effect, Work
from dbarch_lint.findings import Note, Rewrite
from dbarch_lint.ledger import Held, is_new, outermost, span_of
from dbarch_lint.links import dropped_links, dropped_parts
from dbarch_lint.objects import IndexEntry, replace
from dbarch_lint.operations import (
    AddColumn,
    Commit,
    Delete,
    DropColumn,
    DropTable,
    Insert,
    Merge,
    Operation,
    RenameColumn,
    Update,
)
from dbarch_lint.place import Op, Place
from dbarch_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.compatibility import Break, Kind
    from dbarch_lint.engines import Spelling
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Column, Function, Table
    from dbarch_lint.replay import Step
    from dbarch_lint.source import Origin, Statement

LATELY = 50  # deployments


EMPTIED = "is emptied by this deployment"


class Context(Place):
    """The question desk of a rule. For a rule on tables or the catalog there is no step: `catalog` is the final one."""

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
        fails = emptied is not None and isinstance(emptied.operation, AddColumn)
        return self.excused(True, f"{name} {'is empty, or this fails' if fails else EMPTIED}", emptied)

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

    def meets_rows(self, table: Name) -> bool:
        """Whether what fails on the first row may fail: the table is in use, or had to be empty for an earlier step."""
        needed_none = any(
            isinstance(op := step.operation, AddColumn) and op.table == table and op.wants_value
            for step in self.earlier
            if not step.before.is_empty(table)
        )
        return self.in_use(table) or (needed_none and not self.is_new(table))

    def is_new_column(self, table: Name, column: str) -> bool:
        """Whether this deployment added the column, or its table."""
        known = self.before.table(table)
        found = known.column(column) if known is not None else None
        added = found is not None and found.created == self.before.deployment != 0
        return self.is_new(table) or self.excused(added, f"{table}.{column} is added by this deployment", found)

    def is_passing(self, table: Name, column: str) -> bool:
        """Whether no running code knows the column: it is new, or made way for one that has its values."""
        former = column
        for step in self.earlier:
            op = step.operation
            if isinstance(op, RenameColumn) and op.table == table and op.new_name == former:
                former = op.column
        result = self.result.table(table)
        replaced = former != column and result is not None and result.column(former) is not None
        kept = replaced and (self.is_copied(table) or not self.is_new_column(table, former))
        return self.is_new_column(table, column) or self.excused(
            kept, f"{table}.{former} has taken its place", self.step
        )

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

    def is_here(self, origin: Origin | None) -> bool:
        """Whether a migration of this deployment wrote it."""
        if origin is None or self._deployment is None:
            return False
        return any(replayed.migration.source is origin.statement.source for replayed in self._deployment.migrations)

    def staged(self, part: Column | Table | None, table: Name) -> bool:
        """Whether an earlier deployment made a column, or the table, ready to be dropped: code can do without it.

        What became optional long ago may have done so for another reason, and so did what has a default: code could
        leave that out before. A number that a sequence gives is no value that may be missing: then it is to go.
        """
        found, number = (part.staged, getattr(part, "staged_in", 0)) if part is not None else (None, 0)
        given = getattr(part, "default", None) is not None and getattr(part, "draws_from", None) is None
        recent = not number or (self.before.deployment - number <= LATELY and not given)
        earlier = found is not None and recent and not self.is_here(found)
        name = f"{table}.{part.name}" if part is not None and part.name != table else str(table)
        return self.excused(earlier, f"an earlier deployment made {name} ready to be dropped", found)

    def dropped_later(self, name: Name) -> Step | None:
        """The step of this deployment that will drop the table, or None."""
        found = next((s for s in self.later if isinstance(s.operation, DropTable) and s.operation.table == name), None)
        return found if self.excused(found is not None, f"{name} is dropped later in this deployment", found) else None

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
        """The indexes and constraints of a table, views on it and foreign keys to it that go with what is dropped.

        Of a whole table only the foreign keys: its views are told by themselves.
        """
        cascades = getattr(self.operation, "cascade", False)  # else they would be in the way
        keys = dropped_links(table, self.before, self.after, self.result) if cascades else {}
        waiting = {e.relation for e in self.felt if e.blocks_reads}
        who = {t: f"{t} (whose reads and writes wait)" if t in waiting else str(t) for t in keys}
        references = [f"{name} of {who[t]}" for t, names in keys.items() for name in names]
        return [*dropped_parts(table, self.before, self.after), *references]

    def is_copied_column(self, table: Name, column: str) -> bool:
        """Whether an earlier step of this deployment fills another table or column with what it reads here."""
        name = column.lower()
        copies = [step.statement for step in self.copies(table)]
        within = (op for s in self.earlier if isinstance(op := s.operation, Update) and op.table == table)
        for op in within:
            set_or_asked = (*op.columns, *(op.where.columns if op.where is not None else ()))
            copies += [op.statement] if name not in map(str.lower, set_or_asked) else []
        said = (s for s in copies if not name.isascii() or s.says(name.encode()))
        return any(name in statement.span.names for statement in said)

    def is_copied(self, table: Name) -> bool:
        """Whether an earlier step of this deployment may have copied values of the table, to another one or within."""
        within = (isinstance(s.operation, Update) and s.operation.table == table for s in self.earlier)
        return self.copied_from(table) is not None or any(within)

    def misses_rows(self, copy: Step, name: Name) -> bool:
        """Whether rows that reach a table after an earlier step began to copy it are not in the copy.

        They are where a lock keeps others off until now, where a trigger of the table writes to the copy (or names it),
        and where the table had another name by then, which others do not say.
        """
        if self.name_before(name, copy) != self.name_before(name) or self.still_holds(name, copy):
            return False
        table, target = self.before.table(name), copy.operation.target
        fed = table is not None and target is not None and target.name.lower() in self._trigger_texts(table)
        return not self.excused(fed, f"a trigger of {name} writes to {target}, too", copy)

    def _trigger_texts(self, table: Table) -> str:
        """How what INSERTs run was written, in lower case."""
        triggers = [t for t in table.triggers if "INSERT" in t.events]
        functions = [f for t in triggers for f in self.before.functions.get(t.function, ())]
        written = [in_lower_case(t.origin.statement) for t in triggers if t.origin is not None]
        return " ".join([*written, *map(self._text, functions)])

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

    def repeating(self, table: Name, column: str) -> AddColumn | None:
        """The operation of this deployment that gave all rows one value in the column, where it still has it."""
        known = found.column(column) if (found := self.before.table(table)) is not None else None
        if known is None or not known.repeated == self.before.deployment != 0:
            return None
        adding = (o for s in self.earlier if isinstance(o := s.operation, AddColumn) and o.table == table)
        return next((op for op in adding if op.column.name == column), None)

    def partitions_unseen(self, name: Name) -> bool:
        """Whether the table is partitioned and the history shows no partition: then something else makes them."""
        table = self.before.table(name)
        parted = table is not None and table.partition_by is not None and not table.partition_by.within
        return parted and not self.before.children.get(name)

    def breaks(self, *kinds: Kind) -> Iterator[tuple[Break, Context]]:
        """What this migration breaks for code that is still running, and the context of the step that does it.

        The schema before the deployment is compared with that after it: a view in place of a renamed table, or a
        column that comes back, breaks nothing. For rules on migrations.
        """
        if self._deployment is None:
            return
        from dbarch_lint.compatibility import breaks

        first, end = self._deployment.starts[self._number : self._number + 2]
        for placed in breaks(self._deployment, self._engine.narrowing, kinds):
            if first <= placed.index < end:
                yield placed.broken, self.at(placed.index)

    # --- locks and work

    @property
    def felt(self) -> Iterable[Effect]:
        """The effects on relations that someone else may be using: not new, not temporary."""
        if self._asked.doubting:  # what is asked of each is noted
            return (e for e in self.effects if not self.is_new(e.relation))
        if self._felt is None:
            self._felt = tuple([e for e in self.effects if not self.is_new(e.relation)])
        return self._felt

    @property
    def blocks_writes_for_long(self) -> bool:
        """Whether writes to an existing table wait for work that grows with a table in use."""
        return any(e.blocks_writes for e in self.felt) and self.works_for_long

    @property
    def blocks_reads_for_long(self) -> bool:
        """Whether reads of an existing table wait for work that grows with a table in use."""
        return any(e.blocks_reads for e in self.felt) and self.works_for_long

    @property
    def spoiled(self) -> Literal["", "beside", "versions"]:
        """Why the operation does long work that it would not do otherwise: what stands beside it, or row versions."""
        op, table = self.operation, self.before.table(self.operation.target) if self.operation.target else None
        if table is None or not any(e.long for e in self.effects):
            return ""
        alone, fresh = replace(op, beside=()), self.before.put(replace(table, row_versions=()))
        if op.beside and not any(e.long for e in self._model.effects(alone, self.before, self.step.session)):
            return "beside"
        used_up = table.row_versions and not any(e.long for e in self._model.effects(op, fresh, self.step.session))
        return "versions" if used_up else ""

    @property
    def at_once(self) -> str:
        """How something is made so that nobody sees what was before it, as far as the engine can."""
        return "made in the same transaction" if self._engine.transactional_ddl else "made right behind it"

    @property
    def sql(self) -> Spelling:
        """Names and small statements in the engine's words."""
        return self._engine.sql

    def advised(self, way_out: str, *names: str) -> str:
        """A way out of a bad design, in the engine's words."""
        return self._engine.advice[way_out].format(*names)

    @property
    def clustered(self) -> bool:
        """Whether the rows of a table lie in the index of its primary key."""
        return self._engine.clustered

    @property
    def longest_entry(self) -> int:
        """The bytes that an entry of an index may have before an INSERT fails; 0: such an index cannot be made."""
        return self._engine.longest_entry

    def without_transactions(self, table: Table) -> str:
        """Where a table lies, if that place knows no transactions; empty: it does."""
        return self._engine.without_transactions(table)

    def is_reserved(self, name: str) -> bool:
        """Whether a name is a word of the engine's language, which names nothing without quotes."""
        return self._engine.is_reserved(name)

    @property
    def instead(self) -> str:
        """How to do the same while others work, in the engine's words and in an imperative."""
        return self._engine.instead(self.operation, self.before) or "do it when few use it"

    @property
    def guard(self) -> str:
        """The words by which the server refuses the statement rather than do it in a dearer way.

        Empty where it says such words already, and where there are none.
        """
        done = [(s.operation, s.before) for s in self.together]
        return "" if any(any(op.requested) for op, _ in done) else self._model.guard(done)

    @property
    def works_for_long(self) -> bool:
        """Whether the operation passes over the rows of a table that is not known to be empty."""
        long = (self._table_of(e.relation) for e in self.felt if e.long)
        return self._depends_on([name for name in long if not self.is_empty(name)] or self._works_unseen)

    def _table_of(self, name: Name) -> Name:
        """The table of an index; any other relation itself."""
        found = self.before.relations.get(name)
        return found.table if isinstance(found, IndexEntry) else name

    @property
    def _works_unseen(self) -> tuple[Name, ...]:
        """The target, where the operation passes over rows of partitions that the migrations do not show."""
        op, name = self.operation, self.operation.target
        if name is None or getattr(op, "only", False) or not self.partitions_unseen(name) or self.is_new(name):
            return ()
        row = self._model.row(op, self.before)
        return (name,) if row is not None and any(part.startswith("target") for part in row.work) else ()

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
            return (not op.bounded or self.loops_without_commit) and self._depends_on(filter(self.in_use, (op.table,)))
        if isinstance(op, Insert) and (op.rows or (op.bounded and not self.loops_without_commit)):
            return False
        return isinstance(op, Insert | Merge) and self._depends_on(filter(self.in_use, op.reads))

    @property
    def loops_without_commit(self) -> bool:
        """Whether the statement runs again and again in a block that never commits: all rounds are one transaction."""
        block, loops = self.outermost, self.statement.looped
        commits = (s for s in self.steps if isinstance(s.operation, Commit) and outermost(s.statement) is block)
        return loops and next(commits, None) is None

    def rewrites(self, name: Name) -> bool:
        """Whether the statement rewrites the table anyway: then indexes are built and rows are checked on the way."""
        anew = (s for s in self.together for e in self.effects_of(s) if e.work is Work.REWRITE and e.relation == name)
        found = next(anew, None)
        return self.excused(found is not None, f"the statement rewrites {name} anyway", found)

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
        return None if row is None or row.presumed else self._model.reason(row, self.operation, self.before)

    @property
    def misses(self) -> str | None:
        """The same where something is missing: as far as the migrations tell, for it may be older than they are."""
        row = self._model.refusal_row(self.operation, self.before)
        if row is None or not row.presumed or not self.before.relations:  # a history that begins so began earlier
            return None
        named = self._model.answer(row.about, self.operation, self.before)
        names = map(str, named if isinstance(named, tuple) else (named,))
        told = [name for name in dict.fromkeys(names) if not self.migration.runner.keeps(name)]
        return f"{row.reason} ({', '.join(told)})" if told else None

    @property
    def refused_again(self) -> str | None:
        """Why the server would refuse the same operation right after it; None where it can be run twice."""
        bound = self._engine.bind(self.operation, self.after, self.step.session, self._model.version)
        again = (bound,) if isinstance(bound, Operation) else bound
        return row.reason if again and (row := self._model.refusal_row(again[0], self.after)) is not None else None

    # --- places and ways out

    def note(self, message: str, at: object) -> Note:
        """A related place: an operation, a statement, a step or a catalog object."""
        return Note(message, span_of(at))

    def note_on(self, held: Held) -> Note:
        """The statement that took a lock, and keeps it."""
        return self.note(f"takes {held.lock} on {held.relation} until the transaction ends", held.step)

    def names_field(self, function: Function, column: str) -> bool:
        """Whether a trigger function names this column of its NEW or OLD row."""
        return column.lower() in self._text(function) and column in self._engine.record_fields(function)

    def given(self, table: Name, column: str) -> bool:
        """Whether functions of the database insert the rows of a table, and all of them name this column by now."""
        if not any(self._inserting(self.base, table)):
            return False
        now = list(self._inserting(self.result, table))
        named = bool(now) and all(column.lower() in self._text(f) for f in now)
        return self.excused(named, f"functions of the database insert the rows of {table}, with {column}", self.step)

    def _inserting(self, catalog: Catalog, table: Name) -> Iterator[Function]:
        """The functions that insert rows into the table."""
        for function in (f for overloads in catalog.functions.values() for f in overloads):
            if table.name.lower() in self._text(function) and table.name in self._engine.inserts_into(function):
                yield function

    @staticmethod
    def _text(function: Function) -> str:
        """How a function was written, in lower case; empty where nobody knows."""
        return in_lower_case(function.origin.statement) if function.origin is not None else ""

    def safe_rewrite(self, operation: Operation | None = None) -> Rewrite:
        """The engine's way to get the same result without the harm: a call that gives it, or None where it has none."""
        return partial(self._engine.safe_rewrite, operation or self.operation, self)

    def guarded(self) -> Rewrite:
        """The statement with the words of `guard`: a call that gives it, or None where it does not take them."""
        return partial(self._engine.guarded, self.operation, self)


@lru_cache(maxsize=1024)
def in_lower_case(statement: Statement) -> str:
    """The text of a statement, for words that are looked for in it again and again."""
    return statement.text.lower()
