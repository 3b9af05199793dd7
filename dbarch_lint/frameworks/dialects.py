"""Which database a folder is for, where its tool does not say: by the names of its files, or by their words.

Some folders have a file for each database: `<version>_<title>.postgres.up.sql` beside `.mysql.up.sql` (pop, others).
Of such a folder only the files of one database are one history; a file that names none serves those that have no
file of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from dbarch_lint.frameworks.base import Project, Step
from dbarch_lint.frameworks.tree import ENGINES
from dbarch_lint.names import FAMILY
from dbarch_lint.regex import regex

LOOKED_AT = 12  # files, from all of the history
ENOUGH = 32 * 1024  # bytes of a file
COMMENT = regex(rb"^\s*--[^\n]*|/\*[^!M](?:[^*]|\*(?!/))*\*/", re.MULTILINE)
# What no other database takes; the first that is found decides
SPOKEN: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("sqlite", regex(rb"\bAUTOINCREMENT\b", re.IGNORECASE)),
    (
        "mysql",
        regex(
            rb"""\bENGINE\s*=\s*(?:InnoDB|MyISAM)\b | \bAUTO_INCREMENT\b | \b(?:TABLE|INTO|UPDATE|ON)\s+`[^`\n]+`
            | [\w`]\s+(?:(?:TINY|MEDIUM|LONG)(?:BLOB|TEXT) | (?:TINY|MEDIUM)INT | (?:BIG|SMALL)?INT\s*\([0-9]+\)
                | (?:BIG|SMALL)?INT\s+UNSIGNED)\b
            | \bDATETIME\s*\([0-6]\) | \bFOREIGN_KEY_CHECKS\b | \bDROP\s+(?:FOREIGN|PRIMARY)\s+KEY\b
            | ^[ \t]*DELIMITER[ ]+[^\w\s]{1,3}[ \t\r]*$
            | ^[ \t]*SET[ ]@\w+[ ]*:?= | \bUSER[ ](?:IF[ ](?:NOT[ ])?EXISTS[ ])?'\w+'@'
            | \bMODIFY\s+COLUMN\b | \bCHANGE\s+COLUMN\b | \bCHARACTER\s+SET\s*=?\s*utf8""",
            re.IGNORECASE | re.VERBOSE | re.MULTILINE,
        ),
    ),
)
# A text in lower case with none of these holds nothing that the expressions find, and is told apart a hundred times
# as fast.
SIGNS = b"""` auto engine unsigned tinyint mediumint tinyblob mediumblob longblob tinytext mediumtext longtext datetime
    foreign_key_checks utf8 delimiter '@'""".split()
LOOSE_SIGNS = regex(rb"int\s*\(|set @|drop\s+(?:foreign|primary)|(?:modify|change)\s+column")
# Beside words of MySQL, what only MariaDB takes
MARIADB = regex(
    rb"""\b(?:ADD|DROP|MODIFY|CHANGE)\s+(?:(?:COLUMN|INDEX|KEY|CONSTRAINT|FOREIGN\s+KEY)\s+)?IF\s+(?:NOT\s+)?EXISTS\b
    | \bINDEX\s+IF\s+(?:NOT\s+)?EXISTS\b | \bCREATE\s+OR\s+REPLACE\s+TABLE\b | \bWITH\s+SYSTEM\s+VERSIONING\b
    | /\*M! | \bENGINE\s*=\s*Aria\b""",
    re.IGNORECASE | re.VERBOSE,
)


def engine_of(project: Project) -> str | None:
    """The database that the project's settings or folders name, the names of its files, or their words, in this order.

    None if nothing tells. A history for MySQL that says what only MariaDB takes is one for MariaDB.
    """
    named = {dialect_of(step.path) for step in project.steps}
    found = project.engine or (next(iter(named)) if len(named) == 1 else None)
    if found is None and named != {None}:
        return None
    if found not in {None, "mysql"}:
        return found
    texts = [text(step.path) for step in sample(project.steps)]
    telling = [text for text in texts if may_tell(text.lower())]
    found = found or next((name for name, words in SPOKEN if any(map(words.search, telling))), None)
    return "mariadb" if found == "mysql" and any(map(MARIADB.search, texts)) else found


def sample(steps: Sequence[Step]) -> Sequence[Step]:
    """Some steps of the whole history."""
    return steps[:: max(1, -(-len(steps) // LOOKED_AT))]


def text(path: str) -> bytes:
    """The beginning of a file, without its comments; nothing if it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return COMMENT.sub(b"", file.read(ENOUGH))
    except OSError:
        return b""


def may_tell(lowered: bytes) -> bool:
    """Whether a text in lower case may hold words of one database alone."""
    return any(map(lowered.__contains__, SIGNS)) or LOOSE_SIGNS.search(lowered) is not None


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
