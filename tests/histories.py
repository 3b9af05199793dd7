"""The histories of fixtures/histories: tricky sequences of statements, each file one history.

A line `-- 2.sql` begins the next migration of the same history.
"""

from __future__ import annotations

import re
from pathlib import Path

from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

FOLDER = Path(__file__).parent.parent / "fixtures" / "histories"
HISTORIES = sorted(FOLDER.glob("*.sql"))
NEXT = re.compile(r"^-- \d+\.sql\n", re.MULTILINE)


def migrations(path: Path) -> list[Migration]:
    """The migrations of one history; nothing puts a transaction around them."""
    texts = NEXT.split(path.read_text(encoding="utf-8"))
    return [Migration(id=str(n), source=Source(f"{n}.sql", text)) for n, text in enumerate(texts, 1)]
