"""The base of all operations."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

import msgspec

from dbarch_lint.names import Name
from dbarch_lint.source import Span, Statement

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog


PARTS = ("column", "constraint", "index", "name")  # fields that hold what an operation is about, the closest first


class Operation(msgspec.Struct, frozen=True, kw_only=True):
    """One typed fact: what a statement, or one action of it, does. Engine-neutral.

    `offset` is the byte offset of the action's first word (-1: the whole statement).
    Operations are first *raw* (names as written), then *bound* by the engine during replay: names are
    resolved against the catalog and the search path, unnamed constraints have their names, and the
    words that fact tables match on (`default`, `type_change`, `proof`, ...) are filled in.
    `apply` expects a bound operation.
    """

    statement: Statement
    offset: int = -1
    requested: tuple[str, str] = ("", "")  # the algorithm and the lock asked for, where SQL has such words
    implied: bool = False  # another operation of the statement brings it along: by itself it would be refused
    beside: tuple[str, ...] = ()  # the kinds of the other actions of the statement, where they decide how it is done

    def __init_subclass__(cls, **_: object) -> None:
        if "table" in cls.__annotations__:
            cls.target = property(attrgetter("table"))  # type: ignore[method-assign, assignment] # asked for by all

    def apply(self, catalog: Catalog) -> Catalog:
        """The catalog after this operation; the same catalog when it does not concern the schema."""
        return catalog

    @property
    def span(self) -> Span:
        return self.statement.element(self.offset)

    @property
    def target(self) -> Name | None:
        """The relation that the operation names first, or None."""
        return getattr(self, "table", None)

    @property
    def subject(self) -> str:
        """What it is about, as a message names it: a column, constraint, index or other object, else the table."""
        part = next((value for word in PARTS if (value := getattr(self, word, None))), "")
        name = str(part if isinstance(part, str | Name) else getattr(part, "name", ""))
        in_table = self.target is not None and getattr(self, "column", None) is part and name != ""
        return f"{self.target}.{name}" if in_table else name or str(self.target or "")

    @property
    def conditional(self) -> bool:
        """Whether a surrounding block decides if it runs."""
        return self.statement.conditional


class Opaque(Operation, frozen=True, kw_only=True):
    """What could not be lowered, and why: counted and shown, never dropped in silence.

    It may make objects that nobody sees, so from then on nothing is known to be missing.
    """

    reason: str

    def apply(self, catalog: Catalog) -> Catalog:
        return msgspec.structs.replace(catalog, complete=False) if catalog.complete else catalog


class Ignored(Operation, frozen=True, kw_only=True):
    """A statement understood to change nothing that the catalog or the lock model knows of (SHOW, NOTIFY, LISTEN)."""

    what: str
