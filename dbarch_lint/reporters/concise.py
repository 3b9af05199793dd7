"""One line a finding: `path:line:column: severity CODE name message`, as editors and grep like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.reporters.display import Painter, shown_path, visible
from dbarch_lint.reporters.text import NAMES, counts_in_words, rule_counts

if TYPE_CHECKING:
    from dbarch_lint.findings import Finding, Report


def render(
    report: Report,
    *,
    color: bool = False,
    show_suppressed: bool = False,
    verbose: bool = False,
    statistics: bool = False,
    summary: bool = True,
    start: str = "",
) -> str:
    """The whole report; the counts follow only where they are asked for, so that every line is a finding."""
    paint = Painter(color)
    shown = [f for f in report.findings if show_suppressed or f.suppressed is None]
    lines = [_line(finding, paint, start) for finding in shown]
    if statistics and shown:
        lines += rule_counts(shown, paint)
    if verbose and summary:
        lines.append(counts_in_words(report))
    return "".join(f"{line}\n" for line in lines)


def _line(finding: Finding, paint: Painter, start: str) -> str:
    at = finding.span.source.position(finding.span.start)
    role = NAMES[finding.severity]
    where = f"{shown_path(finding.span.source.path, start)}:{at.line}:{at.column}"
    reason = "" if finding.suppressed is None else f" (suppressed: {visible(finding.suppressed) or 'no reason given'})"
    head = f"{where}: {paint(role, role)} {paint('bold', visible(finding.code))} {visible(finding.name)}"
    others = f" (the same holds for {finding.others} others)" if finding.others else ""
    return f"{head} {visible(finding.message)}{others}{reason}"
