"""goose: `<n>_<name>.sql` in one folder, by number; `-- +goose Up` and `-- +goose Down` parts in one file.

Its statements are sent one by one, in a transaction unless `-- +goose NO TRANSACTION` stands anywhere in the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dbarch_lint.frameworks.base import (
    Plan,
    Project,
    Remark,
    Step,
    Versioned,
    migration,
    not_run,
    repeated_versions,
)
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, Wrapper, leading_digits
from dbarch_lint.source import Source

WORD = b"+goose"
LARGEST = 2**63 - 1
DEFAULTED = re.compile(rb"(\$\{[A-Za-z_]\w*:?-([^{}\n]*)\})")  # ${NAME:-default}


def version_of(name: str) -> Versioned | None:
    """The version in a name, or None when goose does not take the file."""
    digits = leading_digits(name)
    if not digits or name[len(digits) : len(digits) + 1] != "_" or not 0 < int(digits) <= LARGEST:
        return None
    return Versioned(int(digits), down=False, name=name)


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered files, by number. Migrations in Go are named, not read."""
    found = sorted(v for v in map(version_of, folder.sql) if v and v.name.endswith(".sql"))
    if not found:
        return None
    steps = [Step(path=folder.file(v.name), id=v.name.removesuffix(".sql")) for v in found]
    code = [name for name in folder.others if name.endswith(".go") and not name.endswith("_test.go")]
    in_go = sorted(version for version in map(version_of, code) if version)
    remarks = [
        Remark(tree.shown(folder, v.name), "is a migration in Go: it is not read, so what it changes is unknown")
        for v in in_go
    ]
    both = sorted(found + in_go)
    remarks += repeated_versions(((v.version, tree.shown(folder, v.name)) for v in both), "goose")
    remarks += not_run(folder, tree, [v.name for v in found], "<number>_<name>.sql")
    return Plan(steps=steps, remarks=remarks)


def annotation_lines(data: bytes) -> Iterator[tuple[int, int, str]]:
    """Each `-- +goose` line: where it begins, where the next line begins, and its words in lower case."""
    at = 0
    while (at := data.find(WORD, at)) >= 0:
        start = data.rfind(b"\n", 0, at) + 1
        end = data.find(b"\n", at) + 1 or len(data)
        line = data[start:end]
        if line.startswith(b"--") and not line[2 : at - start].strip():
            words = line[at - start + len(WORD) :].decode("utf-8", "replace").lower().split()
            yield start, end, " ".join(words)
        at = end


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """The Up part, and the Down part if there is one."""
    data = source.data
    wrapper: Wrapper = "explicit"
    starts: dict[Direction, tuple[int, int]] = {}  # where its line begins, and where its SQL begins
    for start, end, words in annotation_lines(data):
        if words == "no transaction":
            wrapper = "none"
        elif words == "envsub on":  # the environment of the run is not ours; what holds without it is in the file
            source.placeholders.update(DEFAULTED.findall(data))
        elif words in {"up", "down"}:
            direction: Direction = "up" if words == "up" else "down"
            if direction in starts:
                project.remark(source.path, f"has two `-- +goose {words.title()}` lines; goose refuses it: keep one")
            starts.setdefault(direction, (start, end))
    if "up" not in starts:
        project.remark(
            source.path, "has no `-- +goose Up` line; goose refuses it: add the line above the first statement"
        )
        return [migration(step, source, wrapper=wrapper)]
    up, down = starts["up"], starts.get("down")
    if down and down[0] < up[0]:
        project.remark(source.path, "has its Down part before its Up part; goose refuses it: put Up first")
    ends: dict[Direction, int] = {
        "up": down[0] if down and down[0] > up[0] else len(data),
        "down": up[0] if down and down[0] < up[0] else len(data),
    }
    order: tuple[Direction, ...] = ("up", "down")
    return [
        migration(step, source, direction=part, wrapper=wrapper, ranges=((starts[part][1], ends[part]),))
        for part in order
        if part in starts
    ]
