"""Suppression comments of other tools (`check --compat`): each silences our rules for what it silences there.

Which rules those are stands in the coverage data, in the tools' own spelling.  A comment that names no rule silences
all rules that stand for any rule of its tool.  What such a comment does not suppress is its tool's affair: nothing is
said about it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from dbarch_lint import coverage
from dbarch_lint.source import Source, Span
from dbarch_lint.suppress import Comments, Entry, Place, lines


class Dialect(NamedTuple):
    """How a tool's comments read. Groups: `file` where one speaks of the whole file, `block` (start, end), `rules`."""

    tool: str
    pattern: re.Pattern[str]


def _dialects(**patterns: str) -> tuple[Dialect, ...]:
    found = {tool.replace("_", "-"): re.compile(pattern + END) for tool, pattern in patterns.items()}
    return tuple(Dialect(*pair) for pair in found.items())


END = r"[ \t\r]*(?:--|\*/|$)"  # what may follow; with more words, it is another tool's comment, or prose
RULES = r"(?P<rules>(?:[\s:,]+(?!--)[\w/-]+)*)"
DIALECTS = _dialects(
    atlas=rf"atlas:nolint{RULES}",
    diesel_guard=r"safety-assured:(?P<block>start|end)",
    eugene=rf"eugene: ignore{RULES}",
    migrationpilot=rf"(?i:migrationpilot-disable(?P<file>-file)?){RULES}",
    pg_migration_lint=rf"pgm-lint:suppress(?P<file>-file)?{RULES}",
    pgfence=rf"pgfence(?:-|: )ignore{RULES}",
    pgrubic=r"(?P<file>pgrubic: *)?noqa(?::(?P<rules>(?:[ ,]*[A-Z]{2}[0-9]{3})*))?",
    pgsafemigrate=rf"(?P<file>pgsafemigrate:nolint){RULES}",
    pgvet=rf"pgvet_nolint{RULES}",
    postgres_language_server=r"(?:pgls|pgt)-ignore(?:-(?P<block>start|end)|(?P<file>-all))?"
    r"(?P<rules>(?: +[\w/]+)*)(?::.*)?",
    squawk=r"squawk-ignore(?P<file>-file)?(?P<rules>(?:[ ,]+(?!--)[\w-]+)*)(?!:)",
)
MENTIONED = re.compile(
    rb"squawk-ignore|eugene:|atlas:nolint|pgm-lint:|pgfence|migrationpilot|noqa|safety-assured:|pgls-|pgt-|pgvet_"
    rb"|pgsafemigrate",
    re.IGNORECASE,
)
GROUPS = {"lint", "safety"}  # names of groups of rules: as good as no name


class Peers:
    """The suppressions of other tools in the files of one run."""

    def __init__(self, comments: Comments) -> None:
        self._comments = comments

    @cached_property
    def _codes(self) -> dict[str, dict[str, frozenset[str]]]:
        """By tool and by its rule: our codes."""
        found: dict[str, dict[str, frozenset[str]]] = {}
        for entry in coverage.entries():
            for tool, theirs in entry.peers.items():
                known = found.setdefault(tool, {})
                known.update({name.lower(): known.get(name.lower(), frozenset()) | {*entry.rules} for name in theirs})
        return found

    def __call__(self, source: Source, statements: Sequence[Place]) -> Iterator[Entry]:
        """What the comments of one file suppress; `statements` in the order of the text."""
        open_: dict[str, int] = {}
        for span in self._comments(source) if MENTIONED.search(source.data) else ():
            for line, text, _ in lines(span):
                for tool, pattern in DIALECTS:
                    said = pattern.match(text)
                    if said is None:
                        continue
                    covers = self._covers(tool, said.groupdict(), line, statements, open_)
                    codes = self._suppressed(tool, said.groupdict().get("rules"))
                    if codes and covers is not None:
                        yield Entry(line, codes, covers, text.strip(" \t*/\r\n"), whole_file=not covers)

    def _suppressed(self, tool: str, rules: str | None) -> frozenset[str]:
        known = self._codes.get(tool, {})
        names = {word.rpartition("/")[2].lower() for word in re.split(r"[\s:,]+", rules or "") if word} - GROUPS
        return frozenset(code for name in names or known for code in known.get(name, ()))

    @staticmethod
    def _covers(
        tool: str, said: Mapping[str, str | None], line: Span, statements: Sequence[Place], open_: dict[str, int]
    ) -> Sequence[Place] | None:
        """The places that a comment speaks of: none for the whole file; None when it speaks of nothing (yet)."""
        if said.get("file"):
            return ()
        block = said.get("block")
        if block == "start":
            open_.setdefault(tool, line.end)
            return None
        if block == "end":
            start = open_.pop(tool, None)
            return [Span(line.source, start, line.start)] if start is not None else None
        return _next(line, statements, header=tool == "atlas")


def _next(line: Span, statements: Sequence[Place], *, header: bool) -> Sequence[Place] | None:
    """The statements on the comment's line, else the next one; none for the file: a `header` above a blank line."""
    source, number = line.source, line.source.line_of(line.start)
    first = bisect_right(statements, source.line_start(number) - 1, key=lambda s: s.end - 1)
    last = bisect_left(statements, line.end, key=lambda s: s.start)
    if first < last:
        return statements[first:last]
    below = statements[first : first + 1]
    if header and first == 0 and below:
        between = range(number + 1, source.line_of(below[0].start))
        if any(not source.line(n).strip() for n in between):
            return ()
    return below or None


def mentions(data: bytes) -> bool:
    """Whether a file may hold a suppression comment of ours or of another tool."""
    return b"dbarch-lint" in data or MENTIONED.search(data) is not None
