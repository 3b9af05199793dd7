"""What a server does when it runs a statement: the locks it takes, the files it writes anew, the rows it reads.

A statement runs inside a transaction that is rolled back. Before that the same session reads its own locks from
pg_locks, the file of every relation from pg_class, and how many rows of each table this transaction has read. What the
server does not run in a transaction runs by itself on a copy of the database; its locks are gone when it ends, so only
files and rows are read then.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NamedTuple, Self

import msgspec
import psycopg

from tests.truth import Result

# Weakest first, by the name that pg_locks gives them.
MODES = {
    "AccessShareLock": "ACCESS SHARE",
    "RowShareLock": "ROW SHARE",
    "RowExclusiveLock": "ROW EXCLUSIVE",
    "ShareUpdateExclusiveLock": "SHARE UPDATE EXCLUSIVE",
    "ShareLock": "SHARE",
    "ShareRowExclusiveLock": "SHARE ROW EXCLUSIVE",
    "ExclusiveLock": "EXCLUSIVE",
    "AccessExclusiveLock": "ACCESS EXCLUSIVE",
}
RANK = {mode: rank for rank, mode in enumerate(MODES)}
INDEX_USE = RANK["RowExclusiveLock"]  # up to here a lock on an index is its ordinary use
NOT_IN_A_TRANSACTION = "25001"
PREPARATION = (
    "CREATE ROLE app",
    "CREATE ROLE web",
    "ALTER ROLE postgres SET allow_in_place_tablespaces = on",
    "SET allow_in_place_tablespaces = on",
    "CREATE TABLESPACE ts LOCATION ''",
)
RELATIONS = """
SELECT c.oid::int8, n.nspname, c.relname, c.relkind::text, pg_relation_filenode(c.oid)::int8, c.reltablespace::int8,
       i.indrelid::int8, n.nspname !~ '^pg_' AND n.nspname <> 'information_schema',
       pg_stat_get_xact_tuples_returned(c.oid)
       + coalesce((SELECT sum(greatest(pg_stat_get_xact_tuples_fetched(x.indexrelid),
                   pg_stat_get_xact_tuples_returned(x.indexrelid))) FROM pg_index x WHERE x.indrelid = c.oid), 0)::int8,
       coalesce(pg_relation_size(c.oid), 0)::int8
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE c.oid >= 16384 AND n.nspname NOT IN ('pg_toast', 'information_schema')
"""
# The same count from the statistics that outlive the session.
READ = "SELECT relid::int8, coalesce(seq_tup_read, 0)::int8 FROM pg_stat_all_tables WHERE relid >= 16384"
LOCKS = "SELECT relation::int8, mode, granted FROM pg_locks WHERE pid = %s AND locktype = 'relation'"


class Relation(NamedTuple):
    oid: int
    schema: str
    name: str
    kind: str
    file: int | None
    tablespace: int
    table: int | None  # of an index
    ours: bool
    read: int
    size: int

    @property
    def shown(self) -> str:
        return self.name if self.schema == "public" else f"{self.schema}.{self.name}"

    @property
    def quoted(self) -> str:
        return f'"{self.schema}"."{self.name}"'


class Database(NamedTuple):
    """A database after its setup."""

    name: str
    relations: dict[int, Relation]
    rows: dict[int, int]


class Live:
    """A server to ask."""

    def __init__(self, place: str, *, alone: bool = True) -> None:
        self.place = place
        self.runs_alone = alone  # several statements that cannot run in a transaction run without one
        self.admin: Any = self.connect("postgres")
        self.version = self.admin.info.server_version // 10000
        self.release: str = str(self.admin.info.parameter_status("server_version")).split()[0]
        self.copying = " STRATEGY file_copy" if self.version > 14 else ""  # twice as quick
        for sql in PREPARATION:
            self.admin.execute(sql)

    def connect(self, database: str) -> psycopg.Connection[Any]:
        return psycopg.connect(f"{self.place} dbname={database}", autocommit=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.admin.close()

    def drop(self, name: str) -> None:
        self.admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    @contextmanager
    def database(self, setup: Sequence[str]) -> Iterator[Database | None]:
        """A new database with the setup in it; None where this version does not run the setup."""
        self.drop("measured")
        self.admin.execute("CREATE DATABASE measured")
        with self.connect("measured") as session:
            try:
                for sql in setup:
                    session.execute(sql)
            except psycopg.Error as error:
                self.failed = f"{error.sqlstate} {one_line(error)}"
                yield None
                return
            with suppress(psycopg.Error):  # it stops at a foreign table whose wrapper has no handler
                session.execute("ANALYZE")
            relations = read_relations(session)
            rows = {r.oid: count(session, r) for r in relations.values() if r.kind in "rm"}
        yield Database("measured", relations, rows)

    def accepted(self, setup: Sequence[str]) -> list[str]:
        """The statements of a setup that the server runs."""
        self.drop("measured")
        self.admin.execute("CREATE DATABASE measured")
        found = []
        with self.connect("measured") as session:
            for sql in setup:
                try:
                    session.execute(sql)
                except psycopg.Error:
                    continue
                found.append(sql)
        return found

    def result(self, database: Database, session: Sequence[str], sql: Sequence[str]) -> Result:
        """What the statements do."""
        connection = self.connect(database.name)
        try:
            for setting in session:
                connection.execute(setting)
            try:
                connection.execute("BEGIN")
                for statement in sql:
                    connection.execute(statement)
                held = read_locks(connection, connection.info.backend_pid)
                after = read_relations(connection)
            except psycopg.Error as error:
                if error.sqlstate != NOT_IN_A_TRANSACTION or (len(sql) > 1 and not self.runs_alone):
                    return self.refused(error, transaction=error.sqlstate != NOT_IN_A_TRANSACTION)
            else:
                return self.summary(database, held, after, transaction=True)
        finally:
            connection.close()
        return self.alone(database, session, sql)

    def refused(self, error: psycopg.Error, *, transaction: bool = True) -> Result:
        return Result(
            versions=(self.version, self.version), error=f"{error.sqlstate} {one_line(error)}", tx=transaction
        )

    def alone(self, database: Database, session: Sequence[str], sql: Sequence[str]) -> Result:
        """The statements outside a transaction, on a copy of the database."""
        name = "app"  # what REINDEX of a whole database names
        self.drop(name)
        wait_until_idle(self.admin, database.name)
        self.admin.execute(f"CREATE DATABASE {name} TEMPLATE {database.name}{self.copying}")
        names = set(self.databases())
        try:
            with self.connect(name) as connection:
                for statement in (*session, *sql):
                    connection.execute(statement)
            after = self.afterwards(name)
        except psycopg.Error as error:
            return self.refused(error, transaction=False)
        finally:
            for made in {*self.databases()} - names | {name}:
                self.drop(made)
            for made in self.tablespaces():
                self.admin.execute(f"DROP TABLESPACE {made}")
        return msgspec.structs.replace(self.summary(database, {}, after, transaction=False), locks=None)

    def databases(self) -> list[str]:
        return [name for (name,) in self.admin.execute("SELECT datname FROM pg_database").fetchall()]

    def tablespaces(self) -> list[str]:
        """Those that a statement has made."""
        found = self.admin.execute("SELECT spcname FROM pg_tablespace WHERE oid >= 16384 AND spcname <> 'ts'")
        return [name for (name,) in found.fetchall()]

    def afterwards(self, name: str) -> dict[int, Relation]:
        """The relations after the session has ended, with the rows that it has read."""
        wait_until_idle(self.admin, name)
        if self.version < 15:
            time.sleep(0.6)  # until its statistics have been collected
        with self.connect(name) as connection:
            after = read_relations(connection)
            read = dict(connection.execute(READ).fetchall())
        return {oid: r._replace(read=read.get(oid, 0)) for oid, r in after.items()}

    def summary(
        self, database: Database, held: dict[int, str], after: dict[int, Relation], *, transaction: bool
    ) -> Result:
        before = database.relations
        files = {r.file for r in before.values() if r.file}
        locks = {}
        for oid, mode in held.items():
            relation = before.get(oid)
            if relation is not None and relation.ours and (relation.kind not in "iI" or RANK[mode] > INDEX_USE):
                locks[relation.shown] = MODES[mode]
        rewrite, moved, build, scan = set(), set(), set(), set()
        empty = {before[oid].shown for oid, rows in database.rows.items() if not rows and before[oid].ours}
        empty |= {r.shown for r in before.values() if r.table and r.ours and not database.rows.get(r.table)}
        for oid, relation in after.items():
            old = before.get(oid)
            if not relation.ours:
                continue
            new_file = bool(relation.file) and relation.file not in files
            heap = after.get(relation.table or oid)
            filled = heap is not None and bool(database.rows.get(heap.oid)) and heap.size > 0
            name = (old or relation).shown  # it may have got another
            if old is not None and new_file and old.tablespace != relation.tablespace:
                moved.add(name)
            elif relation.kind in "iI" and new_file and filled:
                build.add(name)
            elif old is not None and relation.kind in "rm" and new_file and filled:
                rewrite.add(name)
        for oid, rows in database.rows.items():
            if oid in after and rows and after[oid].read >= rows * 0.9:
                scan.add(before[oid].shown)
        return Result(
            versions=(self.version, self.version),
            tx=transaction,
            locks=dict(sorted(locks.items())),
            rewrite=frozenset(rewrite),
            moved=frozenset(moved),
            build=frozenset(build),
            scan=frozenset(scan),
            empty=frozenset(empty),
        )


def keep_strongest(held: dict[int, str], relation: int, mode: str) -> None:
    if mode in RANK and RANK[mode] >= RANK.get(held.get(relation, ""), -1):
        held[relation] = mode


def read_relations(connection: psycopg.Connection[Any]) -> dict[int, Relation]:
    return {row[0]: Relation(*row) for row in connection.execute(RELATIONS).fetchall()}


def read_locks(connection: psycopg.Connection[Any], pid: int) -> dict[int, str]:
    held: dict[int, str] = {}
    for relation, mode, _ in connection.execute(LOCKS, [pid]).fetchall():
        keep_strongest(held, relation, mode)
    return held


def count(connection: psycopg.Connection[Any], relation: Relation) -> int:
    """How many rows there are; of a materialized view that was not filled, none."""
    try:
        found = connection.execute(f"SELECT count(*) FROM ONLY {relation.quoted}").fetchone()
    except psycopg.errors.ObjectNotInPrerequisiteState:
        return 0
    return int(found[0]) if found is not None else 0


def wait_until_idle(admin: Any, database: str) -> None:
    """Until no session of the database is left: it can be copied then, and what it did has been counted."""
    for _ in range(400):
        if not admin.execute("SELECT FROM pg_stat_activity WHERE datname = %s", [database]).fetchall():
            return
        time.sleep(0.005)


def one_line(error: psycopg.Error) -> str:
    return " ".join(str(error).split("\n")[0].split())
