"""Markdown for a comment on a pull request or a job summary: counts, locks, then the findings folded by file.

What comes from the repository is made of entities and stands never at the beginning of a line: no markup, no link,
no mention, no reference to an issue, no quick action.
"""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from dbarch_lint.reporters import text
from dbarch_lint.reporters.common import TOOL, WORDS, active, counted, headline, title, told, worst_first
from dbarch_lint.reporters.display import Painter, shown_path, visible
from dbarch_lint.reporters.locks import Lock, locks, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dbarch_lint.findings import Finding, Report

MARKER = f"<!-- {TOOL} -->"  # the action knows its comment by it
LIMIT = 65_000  # bytes; GitHub takes 65,536 characters in a comment
BLOCK = 8_000  # bytes of one finding
ROWS, FEW = 30, 12  # of the table of locks: at the most; so few that it is unfolded
MARKUP = {ord(char): f"&#{ord(char)};" for char in "\\`*_{}[]()#!|~:@<>&$%"}
# What follows one of these is a person, an issue, a label, an address; a space of no width keeps it apart.
REFERENCE = re.compile(r"[@#!~%$](?=\w)|:(?=//)|(?i:(?<=\bwww)\.|(?<=\bgh)-(?=\d))")
WAITING = {True: "reads and writes", False: "writes"}  # whether reads wait
APART = "\u200b"


def render(report: Report, *, show_suppressed: bool = False, start: str = "", **_: bool | str) -> str:
    """The whole report, cut to what a comment may hold."""
    found = told(report, show_suppressed=show_suppressed)
    statements = [s for change in report.changes for s in change.effects["statements"]]
    head = [MARKER, f"### {TOOL}: {inline(headline(report, active(found)))}", "", *_locks(locks(statements), start)]
    tail = [*_tail(report, found)]
    room = LIMIT - _size([*head, *tail]) - 300
    blocks, left = _fitting(found, room, start)
    more = [f"**{counted(left)} more**: too long for a comment; run {TOOL} to read them.", ""] if left else []
    return "\n".join([*head, *blocks, *more, *tail]) + "\n"


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode("utf-8", "replace")) + 1 for line in lines)


def _fitting(findings: Sequence[Finding], room: int, start: str) -> tuple[list[str], list[Finding]]:
    """The worst findings, as many as there is room for, folded by file; and those left out."""
    ordered = worst_first(findings)
    by_path: dict[str, list[Finding]] = {}
    parts: list[list[str]] = []
    for finding in ordered:
        path = finding.span.source.path
        parts.append(_finding(finding, start))
        room -= _size(parts[-1]) + (0 if path in by_path else _size(_head(path, ordered, start)) + 20)
        if room < 0:
            break
        by_path.setdefault(path, []).append(finding)
    drawn = dict(zip(map(id, ordered), parts, strict=False))
    lines: list[str] = []
    for path, own in by_path.items():
        lines += [*_head(path, own, start, opened=not lines), *(line for f in own for line in drawn[id(f)])]
        lines += ["</details>", ""]
    return lines, ordered[sum(map(len, by_path.values())) :]


def _head(path: str, findings: Sequence[Finding], start: str, *, opened: bool = True) -> list[str]:
    """What opens the findings of a file; those of the first file are unfolded."""
    word = " open" if opened else ""
    return [f"<details{word}><summary>{code(shown_path(path, start))}: {counted(findings)}</summary>", ""]


def _finding(finding: Finding, start: str) -> list[str]:
    word = WORDS[finding.severity][0]
    drawn = "\n".join(text.body(finding, Painter(False), start, verbose=False))
    if len(drawn) > BLOCK:
        drawn = drawn[:BLOCK].rpartition("\n")[0] + "\n..."
    return [f"**{word}** {code(title(finding))}: {inline(finding.message)}", f"<pre>{_block(drawn)}</pre>", ""]


def _tail(report: Report, findings: Sequence[Finding]) -> Iterator[str]:
    yield f"<sub>{report.engine} {inline(report.engine_version)}" + (
        f"; <code>dbarch-lint explain {worst_first(findings)[0].code}</code> says why</sub>" if findings else "</sub>"
    )


# --- locks


def _locks(found: Sequence[Lock], start: str) -> Iterator[str]:
    """The table of what others wait for while the migrations run."""
    if not found:
        return
    word = " open" if len(found) <= FEW else ""
    yield f"<details{word}><summary>{len(found)} locks that others wait for</summary>"
    yield ""
    yield "| migration | statement | lock | who waits | how long |"
    yield "| --- | --- | --- | --- | --- |"
    for _, group in groupby(found[:ROWS], key=lambda lock: id(lock.statement)):
        for number, lock in enumerate(group):
            yield _row(lock, start, first=number == 0)
    yield ""
    if len(found) > ROWS:
        yield f"and {len(found) - ROWS} more"
        yield ""
    yield "</details>"
    yield ""


def _row(lock: Lock, start: str, *, first: bool) -> str:
    statement, effect = lock
    place = f"{shown_path(statement['path'], start)}:{statement['start']['line']}"
    head = [code(place), code(short(statement["sql"]))] if first else ["", ""]
    held = "until the transaction ends" if statement["in_transaction"] else ""
    work = f"{effect['work']} of {effect['relation']}" if effect["work"] != "none" else held
    cells = [
        *head,
        f"{effect['lock']} on {code(effect['relation'])}",
        WAITING["read" in effect["blocks"]],
        inline(work),
    ]
    return f"| {' | '.join(cells)} |"


# --- text


def inline(text: str) -> str:
    """Text of the repository within a line."""
    return REFERENCE.sub(lambda found: found[0] + APART, visible(text)).translate(MARKUP)


def code(text: str) -> str:
    """The same as code."""
    return f"<code>{visible(text).translate(MARKUP)}</code>"


def _block(text: str) -> str:
    """Lines within `<pre>`. An agent of a CI that prints them finds no command in them."""
    return escape(text).replace("::", "&#58;&#58;").replace("##", "&#35;&#35;")
