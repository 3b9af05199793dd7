"""Beginning with migrations that are there: the baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands import Run

BASE = "CREATE TABLE orders (id bigint PRIMARY KEY, day date, note text);\n"
CONCISE = ("--output-format", "concise", "--select", "LK101,DL101")
FILE = ".dbarch-lint-baseline.json"


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        file = folder / "db" / f"{name.removeprefix('n')}.sql"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)


@pytest.fixture
def project(folder: Path) -> Path:
    write(folder, n1=BASE, n2="CREATE INDEX i ON orders (day);\n", n3="ALTER TABLE orders DROP COLUMN note;\n")
    (folder / ".dbarch-lint.yaml").write_text("select: [LK101, DL101]\n")
    return folder


def accepted(project: Path) -> list[tuple[str, str]]:
    document = json.loads((project / FILE).read_text())
    assert document["version"] == 1
    return [(entry["path"], entry["code"]) for entry in document["findings"]]


def found(cli: Run, *arguments: str) -> list[str]:
    return [line.split(":")[0] for line in cli("check", *arguments, *CONCISE)[1].splitlines()]


def test_what_is_accepted_is_not_told(cli: Run, project: Path) -> None:
    assert found(cli, "db") == ["db/2.sql", "db/3.sql"]
    code, out, err = cli("baseline", "db")
    assert (code, out) == (0, "")
    assert err == f"{FILE}: 2 findings in 2 files accepted; commit this file\n"
    assert accepted(project) == [("db/2.sql", "LK101"), ("db/3.sql", "DL101")]
    assert cli("check", "db")[0] == 0
    assert found(cli, "db") == []
    assert "(suppressed: accepted in the baseline)" in cli("check", "db", "--show-suppressed", *CONCISE)[1]
    assert found(cli, "db", "--isolated") == ["db/2.sql", "db/3.sql"]


def test_what_is_new_is_told(cli: Run, project: Path) -> None:
    cli("baseline", "db")
    write(project, n4="CREATE INDEX j ON orders (id, day);\n")
    assert found(cli, "db") == ["db/4.sql"]


def test_the_same_mistake_once_more_is_told(cli: Run, project: Path) -> None:
    cli("baseline", "db")
    write(project, n4="CREATE INDEX i ON orders (day);\n")
    assert found(cli, "db") == ["db/4.sql"], "the entry goes to its own file"


@pytest.mark.parametrize(
    "text",
    [
        "\n\n-- a comment\nCREATE INDEX i ON orders (day);\n",
        "create index i\n  on orders(day)  ;",
        "CREATE INDEX i ON orders /* the day */ (\n    day -- of the order\n);\n",
        "SELECT 1; CREATE INDEX i ON orders (day);",
    ],
    ids=["moved", "layout", "comments", "beside others"],
)
def test_it_outlives_moved_lines_and_layout(cli: Run, project: Path, text: str) -> None:
    cli("baseline", "db")
    write(project, n2=text)
    assert found(cli, "db") == []


def test_it_outlives_a_renamed_file_but_no_other_statement(cli: Run, project: Path) -> None:
    cli("baseline", "db")
    (project / "db" / "2.sql").rename(project / "db" / "2b.sql")
    assert found(cli, "db") == []
    write(project, n2b="CREATE INDEX i ON orders (day, id);\n")
    assert found(cli, "db") == ["db/2b.sql"]


def test_stale_entries_are_reported_and_pruned(cli: Run, project: Path) -> None:
    cli("baseline", "db")
    assert cli("check", "db")[2] == ""
    write(project, n2="CREATE INDEX CONCURRENTLY i ON orders (day);\n", n4="CREATE INDEX j ON orders (id, day);\n")
    warning = f"{FILE} accepts 1 finding that is gone; run dbarch-lint baseline --prune"
    assert warning in cli("check", "db")[2]
    assert warning not in cli("check", "db/3.sql")[2], "what is not judged may still be there"
    assert warning not in cli("check", "db", "--select", "DL101")[2]
    code, _, err = cli("baseline", "--prune", "db")
    assert (code, err) == (0, f"{FILE}: 1 of 2 entries taken out\n")
    assert accepted(project) == [("db/3.sql", "DL101")]
    assert found(cli, "db") == ["db/4.sql"], "pruning accepts nothing new"
    (project / "db" / "3.sql").unlink()
    assert warning in cli("check", "db/4.sql")[2]


def test_a_part_of_the_project_replaces_its_part_of_the_baseline(cli: Run, project: Path) -> None:
    cli("baseline", "db")
    write(project, n2="CREATE INDEX other ON orders (day);\n")
    cli("baseline", "db/2.sql")
    assert accepted(project) == [("db/2.sql", "LK101"), ("db/3.sql", "DL101")]
    assert found(cli, "db") == []


def test_comments_need_no_entry(cli: Run, project: Path) -> None:
    write(project, n2="-- dbarch-lint: ignore[LK101] small\nCREATE INDEX i ON orders (day);\n")
    cli("baseline", "db")
    assert accepted(project) == [("db/3.sql", "DL101")]


def test_another_file_is_named_in_the_configuration(cli: Run, project: Path) -> None:
    (project / ".dbarch-lint.yaml").write_text("baseline: db/accepted.json\nselect: [LK101, DL101]\n")
    assert ".dbarch-lint.yaml:1:1: there is no baseline" in cli("check", "db")[2]
    assert cli("baseline", "db")[0] == 0
    assert found(cli, "db") == []
    assert not (project / FILE).exists()
    assert found(cli, "db", "--isolated", "--baseline", "db/accepted.json") == []


@pytest.mark.parametrize(
    "text", ["", "[]", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}', "[" * 99999]
)
def test_what_is_no_baseline_is_refused(cli: Run, project: Path, text: str) -> None:
    (project / FILE).write_text(text)
    code, out, err = cli("check", "db")
    assert (code, out) == (2, "")
    assert f"{FILE}: this is no baseline: " in err
    assert "\n" not in err.rstrip("\n")


def test_paths_of_a_hostile_baseline_are_only_looked_for(cli: Run, project: Path) -> None:
    paths = ["../../etc/passwd", "x" * 9999, "a\0b", "\x1b[2J", "\ud800", ""]
    entries = [{"path": path, "code": "LK101", "fingerprint": "0"} for path in paths]
    (project / FILE).write_text(json.dumps({"version": 1, "findings": entries}))
    code, _, err = cli("check", "db")
    assert code in {1, 2}
    assert "fault" not in err
    assert "\x1b" not in err


@pytest.mark.parametrize("arguments", [("baseline", "db"), ("baseline", "--prune", "db"), ("init",)])
def test_nothing_is_written_through_a_link(cli: Run, project: Path, arguments: tuple[str, ...]) -> None:
    (project / ".dbarch-lint.yaml").unlink()
    for name in (FILE, ".dbarch-lint.yaml"):
        (project / name).symlink_to(project / "elsewhere")
    code, out, _ = cli(*arguments)
    assert (code, out) == (2, "")
    assert not (project / "elsewhere").exists()


def test_folded_findings_are_accepted_one_by_one(cli: Run, folder: Path) -> None:
    columns = ", ".join(f"c{n} text" for n in range(6))
    write(folder, n1="".join(f"CREATE TABLE t{n} (id bigint PRIMARY KEY, note text, {columns});\n" for n in range(6)))
    write(folder, n2="".join(f"ALTER TABLE t{n} DROP COLUMN note;\n" for n in range(6)))
    assert found(cli, "db") == ["db/2.sql"]
    cli("baseline", "db")
    assert len([code for _, code in accepted(folder) if code == "DL101"]) == 6
    assert found(cli, "db") == []
