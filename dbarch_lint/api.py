"""Every name that a rule may import. This list is the public contract: third-party rules have exactly our powers."""

from __future__ import annotations

from collections.abc import Iterator

from dbarch_lint import operations
from dbarch_lint.catalog import Catalog
from dbarch_lint.context import Context, Held, span_of
from dbarch_lint.datatypes import Type
from dbarch_lint.effects import Effect, Work
from dbarch_lint.findings import Fix, Note, Problem, Severity
from dbarch_lint.migrations import Migration
from dbarch_lint.names import Name, quoted, quoted_name
from dbarch_lint.objects import (
    Check,
    Column,
    Domain,
    Enum,
    Exclusion,
    Expression,
    ForeignKey,
    Function,
    Index,
    IndexPart,
    Key,
    Policy,
    Sequence,
    Table,
    Trigger,
    View,
)
from dbarch_lint.operations import *  # noqa: F403
from dbarch_lint.replay import Step
from dbarch_lint.source import Edit, Span, Statement

Problems = Iterator[Problem]


def insert_after(op: operations.Operation, title: str, words: tuple[str, ...], text: str) -> Fix | None:
    """A safe fix that inserts `text` after the first run of these words in the operation's statement, or None."""
    found = op.statement.word(*words)
    if found is None:
        return None
    return Fix(title, (Edit(Span(found.source, found.end, found.end), text),))


def recipe(title: str, text: str) -> Fix:
    """A way out that a person carries out: `text` is what to write, step by step."""
    return Fix(title, applicability="manual", text=text)


__all__ = [
    "Catalog",
    "Check",
    "Column",
    "Context",
    "Domain",
    "Edit",
    "Effect",
    "Enum",
    "Exclusion",
    "Expression",
    "Fix",
    "ForeignKey",
    "Function",
    "Held",
    "Index",
    "IndexPart",
    "Key",
    "Migration",
    "Name",
    "Note",
    "Policy",
    "Problem",
    "Problems",
    "Sequence",
    "Severity",
    "Span",
    "Statement",
    "Step",
    "Table",
    "Trigger",
    "Type",
    "View",
    "Work",
    "insert_after",
    "quoted",
    "quoted_name",
    "recipe",
    "span_of",
]
__all__ += operations.__all__
