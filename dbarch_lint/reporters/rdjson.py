"""Reviewdog's diagnostics (`reviewdog -f=rdjson`). Columns there count bytes of UTF-8 from 1; ends are exclusive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.reporters.common import HOME, TOOL, message, title, told
from dbarch_lint.reporters.json import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dbarch_lint.findings import Finding, Fix, Report
    from dbarch_lint.source import Source


def render(report: Report, *, show_suppressed: bool = False, **_: bool | str) -> str:
    """The whole report as one DiagnosticResult."""
    found = told(report, show_suppressed=show_suppressed)
    return dumps({"source": {"name": TOOL, "url": HOME}, "diagnostics": [_diagnostic(finding) for finding in found]})


def _diagnostic(finding: Finding) -> dict[str, object]:
    span = finding.span
    return {
        "message": message(finding),
        "location": {"path": span.source.path, "range": _range(span.source, span.start, span.end)},
        "severity": str(finding.severity).upper(),
        "code": {"value": title(finding), **({"url": finding.url} if finding.url else {})},
        "suggestions": [suggestion for fix in finding.fixes for suggestion in _suggestion(fix, span.source)],
    }


def _suggestion(fix: Fix, source: Source) -> Iterator[dict[str, object]]:
    """A fix of this file as one replacement, which reviewdog can show; a fix of several files it cannot."""
    edits = sorted(fix.edits, key=lambda edit: (edit.span.start, edit.span.end))
    if not edits or any(edit.span.source is not source for edit in edits):
        return
    at = start = edits[0].span.start
    parts = []
    for edit in edits:
        parts += [source.slice(at, edit.span.start), edit.text]
        at = edit.span.end
    yield {"range": _range(source, start, at), "text": "".join(parts)}


def _range(source: Source, start: int, end: int) -> dict[str, object]:
    return {"start": _position(source, start), "end": _position(source, max(start, end))}


def _position(source: Source, offset: int) -> dict[str, int]:
    line = source.line_of(offset)
    return {"line": line, "column": offset - source.line_start(line) + 1}
