"""dbmate: `<n>*.sql` in one folder, by file name as text; `-- migrate:up` and `-- migrate:down` blocks in one file.

A file may hold several pairs of blocks; each block is sent as one string, in its own transaction unless its line says
`transaction:false`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dbarch_lint.frameworks.base import Plan, Project, Step, migration, not_run, repeated_versions
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, leading_digits
from dbarch_lint.source import Source

WORD = b"migrate:"


class Block(NamedTuple):
    """One block: its direction, where its line begins, where its SQL begins, and whether it has a transaction."""

    direction: Direction
    line: int
    start: int
    transaction: bool


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The files that begin with a digit, by name."""
    names = [name for name in folder.sql if leading_digits(name) and name.endswith(".sql")]
    if not names:
        return None
    steps = [Step(path=folder.file(name), id=name.removesuffix(".sql")) for name in names]
    remarks = repeated_versions(((leading_digits(name), tree.shown(folder, name)) for name in names), "dbmate")
    remarks += not_run(folder, tree, names, "<number>_<name>.sql")
    return Plan(steps=steps, remarks=remarks)


def blocks(data: bytes) -> Iterator[Block]:
    """The blocks of a file, in the order of the file."""
    at = 0
    while (at := data.find(WORD, at)) >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[start:end]
        words = line[at - start + len(WORD) :].split()
        if line.startswith(b"--") and not line[2 : at - start].strip() and words and words[0] in {b"up", b"down"}:
            direction: Direction = "up" if words[0] == b"up" else "down"
            yield Block(direction, start, end, b"transaction:false" not in words)
        at = end


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """One migration a block, the up blocks first."""
    found = list(blocks(source.data))
    directions = {block.direction for block in found}
    if "up" not in directions:
        project.remark(
            source.path, "has no `-- migrate:up` line; dbmate refuses it: add the line above the first statement"
        )
        return [migration(step, source)]
    if "down" not in directions:
        project.remark(
            source.path, "has no `-- migrate:down` line; dbmate refuses it: add the line, even with nothing below"
        )
    ends = [block.line for block in found[1:]] + [len(source.data)]
    made: dict[Direction, list[Migration]] = {"up": [], "down": []}
    for block, end in zip(found, ends, strict=True):
        before = len(made[block.direction])
        made[block.direction].append(
            migration(
                step,
                source,
                direction=block.direction,
                wrapper="explicit" if block.transaction else "implicit",
                ranges=((block.start, end),),
                suffix=f"#{before + 1}" if before else "",
            )
        )
    return made["up"] + made["down"]
