"""A table taken apart, as an engine needs to know it to write the migrations."""

from __future__ import annotations

import msgspec

from dbarch_lint.names import Name
from dbarch_lint.objects import Table


class Reference(msgspec.Struct, frozen=True):
    """Columns that say which row of a new table belongs to a row; there they are called the same and are a key."""

    columns: tuple[str, ...]
    target: Name


class NewTable(msgspec.Struct, frozen=True):
    """A table to be made. The first of `keys` is the primary one; `references` lead to tables made before it.

    With `existing`, there is a table for it, to which a foreign key leads already: these columns of it are the key, and
    only what the key tells is new there.
    """

    name: Name
    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    references: tuple[Reference, ...] = ()
    existing: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The columns that the primary key determines."""
        return tuple(c for c in self.columns if c not in self.keys[0])


class Split(msgspec.Struct, frozen=True):
    """The table, the new ones, and what stays of it; `kept` is empty where the new tables replace it."""

    table: Table
    new: tuple[NewTable, ...]
    kept: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def moved(self) -> tuple[str, ...]:
        """The columns that the table loses."""
        return tuple(c.name for c in self.table.columns if c.name not in self.kept) if self.kept else ()


class Phase(msgspec.Struct, frozen=True):
    """One migration of several. `transaction`: whether it may run in one. `before`: what must have happened first."""

    name: str
    title: str
    statements: tuple[str, ...]
    transaction: bool = True
    before: str = ""
