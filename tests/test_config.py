"""Configuration: what is found, what is refused, and how that is said."""

from __future__ import annotations

import os
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint import config
from dbarch_lint.errors import ConfigError

WHOLE = """\
paths: [db/migrations]
engine: postgres
engine-version: 14
framework: flyway
transaction: explicit
profile: strict
select: [LK, column-dropped]
extend-select: [TY101]
ignore: [NM]
per-path-ignores:
  legacy/**: [LK]
  "*_seed.sql": [DL101]
compat: true
rules:
  column-dropped: {severity: error}
  NF101: {max_columns: 4, words: [a, b], severity: info}
packs: [acme_rules]
baseline: accepted.json
released: v*
facts: db-facts.json
code-paths: [src]
small-table-mb: 2.5
dependencies:
  orders: [customer_email -> customer_name, {holds: product_id -> price, kept: of the day}]
placeholders: {schema: audit}
fail-on: error
output-format: concise
show-suppressed: true
statistics: true
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def refused(folder: Path, text: str, name: str = ".dbarch-lint.yaml") -> str:
    (folder / name).write_text(text)
    with pytest.raises(ConfigError) as caught:
        config.load(["."])
    return str(caught.value)


def test_every_key_is_read_and_described(folder: Path) -> None:
    (folder / ".dbarch-lint.yaml").write_text(WHOLE)
    found = config.read(Path(".dbarch-lint.yaml"))
    assert set(yaml.safe_load(WHOLE)) == set(config.KEYS)
    assert found.engine_version == 14
    assert found.rules["NF101"] == {"max_columns": 4, "words": ["a", "b"], "severity": "info"}
    jsonschema.validate(yaml.safe_load(WHOLE), config.schema(), cls=jsonschema.Draft202012Validator)
    properties = config.schema()["$defs"]["Config"]["properties"]
    assert all(about["description"].endswith(".") for about in properties.values())


def test_toml_says_the_same_as_yaml(folder: Path) -> None:
    (folder / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.dbarch-lint]\nignore = ["NM"]\nfail-on = "error"\n'
        '[tool.dbarch-lint.rules.column-dropped]\nseverity = "error"\n[tool.other]\n'
    )
    found = config.load(["."])
    assert found.file == folder / "pyproject.toml"
    assert found.config == config.Config(
        ignore=["NM"], fail_on="error", rules={"column-dropped": {"severity": "error"}}
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("selct: [LK]\n", ".dbarch-lint.yaml:1:1: there is no key selct; did you mean select?"),
        ("engine: postgres\nzzz: 1\n", ".dbarch-lint.yaml:2:1: there is no key zzz; the keys are paths, engine,"),
        ("select: LK\n", ".dbarch-lint.yaml:1:1: select: expected a list, found a text"),
        ("select: [1]\n", ".dbarch-lint.yaml:1:1: select: expected a text, found a number"),
        (
            "\n\nfail-on: eror\n",
            ".dbarch-lint.yaml:3:1: fail-on: eror is not one of error, warning, info, never; did you",
        ),
        ("statistics: yep\n", ".dbarch-lint.yaml:1:1: statistics: expected true or false, found a text"),
        (
            "rules:\n  a: {b: 1}\n  LK101: 3\n",
            ".dbarch-lint.yaml:3:3: rules.LK101: expected `key: value` lines, found a n",
        ),
        (
            "per-path-ignores:\n  a/**: LK\n",
            ".dbarch-lint.yaml:2:3: per-path-ignores.a/**: expected a list, found a text",
        ),
        ("- a\n", ".dbarch-lint.yaml:1: a configuration is made of `key: value` lines"),
        ("engine: [\n", ".dbarch-lint.yaml:2:1: this is not valid YAML:"),
        ("ignore: [a]\nignore: [b]\n", ".dbarch-lint.yaml:2:1: ignore is given twice (first on line 1): keep one"),
        ("engine: !!python/object/apply:os.system [ls]\n", ".dbarch-lint.yaml:1:9: this is not valid YAML:"),
        (
            "? [1]\n: 2\n",
            ".dbarch-lint.yaml:1:3: this is not valid YAML: while constructing a mapping found unhashable key",
        ),
        ("1: 2\n", ".dbarch-lint.yaml:1:1: there is no key 1; the keys"),
        ("engine: \x01\n", ".dbarch-lint.yaml: this is not valid YAML:"),
        ("rules: {a: {b: 2020-01-01}}\n", ".dbarch-lint.yaml:1:9: rules.a: expected "),
    ],
)
def test_what_is_wrong_is_said_with_its_place(folder: Path, text: str, said: str) -> None:
    message = refused(folder, text)
    assert message.startswith(said)
    assert "\n" not in message
    assert "Traceback" not in message


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[tool.dbarch-lint]\nselct = []\n", "pyproject.toml:2:1: there is no key selct; did you mean select?"),
        (
            "[tool.x]\nfail-on = 1\n[tool.dbarch-lint]\n# fail-on\n  fail-on = 'x'\n",
            "pyproject.toml:5:3: fail-on: x is not one of",
        ),
        (
            "[tool.dbarch-lint.rules]\nLK101 = 1\n",
            "pyproject.toml:2:1: rules.LK101: expected `key: value` lines, found a number",
        ),
        ("[tool.dbarch-lint\n", "pyproject.toml: this is not valid TOML:"),
    ],
)
def test_toml_errors_have_places_too(folder: Path, text: str, said: str) -> None:
    assert refused(folder, text, "pyproject.toml").startswith(said)


def test_nested_too_deeply_is_an_error_not_a_crash(folder: Path) -> None:
    assert ".dbarch-lint.yaml" in refused(folder, "select: " + "[" * 50_000 + "\n")
    assert "pyproject.toml" in refused_toml_depth(folder)


def refused_toml_depth(folder: Path) -> str:
    (folder / ".dbarch-lint.yaml").unlink()
    return refused(folder, "[tool.dbarch-lint]\nselect = " + "[" * 50_000 + "\n", "pyproject.toml")


def test_unreadable_files_are_refused(folder: Path) -> None:
    file = folder / ".dbarch-lint.yaml"
    file.write_bytes(b"engine: \xff\n")
    with pytest.raises(ConfigError, match="not UTF-8 text"):
        config.load(["."])
    file.write_bytes(b"#" * (config.MAX_BYTES + 1))
    with pytest.raises(ConfigError, match="larger than 1 MB"):
        config.load(["."])
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: this configuration cannot be read: No such file"):
        config.load(["."], file="nowhere.yaml")
    (folder / "other.toml").write_text("[tool.black]\n")
    with pytest.raises(ConfigError, match=r"there is no \[tool.dbarch-lint\] table"):
        config.load(["."], file="other.toml")


def test_the_nearest_file_up_to_the_repository_is_found(folder: Path) -> None:
    inner = folder / "services" / "a" / "db"
    inner.mkdir(parents=True)
    assert config.load([str(inner)]).file is None
    (folder / ".dbarch-lint.yaml").write_text("ignore: [A]\n")
    assert config.load([str(inner)]).config.ignore == ["A"]
    (folder / "services" / "a" / "pyproject.toml").write_text("[tool.dbarch-lint]\nignore = ['B']\n")
    assert config.load([str(inner)]).config.ignore == ["B"]
    assert config.load([str(inner / "1.sql")]).config.ignore == ["B"]
    assert config.load([str(inner), str(folder / "services")]).config.ignore == ["A"]
    (inner / "pyproject.toml").write_text("[tool.black]\n")
    assert config.load([str(inner)]).config.ignore == ["B"]
    assert config.load([str(inner)], isolated=True).config == config.Config()


def test_nothing_above_the_repository_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".dbarch-lint.yaml").write_text("packs: [evil]\n")
    checkout = tmp_path / "checkout"
    (checkout / ".git").mkdir(parents=True)
    monkeypatch.chdir(checkout)
    assert config.load(["."]).file is None
    (checkout / ".git").rmdir()
    assert config.load(["."]).file is None


def test_paths_and_globs_are_relative_to_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = folder / "svc"
    (inner / "rules").mkdir(parents=True)
    (inner / ".dbarch-lint.yaml").write_text(
        "paths: [db]\npacks: [rules, acme]\nper-path-ignores: {old/**: [LK], '*.gen.sql': [NM]}\n"
    )
    monkeypatch.chdir(inner)
    found = config.load([]).config
    assert found.paths == [os.fspath(inner / "db")]
    assert found.packs == [os.fspath(inner / "rules"), "acme"]
    assert found.per_path_ignores == {"svc/old/**": ["LK"], "*.gen.sql": ["NM"]}


def test_the_command_line_overrides() -> None:
    base = config.Config(select=["A"], extend_select=["B"], fail_on="error")
    changed = config.with_overrides(base, select=["C"], extend_select=["D"], fail_on=None, ignore=[])
    assert changed == config.Config(select=["C"], extend_select=["B", "D"], fail_on="error")


def test_the_place_of_a_key_is_looked_up_later(folder: Path) -> None:
    file = folder / ".dbarch-lint.yaml"
    file.write_text("rules:\n  LK101:\n    severty: error\n")
    error = config.located(ConfigError("no such option", path=("rules", "LK101", "severty")), file)
    assert str(error) == ".dbarch-lint.yaml:3:5: no such option"
    without = ConfigError("something else")
    assert config.located(without, file) is without


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_no_text_breaks_the_reader(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    file = tmp_path_factory.mktemp("any") / "a.yaml"
    file.write_text(text, encoding="utf-8", newline="")
    try:
        said = str(config.read(file))
    except ConfigError as error:
        said = str(error)
    assert "a.yaml" in said or said.startswith("Config(")
