"""What others have of a project's migrations: which of today's are theirs, and which statements of those are new."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from dbarch_lint.engines import Engine
from dbarch_lint.frameworks import FOLDER_FILES, read_as
from dbarch_lint.frameworks.base import Project
from dbarch_lint.migrations import Migration, Notices
from dbarch_lint.revisions import Comparison, plain
from dbarch_lint.source import Source, Span, Statement

LEXICAL, COMMENT = re.compile(rb"\w+|[^\w\s]"), re.compile(rb"--[^\n]*")
QUOTES = {b"'", b'"'}
DIGITS = frozenset("0123456789")
LINE_ENDS = str.maketrans("", "", "\r\n")
# What of a text a tool's checksum is made of, where comments and layout count.
COUNTED: dict[Notices, Callable[[Source], object]] = {
    "lines": lambda source: source.text.translate(LINE_ENDS),
    "bytes": plain,
}


class Released:
    """The migrations of one project as a commit has them."""

    def __init__(self, before: Comparison, project: Project | None, engine: Engine, today: Sequence[Migration]) -> None:
        self._before = before
        self._project = project
        self._engine = engine
        self._today = today
        self._former: dict[str, list[Migration]] = {}

    def has(self, migration: Migration) -> bool:
        """Whether the commit has a migration, whatever its text is there: then it is no new one.

        Under another title behind the same version too.
        """
        if migration.path in self._before.added:
            return self._key(migration, migration.path) in self._gone
        if migration.runner.parts and migration.path in self._before.edited:
            return any(m.id == migration.id for m in self.former(migration.path))
        return True

    def differs(self, migration: Migration) -> bool:
        """Whether the commit lacks a migration, or has another text of it."""
        if migration.runner.parts and migration.path in self._before.edited and self._project is not None:
            return all(migration.text != m.text for m in self.former(migration.path) if m.id == migration.id)
        return migration.path in self._before.changed

    def news(self, migration: Migration) -> tuple[tuple[int, int], ...] | None:
        """Where the statements stand that an edited migration did not have; None: nobody knows what it had."""
        if migration.path not in self._before.edited or self._project is None:
            return None
        theirs = [m for m in self.former(migration.path) if m.id == migration.id or not migration.runner.parts]
        had = {tuple(words(s)) for m in theirs for s in self._engine.parse(m.source, m.ranges)}
        today = self._engine.parse(migration.source, migration.ranges)
        return tuple((s.start, s.end) for s in today if tuple(words(s)) not in had)

    def former(self, path: str) -> list[Migration]:
        """What the tool makes of the text that an edited file had."""
        if path not in self._former:
            old = self._before.edited.get(path)
            known = old is not None and self._project is not None
            self._former[path] = read_as(self._project, path, old) if known else []  # type: ignore[arg-type]
        return self._former[path]

    @cached_property
    def _gone(self) -> set[tuple[str, str]]:
        """Folder and version of the files that are there no more; a name without a number is none, as `R` of Flyway."""
        some = next(iter(self._today), None)
        keys = {self._key(some, path) for path in self._before.gone} if some is not None else set()
        return {(folder, version) for folder, version in keys if not DIGITS.isdisjoint(version)}

    def _key(self, migration: Migration, path: str) -> tuple[str, str]:
        name = title(path)
        return path[: path.rindex(name)], migration.version_in(name)


def title(path: str) -> str:
    """What people call a migration: its file, or its folder where all files have one name."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name in FOLDER_FILES else name


def words(statement: Statement) -> Sequence[object]:
    """A statement without comments and layout."""
    if statement.source.passed_over:
        return statement.text.split()
    data = statement.source.data
    return [_plain(data[token.start : token.end]) for token in statement.tokens()]


def _plain(word: bytes) -> object:
    """A token whatever its case, where that means nothing; the body of a routine by its own words."""
    if word.startswith(b"$"):
        return tuple(LEXICAL.findall(COMMENT.sub(b"", word.lower())))
    return word if word[:1] in QUOTES or word[1:2] == b"'" else word.lower()


def first_line_changed(new: Source, old: Source) -> Span:
    """The first line that an old text has not at its place; the last one where nothing but the end is gone."""
    theirs = old.data.splitlines(keepends=True)
    start = 0
    ours = new.data.splitlines(keepends=True)
    for number, line in enumerate(ours):
        if number >= len(theirs) or line.rstrip(b"\r\n") != theirs[number].rstrip(b"\r\n") or number == len(ours) - 1:
            return Span(new, start, start + len(line.rstrip(b"\r\n")))
        start += len(line)
    return Span(new, 0, 0)
