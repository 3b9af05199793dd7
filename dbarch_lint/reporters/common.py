"""What several formats share: which findings are told, in which order, and what they are called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dbarch_lint.findings import Severity, listed
from dbarch_lint.reporters.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dbarch_lint.findings import Finding, Fix, Report

TOOL = "dbarch-lint"
HOME = "https://github.com/dbarch-lint/dbarch-lint"
WORDS = {Severity.ERROR: ("error", "errors"), Severity.WARNING: ("warning", "warnings"), Severity.INFO: ("info",) * 2}
CAUTION = "read it before you apply it: it may change what the migration means"


def told(report: Report, *, show_suppressed: bool) -> list[Finding]:
    """The findings to show, in the order of the text."""
    return [finding for finding in report.findings if show_suppressed or finding.suppressed is None]


def active(findings: Iterable[Finding]) -> list[Finding]:
    """Those that nobody has suppressed."""
    return [finding for finding in findings if finding.suppressed is None]


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """By severity; those of one severity stay in order."""
    return sorted(findings, key=lambda finding: -finding.severity)


def numbered(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a name that no other one in the report has, and that moved lines do not change."""
    seen: Counter[str] = Counter()
    for finding in findings:
        known = finding.fingerprint
        seen[known] += 1
        yield finding, f"{known}:{seen[known]}"


def counted(findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning`; `no findings` for none."""
    counts = Counter(finding.severity for finding in findings)
    said = [f"{counts[s]} {WORDS[s][counts[s] != 1]}" for s in sorted(counts, reverse=True)]
    return ", ".join(said) or "no findings"


def headline(report: Report, findings: Sequence[Finding]) -> str:
    """`2 errors, 1 warning in 3 files`; what was only replayed is not counted."""
    files = len(report.judged)
    said = f"{counted(findings)} in {files} file{'' if files == 1 else 's'}"
    details = [(report.summary.not_understood, "statements not understood"), (report.summary.suppressed, "suppressed")]
    more = "; ".join(f"{count} {words}" for count, words in details if count)
    return f"{said} ({more})" if more else said


def title(finding: Finding) -> str:
    """`LK101 index-not-concurrent`."""
    return visible(f"{finding.code} {finding.name}")


def message(finding: Finding) -> str:
    """The message, for formats that have no place of their own for a suppression."""
    reason = "" if finding.suppressed is None else f" (suppressed: {finding.suppressed or 'no reason given'})"
    return visible(whole(finding) + reason)


def whole(finding: Finding) -> str:
    """The message, for formats without notes: what the finding stands for beside itself is said in it."""
    if not finding.others:
        return finding.message
    names = listed(finding.alike)
    return f"{finding.message} (the same holds for {finding.others} others{names and f': {names}'})"


def fix_title(fix: Fix) -> str:
    """What a fix does, and what to mind."""
    return visible(fix.title) + (f" ({CAUTION})" if fix.applicability == "unsafe" else "")
