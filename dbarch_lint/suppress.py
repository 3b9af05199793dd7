"""Suppression: comments such as `-- dbarch-lint: ignore[LK101] the table is empty`, and per-path ignores.

A suppressed finding stays in the report, with the reason that was given.  A comment that names an unknown rule
(HY002) or suppresses nothing (HY003) is a finding itself: otherwise a typo would look like protection.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, takewhile

import msgspec

from dbarch_lint.errors import did_you_mean
from dbarch_lint.findings import Finding, Fix
from dbarch_lint.packs import Rule, matching, words
from dbarch_lint.source import Edit, Source, Span, Statement

WORD = "dbarch-lint"
UNKNOWN, UNUSED = "HY002", "HY003"
# What stands in a comment (never in SQL: the engine says where the comments are).
INSTRUCTION = re.compile(rf"{WORD}:[ \t]*(?P<verb>[\w-]+)?[ \t]*(?P<list>\[(?P<rules>[^\]\n]*)\])?(?P<reason>[^\n]*)")
UNTIL = re.compile(r"[ \t:;,(-]*until=(?P<day>[^\s,;)]*)")  # at the beginning of the reason
FRAME = "-/* \t!"  # what a comment line may begin with before the instruction

Place = Statement | Span
# Makes a finding of (code, place, message, fix); None when that rule does not run.
Report = Callable[[str, Span, str, Fix | None], Finding | None]
Comments = Callable[[Source], Sequence[Span]]
# What the comments of other tools suppress in a file with these statements.
Foreign = Callable[[Source, Sequence[Place]], Iterable["Entry"]]


class Known:
    """The rules there are, and the codes of those that run (others cannot be found unused)."""

    def __init__(self, rules: Sequence[Rule], running: Iterable[str]) -> None:
        self.rules = rules
        self.running = frozenset(running)
        self._codes: dict[str, frozenset[str]] = {}

    def codes(self, word: str) -> frozenset[str]:
        """The codes that a code, name, alias or family stands for; empty when it stands for nothing."""
        if word not in self._codes:
            found = matching(self.rules, word)[1] or matching(self.rules, word.upper())[1]
            self._codes[word] = frozenset(rule.code for rule in found)
        return self._codes[word]

    @cached_property
    def words(self) -> list[str]:
        return words(self.rules)


class Entry:
    """One rule named in one comment: what it covers, and whether it has suppressed anything."""

    __slots__ = ("codes", "covers", "reason", "selector", "used", "whole_file")

    def __init__(
        self, selector: Span, codes: frozenset[str], covers: Sequence[Place], reason: str, *, whole_file: bool
    ) -> None:
        self.selector = selector
        self.codes = codes
        self.reason = reason
        self.covers = covers
        self.whole_file = whole_file
        self.used = False

    def suppresses(self, finding: Finding) -> bool:
        if finding.code not in self.codes:
            return False
        at = finding.span.start
        return self.whole_file or any(place.start <= at < place.end or at == place.start for place in self.covers)


class _Comment:
    """One instruction: its span, the rules it names, and what is wrong with it."""

    def __init__(self, span: Span, found: re.Match[str], offset: int) -> None:
        self.span = span
        self.verb = found["verb"] or ""
        text = found["reason"] if found["list"] else ""
        until = UNTIL.match(text)
        self.until = until["day"].removesuffix("*/") if until else None
        self.reason = text[until.end() if until else 0 :].removesuffix("*/").strip(" \t\r:;,-()\u2013\u2014")
        self.selectors = list(self._selectors(found, offset)) if found["list"] else []

    def _selectors(self, found: re.Match[str], offset: int) -> Iterator[Span]:
        """The spans of the names between the brackets. `offset` is the byte offset of the text that was matched."""
        text, at = found.string, found.start("rules")
        for part in found["rules"].split(","):
            lead = len(part) - len(part.lstrip())
            start = offset + len(text[: at + lead].encode("utf-8", "replace"))
            if part.strip():
                yield Span(self.span.source, start, start + len(part.strip().encode("utf-8", "replace")))
            at += len(part) + 1

    @property
    def whole_file(self) -> bool:
        return self.verb == "ignore-file"

    @property
    def fault(self) -> str | None:
        """Why the instruction as a whole does nothing."""
        if self.verb not in {"ignore", "ignore-file"}:
            return f"dbarch-lint does not know the instruction {self.verb!r}; write ignore[CODE] or ignore-file[CODE]"
        if not self.selectors:
            return (
                f"this comment names no rule, so it suppresses nothing; write {self.verb}[CODE] with a code or a name"
            )
        return _ended(self.until) if self.until is not None else None


def _ended(day: str) -> str | None:
    """Why a suppression with this end does nothing; None while it holds."""
    from datetime import UTC, date, datetime

    try:
        over = date.fromisoformat(day) < datetime.now(tz=UTC).date()
    except ValueError:
        return f"until={day} is no date, so this suppresses nothing; write until=2027-01-31"
    return f"this ended on {day} and suppresses nothing any more; solve it, or give it another date" if over else None


def apply(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    statements: Mapping[str, Sequence[Place]],
    *,
    known: Known,
    comments: Comments,
    report: Report,
    per_path: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Finding, ...]:
    """`findings` with the suppressed ones marked, and what is to say about the comments themselves.

    `sources` are the judged ones, by path; `statements` their statements.
    `report` makes the finding of a code of ours, or None when that rule does not run.
    """
    entries: dict[str, list[Entry]] = {}
    told: list[Finding] = []
    for path, source in sources.items():
        if WORD.encode() in source.data:
            own = _outermost(statements.get(path, ()))
            entries[path] = [e for c in read(source, comments) for e in _entries(c, own, known, report, told)]
    result = [_suppressed(finding, entries) for finding in (*findings, *told)]
    late = [
        _unused(entry, report)
        for own in entries.values()
        for entry in own
        if not entry.used and entry.codes & known.running and UNUSED not in entry.codes
    ]
    result += [_suppressed(finding, entries) for finding in late if finding is not None]
    rules = [(_glob(pattern), pattern, _codes(selectors, known)) for pattern, selectors in (per_path or {}).items()]
    return tuple(_ignored_by_path(finding, rules) for finding in result) if rules else tuple(result)


def apply_foreign(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    statements: Mapping[str, Sequence[Place]],
    foreign: Foreign,
) -> list[Finding]:
    """`findings` with those marked that the comments of other tools suppress."""
    entries = {path: list(foreign(source, _outermost(statements.get(path, ())))) for path, source in sources.items()}
    return [_suppressed(finding, entries) for finding in findings]


def _outermost(statements: Sequence[Place]) -> list[Place]:
    """The statements in the order of the text, without those that stand in another's body."""
    own = [s for s in statements if getattr(s, "parent", None) is None]
    return sorted(own, key=lambda s: s.start)


