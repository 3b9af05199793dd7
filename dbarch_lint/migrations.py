"""What a migration is: a unit of deployment, in a direction, and the transaction its runner gives it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from dbarch_lint.source import Source, Span

Direction = Literal["up", "down"]

# What the runner puts around a migration's SQL:
#   explicit  BEGIN and COMMIT, or the driver's transaction (Flyway, goose, sqlx, diesel, ...)
#   implicit  nothing, but the whole text goes as one string: two or more statements become one transaction
#             (golang-migrate, Prisma, and the "no transaction" mode of dbmate, sqlx and diesel)
#   none      statement by statement, each committed by itself (psql -f, goose with NO TRANSACTION)
Wrapper = Literal["explicit", "implicit", "none"]
Notices = Literal["words", "lines", "bytes"]


# Where the tools keep what has run: they make these tables by themselves.
OWN_TABLES = frozenset(
    """schema_migrations goose_db_version _sqlx_migrations __diesel_schema_migrations flyway_schema_history
    schema_version _prisma_migrations __drizzle_migrations gorp_migrations pgmigrations atlas_schema_revisions
    databasechangelog databasechangeloglock""".split()
)


# What waits for the end of every transaction that may still see the database as it was: even one that does nothing.
WAITS_FOR_ALL = r"(CREATE (UNIQUE )?INDEX|REINDEX\b.*) CONCURRENTLY\b"


class Runner(msgspec.Struct, frozen=True, kw_only=True):
    """What a message must know of a migration tool.

    `ends`: what ends the version in a file's name, by which the tool knows a migration; empty: the whole name is it.
    `edited` and `late` say what it does about a migration that is edited after it has run, and about a new one before
    one that has run; empty: it does not notice the edit, and runs the new one all the same.  `notices` is how much of a
    text its checksum is made of: the words of statements, all lines (comments too, line ends not), or every byte.
    `retitled` says what it does about another title behind the same version; empty: it does not look at titles.
    `whole`: a file's text goes to the server as one string, so that COMMIT in the middle of it sets nothing free.
    `parts`: each part of a file is a migration of its own to it, so that a file may get more of them.
    `sessions`: each file may get a session of its own, or one that is set back.
    `leave` is what its user does with a statement that cannot be in a transaction; empty where there is no way.
    `declared` is what that takes besides, but for statements that begin like `known`.
    `held` is what it takes for those that wait for all others, where the tool holds its own lock in a transaction.
    `block` is what stands above and below a statement with `;` at the end of a line inside it: the tool cuts there.
    """

    name: str
    leave: str = ""
    known: str = ""
    declared: str = ""
    held: str = ""
    block: tuple[str, ...] = ()
    whole: bool = False
    parts: bool = False
    sessions: bool = False
    ends: str = ""
    edited: str = ""
    notices: Notices = "words"
    retitled: str = ""
    late: str = ""

    def keeps(self, table: str) -> bool:
        """Whether a tool makes a table of this name by itself."""
        return table.rpartition(".")[2] in OWN_TABLES

    def leave_for(self, statements: Iterable[str], *, unlocked: bool = False) -> str:
        """`leave` with all that it takes for these statements; `unlocked`: no lock of the tool's is in the way."""
        texts = [" ".join(each.split()).upper() for each in statements]
        declared = self.declared if not all(re.match(self.known, text) for text in texts) else ""
        held = self.held if not unlocked and any(re.match(WAITS_FOR_ALL, text) for text in texts) else ""
        return self.leave + declared + held


