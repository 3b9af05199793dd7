"""The report for a person: what is wrong, where, who waits for which lock, and the way out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from dbarch_lint.findings import Severity
from dbarch_lint.reporters.display import Painter, shown_path, visible, visible_lines
from dbarch_lint.reporters.snippet import Frame, Place, margin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dbarch_lint.findings import Finding, Fix, Note, Report
    from dbarch_lint.source import Span

NAMES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}


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
    """The whole report. Findings that are suppressed are left out unless asked for."""
    paint = Painter(color)
    shown = [f for f in report.findings if show_suppressed or f.suppressed is None]
    lines: list[str] = []
    for finding in shown:
        lines += _finding(finding, paint, start, verbose=verbose)
        lines.append("")
    if verbose and report.silences:
        lines += [*_silences(report, paint, start), ""]
    if statistics and shown:
        lines += [*rule_counts(shown, paint), ""]
    if summary:
        lines += _summary(report, shown, paint)
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _finding(finding: Finding, paint: Painter, start: str, *, verbose: bool) -> list[str]:
    """One finding: headline, place, related places, locks, help."""
    role = NAMES[finding.severity]
    title = paint(role, f"{role}[{visible(finding.code)} {visible(finding.name)}]")
    headline = f"{title}{paint('bold', ': ' + visible(finding.message))}"
    return [headline, *body(finding, paint, start, verbose=verbose)]


def body(finding: Finding, paint: Painter, start: str, *, verbose: bool) -> list[str]:
    """What stands below the headline."""
    role = NAMES[finding.severity]
    place = Place.of(finding.span)
    related = [(note, note.span, Place.of(note.span)) for note in finding.notes if note.span is not None]
    frame = Frame(paint, margin([place, *(at for _, _, at in related)]), start)
    lines = [frame.arrow(finding.span, place, "-->")]
    lines += frame.excerpt(finding.span, place, "", "^", role, whole=verbose)
    for note, span, at in related:
        lines.append(frame.arrow(span, at, ":::"))
        lines += frame.excerpt(span, at, note.message, "-", "frame", whole=verbose)
    remarks, fixes = [*_remarks(finding, verbose=verbose)], tuple(finding.fixes)
    if remarks or fixes:
        lines.append(frame.row())
    lines += [frame.row(f"{paint('bold', word)}{visible(text)}", bar="=") for word, text in remarks]
    for fix in fixes:
        lines += _help(fix, frame)
    return lines


def _remarks(finding: Finding, *, verbose: bool) -> Iterator[tuple[str, str]]:
    """The facts under the source lines, as (word, text)."""
    for number, effect in enumerate(finding.effects):
        yield ("locks: " if number == 0 else "       "), effect
    for note in finding.notes:
        if note.span is None:
            yield "note: ", note.message
    if finding.suppressed is not None:
        yield "suppressed: ", finding.suppressed or "no reason given"
    if verbose:
        yield "confidence: ", _confidence(finding)
        if finding.url:
            yield "see: ", finding.url


def _confidence(finding: Finding) -> str:
    """How sure it is, and what would settle it: the sizes of tables, what the database holds, or nothing more."""
    sizes = ", ".join(size.relation.removeprefix("public.") for size in finding.sizes if size.bytes is None)
    needs = {
        "size": f"how much it hurts depends on the size of {sizes}",
        "catalog": "it depends on the database, of which the migrations do not show all",
    }
    said = "; ".join(needs[need] for need in finding.needs)
    certain = "the migrations alone prove it" if finding.confidence == "high" else ""
    return "; ".join(filter(None, (finding.confidence, said or certain)))


def _silences(report: Report, paint: Painter, start: str) -> Iterator[str]:
    """Where rules would have spoken, and why they did not: a line a place and reason."""
    together: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for silence in report.silences:
        reasons = tuple(visible(r.message) + _where(r, silence.span, start) for r in silence.reasons)
        together.setdefault((_position(silence.span, start), reasons), []).append(f"{silence.code} {silence.name}")
    for (where, reasons), rules in together.items():
        names = ", ".join(dict.fromkeys(map(visible, rules)))
        yield f"{paint('frame', 'silent')} {where}: {paint('bold', names)}: {'; '.join(reasons)}"


def _position(span: Span, start: str) -> str:
    return f"{shown_path(span.source.path, start)}:{span.source.position(span.start).line}"


def _where(reason: Note, at: Span, start: str) -> str:
    """The place that shows a reason, as short as it can be said beside the place that it is about."""
    if reason.span is None:
        return ""
    near = reason.span.source is at.source
    return f" (line {at.source.position(reason.span.start).line})" if near else f" ({_position(reason.span, start)})"


def _help(fix: Fix, frame: Frame) -> list[str]:
    """The way out: what to do, the lines it would change, or the recipe."""
    caution = " (read it before you apply it: it may change what the migration means)"
    title = visible(fix.title) + (caution if fix.applicability == "unsafe" else "")
    lines = [frame.row(f"{frame.paint('bold', 'help: ')}{title}", bar="=")]
    if fix.edits:
        lines += frame.change(fix.edits)
    text = fix.text.strip("\n") if fix.text.strip() else ""
    recipe = ["", *visible_lines(text)] if text else []
    return lines + [frame.row(f"    {line}" if line else "") for line in recipe]


def rule_counts(findings: Sequence[Finding], paint: Painter) -> Iterator[str]:
    """How often each rule spoke, the most frequent first."""
    counts = Counter((f.code, f.name, f.severity) for f in findings)
    wide = len(str(max(counts.values())))
    for (code, name, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        role = NAMES[severity]
        yield f"{count:>{wide}}  {visible(code)}  {paint(role, f'{role:<7}')}  {visible(name)}"


def _summary(report: Report, shown: Sequence[Finding], paint: Painter) -> Iterator[str]:
    """The last lines: where to read more, and the counts."""
    active = [f for f in shown if f.suppressed is None]
    if active:
        worst = max(active, key=lambda f: f.severity)
        yield f"Run `dbarch-lint explain {visible(worst.code)}` to read why it matters and what to do."
        safe = sum(any(fix.edits and fix.applicability == "safe" for fix in f.fixes) for f in active)
        if safe:
            have, it = ("has", "it") if safe == 1 else ("have", "them")
            where = "files that are new (--since REF says which)" if report.whole else "the files"
            yield f"{safe} of these {have} a safe fix: add --diff to see {it}, --fix to write {it} into {where}."
    yield paint("bold", counts_in_words(report))


def counts_in_words(report: Report) -> str:
    """2 errors, 1 warning in 3 migrations (41 statements; 1 not understood)."""
    summary = report.summary
    found = [
        _count(summary.by_severity[name], name) if name != "info" else f"{summary.by_severity[name]} info"
        for name in ("error", "warning", "info")
        if summary.by_severity.get(name)
    ]
    details = [_count(summary.statements, "statement")]
    if summary.not_understood:
        details.append(f"{summary.not_understood} not understood")
    if summary.suppressed:
        details.append(f"{summary.suppressed} suppressed")
    return f"{', '.join(found) or 'No findings'} in {_count(summary.files, 'migration')} ({'; '.join(details)})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
