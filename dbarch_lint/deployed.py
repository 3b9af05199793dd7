"""What must not happen to migrations that somebody has run: edited, deleted, renamed, overtaken, numbered twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeVar

import msgspec

from dbarch_lint.engines import Engine
from dbarch_lint.findings import Finding, Problem, Silence
from dbarch_lint.frameworks import steps_with
from dbarch_lint.frameworks.base import Project
from dbarch_lint.frameworks.dialects import for_engine
from dbarch_lint.migrations import Judged, Migration
from dbarch_lint.projects import Work
from dbarch_lint.released import COUNTED, Released, first_line_changed, title, words
from dbarch_lint.revisions import Comparison
from dbarch_lint.source import Source, Span, Statement

CODES = EDITED, DELETED, RENAMED, LATE, TWICE = "HY201", "HY202", "HY203", "HY204", "HY205"
Said = TypeVar("Said", Finding, Silence)
NEW_ONE = "leave it as it was, and put the change into a new migration"
AS_IT_WAS = "and comments and layout count in it; leave the file as it was"


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


def judged(said: Iterable[Said], work: Work) -> list[Said]:
    """Without what is said of statements that an edited migration had before; what is said of files stays."""
    partly = {id(m.source) for m in work.migrations if m.judged is not None}
    if not partly:
        return list(said)
    asked = Judged()
    for migration in work.migrations:
        if migration.pending:
            asked.add(migration)
    return [f for f in said if f.code in CODES or id(f.span.source) not in partly or asked.holds(f.span)]


class _Known:
    """A project beside a commit that others have deployed from."""

    def __init__(self, work: Work, before: Comparison, engine: Engine, project: Project) -> None:
        self._work = work
        self._before = before
        self._engine = engine
        self._project = project
        self._old = Released(before, project, engine, work.migrations)
        repeatable = {step.path for step in project.steps if step.repeatable}
        prefix = project.root.as_posix().rstrip("/")
        self._up = [
            m
            for m in work.migrations
            if m.direction == "up" and not m.repeatable and f"{prefix}/{m.path}" not in repeatable
        ]

    def edited(self) -> Iterator[Fault]:
        """Files with statements that differ; comments and layout count where the tool's checksum is made of them."""
        for migration in self._up:
            old = self._before.edited.get(migration.path)
            if old is None or not self._is_old(migration.path) or not self._work.scope.holds(migration.path):
                continue
            former = [m for m in self._old.former(old.path) if m.direction == "up" and m.id == migration.id]
            if not former and migration.runner.parts:
                continue  # a new part of an old file
            change = _first_change(self._statements(migration), [s for m in former for s in self._statements(m)])
            if change is not None:
                place = change if isinstance(change, Statement) else _beginning(migration.source)
                does = migration.runner.edited or "databases that have run it will not run the change"
                message = f"{self._is_in(migration.path)} already: {does}; {NEW_ONE}"
                yield Fault(EDITED, self._problem(place, message, migration.path))
            elif (counted := COUNTED.get(migration.runner.notices)) and counted(old) != counted(migration.source):
                message = f"{self._is_in(migration.path)} already: {migration.runner.edited}, {AS_IT_WAS}"
                place = first_line_changed(migration.source, old)
                yield Fault(EDITED, self._problem(place, message, migration.path))

    def renamed(self) -> Iterator[Fault]:
        """Files that their tool will not recognise."""
        for migration in self._up:
            old = self._before.renamed.get(migration.path, "")
            if old and self._is_old(old) and self._work.scope.holds(migration.path):
                does = _on_new_name(migration, title(migration.path), title(old))
                if does:
                    message = f"{self._is_in(old)} already, and {does}; keep its old name"
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
                order = f"{title(migration.path)} comes before {title(after.path)}, which is in {self._name}"
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
        return f"{title(path)} is in {self._name}"

    def _problem(self, place: object, message: str, path: str) -> Problem:
        """Many of a kind are one change of the project, and become one finding."""
        return Problem(place, message, objects=(title(path),), fold=self._folder)

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
            message = f"{title(judged[0].path)} has the same version as {title(other)}, and {judged[0].runner.name}"
            yield Fault(TWICE, Problem(_beginning(judged[0].source), f"{message} refuses this; renumber it"))


def _on_new_name(migration: Migration, name: str, old: str) -> str:
    """What the tool does when a migration gets another name; empty: nothing."""
    runner, version = migration.runner, migration.version_in(name)
    if version != migration.version_in(old):
        return f"{runner.name} will take this for a new migration"
    told, former = (each.removesuffix(".sql").removeprefix(version).replace("_", " ") for each in (name, old))
    return runner.retitled if told != former else ""


def _first_change(new: Sequence[Statement], old: Sequence[Statement]) -> Statement | bool | None:
    """The first statement that is not as it was; True where one is missing; None where all are the same."""
    for now, before in zip_longest(new, old):
        if now is None or before is None:
            return now or True
        if words(now) != words(before):
            return now
    return None


def _beginning(source: Source) -> Span:
    """The first line that says something."""
    data = source.data
    start = len(data) - len(data.lstrip())
    if start == len(data):
        return Span(source, 0, 0)
    end = data.find(b"\n", start)
    return Span(source, start, len(data) if end < 0 else end)
