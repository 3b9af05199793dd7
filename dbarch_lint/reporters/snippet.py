"""Source lines as a compiler shows them: numbered, the place underlined, and what a fix would change."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from dbarch_lint.reporters.display import Painter, cut, shown_path, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from dbarch_lint.source import Edit, Source, Span

_HEAD, _MOST = 3, 5  # of a long span the first three lines and the last are shown; up to five lines are shown whole
_CHANGED = 12  # changed lines that are worth showing
_SPACE = b" \t\r\n\f\v"


class Place(msgspec.Struct, frozen=True):
    """Where a span begins and ends: lines from 1, characters from 0 in their line, end exclusive."""

    line: int
    start: int
    last_line: int
    end: int

    @classmethod
    def of(cls, span: Span) -> Place:
        source, data = span.source, span.source.data
        start = min(span.start, len(data))
        end = max(start, min(span.end, len(data)))
        while end > start and data[end - 1] in _SPACE:
            end -= 1
        first, last = source.position(start), source.position(end)
        return cls(first.line, first.column - 1, last.line, last.column - 1)


class Frame:
    """Draws excerpts with one left margin, wide enough for every line number of a finding."""

    def __init__(self, paint: Painter, margin: int, start: str) -> None:
        self.paint = paint
        self.margin = margin
        self.start = start

    def row(self, text: str = "", number: int | str = "", bar: str = "|") -> str:
        """One row: the line number, the bar, the text."""
        head = f"{number:>{self.margin}} {bar}"
        if self.paint.color:
            head = self.paint("frame", head)
        return f"{head} {text}" if text else head

    def arrow(self, span: Span, place: Place, sign: str) -> str:
        """The row that names the place: `--> path:line:column`."""
        where = f"{shown_path(span.source.path, self.start)}:{place.line}:{place.start + 1}"
        return f"{' ' * self.margin}{self.paint('frame', sign)} {where}"

    def excerpt(self, span: Span, place: Place, label: str, mark: str, role: str, *, whole: bool) -> list[str]:
        """The source lines of a span, the span underlined with `mark`, and the label behind the underline."""
        if place.line != place.last_line:
            return [self.row(), *self._tall(span.source, place, _labelled(mark, label), role, whole=whole)]
        piece = cut(span.source.line(place.line), place.start, place.end)
        line = mark * max(1, piece.end - piece.start)
        marked = " " * piece.start + self.paint(role, _labelled(line, label))
        return [self.row(), self.row(piece.text, place.line), self.row(marked)]

    def _tall(self, source: Source, place: Place, mark: str, role: str, *, whole: bool) -> list[str]:
        """A span of several lines: a bar runs down its left side and ends in the mark."""
        first = source.line(place.line)
        opening = cut(first, place.start, len(first))
        bar = self.paint(role, "|")
        if first[: place.start].strip():
            lines = [self.row("  " + opening.text, place.line)]
            lines.append(self.row(" " + self.paint(role, "_" * (opening.start + 1) + mark[0])))
        else:
            lines = [self.row(f"{self.paint(role, '/')} {opening.text}", place.line)]
        count = place.last_line - place.line + 1
        skip = range(0) if whole or count <= _MOST else range(place.line + _HEAD, place.last_line)
        for number in range(place.line + 1, place.last_line + 1):
            if number == skip.start and skip:
                lines.append(self.row(bar, "...", bar=" "))
            if number not in skip:
                text = cut(source.line(number), 0, 0).text
                lines.append(self.row(f"{bar} {text}".rstrip(), number))
        last = cut(source.line(place.last_line), 0, place.end)
        return [*lines, self.row(self.paint(role, "|" + "_" * max(1, last.end) + mark))]

    def change(self, edits: Sequence[Edit]) -> Iterator[str]:
        """The lines that `edits` change, before and after."""
        for _, line, old, new in hunks(edits):
            yield self.row()
            yield from self._hunk(line, old, new)

    def _hunk(self, line: int, old: list[str], new: list[str]) -> Iterator[str]:
        shown = 0
        for sign, role, lines, others in (("-", "remove", old, new), ("+", "add", new, old)):
            for i, text in enumerate(lines[:_CHANGED]):
                start, end = _differing(text, others[i] if i < len(others) else text)
                yield self.row(self.paint(role, cut(text, start, end).text), line + i, bar=self.paint(role, sign))
                shown += 1
        if shown < len(old) + len(new):
            yield self.row("", "...", bar=" ")


def _differing(text: str, other: str) -> tuple[int, int]:
    """Where a line begins and ends to differ from another one; its beginning where it does not."""
    if text == other:
        return 0, 0
    start = next((i for i, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), min(len(text), len(other)))
    longest = min(len(text), len(other)) - start
    same = next((i for i in range(longest) if text[-1 - i] != other[-1 - i]), longest)
    return start, max(len(text), len(other)) - same


def _labelled(mark: str, label: str) -> str:
    return f"{mark} {visible(label)}" if label else mark


def _edit_order(edit: Edit) -> tuple[str, int, int, int]:
    return edit.span.source.path, id(edit.span.source), edit.span.start, edit.span.end


def hunks(edits: Sequence[Edit]) -> Iterator[tuple[Source, int, list[str], list[str]]]:
    """What `edits` change as (source, first line, old lines, new lines), for each run of neighbouring lines."""
    for source, own in groupby(sorted(edits, key=_edit_order), key=lambda edit: edit.span.source):
        for hunk in _hunks(source, list(own)):
            yield (source, *hunk)


def _hunks(source: Source, edits: list[Edit]) -> Iterator[tuple[int, list[str], list[str]]]:
    """The edits of one source as (first line, old lines, new lines), for each run of neighbouring lines."""
    runs: list[list[Edit]] = []
    for edit in edits:
        if runs and source.line_of(edit.span.start) <= source.line_of(runs[-1][-1].span.end) + 1:
            runs[-1].append(edit)
        else:
            runs.append([edit])
    for run in runs:
        line = source.line_of(run[0].span.start)
        last = source.line_of(run[-1].span.end)
        old = [source.line(number) for number in range(line, last + 1)]
        new = _edited(source, source.line_start(line), last, run)
        same = _common(old, new)
        old, new = old[same:], new[same:]
        tail = _common(old[::-1], new[::-1])
        yield line + same, old[: len(old) - tail], new[: len(new) - tail]


def _edited(source: Source, start: int, last_line: int, edits: Iterable[Edit]) -> list[str]:
    """The lines from byte `start` to the end of `last_line`, after the edits."""
    end = source.line_start(last_line + 1) if last_line < source.line_count else len(source.data)
    parts, at = [], start
    for edit in edits:
        parts += [source.slice(at, edit.span.start), edit.text]
        at = max(at, edit.span.end)
    text = "".join(parts) + source.slice(at, max(at, end))
    lines = [line.rstrip("\r") for line in text.split("\n")]
    return lines[:-1] if text.endswith("\n") else lines


def _common(left: list[str], right: list[str]) -> int:
    """How many first elements are the same."""
    count = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        count += 1
    return count


def margin(places: Iterable[Place]) -> int:
    """The width of the widest line number."""
    return max((width(str(place.last_line)) for place in places), default=1)
