"""Evidence that is weighed: the sum, the threshold, what a report says of both, and the weights on the pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint import testing
from dbarch_lint.engines import engine
from dbarch_lint.errors import ConfigError
from dbarch_lint.lint import Tally, run
from dbarch_lint.packs import PackError, Rule, Ruleset, load_rules
from dbarch_lint.weighing import Sign, Weighed
from tests.commands import Run

WEIGHING = [rule for rule in load_rules() if rule.evidence]
SCHEMA = """
CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE teams (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users);
CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, team_id bigint REFERENCES teams);
CREATE TABLE notes (id bigint PRIMARY KEY, team_id bigint NOT NULL REFERENCES teams, user_id bigint);
"""


def weighed(*weights: int, threshold: int = 60) -> Weighed:
    return Weighed({str(n): Sign(weight, f"sign {n}") for n, weight in enumerate(weights)}, threshold)


def test_signs_add_up() -> None:
    assert [weighed(*w).score for w in [(40, 20), (40, 30, -20), (80, 80), (10, -50), ()]] == [60, 50, 100, 0, 0]
    assert [weighed(*w).enough for w in [(40, 20), (40, 30, -20), (60, -1)]] == [True, False, False]


def test_the_sum_in_words() -> None:
    assert [weighed(w).confidence for w in (100, 90, 89, 65, 64, 1)] == [
        "high",
        "high",
        "medium",
        "medium",
        "low",
        "low",
    ]
    assert str(weighed(20, 60, -10)) == "sign 1, sign 0; against it: sign 2 (70 of 100 points, told from 60)"


@pytest.mark.parametrize("rule", WEIGHING, ids=[rule.name for rule in WEIGHING])
def test_each_sign_is_shown_by_an_example_of_its_page(rule: Rule) -> None:
    seen: set[str] = set()
    for example in testing.examples(rule):
        server = engine(example.engine)
        ruleset = Ruleset([rule], {rule.code: {**example.options, "threshold": 0}})
        found = run(example.migrations(), server, example.versions[-1], ruleset, Tally(), together=example.together)
        seen |= {sign for f in found for sign in (f.evidence.signs if f.evidence is not None else ())}
    assert seen == set(rule.evidence)


def check(folder: Path, cli: Run, *args: str, schema: str = SCHEMA, config: str = "") -> dict[str, Any]:
    folder.joinpath("1.sql").write_text(schema)
    folder.joinpath("settings.yaml").write_text(config)
    chosen = ("--select", "FK103", "--config", str(folder / "settings.yaml"), "--output-format", "json")
    said: dict[str, Any] = json.loads(cli("check", str(folder), *chosen, *args)[1])
    return said


def test_a_finding_says_what_was_weighed(tmp_path: Path, cli: Run) -> None:
    (found,) = check(tmp_path, cli)["findings"]
    assert found["confidence"] == "medium"
    assert (found["evidence"]["score"], found["evidence"]["threshold"]) == (70, 60)
    assert {sign["name"] for sign in found["evidence"]["signs"]} == {"named", "linked-name"}
    assert found["notes"][-1]["message"].startswith("because its name and type follow")


def test_the_threshold_is_configured(tmp_path: Path, cli: Run) -> None:
    def told(points: int) -> int:
        return len(check(tmp_path, cli, config=f"rules: {{missing-foreign-key: {{threshold: {points}}}}}")["findings"])

    assert (told(70), told(71)) == (1, 0)


def test_what_outweighed_a_problem_is_said_with_v(tmp_path: Path, cli: Run) -> None:
    outweighed = SCHEMA.replace("user_id bigint);", "user_id bigint DEFAULT 0);")
    said = check(tmp_path, cli, "-v", schema=outweighed)
    assert said["findings"] == []
    (reason,) = [reason["message"] for silence in said["silences"] for reason in silence["reasons"]]
    assert reason.startswith("too little evidence: ")
    assert "against it: it has a default" in reason


@pytest.mark.parametrize("points", [101, -1, "60", True, 0.6])
def test_a_threshold_is_a_number_of_points(points: object) -> None:
    rule = next(rule for rule in WEIGHING if rule.code == "FK103")
    with pytest.raises(ConfigError, match="a whole number of points, 0 to 100"):
        Ruleset([rule], {"FK103": {"threshold": points}})


def test_a_rule_that_weighs_nothing_has_no_threshold() -> None:
    rule = next(rule for rule in load_rules() if rule.code == "LK101")
    with pytest.raises(ConfigError, match="weighs no evidence"):
        Ruleset([rule], {"LK101": {"threshold": 50}})


PAGE = """---
code: ACME101
summary: s
severity: info
confidence: low
profile: default
engines: [postgres]
{}since: 0.1.0
---
text
"""


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("threshold: 50\n", "come together"),
        ("evidence:\n  a:\n    weight: 50\n    says: b\n", "come together"),
        ("threshold: 60\nevidence:\n  a:\n    weight: 50\n    says: b\n", "the 50 points"),
        ("threshold: 50\nevidence:\n  a:\n    weight: 150\n    says: b\n", "a weight is"),
        ("threshold: 50\nevidence:\n  a:\n    weight: 50\n    says: b\n", "the rule saw 'z'"),
    ],
)
def test_a_page_whose_evidence_means_nothing_is_refused(said: str, wrong: str, tmp_path: Path) -> None:
    tmp_path.joinpath("pack.yaml").write_text("name: acme\ncodes: [ACME]\n")
    tmp_path.joinpath("odd.md").write_text(PAGE.format(said))
    tmp_path.joinpath("odd.py").write_text(
        "from dbarch_lint.api import Context, Problems, Table, problem_in\n\n\n"
        "def check(table: Table, ctx: Context) -> Problems:\n"
        "    yield problem_in(table, None, 'odd', evidence={'z': True})\n"
    )

    def judged() -> None:
        rules = [r for r in load_rules([str(tmp_path)]) if r.code == "ACME101"]
        example = testing.examples(WEIGHING[0])[0]
        list(run(example.migrations(), engine("postgres"), "17", Ruleset(rules), Tally()))

    with pytest.raises(PackError, match=wrong):
        judged()
