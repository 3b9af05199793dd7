"""The coverage data: every code exists, nothing is open, and the page that is made of it is up to date."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from dbarch_lint import coverage, packs
from tests.commands import Run

PARTS = coverage.load()
ENTRIES = [pytest.param(e, id=f"{title.split()[0]}-{e.id}") for title, part in PARTS.items() for e in part]
CODES = {rule.code for rule in packs.load_rules()}


def test_the_page_is_up_to_date() -> None:
    """After an edit of rules/coverage/*.yaml: python -m tools.coverage."""
    assert (packs.core_pack() / "COVERAGE.md").read_text(encoding="utf-8") == coverage.markdown(PARTS)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_names_rules_that_exist_or_says_why_there_is_none(entry: coverage.Entry) -> None:
    assert set(entry.rules) <= CODES
    assert entry.rules or entry.decision
    assert entry.decision != "pending"
    assert entry.hazard.endswith(".")
    assert not entry.decision.endswith(".")


def test_each_id_stands_once_in_its_file() -> None:
    for part in PARTS.values():
        assert [name for name, count in Counter(entry.id for entry in part).items() if count > 1] == []


def test_hazards_are_complete() -> None:
    rows = {entry.id.rstrip("abcdefg") for entry in PARTS["PostgreSQL migrations"]}  # R6a and R6b are parts of one
    counted = Counter(row[0] for row in rows)
    assert counted == {"I": 18, "C": 27, "D": 20, "T": 32, "X": 14, "B": 4, "R": 9, "M": 24, "P": 17}


def test_smells_are_complete() -> None:
    counted = Counter(entry.id[0] for entry in PARTS["Schema design"])
    assert counted == {
        "K": 14, "N": 27, "F": 17, "I": 17, "T": 21, "M": 10, "G": 12, "A": 9, "S": 22, "P": 8, "J": 3, "D": 3
    }  # fmt: skip


def test_rules_like_another_tool(cli: Run) -> None:
    code, out, _ = cli("rules", "--like", "squawk")
    assert code == 0
    assert out.splitlines()[0].split() == ["squawk", "dbarch-lint", "about"]
    assert any(line.split()[:2] == ["require-concurrent-index-creation", "LK101"] for line in out.splitlines())


def test_rules_like_another_tool_as_json(cli: Run) -> None:
    code, out, _ = cli("rules", "--like", "eugene", "--output-format", "json")
    said = json.loads(out)
    assert (code, said["version"], said["tool"]) == (0, 1, "eugene")
    assert {
        "id": "E9",
        "hazard": "A strong lock is waited for without a limit.",
        "rules": ["TX102"],
        "decision": None,
    } in said["rules"]


def test_an_unknown_tool_is_refused_with_those_that_are_known(cli: Run) -> None:
    code, out, err = cli("rules", "--like", "squak")
    assert (code, out) == (2, "")
    assert "did you mean squawk?" in err
    assert "strong-migrations" in err
