"""graphile-migrate: `committed/<n>[-<message>].sql` by number, then what is being written in `current.sql`.

A file is sent as one string, in its own transaction unless its first line below the header is `--! no-transaction`.
`current.sql` (or the numbered files of `current/`) is run again at each change of it while it is being written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, migration
from dbarch_lint.frameworks.sql_files import natural
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Migration, leading_digits
from dbarch_lint.source import Source

COMMITTED = "committed"
CURRENT = "current"
NAME = re.compile(r"[0-9]+(?:-[-\w]*)?\.sql", re.ASCII)
HEADER = re.compile(rb"(?:--! [A-Z]\w*(?::[^\n]*)?\n)*\s*")
ALONE = re.compile(rb"--!\s*no-transaction\b")
INCLUDE = re.compile(rb"^--![ \t]*include[ \t]+(.*\.sql)[ \t]*$", re.MULTILINE)


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The committed files, and the current ones behind them."""
    home = tree.parent(folder) if folder.name == COMMITTED else folder
    committed = tree.folders.get(home.file(COMMITTED)) if home else None
    if home is None or committed is None:
        return None
    names = sorted(filter(NAME.fullmatch, committed.sql), key=lambda name: int(leading_digits(name)))
    if not names:
        return None
    files = [committed.file(name) for name in names]
    written = [*_current(home, tree)]
    steps = [
        Step(path=path, id=path[len(home.path) + 1 : -4], repeatable=path in written) for path in [*files, *written]
    ]
    remarks = [
        Remark(tree.shown(committed, name), "is not run: its name is not <number>-<message>.sql", "info")
        for name in committed.sql
        if name not in names
    ]
    return Plan(steps=steps, remarks=remarks, engine="postgres")


def _current(home: Folder, tree: Tree) -> Iterator[str]:
    """The files of the migration that is being written."""
    folder = tree.folders.get(home.file(CURRENT))
    if folder:
        yield from (folder.file(name) for name in sorted(folder.sql, key=natural) if NAME.fullmatch(name))
    elif f"{CURRENT}.sql" in home.sql:
        yield home.file(f"{CURRENT}.sql")


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """The whole file. What it includes is not read."""
    for include in INCLUDE.finditer(source.data):
        name = include.group(1).decode("utf-8", "replace")
        project.remark(source.path, f"includes {name}, which is not read, so what that changes is unknown")
    header = HEADER.match(source.data)
    alone = ALONE.match(source.data, header.end() if header else 0)
    return [migration(step, source, wrapper="implicit" if alone else None)]
