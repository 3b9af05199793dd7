"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.cli import run
from tests.commands import Run, Said

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, and the current folder."""
    (tmp_path / ".git").mkdir()
    for name in ("NO_COLOR", "FORCE_COLOR", "DBARCH_LINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def cli(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line: exit code, standard output, standard error."""

    def said(*arguments: str) -> Said:
        code = run(arguments)
        out, err = capsys.readouterr()
        return code, out, err

    return said


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-rendered", action="store_true", help="write fixtures/rendered/ anew, for review in the diff"
    )
    parser.addoption(
        "--update-lowering", action="store_true", help="write fixtures/lowering/ anew, for review in the diff"
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests ran, also when the run is quiet and all is well."""
    counts = {
        key: len(terminalreporter.stats.get(key, [])) for key in ("passed", "failed", "error", "skipped", "xfailed")
    }
    terminalreporter.write_line("tests: " + ", ".join(f"{n} {key}" for key, n in counts.items() if n))
