"""What a migration is: a unit of deployment, in a direction, and the transaction its runner gives it."""

from __future__ import annotations

from typing import Literal

import msgspec

from dbarch_lint.source import Source

Direction = Literal["up", "down"]

# What the runner puts around a migration's SQL:
#   explicit  BEGIN and COMMIT, or the driver's transaction (Flyway, goose, sqlx, diesel, ...)
#   implicit  nothing, but the whole text goes as one string: two or more statements become one transaction
#             (golang-migrate, Prisma, and the "no transaction" mode of dbmate, sqlx and diesel)
#   none      statement by statement, each committed by itself (psql -f, goose with NO TRANSACTION)
Wrapper = Literal["explicit", "implicit", "none"]


class Runner(msgspec.Struct, frozen=True, kw_only=True):
    """What a message must know of a migration tool.

    `whole`: a file's text goes to the server as one string, so that COMMIT in the middle of it sets nothing free.
    `sessions`: each file may get a session of its own, or one that is set back.
    `leave` is what its user does with a statement that cannot be in a transaction; empty where there is no way.
    """

    name: str
    leave: str = ""
    whole: bool = False
    sessions: bool = False


RUNNERS = {
    "dbmate": Runner(
        name="dbmate", leave="put it alone into a migration that says `-- migrate:up transaction:false`", whole=True
    ),
    "diesel": Runner(
        name="diesel",
        leave="put it alone into a migration with `run_in_transaction = false` in its metadata.toml",
        whole=True,
    ),
    "drizzle": Runner(name="Drizzle"),
    "flyway": Runner(
        name="Flyway",
        leave="put it into a migration of its own; for anything but CREATE and DROP INDEX CONCURRENTLY or VACUUM, "
        "with `executeInTransaction=false` in a <name>.sql.conf beside it",
    ),
    "golang-migrate": Runner(name="golang-migrate", leave="put it alone into a migration", whole=True),
    "goose": Runner(
        name="goose", leave="put it into a migration of its own, with the line `-- +goose NO TRANSACTION` at the top"
    ),
    "prisma": Runner(name="Prisma", leave="put it alone into a migration", whole=True),
    "sqlx": Runner(
        name="sqlx", leave="put it alone into a migration whose first line is `-- no-transaction`", whole=True
    ),
    "supabase": Runner(name="Supabase", leave="put it alone into a migration", sessions=True),
}
UNKNOWN = Runner(name="the migration tool", leave="put it into a migration that runs without a transaction")


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """One migration, as its framework runs it.

    `ranges` are the byte ranges of the source that run in this direction (the Up part of a goose file);
    None means the whole source.  `run` names the transaction that several migrations share (Drizzle runs all
    pending ones in one): migrations with the same non-empty `run` are wrapped together.
    """

    id: str
    source: Source
    direction: Direction = "up"
    wrapper: Wrapper = "none"
    ranges: tuple[tuple[int, int], ...] | None = None
    run: str = ""
    pending: bool = True
    framework: str = ""

    @property
    def path(self) -> str:
        return self.source.path

    @property
    def runner(self) -> Runner:
        """What is known of the tool that runs it."""
        return RUNNERS.get(self.framework, UNKNOWN)
