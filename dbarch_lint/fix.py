"""Fixes put into the text: choose edits that go together, apply them, and lint again until there is nothing to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import TypeAlias

import msgspec

from dbarch_lint.findings import Finding, Fix
from dbarch_lint.source import Edit, Source, Span, apply_edits

SYNTAX_ERROR = "HY001"
ROUNDS = 10  # a fix may call for another, as a new statement for its timeout; two that undo each other must end
Found: TypeAlias = tuple[Sequence[Finding], Collection[str]]  # and the paths of the files that are judged
Check: TypeAlias = Callable[[Mapping[str, str]], Found]


class Fixed(msgspec.Struct):
    """What fixing came to: by path the file as it was and its text afterwards; findings obeyed, by path and code."""

    before: dict[str, Source] = {}
    texts: dict[str, str] = {}
    counts: Counter[tuple[str, str]] = msgspec.field(default_factory=Counter)
    spoilt: list[str] = []  # paths whose fixes gave text that cannot be read: they stay as they were


def fixed(check: Check, *, unsafe: bool) -> Fixed:
    """Fix what `check` finds in these texts (they stand for the files of these paths), until it finds nothing to fix.

    Safe fixes only, or those too that a person should read first.  Suppressed findings, files that are not judged and
    files with broken bytes are left alone.
    """
    found = Fixed()
    findings, judged = check({})
    for _ in range(ROUNDS):
        edits, obeyed = chosen(findings, unsafe=unsafe, within=frozenset(judged).difference(found.spoilt))
        if not edits:
            break
        texts = {**found.texts, **{source.path: apply_edits(source, each) for source, each in edits.values()}}
        after, judged = check(texts)
        worse = [path for path in edits if _unread(after, path) > _unread(findings, path)]
        if worse:
            found.spoilt += worse
            continue
        for source, _ in edits.values():
            found.before.setdefault(source.path, source)
        found.texts, findings = texts, after
        found.counts += obeyed
    return found


def _unread(findings: Sequence[Finding], path: str) -> int:
    """How many statements of a file do not parse."""
    return sum(f.code == SYNTAX_ERROR and f.span.source.path == path for f in findings)


def chosen(
    findings: Iterable[Finding], *, unsafe: bool, within: Collection[str]
) -> tuple[dict[str, tuple[Source, list[Edit]]], Counter[tuple[str, str]]]:
    """The edits of these files that go together, by path; and by path and code the findings that they answer.

    What hurts most goes first.  Of two findings in one place, the second waits for the next round: the first fix may
    have answered it, or made its own one wrong.
    """
    taken: dict[str, tuple[Source, list[Edit]]] = {}
    claimed: dict[str, list[Span]] = {}
    obeyed: Counter[tuple[str, str]] = Counter()
    for finding in sorted(findings, key=lambda f: -f.severity):
        fix = applicable(finding, unsafe=unsafe)
        if fix is None or not all(_may_edit(e.span.source, within, taken) for e in fix.edits):
            continue
        places = [finding.span, *(edit.span for edit in fix.edits)]
        if any(_touch(place, other) for place in places for other in claimed.get(place.source.path, ())):
            continue
        for place in places:
            claimed.setdefault(place.source.path, []).append(place)
        for edit in fix.edits:
            taken.setdefault(edit.span.source.path, (edit.span.source, []))[1].append(_with_line_ends(edit))
        obeyed[finding.span.source.path, finding.code] += 1
    return taken, obeyed


def applicable(finding: Finding, *, unsafe: bool) -> Fix | None:
    """The fix of a finding that a program may apply."""
    if finding.suppressed is not None:
        return None
    allowed = {"safe", "unsafe"} if unsafe else {"safe"}
    return next((f for f in finding.fixes if f.edits and f.applicability in allowed), None)


def _may_edit(source: Source, within: Collection[str], taken: Mapping[str, tuple[Source, list[Edit]]]) -> bool:
    """Whether a text may be edited, and is the one whose other edits are known."""
    same = source.path not in taken or taken[source.path][0] is source
    return same and source.path in within and not source.damaged


def _with_line_ends(edit: Edit) -> Edit:
    data = edit.span.source.data
    first = data.find(b"\n")
    crlf = first > 0 and data[first - 1 : first] == b"\r"
    return Edit(edit.span, edit.text.replace("\r\n", "\n").replace("\n", "\r\n")) if crlf else edit


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
