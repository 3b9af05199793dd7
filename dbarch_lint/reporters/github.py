"""Annotations in a pull request, as workflow commands that GitHub reads from the log of a step.

GitHub shows at most 10 errors, 10 warnings and 10 notices of a step, and 50 of a job; the others are in the log only.
See "Workflow commands for GitHub Actions" and the runner's ActionCommand for what has to be escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.findings import Severity
from dbarch_lint.reporters import concise
from dbarch_lint.reporters.common import TOOL, counted, fix_title, message, title, told, worst_first
from dbarch_lint.reporters.display import visible
from dbarch_lint.reporters.snippet import Place

if TYPE_CHECKING:
    from dbarch_lint.findings import Finding, Report

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
MOST = 10  # annotations of one kind in a step
DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
PROPERTY = DATA | str.maketrans({":": "%3A", ",": "%2C"})


def render(report: Report, *, show_suppressed: bool = False, start: str = "", **_: bool | str) -> str:
    """A command for each of the worst findings, a notice of those left out, and every finding in a group of the log."""
    found = told(report, show_suppressed=show_suppressed)
    shown, left = _chosen(found)
    lines = [_command(finding) for finding in shown]
    if left:
        lines.append(f"::notice title={TOOL}::{counted(left)} more: all are in the log of this step")
        everything = concise.render(report, show_suppressed=show_suppressed, start=start)
        lines += [f"::group::All {len(found)} findings", everything.rstrip("\n"), "::endgroup::"]
    return "".join(f"{line}\n" for line in lines)


def _chosen(findings: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """The findings that GitHub will show, the worst first, and the others. One notice is kept for the latter."""
    shown: list[Finding] = []
    left: list[Finding] = []
    room = {Severity.ERROR: MOST, Severity.WARNING: MOST, Severity.INFO: MOST - 1}
    for finding in worst_first(findings):
        room[finding.severity] -= 1
        (shown if room[finding.severity] >= 0 else left).append(finding)
    return shown, left


def _command(finding: Finding) -> str:
    place = Place.of(finding.span)
    where = {"file": visible(finding.span.source.path), "line": place.line, "endLine": place.last_line}
    if place.line == place.last_line:  # columns mean something within one line only
        where |= {"col": place.start + 1, "endColumn": max(place.end, place.start + 1)}
    said = {**where, "title": title(finding)}
    properties = ",".join(f"{key}={str(value).translate(PROPERTY)}" for key, value in said.items())
    help_ = [f"help: {fix_title(fix)}" for fix in finding.fixes]
    text = "\n".join([message(finding), *help_])
    return f"::{COMMANDS[finding.severity]} {properties}::{text.translate(DATA)}"
