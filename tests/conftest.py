"""What all tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


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
