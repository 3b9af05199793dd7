"""Whether the sources of an application still name what a migration takes away: a search for words, nothing more.

The sources are text that nobody trusts: no link is followed, and sizes, numbers and kinds of files are bounded.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import msgspec

from dbarch_lint.findings import Finding, Gone, Note
from dbarch_lint.source import Source, Span
from dbarch_lint.words import singular, words

MAX_FILES = 20_000
MAX_BYTES = 1 << 20  # of one file: what is larger is no source that somebody wrote
TOLD = 3  # places that a finding shows
OTHERS = frozenset("node_modules vendor dist build target __pycache__ venv site-packages".split())
replace = msgspec.structs.replace


class Search:
    """A search below some folders; `passed` are folders left out, as findings show them: those of the migrations."""

    def __init__(self, folders: Sequence[str], root: Path, passed: Collection[str]) -> None:
        self._folders = [Path(folder) for folder in folders]
        self._root = root
        self._passed = {os.path.realpath(root / folder) for folder in passed}
        self._shown = ", ".join(shown(folder, root) for folder in self._folders)

    def look(self, findings: Iterable[Finding]) -> list[Finding]:
        """The findings, those on names that go with the places that still use them, or with the word that none does."""
        given = list(findings)
        wanted = {gone for finding in given for gone in finding.gone}
        places = self._places(wanted) if wanted else {}
        return [self._told(f, [p for gone in f.gone for p in places[gone]]) if f.gone else f for f in given]

    def _told(self, finding: Finding, places: Sequence[Span]) -> Finding:
        if not places:
            note = Note(
                f"nothing in {self._shown} names it: if that holds for the release that is running too, it can go"
            )
            return replace(finding, confidence="low", notes=(*finding.notes, note))
        told = [Note("the code still says so", place) for place in places[:TOLD]]
        if len(places) > TOLD:
            told.append(Note(f"so do {len(places) - TOLD} more places in {self._shown}"))
        return replace(finding, notes=(*finding.notes, *told))

    def _places(self, wanted: Collection[Gone]) -> dict[Gone, list[Span]]:
        patterns = {gone: (pattern(spellings(gone.table, table=True)), pattern(said(gone))) for gone in wanted}
        found: dict[Gone, list[Span]] = {gone: [] for gone in wanted}
        for path in islice(self._files(), MAX_FILES):
            source = text_of(path, self._root)
            if source is None:
                continue
            for gone, (table, name) in patterns.items():
                if not gone.column or table.search(source.data):
                    hits = name.finditer(source.data)
                    found[gone] += [Span(source, hit.start(), hit.end()) for hit in hits]
        return found

    def _files(self) -> Iterator[Path]:
        for top in self._folders:
            for folder, inner, names in os.walk(top, followlinks=False):
                inner[:] = sorted(name for name in inner if not name.startswith(".") and name not in OTHERS)
                if os.path.realpath(folder) not in self._passed:
                    yield from (Path(folder, name) for name in sorted(names))


def text_of(path: Path, root: Path) -> Source | None:
    """The text of a regular file of reasonable size; None for anything else."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_BYTES:
            return None
        data = path.read_bytes()
    except OSError:
        return None
    return None if b"\0" in data else Source.from_bytes(shown(path, root), data)


def said(gone: Gone) -> set[str]:
    """What shows that code uses what goes: a name of one word in the singular may mean anything."""
    if gone.column:
        return spellings(gone.column)
    return spellings(gone.table, table=True) if len(words(gone.table)) > 1 else {gone.table}


def spellings(name: str, *, table: bool = False) -> set[str]:
    """How code writes a name: as it is, inCamelCase, InPascalCase; a table also in the singular, as classes are."""
    parts = words(name)
    every = [parts, (*parts[:-1], singular(parts[-1]))] if table and parts else [parts]
    joined = {"".join(part.capitalize() for part in one) for one in every if one}
    return {name, *joined, *(text[:1].lower() + text[1:] for text in joined), *("_".join(one) for one in every)} - {""}


def pattern(texts: Collection[str]) -> re.Pattern[bytes]:
    """Any of the texts as a whole word."""
    return re.compile(rb"\b(?:" + b"|".join(re.escape(text.encode()) for text in sorted(texts)) + rb")\b")


def shown(path: Path, root: Path) -> str:
    """A path as findings show it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()
