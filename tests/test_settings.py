"""What is set and where it comes from, what a shell completes, and settings that do nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import Run
from tests.test_startup import PARSER


def rows(text: str) -> dict[str, list[str]]:
    return {line.split()[0]: line.split()[1:] for line in text.splitlines()}


def test_every_setting_says_where_it_comes_from(cli: Run, folder: Path) -> None:
    (folder / "db").mkdir()
    (folder / ".dbarch-lint.yaml").write_text("paths: [db]\n\nignore: [NM]\nengine: postgres\n")
    (folder / ".dbarch-lint-baseline.json").write_text('{"version": 1, "findings": []}')
    found = rows(cli("config", "--show", "--engine-version", "14", "--engine", "postgres")[1])
    assert found["ignore"] == ['["NM"]', ".dbarch-lint.yaml:3"]
    assert found["engine"] == ["postgres", "command", "line"]
    assert found["engine-version"] == ["14", "command", "line"]
    assert found["profile"] == ["default", "default"]
    assert found["baseline"][1:] == ["found", "in", "the", "root"]
    (folder / ".dbarch-lint.yaml").unlink()
    (folder / "pyproject.toml").write_text(
        '[project]\nname = "x"\n[tool.dbarch-lint]\nignore = ["NM"]\nprofile = "strict"\n'
    )
    document = json.loads(cli("config", "--output-format", "json", "db")[1])
    assert document["version"] == 1
    assert document["settings"]["profile"] == {"value": "strict", "origin": "pyproject.toml:5"}
    assert document["settings"]["select"] == {"value": [], "origin": "default"}
    assert rows(cli("config", "--isolated", "db")[1])["profile"] == ["default", "default"]


@pytest.mark.parametrize("value", ["3", "[1]", '"strict"', "[[tool.dbarch-lint]]"])
def test_a_tool_entry_that_is_no_table_is_refused(cli: Run, folder: Path, value: str) -> None:
    entry = value if value.startswith("[[") else f"[tool]\ndbarch-lint = {value}"
    (folder / "pyproject.toml").write_text(f'[project]\nname = "x"\n# dbarch-lint\n{entry}\n')
    code, _, err = cli("config")
    line = 4 if value.startswith("[[") else 5
    said = "tool.dbarch-lint is to be a table: write [tool.dbarch-lint], and the keys below it"
    assert (code, err) == (2, f"dbarch-lint: error: pyproject.toml:{line}: {said}\n")


@pytest.mark.parametrize("command", [["check", "db"], ["rules"], ["explain", "LK101"]])
def test_a_pack_that_is_not_there_is_told_where_it_is_named(cli: Run, folder: Path, command: list[str]) -> None:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text("SELECT 1;\n")
    (folder / ".dbarch-lint.yaml").write_text("profile: strict\npacks: [no_such_pack]\n")
    code, _, err = cli(*command)
    assert code == 2
    assert err.startswith("dbarch-lint: error: .dbarch-lint.yaml:2:1: no rule pack 'no_such_pack'")


# ---- completion ----------------------------------------------------------------------------------------------------


def completed(*words: str, root: Path) -> tuple[list[str], set[str]]:
    """What a shell offers for the last word, and the modules that were loaded to say so."""
    code = f"""
import sys; sys.path.insert(0, {str(root)!r})
from dbarch_lint.__main__ import main
try:
    main()
except SystemExit:
    pass
print(" ".join(sys.modules), file=sys.stderr)
"""
    environment = {
        **os.environ,
        "_DBARCH_LINT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(words),
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    return done.stdout.splitlines(), set(done.stderr.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("dbarch-lint", "sch"), {"plain,schema", "plain,schema-of"}),
        (("dbarch-lint", "check", "--select", "LK101,index-not"), {"plain,LK101,index-not-concurrent"}),
        (("dbarch-lint", "--fail-o"), {"plain,--fail-on"}),
        (("dbarch-lint", "check", "--fail-on", "ne"), {"plain,never"}),
        (("dbarch-lint", "explain", "LK101"), {"plain,LK101"}),
        (("dbarch-lint", "check", "migra"), {"file,migra"}),
        (("dbarch-lint", "check", "--facts", "f"), {"file,f"}),
    ],
)
def test_words_are_completed(words: tuple[str, ...], offered: set[str], root: Path) -> None:
    found, modules = completed(*words, root=root)
    assert set(found) == offered
    assert not modules & {*PARSER, "yaml"}


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_for_its_shell(cli: Run, folder: Path, shell: str) -> None:
    code, out, err = cli("completion", shell)
    assert (code, err) == (0, "")
    assert "_DBARCH_LINT_COMPLETE" in out
    program = shutil.which(shell)
    if program is not None:
        file = folder / "script"
        file.write_text(out)
        subprocess.run([program, "-n", str(file)], check=True, capture_output=True)


def test_the_running_shell_is_the_default(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert "fish" in cli("completion")[1]
    monkeypatch.setenv("SHELL", "/bin/csh")
    code, _, err = cli("completion")
    assert (code, err) == (2, "dbarch-lint: error: say for which shell: bash, zsh, fish\n")


# ---- settings that do nothing --------------------------------------------------------------------------------------


def test_settings_and_rules_that_find_nothing(cli: Run, folder: Path) -> None:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text("CREATE TABLE orders (id bigint PRIMARY KEY, day date);\n")
    (folder / "db" / "2.sql").write_text("CREATE INDEX i ON orders (day);\n")
    (folder / ".dbarch-lint.yaml").write_text(
        "paths: [db]\nselect: [LK101, DL101]\nignore: [LK101, NM]\n"
        "per-path-ignores:\n  db/1.sql: [DL101]\n  db/2.sql: [LK]\n"
    )
    code, out, err = cli("rules", "--unused")
    assert (code, err) == (0, "")
    assert [" ".join(line.split()) for line in out.splitlines()] == [
        "suppresses nothing from",
        "ignore: NM .dbarch-lint.yaml:3",
        "per-path-ignores: db/1.sql: DL101 .dbarch-lint.yaml:4",
        "",
        "code runs, and finds nothing here",
        "DL101 column-dropped",
    ]
