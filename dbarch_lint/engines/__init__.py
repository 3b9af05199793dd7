"""Engines, imported on use."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast

from dbarch_lint.errors import UsageError

if TYPE_CHECKING:
    from types import EllipsisType

    from dbarch_lint.catalog import Catalog
    from dbarch_lint.datatypes import Type
    from dbarch_lint.names import Name
    from dbarch_lint.objects import ForeignKey, Function, Index, Key, Table
    from dbarch_lint.operations import Operation
    from dbarch_lint.session import Session
    from dbarch_lint.source import Source, Span, Statement, Token
    from dbarch_lint.splits import Phase, Split

MODULES = {name: f"dbarch_lint.engines.{name}" for name in ("postgres", "mysql", "mariadb", "tidb")}
ALIASES = {"postgresql": "postgres", "pg": "postgres", "aurora-mysql": "mysql"}


class Spelling(Protocol):
    """Names as an engine must be given them, and small statements that rules recommend."""

    def quoted(self, identifier: str, /) -> str:
        """An identifier."""
        ...

    def quoted_name(self, name: Name, /) -> str:
        """A qualified name."""
        ...

    def drop(self, table: Name, part: Index | Key | ForeignKey, /) -> str:
        """A statement that drops an index or a constraint."""
        ...

    def create_index(self, table: Name, columns: tuple[str, ...], /, *, busy: bool) -> str:
        """A statement that makes an index; `busy`: while others write."""
        ...

    def add_primary_key(self, table: Name, key: Index | Key, /) -> str:
        """A statement that makes a primary key of a key that is there."""
        ...

    def is_alone(self, sql: str, /) -> bool:
        """Whether one of these statements must not stand in a transaction."""
        ...


class Engine(Protocol):
    """What an engine module offers.

    A version is a number that grows with the releases; the engine says how people write it.
    `bind` gives one operation, or several where a statement comes to more than it says.
    `instead`: how to do what an operation does while others work, in an imperative; empty: there is no such way.
    `advice` are ways out of a bad design by their names, with `{0}` and so on for names of the schema.
    `is_reserved`: whether a word names nothing without quotes.
    `unquoted`: a word that a version reserves, where a statement means a name; what the parser cannot know.
    `parses`: whether all of a text certainly parses, where that is found more cheaply than by reading it.
    `parses_late`: `parse` only cuts, and what does not parse is found when a statement is lowered.
    `asks_for_transaction`: whether one of these statements fails outside a transaction, and none before it begins one.
    `transactional_ddl`: a transaction holds what changes the schema; otherwise such a statement commits it.
    `clustered`: the rows of a table lie in the index of its primary key.
    `longest_entry`: bytes; of an index whose entries may be longer, an INSERT fails (0: such an index cannot be made).
    `without_transactions`: the place where a table lies, if it knows no transactions; empty: it does.
    """

    name: str
    versions: tuple[int, ...]
    default_version: int
    version_number: Callable[[str], int | None]
    version_text: Callable[[int], str]
    parses_late: bool
    transactional_ddl: bool
    clustered: bool
    longest_entry: int
    without_transactions: Callable[[Table], str]
    advice: dict[str, str]
    is_reserved: Callable[[str], bool]
    unquoted: Callable[[Statement, int], Token | None]
    instead: Callable[[Operation, Catalog], str]
    parses: Callable[[Source, Sequence[tuple[int, int]] | None], bool]
    parse: Callable[[Source, Sequence[tuple[int, int]] | None], list[Statement]]
    asks_for_transaction: Callable[[Sequence[Statement]], bool]
    lower: Callable[[Statement], Sequence[Operation]]
    bind: Callable[[Operation, Catalog, Session, int], Operation | Sequence[Operation]]
    comments: Callable[[Source], list[Span]]
    initial_catalog: Callable[[], Catalog]
    production_query: str
    dump: Callable[[Catalog, int], str]
    safe_rewrite: Callable[[Operation, Any], Any]
    guarded: Callable[[Operation, Any], Any]
    record_fields: Callable[[Function], frozenset[str]]
    inserts_into: Callable[[Function], frozenset[str]]
    looks_up: Callable[[Operation, Catalog, Session, int], bool]
    narrowing: Callable[[Type, Type, Catalog], str]
    inserted: Callable[[Statement], Iterator[tuple[int, tuple[str | EllipsisType | None, ...]]]]
    take_apart: Callable[[Split, Catalog], list[Phase]]

    @property
    def sql(self) -> Spelling:
        """Names and small statements in the engine's words."""
        ...


def supported(name: str) -> bool:
    """Whether there is an engine of this name."""
    return ALIASES.get(name.lower(), name.lower()) in MODULES


def engine(name: str) -> Engine:
    """The engine of this name. Raises UsageError for one that is not known."""
    module = MODULES.get(ALIASES.get(name.lower(), name.lower()))
    if module is None:
        known = ", ".join(sorted(MODULES))
        raise UsageError(f"engine {name!r} is not supported; the engines are: {known}")
    return cast("Engine", importlib.import_module(module).ENGINE)


def major_version(engine_: Engine, version: str) -> int:
    """The version as a number; empty: the default. Raises UsageError for one that the engine's tables do not cover."""
    if not version:
        return engine_.default_version
    number = engine_.version_number(version)
    if number is None:
        known = f"{engine_.version_text(engine_.versions[0])} to {engine_.version_text(engine_.versions[-1])}"
        raise UsageError(f"engine-version {version!r}: {engine_.name} versions {known} are known", key="engine-version")
    return number
