"""What a rule says (`Problem`), and what a report shows (`Finding`)."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dbarch_lint.source import Edit, Span

Confidence = Literal["high", "medium", "low"]  # how sure the static evidence is
Profile = Literal["default", "strict", "audit"]  # who wants to hear it
Applicability = Literal["safe", "unsafe", "manual"]  # may a program apply it unasked, on request, or never


class Severity(enum.IntEnum):
    """How much it hurts."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Fix(msgspec.Struct, frozen=True):
    """A way out: edits to the text, or (`manual`) a recipe in `text` that a person carries out."""

    title: str
    edits: tuple[Edit, ...] = ()
    applicability: Applicability = "safe"
    text: str = ""


class Note(msgspec.Struct, frozen=True):
    """A related place: "the table was created here". Without a span: a remark on the finding itself."""

    message: str
    span: Span | None = None


class Problem(msgspec.Struct, frozen=True):
    """What a rule yields. `at` is an operation, a statement, a catalog object or a span: whatever has a place.

    `message` names the object, what happens and who waits, and ends with one imperative.
    """

    at: object
    message: str
    fix: Fix | None = None
    notes: tuple[Note, ...] = ()
    confidence: Confidence | None = None
    severity: Severity | None = None  # None: as the rule's page says
    objects: tuple[str, ...] = ()  # qualified names the finding is about; empty: taken from `at`


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What reporters get."""

    code: str
    name: str
    family: str
    severity: Severity
    confidence: Confidence
    message: str
    span: Span
    objects: tuple[str, ...] = ()
    effects: tuple[str, ...] = ()  # the locks behind it, in words: "ACCESS EXCLUSIVE on public.orders (rewrite)"
    notes: tuple[Note, ...] = ()
    fixes: tuple[Fix, ...] = ()
    fingerprint: str = ""
    suppressed: str | None = None  # the reason given, or "" for none given; None: not suppressed
    url: str = ""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """Counts over a run."""

    files: int
    statements: int
    not_understood: int
    findings: int
    suppressed: int
    by_severity: dict[str, int]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a reporter needs."""

    engine: str
    engine_version: str
    summary: Summary
    findings: tuple[Finding, ...]
    remarks: tuple[str, ...] = ()  # sentences about files and folders, for standard error
    unread: tuple[str, ...] = ()  # the same about files that could not be read: what was asked could not be done


def fingerprint(code: str, objects: Iterable[str], statement: str) -> str:
    """A name for a finding that survives moved lines and reformatting: code, objects and the words of the statement."""
    import hashlib  # 4 ms that a run without findings need not wait for

    words = " ".join(statement.lower().split())
    text = "\0".join((code, *objects, words))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]
