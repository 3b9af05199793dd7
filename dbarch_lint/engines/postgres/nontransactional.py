"""Statements that PostgreSQL refuses inside a transaction block, and the tools that notice them by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dbarch_lint.migrations import Migration
from dbarch_lint.operations import Operation


def wrapper(migration: Migration, lowered: Iterable[Sequence[Operation]]) -> str:  # noqa: ARG001
    """The transaction that the runner gives a migration."""
    return migration.wrapper
