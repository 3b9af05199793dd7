"""The state of a replay that is not the schema: transaction, settings, search path.

Sessions are immutable like the catalog; a step gives a new one only when something changed.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.maps import Map
from dbarch_lint.operations import LockTable

Kind = Literal["none", "implicit", "explicit"]
TIMEOUTS = ("lock_timeout", "statement_timeout", "transaction_timeout")
UNITS = {"us": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0, "d": 86400.0}


def seconds(text: str, unit: str) -> float:
    """A time as settings write it (`5s`, `1.5 min`, `200` of the given unit), in seconds; 0 for what is no time."""
    number = text.strip().rstrip("usmindh ")
    try:
        return float(number) * UNITS.get(text.strip()[len(number) :].strip() or unit, 0)
    except ValueError:
        return 0


class Transaction(msgspec.Struct, frozen=True, kw_only=True):
    """The transaction that a statement runs in.

    `number` tells transactions of one replay apart (0: none).  `by_runner`: the migration tool opened it.
    """

    kind: Kind = "none"
    number: int = 0
    by_runner: bool = False

    @property
    def open(self) -> bool:
        return self.kind != "none"


class Mark(msgspec.Struct, frozen=True):
    """What ROLLBACK (or ROLLBACK TO a savepoint) returns to."""

    name: str
    catalog: Catalog
    settings: Map[str, tuple[str, ...]]


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Transaction and settings. `local` holds what SET LOCAL gave, until the transaction ends.

    Names of settings are in lower case; values are tuples of texts.
    """

    transaction: Transaction = Transaction()
    settings: Map[str, tuple[str, ...]] = Map()
    local: Map[str, tuple[str, ...]] = Map()
    marks: tuple[Mark, ...] = ()
    transactions: int = 0  # how many have been opened so far
    path: tuple[str, ...] = ("public",)  # the search path where no migration sets one
    locked: tuple[LockTable, ...] = ()  # what LOCK TABLES keeps locked, whatever transactions end
    whole: bool = False  # the text is sent as one string: what follows a COMMIT in it is a transaction again

    def setting(self, name: str) -> tuple[str, ...] | None:
        """The value in force, or None where nothing in the migrations sets it."""
        return self.local.get(name) or self.settings.get(name)

    @property
    def search_path(self) -> tuple[str, ...]:
        """Schemas in order. Empty where a dump has cleared it."""
        path = self.setting("search_path") if self.settings or self.local else None
        if path is None:
            return self.path
        return tuple(s for s in path if s not in {"", "$user", '"$user"'})

    def begin(self, kind: Kind, catalog: Catalog, *, by_runner: bool = False) -> Session:
        """A session with a transaction open; one that is open already stays (the server only warns)."""
        if self.transaction.kind == "implicit" and kind == "explicit":  # BEGIN takes over what was sent before it
            taken = Transaction(kind=kind, number=self.transaction.number, by_runner=by_runner)
            return msgspec.structs.replace(self, transaction=taken)
        if self.transaction.open:
            return self
        number = self.transactions + 1
        return msgspec.structs.replace(
            self,
            transaction=Transaction(kind=kind, number=number, by_runner=by_runner),
            marks=(Mark("", catalog, self.settings),),
            transactions=number,
        )

    def end(self) -> Session:
        """A session after COMMIT: what was SET LOCAL is gone."""
        return msgspec.structs.replace(self, transaction=Transaction(), local=Map(), marks=())
