"""Statements that look like SQL and mostly are none: those of the lowering goldens, with words moved about."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from dbarch_lint.engines.postgres.parse import parse
from dbarch_lint.source import Source

GOLDEN = sorted((Path(__file__).parent.parent / "fixtures" / "lowering" / "postgres").glob("*.sql"))
SCRIPTS = [path.read_text(encoding="utf-8") for path in GOLDEN]
WORDS = sorted({word for script in SCRIPTS for word in script.split()})
TEXTS = sorted({statement.text for script in SCRIPTS for statement in parse(Source("a.sql", script))})


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A statement of the fixtures with some of its words left out, doubled or replaced by others."""
    words = draw(st.sampled_from(TEXTS)).split()
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words) - 1))
        words[at : at + 1] = draw(st.sampled_from([[], [words[at]] * 2, [draw(st.sampled_from(WORDS))]]))
        if not words:
            break
    return " ".join(words)
