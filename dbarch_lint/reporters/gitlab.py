"""A Code Quality report for GitLab (`artifacts:reports:codequality`), a subset of Code Climate's issues.

GitLab wants paths from the root of the repository without `./`, and fingerprints that are unique in a report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.findings import Severity
from dbarch_lint.reporters.common import message, numbered, title, told
from dbarch_lint.reporters.json import dumps
from dbarch_lint.reporters.snippet import Place

if TYPE_CHECKING:
    from dbarch_lint.findings import Finding, Report

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(report: Report, *, show_suppressed: bool = False, **_: bool | str) -> str:
    """The whole report as a JSON array."""
    found = told(report, show_suppressed=show_suppressed)
    return dumps([_issue(finding, known) for finding, known in numbered(found)])


def _issue(finding: Finding, known: str) -> dict[str, object]:
    place = Place.of(finding.span)
    return {
        "description": f"{message(finding)} ({title(finding)})",
        "check_name": finding.name,
        "fingerprint": known,
        "severity": SEVERITIES[finding.severity],
        "location": {"path": finding.span.source.path, "lines": {"begin": place.line, "end": place.last_line}},
    }
