"""Folders with a file for each database: `<version>_<title>.postgres.up.sql` beside `.mysql.up.sql` (pop, and others).

Of such a folder only the files of one database are one history; a file that names none serves those that have no
file of their own.
"""

from __future__ import annotations

from collections.abc import Iterable

from dbarch_lint.frameworks.base import Step
from dbarch_lint.frameworks.tree import ENGINES


def dialect_of(path: str) -> str | None:
    """The database that stands between the dots of a file name, or None."""
    middle = path.rpartition("/")[2].lower().split(".")[1:-1]
    return next((ENGINES[word] for word in middle if word in ENGINES), None)


def for_engine(steps: Iterable[Step], engine: str) -> tuple[tuple[Step, ...], int]:
    """The steps that run on this database, and how many were for others."""
    dialects = [(step, dialect_of(step.path)) for step in steps]
    own = {_title(step) for step, dialect in dialects if dialect == engine}
    kept = [step for step, dialect in dialects if dialect == engine or (dialect is None and _title(step) not in own)]
    return tuple(kept), len(dialects) - len(kept)


def _title(step: Step) -> tuple[str, str]:
    return step.path.rpartition("/")[2].partition(".")[0], step.direction