def read(source: Source, comments: Comments) -> Iterator[_Comment]:
    """The instructions in a source's comments, each at the beginning of a comment's line."""
    for span in comments(source):
        for line, text, at in lines(span) if WORD in span.text else ():
            found = INSTRUCTION.match(text)
            if found:
                yield _Comment(line, found, at)


def lines(comment: Span) -> Iterator[tuple[Span, str, int]]:
    """The lines of a comment (a comment of one line as it is), what each says behind its frame, and where that is."""
    text, at = comment.text, comment.start
    for line in text.splitlines(keepends=True):
        said = line.lstrip(FRAME)
        end = at + len(line.rstrip().encode("utf-8", "replace"))
        place = comment if "\n" not in text else Span(comment.source, at, end)
        yield place, said, at + len(line) - len(said)  # a frame is ASCII
        at += len(line.encode("utf-8", "replace"))


def _entries(
    comment: _Comment, statements: Sequence[Place], known: Known, report: Report, told: list[Finding]
) -> Iterator[Entry]:
    """What one instruction suppresses; what is wrong with it is added to `told`."""

    def tell(code: str, place: Span, message: str, fix: Fix | None = None) -> None:
        finding = report(code, place, message, fix)
        if finding is not None:
            told.append(finding)

    covers = () if comment.whole_file else _covered(comment.span, statements)
    misplaced = _misplaced(comment, statements, covers)
    if comment.fault or misplaced:
        tell(UNUSED, comment.span, comment.fault or misplaced)
        return
    for selector in comment.selectors:
        codes = known.codes(selector.text)
        if codes:
            yield Entry(selector, codes, covers, comment.reason, whole_file=comment.whole_file)
        else:
            best = did_you_mean(selector.text, known.words) or "; name a rule by its code"
            tell(UNKNOWN, selector, f"no rule is called {selector.text}, so this suppresses nothing{best}")


def _misplaced(comment: _Comment, statements: Sequence[Place], covers: Sequence[Place]) -> str:
    if comment.whole_file:
        late = bool(statements) and comment.span.start > statements[0].start
        return "ignore-file suppresses nothing here; move it above the first statement of the file" if late else ""
    if covers:
        return ""
    return "no statement stands on this line or directly below, so this suppresses nothing; move it to its statement"


