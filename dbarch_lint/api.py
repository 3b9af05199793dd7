"""Every name that a rule may import. This list is the public contract: third-party rules have exactly our powers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from dbarch_lint import operations
from dbarch_lint.actions import action_in_words
from dbarch_lint.bounds import partition_gap
from dbarch_lint.catalog import Catalog
from dbarch_lint.compatibility import Break
from dbarch_lint.conditions import compared_values, contradiction, refuses, spans
from dbarch_lint.context import Context
from dbarch_lint.conventions import BIRTH, CHANGE, FOREIGN, Reference, Stamps, Tenancy, is_moment, is_stamp
from dbarch_lint.datatypes import Type
from dbarch_lint.derived import derived_columns, period_columns
from dbarch_lint.effects import Effect, Work
from dbarch_lint.evidence import (
    AttributeValue,
    attribute_value,
    copied_attributes,
    listed_table,
    numbered_columns,
    reference_signs,
    text_lists,
    typed_references,
)
from dbarch_lint.expression import Term
from dbarch_lint.findings import Confidence, Fix, Gone, Note, Problem, Rewrite, Severity
from dbarch_lint.history import History, Right
from dbarch_lint.keys import (
    has_keys,
    identifying_column,
    is_distinguished,
    is_no_uuid,
    is_unguessable,
    makes_uuid,
    referenced_keys,
    unique_indexes,
    unique_sets,
)
from dbarch_lint.ledger import Held, span_of
from dbarch_lint.links import Link, cascade, deadlocked_cycles, is_optional, narrowed_by, was_narrowed
from dbarch_lint.migrations import Migration
from dbarch_lint.names import PLAIN, RESERVED, Name, quoted, quoted_name
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
from dbarch_lint.operations.options import switched_on
from dbarch_lint.replay import Step
from dbarch_lint.roles import AUDIT_DONE, Role, is_audit, own_columns
from dbarch_lint.session import TIMEOUTS, seconds
from dbarch_lint.shapes import Redundant, redundant_indexes, stands_in
from dbarch_lint.source import Edit, Origin, Span, Statement
from dbarch_lint.vocabulary import Vocabulary, is_generated, key_column
from dbarch_lint.words import is_plural, plain_words, singular, stem_and_number, words

if TYPE_CHECKING:
    from dbarch_lint.publications import identity_clause, no_longer_changed, replica_identity

Problems = Iterator[Problem]
Part: TypeAlias = Column | Key | ForeignKey | Index | Check | Policy
API_ROLES = frozenset({"anon", "authenticated"})  # of Supabase and PostgREST: whoever holds the key of the API


def insert_after(op: operations.Operation, title: str, words: tuple[str, ...], text: str) -> Fix | None:
    """A safe fix that inserts `text` after the first run of these words in the operation's statement, or None."""
    found = op.statement.word(*words)
    if found is None:
        return None
    return Fix(title, (Edit(Span(found.source, found.end, found.end), text),))


def listed(names: Iterable[str], most: int = 3) -> str:
    """Names in a sentence, so that it stays one: `a, b, c and 4 more`."""
    given = list(names)
    shown, rest = (given, 0) if len(given) <= most else (given[:most], len(given) - most)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def along(names: Iterable[str]) -> tuple[Note, ...]:
    """What an operation takes along, in a note; none where that is nothing."""
    said = listed(names)
    return (Note(f"it takes along {said}"),) if said else ()


def recipe(title: str, text: str) -> Fix:
    """A way out that a person carries out: `text` is what to write, step by step."""
    return Fix(title, applicability="manual", text=text)


def problem_in(  # noqa: PLR0913 (a Problem's own fields, by keyword)
    table: Table,
    part: Part | None,
    message: str,
    *,
    fix: Fix | Rewrite | None = None,
    notes: tuple[Note, ...] = (),
    severity: Severity | None = None,
    confidence: Confidence | None = None,
    fold: str = "",
    at: operations.Operation | None = None,
    also: tuple[Part, ...] = (),
    evidence: Mapping[str, object] | None = None,
    since: operations.Operation | None = None,
) -> Problem:
    """A problem of a table's design, at the part of the table that has it: where that was written, or its type changed.

    `at` is the operation that made the problem, where it is no part's; `since` what made it later on: it is told there.
    `also` are other parts that make it, of whatever table: it is told at one of them where they came last.
    `evidence` are the signs on the rule's page, each with whether it was seen; without them the problem is proven.
    """
    name = f"{table.name.full}.{part.name}" if part is not None else table.name.full
    places: list[object] = [p for p in (at, written(part), *map(written, also)) if p is not None] or [table.origin]
    message = f"after this, {message}" if since is not None else message
    first, *others = [since] if since is not None else places
    seen = None if evidence is None else tuple(sign for sign, holds in evidence.items() if holds)
    return Problem(first, message, fix, notes, confidence, severity, (name,), fold, tuple(others), evidence=seen)


def written(part: Part | None) -> Origin | None:
    """Where a part of a table was written, or given its type."""
    return getattr(part, "retyped", None) or getattr(part, "origin", None)


__all__ = [
    "API_ROLES",
    "AUDIT_DONE",
    "BIRTH",
    "CHANGE",
    "FOREIGN",
    "PLAIN",
    "RESERVED",
    "TIMEOUTS",
    "AttributeValue",
    "Break",
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
    "Gone",
    "Held",
    "History",
    "Index",
    "IndexPart",
    "Key",
    "Link",
    "Migration",
    "Name",
    "Note",
    "Part",
    "Policy",
    "Problem",
    "Problems",
    "Redundant",
    "Reference",
    "Right",
    "Role",
    "Sequence",
    "Severity",
    "Span",
    "Stamps",
    "Statement",
    "Step",
    "Table",
    "Tenancy",
    "Term",
    "Trigger",
    "Type",
    "View",
    "Vocabulary",
    "Work",
    "action_in_words",
    "along",
    "attribute_value",
    "cascade",
    "compared_values",
    "contradiction",
    "copied_attributes",
    "deadlocked_cycles",
    "derived_columns",
    "has_keys",
    "identifying_column",
    "identity_clause",
    "insert_after",
    "is_audit",
    "is_distinguished",
    "is_generated",
    "is_moment",
    "is_no_uuid",
    "is_optional",
    "is_plural",
    "is_stamp",
    "is_unguessable",
    "key_column",
    "listed",
    "listed_table",
    "makes_uuid",
    "narrowed_by",
    "no_longer_changed",
    "numbered_columns",
    "own_columns",
    "partition_gap",
    "period_columns",
    "plain_words",
    "problem_in",
    "quoted",
    "quoted_name",
    "recipe",
    "redundant_indexes",
    "reference_signs",
    "referenced_keys",
    "refuses",
    "replica_identity",
    "seconds",
    "singular",
    "span_of",
    "spans",
    "stands_in",
    "stem_and_number",
    "switched_on",
    "text_lists",
    "typed_references",
    "unique_indexes",
    "unique_sets",
    "was_narrowed",
    "words",
]
__all__ += operations.__all__


def __getattr__(name: str) -> object:
    """What few schemas need is loaded when a rule imports it."""
    if name not in {"identity_clause", "no_longer_changed", "replica_identity"}:
        raise AttributeError(name)
    from dbarch_lint import publications

    return getattr(publications, name)
