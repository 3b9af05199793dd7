"""sql-migrate: every .sql file of one folder, numbered ones first; `-- +migrate Up` and `-- +migrate Down` in one file.

Its statements are sent one by one, in a transaction unless `notransaction` stands behind Up or Down. The marks count
only as they are written here, at the beginning of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dbarch_lint.frameworks.base import Plan, Project, Step, migration, parts
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, leading_digits
from dbarch_lint.source import Source

MARK = re.compile(rb"^-- \+migrate (.*)$", re.MULTILINE)
BLOCK = re.compile(rb"^-- \+migrate StatementEnd\b", re.MULTILINE)
WORDS: dict[bytes, Direction] = {b"Up": "up", b"Down": "down"}


class Section(NamedTuple):
    """What stands below one mark: where its line begins, where its SQL begins, and whether it has a transaction."""

    direction: Direction
    line: int
    start: int
    transaction: bool


def plan(folder: Folder, tree: Tree) -> Plan | None:  # noqa: ARG001 - the shape of Framework.plan
    """Numbers first, as numbers; then what has none, as text."""
    names = sorted((name for name in folder.sql if name.endswith(".sql")), key=_order)
    steps = [Step(path=folder.file(name), id=name.removesuffix(".sql")) for name in names]
    return Plan(steps=steps) if steps else None


def _order(name: str) -> tuple[bool, int, str]:
    digits = leading_digits(name)
    return not digits, int(digits or 0), name


def sections(data: bytes) -> Iterator[Section]:
    """The sections of a file, in its order."""
    for mark in MARK.finditer(data):
        words = mark.group(1).split()
        if words and words[0] in WORDS:
            yield Section(WORDS[words[0]], mark.start(), mark.end(), b"notransaction" not in words[1:])


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """All Up sections as one migration, and all Down sections."""
    data = source.data
    found = list(sections(data))
    if not any(section.direction == "up" for section in found):
        project.remark(
            source.path,
            "has no `-- +migrate Up` line, so sql-migrate runs nothing of it: add the line above the first statement",
        )
        if not found:
            return [migration(step, source)]
    ends = [section.line for section in found[1:]] + [len(data)]
    texts = [(section.direction, section.start, end) for section, end in zip(found, ends, strict=True)]
    if any(_unfinished(data[start:end]) for _, start, end in texts):
        project.remark(source.path, "has a statement without `;` at its end; sql-migrate refuses it: add one")
    free = {section.direction for section in found if not section.transaction}
    return parts(step, source, texts, dict.fromkeys(free, "none"))


def _unfinished(section: bytes) -> bool:
    """Whether the last line that says something neither ends with a semicolon nor belongs to a marked block."""
    block = list(BLOCK.finditer(section))
    rest = section[block[-1].end() :] if block else section
    lines = [code for line in rest.splitlines() if (code := line.partition(b"--")[0].strip())]
    return bool(lines) and not lines[-1].endswith(b";")
