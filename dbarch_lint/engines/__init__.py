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
    from dbarch_lint.operations import Operation
    from dbarch_lint.session import Session
    from dbarch_lint.source import Source, Span, Statement
    from dbarch_lint.splits import Phase, Split

MODULES = {"postgres": "dbarch_lint.engines.postgres"}
ALIASES = {"postgresql": "postgres", "pg": "postgres"}


class Engine(Protocol):
    """What an engine module offers."""

    name: str
    versions: tuple[int, ...]
    default_version: int
    parse: Callable[[Source, Sequence[tuple[int, int]] | None], list[Statement]]
    lower: Callable[[Statement], Sequence[Operation]]
    bind: Callable[[Operation, Catalog, Session, int], Operation]
    comments: Callable[[Source], list[Span]]
    initial_catalog: Callable[[], Catalog]
    production_query: str
    dump: Callable[[Catalog, int], str]
    safe_rewrite: Callable[[Operation, Any], Any]
    narrowing: Callable[[Type, Type, Catalog], str]
    inserted: Callable[[Statement], Iterator[tuple[int, tuple[str | EllipsisType | None, ...]]]]
    take_apart: Callable[[Split, Catalog], list[Phase]]


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
    """The major version as a number; empty: the default. Raises UsageError for one the engine's tables do not cover."""
    if not version:
        return engine_.default_version
    digits = version.split(".", maxsplit=1)[0]
    if not digits.isdigit() or int(digits) not in engine_.versions:
        known = f"{engine_.versions[0]} to {engine_.versions[-1]}"
        raise UsageError(f"engine-version {version!r}: {engine_.name} versions {known} are known", key="engine-version")
    return int(digits)
