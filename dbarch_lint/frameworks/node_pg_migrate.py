"""node-pg-migrate: numbered files of one folder, by number; `-- Up Migration` and `-- Down Migration` in one file.

All pending migrations run in one transaction, each as one string; no SQL file can leave it.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, not_run, parts
from dbarch_lint.frameworks.sql_files import natural
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Migration, leading_digits
from dbarch_lint.source import Source

RUN = "node-pg-migrate"  # the one transaction
CODE = (".js", ".cjs", ".mjs", ".ts", ".cts", ".mts")
UP = re.compile(rb"^\s*--[\s-]*up\s+migration", re.IGNORECASE | re.MULTILINE)
DOWN = re.compile(rb"^\s*--[\s-]*down\s+migration", re.IGNORECASE | re.MULTILINE)
DATE = 17  # digits of a date with milliseconds, in UTC; other numbers are milliseconds since 1970, or just numbers


def number_of(name: str) -> float | None:
    """The number by which a file is sorted, or None when it has none."""
    digits = leading_digits(name)
    if len(digits) == DATE:
        try:
            time = datetime.strptime(digits[:14], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            return None
        return time.timestamp() * 1000 + int(digits[14:])
    return float(digits) if 0 < len(digits) < DATE else None


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered files. Migrations in JavaScript are named, not read."""
    numbered = {name: number for name in folder.sql if (number := number_of(name)) is not None}
    names = sorted(numbered, key=lambda name: (numbered[name], natural(name)))
    if not names:
        return None
    steps = [Step(path=folder.file(name), id=name[:-4], run=RUN) for name in names]
    remarks = [
        Remark(tree.shown(folder, name), "is a migration in JavaScript: it is not read, so what it changes is unknown")
        for name in sorted(folder.others)
        if name.endswith(CODE) and not name.endswith(".d.ts") and number_of(name) is not None
    ]
    remarks += not_run(folder, tree, names, "<number>_<name>.sql")
    return Plan(steps=steps, remarks=remarks, engine="postgres")


def read(step: Step, source: Source, project: Project) -> list[Migration]:  # noqa: ARG001 - the shape of Framework.read
    """From one mark to the other, whichever comes first; without marks, the whole file goes up."""
    data = source.data
    up, down = UP.search(data), DOWN.search(data)
    first = up.start() if up else 0
    halves: list[tuple[Direction, int, int]] = []
    end = down.start() if down and down.start() > first else len(data)
    halves.append(("up", first, end))
    if down:
        halves.append(("down", down.start(), first if up and up.start() > down.start() else len(data)))
    return parts(step, source, halves, {})