def _covered(comment: Span, statements: Sequence[Place]) -> Sequence[Place]:
    """The statements that an `ignore` speaks of: those on its lines, else the one that begins directly below."""
    source = comment.source
    line, last = source.line_of(comment.start), source.line_of(max(comment.start, comment.end - 1))
    first = bisect_right(statements, source.line_start(line) - 1, key=lambda s: s.end - 1)
    after = source.line_start(last + 1) if last < source.line_count else len(source.data) + 1
    same = list(takewhile(lambda statement: statement.start < after, islice(statements, first, None)))
    if same:
        return same
    below = statements[first : first + 1]
    return below if below and _only_comments(source, last + 1, source.line_of(below[0].start)) else ()


def _only_comments(source: Source, line: int, end: int) -> bool:
    """Whether there is no blank line: what stands before a statement is comments, or nothing."""
    return all(source.line(number).strip() for number in range(line, end))


def _suppressed(finding: Finding, entries: Mapping[str, Sequence[Entry]]) -> Finding:
    """The finding, marked when a comment of its file suppresses it."""
    reason = finding.suppressed
    for entry in entries.get(finding.span.source.path, ()):
        if entry.suppresses(finding):
            entry.used = True
            reason = reason or entry.reason
    return finding if reason == finding.suppressed else msgspec.structs.replace(finding, suppressed=reason)


def _unused(entry: Entry, report: Report) -> Finding | None:
    where = "in this file" if entry.whole_file else "here"
    message = f"{entry.selector.text} has no finding {where}, so this suppresses nothing; remove it"
    return report(UNUSED, entry.selector, message, _removal(entry.selector))


def _removal(selector: Span) -> Fix | None:
    """Take the name, with its comma, out of the brackets; a comment that names nothing else goes altogether."""
    source = selector.source
    line = source.line_of(selector.start)
    start = source.line_start(line)
    text = source.line(line).encode("utf-8", "replace")
    opening, closing = text.rfind(b"[", 0, selector.start - start), text.find(b"]", selector.end - start)
    others = [part for part in text[opening + 1 : closing].split(b",") if part.strip()]
    if len(others) > 1:
        end = selector.end - start
        comma = text.find(b",", end, closing)
        if comma >= 0:
            end = comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip())
            span = Span(source, selector.start, start + end)
        else:
            span = Span(source, start + text.rfind(b",", opening, selector.start - start), selector.end)
        return Fix("remove the name from the comment", (Edit(span, ""),))
    dashes = text.rfind(b"--", 0, opening)
    if dashes < 0:  # a /* */ comment may hold more than this line: a person should look
        return Fix("remove the comment", applicability="manual")
    if text[:dashes].strip():
        kept = len(text[:dashes].rstrip())
        return Fix("remove the comment", (Edit(Span(source, start + kept, start + len(text)), ""),))
    end = source.line_start(line + 1) if line < source.line_count else len(source.data)
    return Fix("remove the comment", (Edit(Span(source, start, end), ""),))


# ---- per-path ignores ----------------------------------------------------------------------------------------------


def by_path(pattern: str) -> str:
    """The reason of what the configuration suppresses in the files that match."""
    return f"the configuration ignores it in {pattern}"


def _codes(selectors: Iterable[str], known: Known) -> frozenset[str]:
    return frozenset(code for selector in selectors for code in known.codes(selector))


def _ignored_by_path(finding: Finding, rules: Sequence[tuple[re.Pattern[str], str, frozenset[str]]]) -> Finding:
    for matcher, pattern, codes in rules:
        if finding.suppressed is None and finding.code in codes and matcher.match(finding.span.source.path):
            return msgspec.structs.replace(finding, suppressed=by_path(pattern), outside=True)
    return finding


_GLOB = re.compile(r"\*\*/|\*\*|\*|\?|[^*?]+")
_PARTS = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def _glob(pattern: str) -> re.Pattern[str]:
    """A glob over paths: `*` stays within a folder, `**` does not; without a slash it means the name, in any folder."""
    anchored = pattern.removeprefix("./")
    if anchored.endswith("/"):
        anchored += "**"
    parts = [_PARTS.get(part) or re.escape(part) for part in _GLOB.findall(anchored)]
    return re.compile(("" if "/" in anchored else "(?:.*/)?") + "".join(parts) + r"\Z", re.DOTALL)
