"""The fold: migrations over the catalog, one Step per operation.

`replay` is lazy and pure: it yields every migration's steps as soon as they are known and keeps nothing but the
current catalog and session.  A deployment is a migration (or the group of pending ones named together); its number
is what "new" and "empty" are measured against.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import Engine
from dbarch_lint.granted import informed, noted
from dbarch_lint.maps import insert, remove
from dbarch_lint.migrations import UNKNOWN, Migration
from dbarch_lint.named import Named
from dbarch_lint.names import Name
from dbarch_lint.operations import (
    AddCheck,
    AddColumn,
    AddEnumValue,
    AddExclusion,
    AddForeignKey,
    AddPrimaryKey,
    AddUnique,
    Begin,
    CallProcedure,
    Commit,
    Copy,
    CreateFunction,
    CreateIndex,
    CreateSequence,
    CreateTable,
    CreateType,
    CreateView,
    Ignored,
    LockTable,
    Opaque,
    Operation,
    Rollback,
    Savepoint,
    Select,
    SetVariable,
    UnlockTables,
    Write,
)
from dbarch_lint.operations.tables import drop_relation, drop_schema
from dbarch_lint.session import TIMEOUTS, Mark, Session, Transaction
from dbarch_lint.source import Statement

replace = msgspec.structs.replace


class Step(msgspec.Struct, frozen=True):
    """One operation in its place: what was before it, what is after it, and the transaction it runs in."""

    operation: Operation
    before: Catalog
    after: Catalog
    session: Session  # as the statement finds it

    @property
    def statement(self) -> Statement:
        return self.operation.statement

    @property
    def transaction(self) -> Transaction:
        return self.session.transaction


class Replayed(msgspec.Struct, frozen=True):
    """One migration with its statements and steps; `base` is the catalog before its deployment.

    `grouped`: others of the same deployment may follow.
    """

    migration: Migration
    statements: Sequence[Statement]
    steps: Sequence[Step]
    base: Catalog
    after: Catalog
    grouped: bool = False


class Deployment:
    """The migrations that reach production together, as one history: `base` before the first, `after` the last.

    `history` are the migrations that this is a part of.
    """

    def __init__(self, migrations: Sequence[Replayed], history: Sequence[Migration] = ()) -> None:
        self.migrations = migrations
        self.history = history
        self.made_again: dict[str, Migration] | None = None  # views, and who makes them later; when somebody asks
        self.base, self.after = migrations[0].base, migrations[-1].after
        self.starts = [0]  # of each migration: the place of its first step among `steps`
        for replayed in migrations:
            self.starts.append(self.starts[-1] + len(replayed.steps))
        one = len(migrations) == 1
        self.steps = migrations[0].steps if one else [step for replayed in migrations for step in replayed.steps]


def deployments(history: Iterable[Replayed], of: Sequence[Migration] = ()) -> Iterator[Deployment]:
    """A history by deployments, each as soon as it is known to be whole; `of` are all migrations."""
    group: list[Replayed] = []
    for replayed in history:
        if group and replayed.base is not group[0].base:
            yield Deployment(group, of)
            group = []
        if replayed.grouped:
            group.append(replayed)
        else:
            yield Deployment((replayed,), of)
    if group:
        yield Deployment(group, of)


def replay(
    migrations: Iterable[Migration],
    engine: Engine,
    version: int,
    *,
    together: bool = False,
    start: Catalog | None = None,
) -> Iterator[Replayed]:
    """Fold the up migrations. `together`: all pending ones are one deployment; otherwise each is its own.

    Those that production has not seen are one in any case: they will reach it together.  One that others have is none
    of them, even if it is judged because it was edited.

    `start` is the catalog before the first one: a new database if nothing is said.
    """
    catalog = start if start is not None else engine.initial_catalog()
    session = Session()
    number, base, run, grouped, temporary = 0, catalog, "", False, False
    for migration in migrations:
        if migration.direction == "down":
            continue
        catalog = furnished(catalog, migration)
        joins = migration.unreleased or (together and migration.pending and not migration.released)
        follows = grouped and joins
        goes_on = run != "" and migration.run == run and follows  # the transaction of the migration before this one
        catalog, session = closed(catalog, session, goes_on)
        if not follows:
            number += 1
            catalog = replace(catalog, deployment=number)
            base = catalog
        grouped = joins
        if not goes_on:
            stays = follows and not migration.runner.sessions
            session = following(session) if stays else fresh(session, migration)
            if temporary and not stays:
                catalog, temporary = drop_schema(catalog, TEMPORARY), False
        run = migration.run
        statements = engine.parse(migration.source, migration.ranges)
        if migration.wrapper == "none" and migration.runner is UNKNOWN and engine.asks_for_transaction(statements):
            migration = replace(migration, wrapper="explicit")  # noqa: PLW2901 (whoever runs it does so in one, or fails)
        session = opened(session, migration, catalog, len(statements))
        steps: list[Step] = []
        for statement in statements:  # lowered only now, so that its tree is still at hand for binding
            for raw in engine.lower(statement):
                for operation in bound(engine, raw, catalog, session, version):
                    if not engine.transactional_ddl and session.transaction.open and commits(operation):
                        session = session.end()
                    before, found = informed(catalog, operation), session
                    catalog, session = step(before, session, operation)
                    steps.append(Step(operation, before, catalog, found))
        temporary = temporary or any(makes_temporary(s.operation) for s in steps if type(s.operation) in MAKING)
        catalog, session = closed(catalog, session, migration.run)
        if temporary and not migration.run and (not grouped or migration.runner.sessions):  # the session ends here
            catalog, temporary = drop_schema(catalog, TEMPORARY), False
        yield Replayed(migration, statements, steps, base, catalog, grouped)


def furnished(catalog: Catalog, migration: Migration) -> Catalog:
    """The catalog with the schema that the runner makes where there is none."""
    if not migration.schema or migration.schema in catalog.schemas:
        return catalog
    own = Named(name=migration.schema, kind="schema")
    return replace(catalog, schemas=insert(catalog.schemas, migration.schema, own))


def fresh(session: Session, migration: Migration) -> Session:
    """A new session, as the runner opens it for a migration; transactions go on being counted."""
    path = (migration.schema, "public") if migration.schema else Session().path
    return Session(transactions=session.transactions, path=path)


def following(session: Session) -> Session:
    """The session in which the next migration of a deployment runs: what was SET goes on to hold.

    Timeouts alone, because a search path is written for the file that it stands in.
    """
    kept = {name: session.settings[name] for name in TIMEOUTS if name in session.settings}
    return Session(transactions=session.transactions, path=session.path, settings=Session().settings.update(kept))


def closed(catalog: Catalog, session: Session, goes_on: object) -> tuple[Catalog, Session]:
    """What is left when the runner commits; what there is where its transaction goes on, or none is open."""
    if goes_on or not session.transaction.open:
        return catalog, session
    return committed(catalog), session.end()


def opened(session: Session, migration: Migration, catalog: Catalog, statements: int) -> Session:
    """The session as the runner hands it over: in a transaction of its own, in an implicit one, or in none."""
    whole = statements > 1 and (migration.wrapper == "implicit" or migration.runner.whole)
    session = replace(session, whole=whole) if session.whole != whole else session
    if migration.wrapper == "explicit":
        return session.begin("explicit", catalog, by_runner=True)
    return session.begin("implicit", catalog, by_runner=True) if whole else session


def bound(engine: Engine, raw: Operation, catalog: Catalog, session: Session, version: int) -> Sequence[Operation]:
    """The bound operations that a raw one comes to: one, for most engines always."""
    found = engine.bind(raw, catalog, session, version)
    return found if isinstance(found, tuple | list) else (found,)


CONTROLS = (SetVariable, Begin, Commit, Rollback, Savepoint, UnlockTables)
IN_TRANSACTION = (Write, Select, Copy, CallProcedure, Ignored, Opaque, *CONTROLS)


def commits(operation: Operation) -> bool:
    """Whether an engine without transactional DDL commits before this operation: before any but these."""
    temporary = isinstance(operation, CreateTable) and operation.definition.temporary
    return not (temporary or isinstance(operation, IN_TRANSACTION))


TEMPORARY = "pg_temp"  # the schema of what ends with the session


MAKING = frozenset({CreateTable, CreateView, CreateSequence, CreateFunction, CreateType})


def makes_temporary(operation: Operation) -> bool:
    """Whether what an operation makes ends with the session."""
    if isinstance(operation, CreateFunction | CreateType):
        return operation.definition.name.schema == TEMPORARY
    return operation.target is not None and operation.target.schema == TEMPORARY


def step(catalog: Catalog, session: Session, operation: Operation) -> tuple[Catalog, Session]:
    """Catalog and session after one bound operation."""
    kind = type(operation)
    control = CONTROL.get(kind)
    if control is not None:
        return control(catalog, session, operation)  # type: ignore[operator, no-any-return]
    if operation.statement.guarded and is_there(operation, catalog):
        return catalog, session
    after = operation.apply(catalog)
    if after.complete:
        after = noted(catalog, after, operation)
    elif after.assumed is not None:
        after = replace(after, assumed=None)
    if after.passing and not session.transaction.open:
        after = committed(after)
    made = UNCOMMITTED.get(kind)
    if made is not None and session.transaction.open:
        after = replace(after, uncommitted=after.uncommitted | {made(operation)})
    return after, session


# What only the open transaction sees of types: an enum that it makes (with ""), and a value that it adds to one.
UNCOMMITTED: dict[type[Operation], Callable[[Any], tuple[Name, str]]] = {
    CreateType: lambda op: (op.definition.name, ""),
    AddEnumValue: lambda op: (op.name, op.value),
}


def is_there(operation: Operation, catalog: Catalog) -> bool:
    """Whether what a guarded operation would make is there already: then the guard keeps it from running."""
    if isinstance(operation, AddColumn):
        return operation.exists
    if isinstance(operation, CreateIndex):
        table = catalog.table(operation.table)
        return table is not None and operation.index.name in table.index_names
    if isinstance(operation, CreateType):
        return operation.definition.name in catalog.types
    if isinstance(operation, AddForeignKey | AddCheck | AddUnique | AddPrimaryKey | AddExclusion):
        table = catalog.table(operation.table)
        return table is not None and operation.constraint.name in table.constraint_names
    return False


def committed(catalog: Catalog) -> Catalog:
    """The catalog after the end of a transaction: tables that were to go with it are gone."""
    for name in catalog.passing:
        table = catalog.table(name)
        if table is not None and table.until_commit:
            catalog = drop_relation(catalog, name, cascade=True)
    return catalog.committed()


def _begin(catalog: Catalog, session: Session, _: Begin) -> tuple[Catalog, Session]:
    return catalog, _unlock(catalog, session, _)[1].begin("explicit", catalog)


def _lock(catalog: Catalog, session: Session, op: LockTable) -> tuple[Catalog, Session]:
    if not op.kept:
        return catalog, session
    beside = tuple(lock for lock in session.locked if lock.statement is op.statement)
    return catalog, replace(session, locked=(*beside, op))


def _unlock(catalog: Catalog, session: Session, _: Operation) -> tuple[Catalog, Session]:
    return catalog, replace(session, locked=()) if session.locked else session


def _commit(catalog: Catalog, session: Session, op: Commit) -> tuple[Catalog, Session]:
    return committed(catalog), _next(session.end(), catalog, chain=op.chain)


def _next(ended: Session, catalog: Catalog, *, chain: bool) -> Session:
    """What follows COMMIT or ROLLBACK: in a text that was sent as one string, an implicit transaction."""
    if chain:
        return ended.begin("explicit", catalog)
    return ended.begin("implicit", catalog, by_runner=True) if ended.whole else ended


def _rollback(catalog: Catalog, session: Session, op: Rollback) -> tuple[Catalog, Session]:
    if session.marks:
        start = session.marks[0]
        catalog, session = start.catalog, replace(session, settings=start.settings)
    return catalog, _next(session.end(), catalog, chain=op.chain)


def _savepoint(catalog: Catalog, session: Session, op: Savepoint) -> tuple[Catalog, Session]:
    if not session.transaction.open:
        return catalog, session
    if op.action == "set":
        return catalog, replace(session, marks=(*session.marks, Mark(op.name, catalog, session.settings)))
    for i in range(len(session.marks) - 1, 0, -1):
        mark = session.marks[i]
        if mark.name == op.name:
            if op.action == "release":
                return catalog, replace(session, marks=session.marks[:i])
            return mark.catalog, replace(session, marks=session.marks[: i + 1], settings=mark.settings)
    return catalog, session


def _set(catalog: Catalog, session: Session, op: SetVariable) -> tuple[Catalog, Session]:
    name = op.name.lower()
    if op.local:
        if not session.transaction.open:
            return catalog, session  # the server warns and does nothing
        local = insert(session.local, name, op.values) if op.values is not None else without(session.local, name)
        return catalog, replace(session, local=local)
    if name == "all" and op.values is None:
        kept = {who: session.settings[who] for who in ROLES if who in session.settings}
        return catalog, replace(session, settings=Session().settings.update(kept), local=Session().local)
    if name == "session_authorization":  # as another user nobody goes on in a role
        session = replace(session, settings=without(session.settings, "role"))
    settings = insert(session.settings, name, op.values) if op.values is not None else without(session.settings, name)
    return catalog, replace(session, settings=settings, local=without(session.local, name))


ROLES = ("role", "session_authorization")  # what RESET ALL leaves


def without(mapping, name: str):  # type: ignore[no-untyped-def]
    """The mapping without a key that may be missing."""
    return remove(mapping, name) if name in mapping else mapping


CONTROL = {
    Begin: _begin,
    Commit: _commit,
    Rollback: _rollback,
    Savepoint: _savepoint,
    SetVariable: _set,
    LockTable: _lock,
    UnlockTables: _unlock,
}
