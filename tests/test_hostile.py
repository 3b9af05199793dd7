"""A checkout that wants to do harm: nothing in it runs, and nothing from it reaches a terminal or a CI log raw."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dbarch_lint.cli.manual import json_schema
from dbarch_lint.engines.postgres import attach_proof
from tests.commands import Run

EVIL = "x\n::error::owned\x1b[31m\u202e[red]##vso[task.x]##[add-mask]a|`<i>@me\x07"
LINE = EVIL.replace("\n", " ")
# Names and texts that a terminal or a CI log would take for something else, in every place that a report shows.
SQL = f"""\
CREATE TABLE "{EVIL}" (id int, "a{EVIL}" float, price real, tag_ids text, b_id int REFERENCES "{EVIL}" (id));
ALTER TABLE "old{EVIL}" ADD COLUMN "{EVIL}" int NOT NULL, ALTER COLUMN "c{EVIL}" TYPE bigint, DROP COLUMN "d{EVIL}";
ALTER TABLE "old{EVIL}" ADD CONSTRAINT "{EVIL}" FOREIGN KEY (x) REFERENCES "z{EVIL}" (id);
CREATE INDEX "i{EVIL}" ON "old{EVIL}" ("c{EVIL}");
CREATE TABEL "{EVIL}";
-- dbarch-lint: ignore[NO{LINE}] because {LINE}
-- dbarch-lint: ignore[LK101] because {LINE}
CREATE INDEX ON "old{EVIL}" (x);
ALTER TABLE "old{EVIL}" RENAME TO "new{EVIL}";
COMMENT ON TABLE "{EVIL}" IS '{EVIL}';
"""
NAMES = [
    "1\n::error::owned.sql",
    "::error file=x::2.sql",
    " ::set-output name=x::3.sql",
    "##vso[task.setvariable]4.sql",
    "5\x1b[2J\x1b]0;title\x07.sql",
    "6\u202egnp.sql",
    "7 [red]with spaces[bold].sql",
    "8 ünï 注文.sql",
    "-9.sql",
    "<img src=x>](javascript:0)|`#1&amp;.sql",
    "$(touch owned)`touch owned`.sql",
]


@pytest.fixture
def folder(folder: Path) -> Path:
    """A repository with hostile file names, and the current folder."""
    for name in NAMES:
        (folder / name).write_text(SQL, encoding="utf-8")
    return folder


def harmless(text: str) -> None:
    """Only characters that are shown as they are, and no line that a CI takes for a command."""
    assert all(char.isprintable() or char == "\n" for char in text)
    # GitHub's agent and those of Azure and TeamCity carry out what follows the hashes, wherever in a line they stand
    assert [line for line in text.splitlines() if re.search(r"^\s*::(?!: )|##[a-zA-Z]*\[", line)] == []


@pytest.mark.parametrize("form", ["text", "concise"])
def test_nothing_raw_in_reports(cli: Run, folder: Path, form: str) -> None:
    options = ("--show-suppressed", "--statistics", "-v", "--profile", "audit")
    code, out, err = cli("--output-format", form, *options)
    assert code == 1
    harmless(out)
    harmless(err)
    for name in NAMES:  # nothing is lost either
        assert re.search(re.escape(name.split(".")[0][:1]) + r".*\.sql:\d+:\d+", out), name
    assert "\\x1b[31m" in out
    assert "\\u{202e}" in out


def test_json_keeps_what_is_there(cli: Run, folder: Path) -> None:
    code, out, _ = cli("--output-format", "json", "--profile", "audit")
    assert code == 1
    document = json.loads(out)
    jsonschema.Draft202012Validator(json_schema("findings")).validate(document)
    assert {found["path"] for found in document["findings"]} == set(NAMES)
    harmless(out)


@pytest.mark.parametrize("command", ["effects", "schema"])
def test_nothing_raw_in_documents(cli: Run, folder: Path, command: str) -> None:
    code, out, err = cli(command, ".")
    assert code == 0
    harmless(out)
    harmless(err)
    assert "\\x1b[31m" in out


def test_the_configuration_that_init_writes_can_be_read(cli: Run, folder: Path) -> None:
    trap = folder / "db\nignore: [ALL]\n#" / "migrations: &a *b"
    trap.mkdir(parents=True)
    (trap / "1.sql").write_text("CREATE TABEL x;")
    code, out, err = cli("init")
    assert code == 0
    harmless(out + err)
    assert cli("--output-format", "concise")[0] == 1


@pytest.mark.parametrize("name", NAMES)
def test_each_name_can_be_given(cli: Run, folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = cli("--output-format", "json", "--", name)
    assert code == 1
    assert {found["path"] for found in json.loads(out)["findings"]} == {name}
    missing = cli("--", f"{name}x")
    assert missing[:2] == (2, "")
    harmless(missing[2])
    assert missing[2].count("\n") == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"CREATE TABEL x;")))
    code, out, err = cli("--stdin-filename", name, "--output-format", "concise", "--select", "HY001")
    assert (code, out.count("HY001"), err) == (1, 1, "")
    harmless(out)


@pytest.mark.skipif(sys.platform in {"darwin", "win32"}, reason="file names are Unicode there")
def test_names_that_are_not_unicode(cli: Run, folder: Path) -> None:
    for name in NAMES:
        (folder / name).unlink()
    Path(os.fsdecode(b"caf\xe9.sql")).write_text("CREATE TABEL x;")
    for form in ("text", "concise", "json"):
        code, out, err = cli("--output-format", form, "--select", "HY")
        assert (code, err) == (1, "")
        assert "caf\ufffd.sql" in out or "caf\\ufffd.sql" in out


def test_code_beside_the_migrations_is_not_run(folder: Path, root: Path) -> None:
    owned = folder / "owned"
    code = f"open({str(owned)!r}, 'w')\n"
    for name in ("sitecustomize.py", "conftest.py", "dbarch_lint.py", "click.py", "yaml.py", "pglast.py", "rules.py"):
        (folder / name).write_text(code)
    (folder / "rules").mkdir()
    (folder / "rules" / "pack.yaml").write_text("name: core\nprefixes: [LK]\n")
    (folder / "rules" / "__init__.py").write_text(code)
    (folder / "drizzle.config.ts").write_text("throw 1")
    (folder / "config.toml").write_text("x = 1")
    for arguments in ([], ["schema", "."], ["effects", "."], ["rules"], ["--since", "$(touch owned)"]):
        command = [sys.executable, "-P", "-m", "dbarch_lint", *arguments]  # -P: as the installed command starts
        done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(root)})
        assert done.returncode in {0, 1, 2}
        assert b"Traceback" not in done.stderr
    assert not owned.exists()


def test_a_configuration_of_the_repository_writes_nowhere(cli: Run, folder: Path) -> None:
    (folder / ".dbarch-lint.yaml").write_text("output-file: owned\n")
    code, out, err = cli()
    assert (code, out) == (2, "")
    assert "there is no key output-file" in err
    assert not (folder / "owned").exists()


PARTITIONED = "CREATE TABLE p (id int, k int) PARTITION BY {how} (k);\n"
VIEW = "CREATE VIEW {one} AS SELECT * FROM {below} WHERE k = 1 OR k = 2;\n"
DEEP_CHECK = "(k > 1 AND (id = 1 OR " * 300 + "k = 5" + "))" * 300


def chain(first: str, link: str, length: int) -> str:
    """Objects that each stand on the one before."""
    return first + "".join(link.format(one=f"o{n}", below=f"o{n - 1}" if n else "p") for n in range(length))


def test_conditions_nested_too_deep_prove_nothing() -> None:
    check: dict[str, Any] = {"BoolExpr": {"boolop": "OR_EXPR", "args": [{}, {}]}}
    for kind in ("AND_EXPR", "OR_EXPR") * 2000:
        check = {"BoolExpr": {"boolop": kind, "args": [check, {}]}}
    assert not attach_proof.proves([check], ["k"], "FOR VALUES FROM (1) TO (9)")
    assert not attach_proof.proves([check], ["k"], "FOR VALUES IN (1)")


@pytest.mark.parametrize(
    ("history", "asked"),
    [
        pytest.param(
            chain("CREATE TABLE p (k int);\n", VIEW, 1200),
            "DELETE FROM o1199 WHERE k = 1 OR k = 3; SELECT * FROM o1199 WHERE k = 5;",
            id="views upon views",
        ),
        pytest.param(
            PARTITIONED.format(how="RANGE")
            + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (1) TO (9);\n"
            + chain("", VIEW, 400),
            "DELETE FROM o399 WHERE k = 1 OR k = 3; SELECT * FROM o399 WHERE k = 5;",
            id="views upon views upon partitions",
        ),
        pytest.param(
            chain(
                PARTITIONED.format(how="RANGE"),
                "CREATE TABLE {one} PARTITION OF {below} FOR VALUES FROM (1) TO (9) PARTITION BY RANGE (k);\n",
                600,
            ),
            "DELETE FROM p WHERE k = 5; ALTER TABLE p ADD COLUMN x int DEFAULT random();",
            id="partitions below partitions",
        ),
        pytest.param(
            PARTITIONED.format(how="LIST") + f"CREATE TABLE q (id int NOT NULL, k int NOT NULL, CHECK ({DEEP_CHECK}));",
            "ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (5);",
            id="conditions in conditions",
        ),
    ],
)
def test_what_is_nested_deep_ends_soon(cli: Run, folder: Path, history: str, asked: str) -> None:
    trap = folder / "trap"
    trap.mkdir()
    (trap / "1.sql").write_text(history)
    (trap / "2.sql").write_text(asked)
    before = time.process_time()
    for command in ("check", "effects"):
        code, _, err = cli(command, "trap")
        assert (code in {0, 1}, err) == (True, "")
    assert time.process_time() - before < 60
