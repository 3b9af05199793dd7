"""The benchmark measures what it says: the same history every time, valid SQL, real exit codes."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from benchmarks import corpus, measure
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.operations import Opaque
from dbarch_lint.replay import replay
from dbarch_lint.source import Source


def test_the_same_seed_gives_the_same_history(tmp_path: Path) -> None:
    texts = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        (tmp_path / name).mkdir()
        texts.append([(f.name, f.read_text()) for f in corpus.generate(tmp_path / name, 30, seed)])
    assert texts[0] == texts[1]
    assert texts[0] != texts[2]


def test_the_history_is_understood(tmp_path: Path) -> None:
    files = corpus.generate(tmp_path, 200)
    postgres = engine("postgres")
    steps = 0
    for replayed in replay([Migration(id=f.name, source=Source.read(f)) for f in files], postgres, 18):
        assert [s.text for s in replayed.statements if s.error] == []
        assert [s.operation for s in replayed.steps if isinstance(s.operation, Opaque)] == []
        steps += len(replayed.steps)
    assert steps > 400


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="this system does not say what a program cost")
def test_costs_are_those_of_the_program() -> None:
    work = measure.run([sys.executable, "-c", "sum(range(3_000_000)); raise SystemExit(1)"])
    nothing = measure.run([sys.executable, "-c", "pass"])
    assert (work.code, nothing.code) == (1, 0)
    assert work.cpu > nothing.cpu > 0
    assert work.peak > 1
