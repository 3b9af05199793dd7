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

    @property
    def path(self) -> str:
        return self.source.path
