"""Every example on every page of the core rules, and what a person is shown for the first bad one of each rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint import packs, testing
from dbarch_lint.reporters import text

RENDERED = Path(__file__).parent.parent / "fixtures" / "rendered"

RULES = packs.pack_rules(packs.load_pack(packs.core_pack()))
EXAMPLES = [example for rule in RULES for example in testing.examples(rule)]
FIRST_BAD = list({e.rule.code: e for e in reversed(EXAMPLES) if e.kind == "bad"}.values())[::-1]
ADVICE = [e for e in EXAMPLES if e.section != "Cases" and e.kind in {"good", "fixed"}]
SYNTAX = packs.find(RULES, testing.SYNTAX_ERROR)


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.id for e in EXAMPLES])
def test_example(example: testing.Example) -> None:
    assert not [str(failure) for failure in testing.check(example, SYNTAX)]


@pytest.mark.parametrize("example", ADVICE, ids=[e.id for e in ADVICE])
def test_advice_upsets_no_other_rule(example: testing.Example) -> None:
    """What one rule recommends must not be what another one of the same profile warns about."""
    rules = packs.select(RULES, profile=example.rule.profile, engine=example.engine)
    found = testing.judge(example, rules)
    assert not [f"{f.code} {f.name}, line {f.span.source.line_of(f.span.start)}: {f.message}" for f in found]


@pytest.mark.parametrize("example", FIRST_BAD, ids=[e.rule.name for e in FIRST_BAD])
def test_rendered(example: testing.Example, pytestconfig: pytest.Config) -> None:
    """A changed message is a change that a reviewer sees. `pytest --update-rendered` writes the files."""
    file = RENDERED / f"{example.rule.name}.txt"
    shown = text.render(testing.report(example))
    if pytestconfig.getoption("--update-rendered"):
        file.write_text(shown, encoding="utf-8")
    assert file.is_file(), f"{file.name} is missing: run pytest --update-rendered and read it"
    assert file.read_text(encoding="utf-8") == shown


def test_no_rendered_text_is_left_over() -> None:
    assert {f.stem for f in RENDERED.glob("*.txt")} <= {rule.name for rule in RULES}
