"""One HTML file that needs nothing else: findings in their source, locks drawn over time, the schema before and after.

There is no script in it, and its policy forbids any, as well as every request to the outside.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from dbarch_lint import __version__
from dbarch_lint.reporters import er
from dbarch_lint.reporters.common import HOME, TOOL, WORDS, active, counted, fix_title, headline, told
from dbarch_lint.reporters.display import shown_path
from dbarch_lint.reporters.locks import transactions
from dbarch_lint.reporters.markup import element, harmless, shown
from dbarch_lint.reporters.snippet import Place, hunks
from dbarch_lint.reporters.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dbarch_lint.findings import Change, Finding, Fix, Note, Report
    from dbarch_lint.reporters.locks import Json
    from dbarch_lint.source import Span

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LINES, LETTERS = 12, 240  # the most of a place that is shown
TIMELINES, CHANGES = 40, 200
SIGNS = {"added": ("+", "add"), "removed": ("-", "remove"), "changed": ("~", "")}


def render(report: Report, *, show_suppressed: bool = False, start: str = "", **_: bool | str) -> str:
    """The whole page."""
    findings = told(report, show_suppressed=show_suppressed)
    sections = [("findings", "Findings", "".join(_findings(findings, report, start)))]
    sections += [("locks", "Locks", "".join(_locks(report.changes, start)))]
    sections += [("schema", "Schema", "".join(_schema(report.changes)))]
    sections = [section for section in sections if section[2]]
    links = "".join(element("li", element("a", shown(title), href=f"#{name}")) for name, title, _ in sections)
    body = [
        element("a", "To the findings", class_="skip", href="#findings"),
        element("header", element("h1", TOOL) + element("p", shown(headline(report, active(findings))))),
        element("nav", element("ul", links), aria_label="Sections"),
        element("main", "".join(element("section", element("h2", t) + c, id=name) for name, t, c in sections)),
        _footer(report),
    ]
    return _page(f"{TOOL}: {counted(active(findings))}", "\n".join(body))


def _page(title: str, body: str) -> str:
    style = Path(__file__).with_name("report.css").read_text(encoding="utf-8")
    head = (
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"{element('title', shown(title))}\n<style>\n{style}</style>"
    )
    return f'<!doctype html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'


def _footer(report: Report) -> str:
    said = f"{report.engine} {report.engine_version}, made by {element('a', TOOL, href=HOME)} {__version__}"
    return element("footer", element("p", said, class_="dim"))


# --- findings


def _findings(findings: Sequence[Finding], report: Report, start: str) -> Iterator[str]:
    if not findings:
        yield element("p", f"Nothing to report on {len(report.judged)} files.")
    for path, own in groupby(findings, key=lambda finding: finding.span.source.path):
        yield element("h3", shown(shown_path(path, start)), class_="path")
        yield from (_finding(finding, report, start) for finding in own)


def _finding(finding: Finding, report: Report, start: str) -> str:
    word = WORDS[finding.severity][0]
    page = report.pages.get(finding.code)
    about = element("span", shown(f" {page.summary}"), class_="dim") if page is not None else ""
    name = element("code", shown(f"{finding.code} {finding.name}"))
    parts = [
        element("h4", f"{element('span', word, class_=f'badge {word}')} {name}{about}"),
        element("p", shown(finding.message)),
        _excerpt(finding.span),
    ]
    if finding.suppressed is not None:
        parts.append(element("p", f"Suppressed: {shown(finding.suppressed) or 'no reason given'}", class_="dim"))
    if finding.effects:
        locks = "".join(element("li", shown(effect)) for effect in finding.effects)
        parts.append(element("p", "Locks:") + element("ul", locks))
    parts += [_note(note, start) for note in finding.notes]
    parts += [_fix(fix) for fix in finding.fixes]
    return element("article", "".join(parts), class_=word)


def _note(note: Note, start: str) -> str:
    if note.span is None:
        return element("p", shown(note.message))
    where = f"{shown_path(note.span.source.path, start)}:{Place.of(note.span).line}"
    return element("p", f"{element('code', shown(where))}: {shown(note.message)}") + _excerpt(note.span)


def _excerpt(span: Span) -> str:
    """The lines of a span, with what it covers marked."""
    place, source = Place.of(span), span.source
    lines = []
    for number in range(place.line, min(place.last_line, place.line + LINES - 1) + 1):
        text = source.line(number)
        start = place.start if number == place.line else len(text) - len(text.lstrip())
        end = place.end if number == place.last_line else len(text)
        lines.append(_line(number, *_window(text, start, max(start, end))))
    if place.last_line >= place.line + LINES:
        lines.append("...")
    return element("pre", element("code", "\n".join(lines)), tabindex="0")


def _window(text: str, start: int, end: int) -> tuple[str, str, str]:
    """A line in three: before, marked, after. Of a very long one the part around the mark."""
    first = max(0, start - LETTERS // 4) if len(text) > LETTERS else 0
    last = min(len(text), first + LETTERS)
    end = min(end, last)
    head, tail = "..." if first else "", "..." if last < len(text) else ""
    return head + text[first:start], text[start:end], text[end:last] + tail


def _line(number: int, before: str, marked: str, after: str) -> str:
    count = element("span", str(number), class_="n")
    return harmless(f"{count}{shown(before)}{element('mark', shown(marked)) if marked else ''}{shown(after)}")


def _fix(fix: Fix) -> str:
    """What to do: the lines that change, or the recipe."""
    parts = []
    for _, line, old, new in hunks(fix.edits):
        for sign, kind, lines in (("-", "remove", old), ("+", "add", new)):
            rows = (
                f"{element('span', str(line + i), class_='n')}{sign} {shown(t)}" for i, t in enumerate(lines[:LINES])
            )
            parts += [element("span", row, class_=kind) for row in rows]
    if fix.text.strip():
        parts += [shown(line) for line in fix.text.strip("\n").split("\n")]
    body = element("pre", element("code", "\n".join(parts)), tabindex="0") if parts else ""
    title = f"What to do: {shown(fix_title(fix))}"
    return element("details", element("summary", title) + body) if body else element("p", title)


# --- locks


def _locks(changes: Sequence[Change], start: str) -> Iterator[str]:
    """A drawing for each transaction in which others wait."""
    drawn = 0
    for change in changes:
        for own in transactions(change.effects["statements"]):
            picture = timeline(own, f"locks-{drawn}") if drawn < TIMELINES else ""
            if picture:
                drawn += 1
                yield element("h3", shown(_transaction(own, start)), class_="path") + picture
    if drawn:
        how = "Each bar lasts from the first lock to the end of the transaction; a thick line below it is slow work. "
        kinds = (
            "Red: reads and writes wait. Yellow: writes wait. The width of a statement does not say how long it takes."
        )
        yield element("p", how + kinds, class_="dim")
    if drawn == TIMELINES:
        yield element("p", f"Only the first {TIMELINES} transactions are drawn.")


def _transaction(statements: Sequence[Json], start: str) -> str:
    first, last = statements[0], statements[-1]
    lines = [s["start"]["line"] for s in (first, last)]
    where = f"line {lines[0]}" if lines[0] == lines[1] else f"lines {lines[0]} to {lines[1]}"
    return f"{shown_path(str(first['path']), start)}, {where}" + (
        "" if first["in_transaction"] else " (no transaction)"
    )


# --- schema


def _schema(changes: Sequence[Change]) -> Iterator[str]:
    """For each history the changed part of the schema before and after, and the changes in words."""
    for number, change in enumerate(changes):
        if not change.differences["changes"]:
            continue
        layout = er.plan(change.before, change.after, change.differences)
        if layout.boxes:
            for side, document in (("before", change.before), ("after", change.after)):
                title = f"Tables that change, and those that they refer to, {side}"
                yield element("h3", side.capitalize()) + er.drawing(layout, document, f"er-{number}-{side}", title)
        if layout.left:
            yield element("p", f"{layout.left} more tables are not drawn.")
        yield element("h3", "In words") + _differences(change)


def _differences(change: Change) -> str:
    lines = [line for item in change.differences["changes"] for line in _difference(item)]
    more = f"\n... and {len(lines) - CHANGES} more" if len(lines) > CHANGES else ""
    return element("pre", element("code", "\n".join(lines[:CHANGES]) + more), tabindex="0")


def _difference(item: Json, indent: str = "") -> Iterator[str]:
    sign, kind = SIGNS[str(item["change"])]
    before, after = str(item["before"] or ""), str(item["after"] or "")
    said = f"{before} -> {after}" if item["change"] == "changed" and before != after else after or before
    words = " ".join(f"{item['kind']} {item['name']} {said}".split())
    text = f"{indent}{sign} {shown(words)}"
    yield element("span", text, class_=kind) if kind else text
    for part in item.get("parts", ()):
        yield from _difference(part, "    ")
