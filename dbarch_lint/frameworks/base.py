"""What every migration tool's module speaks: the project it found, the steps it would run, and remarks on the way.

A tool's module is a `Framework`: `plan` looks at file names (and the tool's own configuration) and says which files
run, in which order; `read` looks at one file's text and says which parts of it run, in which transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol

import msgspec

from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, Wrapper
from dbarch_lint.source import Source

Level = Literal["error", "warning", "info"]

SAID_SINGLY = 10  # what is wrong with more files than this is said once for all of them


class Remark(msgspec.Struct, frozen=True):
    """One sentence about a file or folder, for the user.

    error: it could not be read, so the history has a hole.  warning: the tool would refuse it, or something that runs
    is not SQL.  info: a file beside the migrations that the tool does not run.
    """

    path: str
    message: str
    level: Level = "warning"
    twice: str = ""  # the other file of the same version


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One file that the tool runs, as far as its name and the tool's settings tell."""

    path: str  # where it is on disk
    id: str  # what the tool calls it
    direction: Direction = "up"
    wrapper: Wrapper = "explicit"
    run: str = ""
    repeatable: bool = False  # it runs again whenever it changes
    hints: frozenset[str] = frozenset()  # words that the tool's own `read` understands
    placeholders: tuple[tuple[str, str], ...] = ()  # as they are written in the file, and what the tool makes of them
    schema: str = ""  # where names without a schema belong; the tool makes it
    unlocked: bool = False  # as in Migration


class Plan(msgspec.Struct, kw_only=True):
    """The steps of one migration folder in the order in which the tool takes them.

    `unread`: the folders that belong to it and of which nothing runs.
    """

    steps: list[Step]
    remarks: list[Remark] = msgspec.field(default_factory=list)
    engine: str | None = None
    unread: list[str] = msgspec.field(default_factory=list)


class Project(msgspec.Struct, kw_only=True):
    """One migration folder: the tool that runs it, its files, and what there is to say about it.

    `engine` is a hint (from the tool's own files, or from a folder called mysql): None means nobody said.
    `files` are the paths as the user is shown them, in the order in which they run.
    """

    framework: str
    folder: Path
    root: Path
    engine: str | None
    steps: tuple[Step, ...]
    files: tuple[str, ...]
    remarks: list[Remark]

    @property
    def errors(self) -> list[Remark]:
        return [remark for remark in self.remarks if remark.level == "error"]

    @property
    def warnings(self) -> list[Remark]:
        return [remark for remark in self.remarks if remark.level == "warning"]

    def remark(self, path: str, message: str, level: Level = "warning") -> None:
        """Say it once, however often the project is read."""
        remark = Remark(path, message, level)
        if remark not in self.remarks:
            self.remarks.append(remark)


class Framework(Protocol):
    """A migration tool. The modules of this package are its implementations."""

    def plan(self, folder: Folder, tree: Tree) -> Plan | None:
        """The steps of `folder`, or None when nothing in it has the shape that this tool runs."""

    def read(self, step: Step, source: Source, project: Project) -> list[Migration]:
        """The migrations in one file, up parts first."""


def whole(step: Step, source: Source, project: Project) -> list[Migration]:  # noqa: ARG001 - the shape of Framework.read
    """The whole file is one migration: what `read` is for most tools."""
    return [migration(step, source)]


def migration(
    step: Step,
    source: Source,
    *,
    direction: Direction | None = None,
    wrapper: Wrapper | None = None,
    ranges: tuple[tuple[int, int], ...] | None = None,
    suffix: str = "",
    repeatable: bool = False,
) -> Migration:
    """A migration of this step; what is not given is as the step says."""
    return Migration(
        id=step.id + suffix,
        source=source,
        direction=direction or step.direction,
        wrapper=wrapper or step.wrapper,
        ranges=ranges,
        run=step.run,
        schema=step.schema,
        repeatable=repeatable or step.repeatable,
        unlocked=step.unlocked,
    )


def parts(
    step: Step,
    source: Source,
    texts: Iterable[tuple[Direction, int, int]],
    wrappers: Mapping[Direction, Wrapper],
) -> list[Migration]:
    """One migration a direction, up first, from the stretches of a file (direction, start, end in bytes).

    `wrappers` says which direction has another transaction than the step.
    """
    ranges: dict[Direction, list[tuple[int, int]]] = {"up": [], "down": []}
    for direction, start, end in texts:
        ranges[direction].append((start, end))
    return [
        migration(step, source, direction=direction, wrapper=wrappers.get(direction), ranges=tuple(found))
        for direction, found in ranges.items()
        if found
    ]


class Versioned(msgspec.Struct, frozen=True, order=True):
    """A file name with its version, sorted as the tools with whole numbers sort."""

    version: int
    down: bool
    name: str

    @property
    def direction(self) -> Direction:
        return "down" if self.down else "up"


def repeated_versions(found: Iterable[tuple[object, str]], tool: str) -> list[Remark]:
    """A warning for every version that two of the files share, given (version, shown path) pairs."""
    first: dict[object, str] = {}
    twice = [(path, other) for version, path in found if (other := first.setdefault(version, path)) != path]
    remarks = [
        Remark(path, f"has the same version as {other}; {tool} refuses this: renumber one of them", twice=other)
        for path, other in twice[:SAID_SINGLY]
    ]
    if rest := twice[SAID_SINGLY:]:
        message = f"and {len(rest)} more files share their version with another one; {tool} refuses this"
        remarks.append(Remark(rest[0][0], message))
    return remarks


def not_run(folder: Folder, tree: Tree, taken: Sequence[str], pattern: str) -> list[Remark]:
    """A remark for every SQL file right in the folder that the tool does not take."""
    left = set(folder.sql).difference(taken)
    return [Remark(tree.shown(folder, name), f"is not run: its name is not {pattern}", "info") for name in sorted(left)]
