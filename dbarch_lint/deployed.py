"""What must not happen to migrations that somebody has run: edited, deleted, renamed, overtaken, numbered twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

import msgspec

from dbarch_lint.engines import Engine
from dbarch_lint.findings import Problem
from dbarch_lint.frameworks import FOLDER_FILES, read_as, steps_with
from dbarch_lint.frameworks.base import Project
from dbarch_lint.frameworks.dialects import for_engine
from dbarch_lint.migrations import Migration
from dbarch_lint.projects import Work
from dbarch_lint.revisions import Comparison
from dbarch_lint.source import Source, Span, Statement

EDITED, DELETED, RENAMED, LATE, TWICE = "HY201", "HY202", "HY203", "HY204", "HY205"
LEXICAL, COMMENT = re.compile(rb"\w+|[^\w\s]"), re.compile(rb"--[^\n]*")
QUOTES = {b"'", b'"'}
NEW_ONE = "leave it as it was, and put the change into a new migration"


class Fault(msgspec.Struct, frozen=True):
    """What is wrong with the history, and the code of the rule that says so."""

    code: str
    problem: Problem


def faults(work: Work, engine: Engine) -> Iterator[Fault]:
    """What is wrong with the history of one project, as far as what is judged has done it."""
    yield from _twice(work)
    if work.before is None or work.project is None:
        return
    known = _Known(work, work.before, engine, work.project)
    yield from known.edited()
    yield from known.renamed()
    yield from known.deleted()
    yield from known.late()


class _Known:
    """A project beside a commit that others have deployed from."""

    def __init__(self, work: Work, before: Comparison, engine: Engine, project: Project) -> None:
        self._work = work
        self._before = before
        self._engine = engine
        self._project = project
        repeatable = {step.path for step in project.steps if step.repeatable}
        prefix = project.root.as_posix().rstrip("/")
        self._up = [
            m
            for m in work.migrations
            if m.direction == "up" and not m.repeatable and f"{prefix}/{m.path}" not in repeatable
        ]

    def edited(self) -> Iterator[Fault]:
        """Files with statements that differ; comments and layout do not count."""
        for migration in self._up:
            old = self._before.edited.get(migration.path)
            if old is None or not self._is_old(migration.path) or not self._work.scope.holds(migration.path):
                continue
            former = [m for m in read_as(self._project, old.path, old) if m.direction == "up" and m.id == migration.id]
            if not former and migration.runner.parts:
                continue  # a new part of an old file
            change = _first_change(self._statements(migration), [s for m in former for s in self._statements(m)])
            if change is not None:
                place = change if isinstance(change, Statement) else _beginning(migration.source)
                does = migration.runner.edited or "databases that have run it will not run the change"
                message = f"{self._is_in(migration.path)} already: {does}; {NEW_ONE}"
                yield Fault(EDITED, self._problem(place, message, migration.path))

    def renamed(self) -> Iterator[Fault]:
        """Files that their tool will not recognise."""
        for migration in self._up:
            old = self._before.renamed.get(migration.path, "")
            version, former = (migration.version_in(_title(path)) for path in (migration.path, old))
            if old and version != former and self._is_old(old) and self._work.scope.holds(migration.path):
                does = f"{migration.runner.name} will take this for a new migration; keep its old name"
                message = f"{self._is_in(old)} already, and {does}"
                yield Fault(RENAMED, self._problem(_beginning(migration.source), message, migration.path))

    def deleted(self) -> Iterator[Fault]:
        """Files that are gone; of very many one stands for all."""
        folder = f"{self._folder}/".removeprefix("./")
        gone = [p for p in self._before.gone if p.startswith(folder) and self._is_old(p) and self._work.scope.holds(p)]
        prefix = f"{self._project.root.as_posix().rstrip('/')}/"
        steps = for_engine(steps_with(self._project, gone), self._work.engine)[0] if gone else ()
        ups = [s.path.removeprefix(prefix) for s in steps if s.direction == "up" and not s.repeatable]
        texts = self._before.revision.texts(path for path in ups if path in gone)
        for path in ups:
            if path in texts:
                message = f"{self._is_in(path)} already: databases that have run it differ from new ones"
                way_out = "bring it back, and undo it in a new migration"
                yield Fault(DELETED, self._problem(_beginning(texts[path]), f"{message}; {way_out}", path))

    def late(self) -> Iterator[Fault]:
        """New files before old ones, where the tool minds."""
        after: Migration | None = None
        for migration in reversed(self._up):
            new = migration.path in self._before.added or not self._is_old(migration.path)
            if not new:
                after = after or migration
            elif after is not None and migration.pending and migration.runner.late:
                order = f"{_title(migration.path)} comes before {_title(after.path)}, which is in {self._name}"
                message = f"{order}: {migration.runner.late}; give it a later number"
                yield Fault(LATE, self._problem(_beginning(migration.source), message, migration.path))

    @property
    def _folder(self) -> str:
        return self._project.folder.relative_to(self._project.root).as_posix()

    @property
    def _name(self) -> str:
        """The commit in a sentence: a bare one by its first digits."""
        name = self._before.name
        return name[:10] if len(name) >= 40 and not name.strip("0123456789abcdef") else name

    def _is_in(self, path: str) -> str:
        return f"{_title(path)} is in {self._name}"

    def _problem(self, place: object, message: str, path: str) -> Problem:
        """Many of a kind are one change of the project, and become one finding."""
        return Problem(place, message, objects=(_title(path),), fold=self._folder)

    def _is_old(self, path: str) -> bool:
        """Whether production has seen the file, if there is a word on that."""
        return path not in self._work.unreleased

    def _statements(self, migration: Migration) -> Sequence[Statement]:
        return self._engine.parse(migration.source, migration.ranges)


def _twice(work: Work) -> Iterator[Fault]:
    """Two files of one version, of which one is judged."""
    by_path = {migration.path: migration for migration in work.migrations}
    for remark in work.twice:
        judged = [by_path[p] for p in (remark.path, remark.twice) if p in by_path and by_path[p].pending]
        if judged:
            other = remark.twice if judged[0].path == remark.path else remark.path
            message = f"{_title(judged[0].path)} has the same version as {_title(other)}, and {judged[0].runner.name}"
            yield Fault(TWICE, Problem(_beginning(judged[0].source), f"{message} refuses this; renumber it"))


def _title(path: str) -> str:
    """What people call a migration: its file, or its folder where all files have one name."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name in FOLDER_FILES else name


def _first_change(new: Sequence[Statement], old: Sequence[Statement]) -> Statement | bool | None:
    """The first statement that is not as it was; True where one is missing; None where all are the same."""
    for now, before in zip_longest(new, old):
        if now is None or before is None:
            return now or True
        if _words(now) != _words(before):
            return now
    return None


def _words(statement: Statement) -> Sequence[object]:
    """A statement without comments and layout."""
    if statement.source.passed_over:
        return statement.text.split()
    data = statement.source.data
    return [_plain(data[token.start : token.end]) for token in statement.tokens()]


def _plain(word: bytes) -> object:
    """A token whatever its case, where that means nothing; the body of a routine by its own words."""
    if word.startswith(b"$"):
        return LEXICAL.findall(COMMENT.sub(b"", word.lower()))
    return word if word[:1] in QUOTES or word[1:2] == b"'" else word.lower()


def _beginning(source: Source) -> Span:
    """The first line that says something."""
    data = source.data
    start = len(data) - len(data.lstrip())
    if start == len(data):
        return Span(source, 0, 0)
    end = data.find(b"\n", start)
    return Span(source, start, len(data) if end < 0 else end)
