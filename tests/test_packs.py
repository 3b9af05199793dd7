"""Rule packs: what loads, what is refused and where the message points, what a selector means, who sees what."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from dbarch_lint import packs
from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.findings import Profile, Severity

PAGE = """---
code: {code}
summary: A table is gone
severity: {severity}
confidence: high
profile: {profile}
engines: [{engine}]
since: 0.1.0
{more}---
Prose.

## Bad

## Cases
Hidden.
"""
CODE = """from __future__ import annotations

from {module} import Drop, Make, Thing


def check(op: {subject}, ctx: object{options}):
    yield op
"""
TYPES = """
import msgspec
class Thing(msgspec.Struct, frozen=True): pass
class Make(Thing, frozen=True): pass
class Drop(Thing, frozen=True): pass
class DropHard(Drop, frozen=True): pass
Either = Make | Drop
"""


class Bench:
    """A pack under construction."""

    def __init__(self, folder: Path, module: str) -> None:
        self.folder = folder
        self.module = module

    def pack(self, text: str = "name: acme\ncodes: [ACME]\n") -> None:
        self.folder.mkdir(exist_ok=True)
        (self.folder / "pack.yaml").write_text(text)

    def rule(
        self,
        name: str,
        code: str,
        *,
        subject: str = "Drop",
        options: str = "",
        more: str = "",
        severity: str = "error",
        profile: str = "default",
        engine: str = "postgres",
    ) -> Path:
        page = self.folder / f"{name}.md"
        page.parent.mkdir(exist_ok=True)
        page.write_text(PAGE.format(code=code, severity=severity, profile=profile, engine=engine, more=more))
        page.with_suffix(".py").write_text(CODE.format(module=self.module, subject=subject, options=options))
        return page

    def load(self) -> list[packs.Rule]:
        return packs.pack_rules(packs.load_pack(self.folder))


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bench:
    module = f"things_{abs(hash(tmp_path))}"
    (tmp_path / f"{module}.py").write_text(TYPES)
    monkeypatch.syspath_prepend(str(tmp_path))
    made = Bench(tmp_path / "pack", module)
    made.pack()
    return made


def test_a_page_becomes_a_rule(bench: Bench) -> None:
    bench.rule("tables/table_gone", "ACME101", more="aliases: [table-lost]\nsources: [a, b]\n")
    (rule,) = bench.load()
    assert (rule.code, rule.name, rule.family, rule.severity) == ("ACME101", "table-gone", "tables", Severity.ERROR)
    assert (rule.since, rule.aliases, rule.sources, rule.pack) == ("0.1.0", ("table-lost",), ("a", "b"), "acme")
    assert rule.manual == "Prose.\n\n## Bad\n"
    assert [t.__name__ for t in rule.subjects] == ["Drop"]


@pytest.mark.parametrize(
    ("subject", "seen"),
    [
        ("Drop", {"Drop", "DropHard"}),
        ("Make | Drop", {"Make", "Drop", "DropHard"}),
        ("Thing", {"Thing", "Make", "Drop", "DropHard"}),
    ],
)
def test_a_rule_sees_the_classes_it_names_and_those_below(bench: Bench, subject: str, seen: set[str]) -> None:
    bench.rule("gone", "ACME101", subject=subject)
    ruleset = packs.Ruleset(bench.load())
    assert {t.__name__ for t, found in ruleset.by_type.items() if found} == seen


def test_each_rule_is_dispatched_once_per_class(bench: Bench) -> None:
    bench.rule("gone", "ACME101", subject="Thing | Drop")
    bench.rule("lost", "ACME102", subject="Drop")
    ruleset = packs.Ruleset(bench.load())
    names = {t.__name__: [b.rule.name for b in found] for t, found in ruleset.by_type.items()}
    assert names["Drop"] == ["gone", "lost"]
    assert names["Make"] == ["gone"]


def test_an_alias_for_a_union_is_understood(bench: Bench) -> None:
    page = bench.rule("gone", "ACME101")
    page.with_suffix(".py").write_text(
        f"from __future__ import annotations\nfrom {bench.module} import Either\ndef check(op: Either, ctx): yield op\n"
    )
    assert [t.__name__ for t in bench.load()[0].subjects] == ["Make", "Drop"]


OPTION = "options:\n  most:\n    default: 3\n    summary: How many.\n"


def test_options_are_bound_from_the_configuration(bench: Bench) -> None:
    page = bench.rule("gone", "ACME101", options=", *, most: int = 3, words: tuple[str, ...] = ()", more=OPTION)
    text = page.read_text().replace(
        "    summary: How many.\n", "    summary: S.\n  words:\n    default: []\n    summary: W.\n"
    )
    page.write_text(text)
    code = page.with_suffix(".py")
    code.write_text(code.read_text().replace("yield op", "yield most; yield words"))
    rules = bench.load()
    assert rules[0].options["words"] == packs.OptionSpec((), "tuple[str, ...]", "W.")
    plain = packs.Ruleset(rules).by_code["ACME101"]
    assert list(plain.check(None, None)) == [3, ()]
    told = packs.Ruleset(rules, {"gone": {"most": 5, "severity": "info"}, "ACME101": {"words": ["a"]}})
    assert list(told.by_code["ACME101"].check(None, None)) == [5, ("a",)]
    assert told.by_code["ACME101"].severity is Severity.INFO


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"gonne": {}}, "did you mean gone"),
        ({"gone": {"moost": 1}}, "did you mean most"),
        ({"gone": {"most": "many"}}, "must be a whole number"),
        ({"gone": {"most": True}}, "must be a whole number"),
        ({"gone": {"severity": "fatal"}}, "it can be info, warning, error"),
    ],
)
def test_settings_that_make_no_sense_are_refused(
    bench: Bench, settings: dict[str, dict[str, object]], message: str
) -> None:
    bench.rule("gone", "ACME101", options=", *, most: int = 3", more=OPTION)
    with pytest.raises(ConfigError, match=message):
        packs.Ruleset(bench.load(), settings)


@pytest.mark.parametrize(
    ("options", "more", "message"),
    [
        (", *, most: int = 3", "", r"gone\.py:6: option 'most' is in the signature but not on the page"),
        ("", OPTION, r"gone\.py:6: option 'most' is on the page but not"),
        (", *, most: int = 4", OPTION, r"gone\.py:6: option 'most' is `int = 4` in the signature but `int = 3`"),
        (", *, most: float = 3", OPTION, r"`float = 3` in the signature but `int = 3`"),
    ],
)
def test_signature_and_page_must_agree(bench: Bench, options: str, more: str, message: str) -> None:
    bench.rule("gone", "ACME101", options=options, more=more)
    with pytest.raises(packs.PackError, match=message):
        packs.Ruleset(bench.load())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("severity: error", "severity: fatal", r"gone\.md:4: .*fatal"),
        ("since: 0.1.0\n", "", r"gone\.md:2: .*since"),
        ("since: 0.1.0\n", "since: 0.1.0\ncolour: red\n", r"gone\.md:9: .*colour"),
        ("summary: A", "summary: [A", r"gone\.md:\d+: not valid YAML"),
        ("code: ACME101", "code: LK101", r"gone\.md:2: code 'LK101' does not fit .* ACME101"),
        ("---\ncode", "code", r"gone\.md:1: a page begins with front matter"),
        ("since: 0.1.0\n", "since: 0.1.0\nemitted-by: pipeline\n", r"gone\.md:1: rule gone needs no \.py"),
    ],
)
def test_a_broken_page_is_refused_with_its_line(bench: Bench, old: str, new: str, message: str) -> None:
    page = bench.rule("gone", "ACME101")
    assert old in page.read_text()
    page.write_text(page.read_text().replace(old, new, 1))
    with pytest.raises(packs.PackError, match=message):
        bench.load()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("def check(op: 'Nothing', ctx): ...\n", r"gone\.py:1: the first parameter of check must be annotated"),
        ("def check(op, ctx): ...\n", r"gone\.py:1: the first parameter"),
        ("def check(op: int): ...\n", r"gone\.py:1: check takes a subject and a context"),
        ("x = 1\n", r"gone\.py:1: a rule's file defines one function"),
        ("x = 1\nimport nowhere_at_all\n", r"gone\.py:2: cannot be imported: ModuleNotFoundError"),
        ("x = 1\ny = = 2\n", r"gone\.py:2: cannot be imported: SyntaxError"),
    ],
)
def test_a_broken_function_is_refused_with_its_line(bench: Bench, code: str, message: str) -> None:
    page = bench.rule("gone", "ACME101")
    page.with_suffix(".py").write_text(code)
    (rule,) = bench.load()
    with pytest.raises(packs.PackError, match=message):
        _ = rule.check


def test_halves_of_a_pair_are_refused(bench: Bench) -> None:
    page = bench.rule("gone", "ACME101")
    text = page.read_text()
    page.unlink()
    with pytest.raises(packs.PackError, match=r"write gone\.md beside it"):
        bench.load()
    page.write_text(text)
    page.with_suffix(".py").unlink()
    with pytest.raises(packs.PackError, match=r"write gone\.py beside the page"):
        bench.load()


def test_duplicates_are_refused_across_packs(bench: Bench, tmp_path: Path) -> None:
    bench.rule("gone", "ACME101")
    other = Bench(tmp_path / "other", bench.module)
    other.pack("name: other\ncodes: [ACME]\n")
    for name, code, more in [("a", "ACME101", ""), ("gone", "ACME102", ""), ("b", "ACME103", "aliases: [gone]\n")]:
        page = other.rule(name, code, more=more)
        with pytest.raises(packs.PackError, match="already belongs to"):
            packs.load_rules([str(bench.folder), "other"], tmp_path)
        page.unlink()
        page.with_suffix(".py").unlink()


def test_a_pack_is_found_by_path_and_as_a_package(bench: Bench, tmp_path: Path) -> None:
    bench.rule("gone", "ACME101")
    package = tmp_path / f"pkg_{bench.module}"
    package.mkdir()
    (package / "__init__.py").touch()
    bench.folder.rename(package / "rules")
    assert packs.find_pack(f"{package.name}/rules", tmp_path) == package / "rules"
    assert packs.find_pack(package.name, tmp_path / "elsewhere") == package / "rules"
    assert "ACME101" in {r.code for r in packs.load_rules([package.name], tmp_path)}


@pytest.mark.parametrize("name", ["nowhere", "./nowhere", "../..", "", "json", "a.b"])
def test_a_pack_that_is_not_there(name: str, tmp_path: Path) -> None:
    with pytest.raises(packs.PackError, match="no rule pack"):
        packs.find_pack(name, tmp_path)


def rule_set() -> list[packs.Rule]:
    def rule(code: str, name: str, family: str, profile: Profile = "default", engine: str = "postgres") -> packs.Rule:
        return packs.Rule(
            code=code,
            name=name,
            family=family,
            summary="",
            severity=Severity.ERROR,
            confidence="high",
            profile=profile,
            engines=(engine,),
            since="0.1.0",
            place=f"{name}.md",
            pack="core",
            aliases=(f"old-{name}",),
        )

    return [
        rule("LK101", "one", "locking"),
        rule("LK102", "two", "locking", "strict"),
        rule("LK201", "three", "locking", engine="mysql"),
        rule("DL101", "four", "data_loss"),
        rule("LKX101", "five", "other", "audit"),
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "LK101 LK201 DL101"),
        ({"profile": "strict"}, "LK101 LK102 LK201 DL101"),
        ({"profile": "audit"}, "LK101 LK102 LK201 DL101 LKX101"),
        ({"engine": "postgres"}, "LK101 DL101"),
        ({"select": ["ALL"]}, "LK101 LK102 LK201 DL101 LKX101"),
        ({"select": ["LK"]}, "LK101 LK102 LK201"),
        ({"select": ["LK1"]}, "LK101 LK102"),
        ({"select": ["other"]}, "LKX101"),
        ({"extend_select": ["locking"]}, "LK101 LK102 LK201 DL101"),
        ({"select": ["LK102"]}, "LK102"),
        ({"select": ["two"]}, "LK102"),
        ({"select": ["old-two"]}, "LK102"),
        ({"select": ["lk102"]}, "LK102"),
        ({"select": ["data-loss"]}, "DL101"),
        ({"select": ["data_loss", "one"]}, "LK101 DL101"),
        ({"extend_select": ["five"]}, "LK101 LK201 DL101 LKX101"),
        ({"ignore": ["LK"]}, "DL101"),
        ({"ignore": ["LK"], "extend_select": ["LK101"]}, "LK101 DL101"),
        ({"ignore": ["LK101"], "select": ["LK"]}, "LK102 LK201"),
        ({"ignore": ["LK101"], "select": ["LK101"]}, ""),
        ({"ignore": ["ALL"]}, ""),
        ({"ignore": ["ALL"], "extend_select": ["LK"]}, "LK101 LK102 LK201"),
    ],
)
def test_selection(arguments: dict[str, object], expected: str) -> None:
    chosen = packs.select(rule_set(), **arguments)  # type: ignore[arg-type]
    assert " ".join(r.code for r in chosen) == expected


@pytest.mark.parametrize("keyword", ["select", "ignore", "extend_select"])
def test_an_unknown_selector_names_the_nearest(keyword: str) -> None:
    with pytest.raises(UsageError, match="'thre'; did you mean three"):
        packs.select(rule_set(), **{keyword: ["thre"]})  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no profile is called 'loud'"):
        packs.select(rule_set(), profile="loud")


def test_a_rule_is_an_immutable_value() -> None:
    rule = rule_set()[0]
    with pytest.raises(AttributeError):
        rule.code = "X"  # type: ignore[misc]
    assert msgspec.structs.replace(rule, code="X").code == "X"