RUNNERS = {
    "atlas": Runner(
        name="Atlas",
        leave="put it into a migration of its own that begins with `-- atlas:txmode none` and an empty line",
        ends="_",
        late="Atlas stops where that has run, unless it is told another --exec-order",
    ),
    "dbmate": Runner(
        name="dbmate",
        leave="put it alone into a migration that says `-- migrate:up transaction:false`",
        whole=True,
        ends="_",
    ),
    "diesel": Runner(
        name="diesel",
        leave="put it alone into a migration with `run_in_transaction = false` in its metadata.toml",
        whole=True,
        ends="_",
    ),
    "drizzle": Runner(name="Drizzle"),
    "flyway": Runner(
        name="Flyway",
        leave="put it into a migration of its own",
        known=r"(CREATE|DROP) ((UNIQUE )?INDEX CONCURRENTLY|DATABASE|TABLESPACE|SUBSCRIPTION)\b|VACUUM\b|ALTER SYSTEM\b"
        r"|REINDEX (VERBOSE )?(SCHEMA|DATABASE|SYSTEM)\b|DISCARD ALL\b",
        declared=", with `executeInTransaction=false` in a <name>.sql.conf beside it",
        held=", and set `flyway.postgresql.transactional.lock=false` (else it waits for Flyway's own lock for ever, "
        "from 9.1 on)",
        ends="__",
        edited="Flyway stops where it has run, because the checksum differs",
        notices="lines",
        retitled="Flyway stops where it has run, because the description differs",
        late="Flyway stops where that has run, unless outOfOrder is set",
    ),
    "golang-migrate": Runner(
        name="golang-migrate",
        leave="put it alone into a migration",
        whole=True,
        ends="_",
        late="golang-migrate never runs it where that has run",
    ),
    "goose": Runner(
        name="goose",
        leave="put it into a migration of its own, with the line `-- +goose NO TRANSACTION` at the top",
        block=("-- +goose StatementBegin", "-- +goose StatementEnd"),
        ends="_",
        late="goose stops where that has run, unless it is told -allow-missing",
    ),
    "graphile-migrate": Runner(
        name="graphile-migrate",
        leave="put it alone into a migration whose first line is `--! no-transaction`",
        whole=True,
        ends="-",
        edited="graphile-migrate stops where it has run, because the hash differs",
    ),
    "liquibase": Runner(
        name="Liquibase",
        leave="put it into a changeset of its own that says `runInTransaction:false`",
        parts=True,
        edited="Liquibase stops where it has run, because the checksum differs",
    ),
    "node-pg-migrate": Runner(
        name="node-pg-migrate",
        whole=True,
        late="node-pg-migrate stops where that has run, unless it is told --no-check-order",
    ),
    "prisma": Runner(name="Prisma", leave="put it alone into a migration", whole=True),
    "sql-migrate": Runner(
        name="sql-migrate",
        leave="put it into a migration of its own that says `-- +migrate Up notransaction`",
        block=("-- +migrate StatementBegin", "-- +migrate StatementEnd"),
    ),
    "sqlx": Runner(
        name="sqlx",
        leave="put it alone into a migration whose first line is `-- no-transaction`",
        whole=True,
        ends="_",
        edited="sqlx stops where it has run, because the checksum differs",
        notices="bytes",
    ),
    "supabase": Runner(
        name="Supabase",
        leave="put it alone into a migration",
        sessions=True,
        ends="_",
        late="supabase db push stops where that has run, unless it is told --include-all",
    ),
    "tern": Runner(
        name="tern",
        leave="put it into a migration of its own, with the line `---- tern: disable-tx ----` at the top",
        ends="_",
        late="tern never runs it where that has run",
    ),
}
UNKNOWN = Runner(name="the migration tool", leave="put it into a migration that runs without a transaction")


def leading_digits(name: str) -> str:
    """The ASCII digits that a name begins with."""
    return name[: len(name) - len(name.lstrip("0123456789"))]


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """One migration, as its framework runs it.

    `ranges` are the byte ranges of the source that run in this direction (the Up part of a goose file);
    None means the whole source.  `run` names the transaction that several migrations share (Drizzle runs all
    pending ones in one): migrations with the same non-empty `run` are wrapped together.  `schema` is the one that the
    tool makes before all else and puts in front of the search path.  `unlocked`: the tool's own lock is none that a
    statement outside of a transaction may wait for.
    """

    id: str
    source: Source
    direction: Direction = "up"
    wrapper: Wrapper = "none"
    ranges: tuple[tuple[int, int], ...] | None = None
    run: str = ""
    pending: bool = True
    released: bool = False  # others have it, whatever its text was: pending or not, it is no part of the deployment
    judged: tuple[tuple[int, int], ...] | None = None  # of a released one the byte ranges that are new; None: all
    unreleased: bool = False  # production has not seen it: it will be deployed together with the pending ones
    framework: str = ""
    schema: str = ""
    repeatable: bool = False  # it may be edited: the tool runs it again
    unlocked: bool = False

    @property
    def text(self) -> bytes:
        """What of the source runs."""
        data = self.source.data
        return data if self.ranges is None else b"".join([data[start:end] for start, end in self.ranges])

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def names(self) -> set[str]:
        """What a user may call it: id, number, file name, path."""
        file = self.path.rsplit("/", 1)[-1]
        version = self.version_in(file).removeprefix("V") if self.runner.ends else leading_digits(file)
        numbers = {version, version.lstrip("0"), version.replace("_", ".")}
        return {self.id, self.id.lstrip("0"), self.path, file, file.removesuffix(".sql"), *numbers} - {""}

    def version_in(self, name: str) -> str:
        """The part of a file or folder name by which the tool knows the migration."""
        if self.runner.ends:
            return name.removesuffix(".sql").partition(self.runner.ends)[0]
        digits = leading_digits(name) if self.runner is UNKNOWN else ""
        return digits or name

    @property
    def runner(self) -> Runner:
        """What is known of the tool that runs it."""
        return RUNNERS.get(self.framework, UNKNOWN)

    def leave(self, *statements: str) -> str:
        """What its user does with these statements, which cannot be in a transaction; empty where there is no way."""
        return self.runner.leave_for(statements, unlocked=self.unlocked)


class Judged:
    """What is judged of the sources: a tool may run a file part by part, and only the last one is new."""

    def __init__(self) -> None:
        self._ranges: dict[int, list[tuple[int, int]]] = {}  # by the identity of the source

    def add(self, migration: Migration) -> None:
        whole = migration.ranges or ((0, len(migration.source.data)),)
        ranges = whole if migration.judged is None else migration.judged
        self._ranges.setdefault(id(migration.source), []).extend(ranges)

    def holds(self, span: Span) -> bool:
        """Whether a place lies in it."""
        return any(start <= span.start <= end for start, end in self._ranges.get(id(span.source), ()))
