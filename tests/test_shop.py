"""The example shop, which `make demo` and the README show: what is found there, word for word."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.cli import run

ROOT = Path(__file__).parent.parent
SHOP = "fixtures/projects/shop"
EXPECTED = ROOT / SHOP / "expected.txt"


def test_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], pytestconfig: pytest.Config
) -> None:
    """`pytest --update-rendered` writes the file: read it in the diff."""
    monkeypatch.chdir(ROOT)
    assert run(["check", SHOP, "--isolated", "--output-format", "concise"]) == 1
    shown, complaints = capsys.readouterr()
    if pytestconfig.getoption("--update-rendered"):
        EXPECTED.write_text(shown, encoding="utf-8")
    assert EXPECTED.read_text(encoding="utf-8") == shown
    assert complaints == ""


def test_it_shows_a_bit_of_everything() -> None:
    """A demo that shows one kind of trouble only would sell the linter short."""
    lines = EXPECTED.read_text(encoding="utf-8").splitlines()
    families = {line.split()[2][:2] for line in lines if line.startswith(SHOP)}
    assert families >= {"LK", "RW", "TX", "BC", "MF", "DL", "FK", "NF", "TY"}
