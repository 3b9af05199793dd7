"""JUnit's XML, as Jenkins, GitLab, Bitbucket and Azure read it: a suite a file, a case a finding.

Errors and warnings are failures; a remark (info) is a case that passes and says so; what is suppressed is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from dbarch_lint.findings import Severity
from dbarch_lint.reporters.common import TOOL, fix_title, title, told, whole
from dbarch_lint.reporters.display import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dbarch_lint.findings import Finding, Report

# In XML they mean the same; a CI that shows the file in a log takes them for no command.
HARMLESS = {"::": ":&#58;", "##": "#&#35;"}


def render(report: Report, *, show_suppressed: bool = False, **_: bool | str) -> str:
    """The whole report. A judged file without findings is a case that passes."""
    by_path: dict[str, list[Finding]] = {path: [] for path in sorted(report.judged)}
    for finding in told(report, show_suppressed=show_suppressed):
        by_path.setdefault(finding.span.source.path, []).append(finding)
    lines = [line for path, found in by_path.items() for line in _suite(visible(path), found)]
    whole = [f for found in by_path.values() for f in found]
    head = _tag("testsuites", name=TOOL, **_counts(whole, sum(len(found) or 1 for found in by_path.values())))
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join([head, *lines, "</testsuites>"]) + "\n"


def _counts(findings: Sequence[Finding], tests: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(sum(map(_fails, findings))), "errors": "0"}


def _fails(finding: Finding) -> bool:
    return finding.suppressed is None and finding.severity > Severity.INFO


def _suite(path: str, findings: Sequence[Finding]) -> Iterator[str]:
    skipped = str(sum(finding.suppressed is not None for finding in findings))
    yield "  " + _tag("testsuite", name=path, **_counts(findings, len(findings) or 1), skipped=skipped)
    if not findings:
        yield "    " + _tag("testcase", name="nothing found", classname=path, time="0")[:-1] + "/>"
    for finding in findings:
        yield from _case(path, finding)
    yield "  </testsuite>"


def _case(path: str, finding: Finding) -> Iterator[str]:
    at = finding.span.source.position(finding.span.start)
    name = f"{title(finding)} (line {at.line}, column {at.column})"
    message = visible(whole(finding))
    said = "\n".join([f"{path}:{at.line}:{at.column}", message, *(f"help: {fix_title(fix)}" for fix in finding.fixes)])
    yield "    " + _tag("testcase", name=name, classname=path, time="0")
    if finding.suppressed is not None:
        yield "      " + _tag("skipped", message=visible(finding.suppressed) or "suppressed")[:-1] + "/>"
    elif _fails(finding):
        yield f"      {_tag('failure', message=message, type=str(finding.severity))}{_text(said)}</failure>"
    else:
        yield f"      <system-out>{_text(said)}</system-out>"
    yield "    </testcase>"


def _tag(element: str, /, **attributes: str) -> str:
    words = " ".join(f"{key}={quoteattr(value, HARMLESS)}" for key, value in attributes.items())
    return f"<{element} {words}>"


def _text(text: str) -> str:
    return escape(text, HARMLESS)
