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
    `leave` is what its user writes to run a file without a transaction; empty where no file can.
    `alone`: even then a statement that refuses transactions must be the only one in its file.
    """

    name: str
    leave: str = ""
    whole: bool = False
    alone: bool = False


RUNNERS = {
    "dbmate": Runner(name="dbmate", leave="write `-- migrate:up transaction:false`", whole=True, alone=True),
    "diesel": Runner(
        name="diesel",
        leave="put a metadata.toml with `run_in_transaction = false` beside the file",
        whole=True,
        alone=True,
    ),
    "drizzle": Runner(name="Drizzle"),
    "flyway": Runner(
        name="Flyway", leave="put `executeInTransaction=false` into a file of the migration's name with .conf after it"
    ),
    "golang-migrate": Runner(name="golang-migrate", leave="give it a file of its own", whole=True, alone=True),
    "goose": Runner(name="goose", leave="put the line `-- +goose NO TRANSACTION` at the top of the file"),
    "prisma": Runner(name="Prisma", leave="give it a migration of its own", whole=True, alone=True),
    "sqlx": Runner(name="sqlx", leave="begin the file with `-- no-transaction`", whole=True, alone=True),
    "supabase": Runner(name="Supabase", leave="give it a file of its own", alone=True),
}
UNKNOWN = Runner(name="the migration tool", leave="switch the tool's transaction off for this file")


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
