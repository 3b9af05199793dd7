"""An expression of some engine, as the catalog sees it."""

from __future__ import annotations

from abc import ABC, abstractmethod

import msgspec

from dbarch_lint.names import Name


class Term(msgspec.Struct, frozen=True):
    """One of the conditions that an expression joins with AND, where it is about one column.

    `operator` is =, <>, <, <=, >, >=, in, is null, is not null, is true or is false; `values` are the constants on the
    other side, `other` is the column there; neither: something computed without the table's columns.
    """

    column: str
    operator: str
    values: tuple[str, ...] = ()
    other: str = ""


class Expression(ABC):
    """An expression of some engine: its text, spelled one way whatever the author wrote, and the columns it reads.

    What an engine need not answer has an answer here that says nothing.
    """

    __slots__ = ()

    @property
    @abstractmethod
    def text(self) -> str:
        """As the engine spells it."""

    @property
    @abstractmethod
    def columns(self) -> frozenset[str]:
        """The columns that it reads."""

    @property
    @abstractmethod
    def functions(self) -> frozenset[str]:
        """Names of the functions that it calls."""

    @property
    @abstractmethod
    def constants(self) -> tuple[str, ...]:
        """The texts that it holds, in the order of reading."""

    @property
    def literal(self) -> str | None:
        """The text of the one constant that it is, casts taken off; None for anything else, and for NULL."""
        return None

    @property
    def terms(self) -> tuple[Term, ...]:
        """The conditions on single columns that must all hold; what else it demands is left out."""
        return ()

    @property
    def row_calls(self) -> frozenset[str]:
        """Names of the functions that it calls for each row: outside a query of its own."""
        return frozenset()

    @property
    def casts(self) -> frozenset[tuple[str, str]]:
        """The columns that it casts, each with the name of the type."""
        return frozenset()

    @property
    def json_keys(self) -> frozenset[tuple[str, str]]:
        """The columns into which it looks by a key of a JSON document, each with the key at the top."""
        return frozenset()

    @property
    def tests_bits(self) -> bool:
        """Whether it takes integers apart bit by bit."""
        return False

    @property
    def reads_tables(self) -> bool:
        """Whether a query stands in it."""
        return False

    @property
    def volatility(self) -> str:
        """How much its value varies when its columns do not: constant, stable, unknown or volatile."""
        return "unknown"

    @property
    def is_null(self) -> bool:
        """Whether it is the word NULL: as a default it is none."""
        return self.text == "NULL"

    @abstractmethod
    def renamed(self, old: str, new: str) -> Expression:
        """The same expression after a column was renamed."""

    @abstractmethod
    def with_type(self, old: Name, new: Name) -> Expression:
        """The same expression after a type was renamed or moved."""

    @abstractmethod
    def with_value(self, type_: Name, old: str, new: str, *, bare: bool) -> Expression:
        """The same expression after a value of an enum was renamed; `bare`: it is of that type without a cast."""

    @abstractmethod
    def drawing_from(self, sequence: Name) -> Expression:
        """The same default after the sequence that it draws from was renamed."""

    def __str__(self) -> str:
        return self.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)
