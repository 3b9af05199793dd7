"""What holds for every rule of the core pack, whoever wrote it."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from dbarch_lint import packs, testing
from dbarch_lint.pages import split_page

PACK = packs.load_pack(packs.core_pack())
RULES = packs.pack_rules(PACK)
WITH_CODE = [rule for rule in RULES if not rule.emitted_by]
# A name says what is wrong, so that "ignore column-dropped" reads well; these words begin names of remedies.
REMEDIES = {
    "add",
    "always",
    "avoid",
    "ban",
    "disallow",
    "do",
    "enforce",
    "forbid",
    "must",
    "never",
    "no",
    "prefer",
    "require",
    "use",
}
# ... unless the thing that is missing is the hazard.
HAZARDS_IN_NO = {"no-lock-timeout", "no-statement-timeout"}


def ids(rules: list[packs.Rule]) -> list[str]:
    return [rule.name for rule in rules]


def test_codes_and_names_are_unique() -> None:
    taken = [word for rule in RULES for word in (rule.code, rule.name, *rule.aliases)]
    assert len(taken) == len(set(taken))
    assert RULES


def test_prefixes_are_unique_and_families_have_a_sentence() -> None:
    prefixes = [family.prefix for family in PACK.families.values()]
    assert len(prefixes) == len(set(prefixes))
    for family in PACK.families.values():
        assert re.fullmatch(r"[A-Z]{2}", family.prefix)
        assert family.summary.endswith(".")


def test_nothing_lies_in_the_pack_but_pairs() -> None:
    files = {f for f in PACK.folder.rglob("*") if f.is_file() and f.parent.name != "__pycache__"}
    pairs = {f for rule in RULES for f in (rule.page, rule.file)}
    others = {f.relative_to(PACK.folder).as_posix() for f in files - pairs}
    assert {f for f in others if not f.startswith(f"{packs.COVERAGE}/")} == {"COVERAGE.md", "README.md", "pack.yaml"}


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_name_is_a_hazard_in_kebab_case(rule: packs.Rule) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.name)
    assert rule.name.split("-")[0] not in REMEDIES or rule.name in HAZARDS_IN_NO


@pytest.mark.parametrize("rule", RULES, ids=ids(RULES))
def test_page_is_complete(rule: packs.Rule) -> None:
    assert rule.summary
    assert not rule.summary.endswith(".")
    assert len(rule.summary) <= 80
    assert rule.sources
    assert all(re.fullmatch(r"https://\S+", source) for source in rule.sources)
    assert all(option.sentence.endswith(".") for option in rule.options.values())
    text = split_page(rule.page)[1]
    headings = re.findall(r"(?m)^## +(.+?) *$", re.sub(r"(?ms)^```.*?^```", "", text))
    assert headings[:2] == ["Bad", "Good"] or {"Bad", "Good"} <= set(headings)
    assert "Cases" not in headings[:-1]
    assert len(text.partition("\n## ")[0].split()) >= 20, "the page says too little about why it hurts"


WITH_EXAMPLES = [rule for rule in RULES if rule.emitted_by != "history"]  # those of git are in tests/test_deployed.py


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=ids(WITH_EXAMPLES))
def test_every_engine_has_a_bad_and_a_good_example(rule: packs.Rule) -> None:
    found = {(e.engine, e.kind) for e in testing.examples(rule) if e.section != "Cases"}
    assert {(engine, kind) for engine in rule.engines for kind in ("bad", "good")} <= found


@pytest.mark.parametrize("rule", WITH_CODE, ids=ids(WITH_CODE))
def test_code_loads_and_agrees_with_its_page(rule: packs.Rule) -> None:
    assert rule.subjects
    assert callable(rule.check)


@pytest.mark.parametrize("rule", WITH_CODE, ids=ids(WITH_CODE))
def test_code_is_short_and_imports_the_public_names_only(rule: packs.Rule) -> None:
    text = rule.file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    imported = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            imported.add(node.module)
        elif isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
    assert imported <= {"__future__", "dbarch_lint.api", "re", "itertools", "collections", "functools"}
    functions = [node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)]
    assert "check" in functions


def test_codes_of_a_family_begin_at_101() -> None:
    assert all(int(rule.code[-3:]) >= (1 if rule.family == "hygiene" else 101) for rule in RULES)


def test_pack_file_lists_the_families_that_exist() -> None:
    assert {
        folder.name for folder in Path(PACK.folder).iterdir() if folder.is_dir() and folder.name != "__pycache__"
    } <= {*PACK.families, packs.COVERAGE}
