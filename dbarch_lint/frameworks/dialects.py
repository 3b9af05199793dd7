"""Which database a folder is for, where its tool does not say: by the names of its files, or by their words.

Some folders have a file for each database: `<version>_<title>.postgres.up.sql` beside `.mysql.up.sql` (pop, others).
Of such a folder only the files of one database are one history; a file that names none serves those that have no
file of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from dbarch_lint.frameworks.base import Project, Step
from dbarch_lint.frameworks.tree import ENGINES

FAMILY = {"mariadb": "mysql", "tidb": "mysql"}  # whose files serve an engine that has none of its own
LOOKED_AT = 12  # files
ENOUGH = 32 * 1024  # bytes of a file
# What only MySQL and MariaDB take: words of CREATE TABLE, and names in backticks where a name must follow
MYSQL = re.compile(
    rb"^[^\n]*?\b(?:ENGINE\s*=\s*(?:InnoDB|MyISAM)\b|AUTO_INCREMENT\b|(?:TABLE|INTO|UPDATE|ON)\s+`[^`\n]+`)",
    re.IGNORECASE | re.MULTILINE,
)
COMMENT = re.compile(rb"^\s*--[^\n]*|/\*[^!M](?:[^*]|\*(?!/))*\*/", re.MULTILINE)


def engine_of(project: Project) -> str | None:
    """The one database that the names of the files tell of, or that their words do; None if nothing does."""
    named = {dialect_of(step.path) for step in project.steps}
    if len(named) == 1 and None not in named:
        return named.pop()
    return "mysql" if len(named) == 1 and any(speaks_mysql(step.path) for step in project.steps[:LOOKED_AT]) else None


def speaks_mysql(path: str) -> bool:
    """Whether a file says what only MySQL and MariaDB take."""
    try:
        with Path(path).open("rb") as file:
            text = file.read(ENOUGH)
    except OSError:
        return False
    return MYSQL.search(COMMENT.sub(b"", text)) is not None


def dialect_of(path: str) -> str | None:
    """The database that stands between the dots of a file name, or None."""
    middle = path.rpartition("/")[2].lower().split(".")[1:-1]
    return next((ENGINES[word] for word in middle if word in ENGINES), None)


def for_engine(steps: Iterable[Step], engine: str) -> tuple[tuple[Step, ...], int]:
    """The steps that run on this database, and how many were for others."""
    dialects = [(step, dialect_of(step.path)) for step in steps]
    if engine in FAMILY and not any(dialect == engine for _, dialect in dialects):
        engine = FAMILY[engine]
    own = {_title(step) for step, dialect in dialects if dialect == engine}
    kept = [step for step, dialect in dialects if dialect == engine or (dialect is None and _title(step) not in own)]
    return tuple(kept), len(dialects) - len(kept)


def _title(step: Step) -> tuple[str, str]:
    return step.path.rpartition("/")[2].partition(".")[0], step.direction
