"""tern: `<n>_<name>.sql` in one folder, numbered from 1 without a gap; what undoes it below a line in the same file.

Each half is sent as one string, in its own transaction; `---- tern: disable-tx ----` on a line of a half takes the
transaction away, and then its statements are sent one by one.
"""

from __future__ import annotations

import re

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, Versioned, not_run, parts, repeated_versions
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, Wrapper, leading_digits
from dbarch_lint.source import Source

BELOW = b"---- create above / drop below ----"
ALONE = re.compile(rb"^---- tern: disable-tx ----$", re.MULTILINE)
LARGEST = 2**31 - 1


def version_of(name: str) -> Versioned | None:
    """The version in a name, or None when tern does not take the file."""
    digits = leading_digits(name)
    title = name[len(digits) :].removesuffix(".sql")
    if not digits or not name.endswith(".sql") or not title.startswith("_") or len(title) < 2:
        return None
    return Versioned(int(digits), down=False, name=name) if 0 < int(digits) <= LARGEST else None


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered files, by number."""
    found = sorted(version for version in map(version_of, folder.sql) if version)
    if not found:
        return None
    steps = [Step(path=folder.file(v.name), id=v.name.removesuffix(".sql")) for v in found]
    remarks = repeated_versions(((v.version, tree.shown(folder, v.name)) for v in found), "tern")
    there = {v.version for v in found}
    gap = next((number for number in range(1, len(there) + 1) if number not in there), None)
    if gap is not None:
        message = f"has no migration {gap}; tern refuses to run any: number them from 1 without a gap"
        remarks.append(Remark(tree.shown(folder), message))
    remarks += not_run(folder, tree, [v.name for v in found], "<number>_<name>.sql")
    return Plan(steps=steps, remarks=remarks, engine="postgres")


def read(step: Step, source: Source, project: Project) -> list[Migration]:  # noqa: ARG001 - the shape of Framework.read
    """What stands above the line, and what stands below it."""
    data = source.data
    line = data.find(BELOW)
    halves: list[tuple[Direction, int, int]] = [("up", 0, line if line >= 0 else len(data))]
    if line >= 0:
        halves.append(("down", line + len(BELOW), len(data)))
    wrappers: dict[Direction, Wrapper] = {
        direction: "none" for direction, start, end in halves if ALONE.search(data[start:end])
    }
    return parts(step, source, halves, wrappers)
