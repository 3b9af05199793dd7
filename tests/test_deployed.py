"""Which migrations are judged, which are history, and what must not happen to history: on real git repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from dbarch_lint import packs
from tests.commands import Run

BROKEN = "CREATE TABEL a;\n"
CLEAN = "-- nothing yet\n"
USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text);\n"
INDEX = "CREATE INDEX i ON users (email);\n"
SYNTAX = ("--select", "HY001", "--output-format", "concise")
CONCISE = ("--output-format", "concise")


def git(folder: Path, *arguments: str) -> str:
    who = {f"GIT_{who}_{what}": "test@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    command = ["git", "-c", "init.defaultBranch=main", *arguments]
    environment |= {**who, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True, env=environment)
    return done.stdout


def write(folder: Path, **files: str) -> None:
    """`db__1="..."` writes db/1.sql."""
    for name, text in files.items():
        file = folder / (name.replace("__", "/") + ".sql")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def commit(folder: Path, tag: str = "") -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "more")
    if tag:
        git(folder, "tag", tag)


@pytest.fixture
def empty(folder: Path) -> Path:
    """A repository without a commit."""
    (folder / ".git").rmdir()
    git(folder, "init", "-q")
    return folder


@pytest.fixture
def repository(empty: Path) -> Path:
    """A repository with a branch `main` that has db/1.sql (broken) and db/2.sql, and `feature` checked out."""
    write(empty, db__1=BROKEN, db__2=CLEAN)
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    return empty


def lines(cli: Run, *arguments: str) -> list[str]:
    """The findings: `db/3.sql HY001`."""
    _, out, err = cli("check", *CONCISE, *arguments)
    assert "error:" not in err, err
    parts = [line.split(": ", 1) for line in out.splitlines()]
    return [f"{place.split(':')[0]} {text.split()[1]}" for place, text in parts]


# ---- what is judged ------------------------------------------------------------------------------------------------


def test_since_judges_what_the_base_lacks(cli: Run, repository: Path) -> None:
    def judged() -> list[str]:
        return [line.split()[0] for line in lines(cli, "db", "--since", "main", *SYNTAX)]

    assert judged() == []
    write(repository, db__3=BROKEN, db__4=CLEAN)
    commit(repository)
    assert judged() == ["db/3.sql"]
    write(repository, db__5=BROKEN, db__2=BROKEN)  # not committed
    assert judged() == ["db/2.sql", "db/3.sql", "db/5.sql"]
    git(repository, "stash", "-q", "-u")
    git(repository, "switch", "-q", "main")
    write(repository, db__6=CLEAN)
    commit(repository)  # the base moves on
    git(repository, "switch", "-q", "feature")
    git(repository, "stash", "pop", "-q")
    assert judged() == ["db/2.sql", "db/3.sql", "db/5.sql"]


def test_other_line_ends_are_no_change(cli: Run, repository: Path) -> None:
    (repository / "db" / "1.sql").write_bytes(BROKEN.replace("\n", "\r\n").encode())
    assert lines(cli, "db", "--since", "main", *SYNTAX) == []


def test_a_file_that_is_ignored_is_new_all_the_same(cli: Run, repository: Path) -> None:
    (repository / ".gitignore").write_text("db/3.sql\n")
    write(repository, db__3=BROKEN)
    assert lines(cli, "db", "--since", "main", *SYNTAX) == ["db/3.sql HY001"]


def test_a_folder_that_moved_is_not_judged_anew(cli: Run, repository: Path) -> None:
    git(repository, "mv", "db", "database")
    write(repository, database__3=BROKEN)
    assert lines(cli, "database", "--since", "main", "--select", "HY") == ["database/3.sql HY001"]


def test_the_root_may_lie_below_that_of_the_repository(
    cli: Run, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, svc__db__1=BROKEN)
    commit(repository)
    git(repository, "switch", "-q", "-c", "more")
    write(repository, svc__db__2=BROKEN)
    monkeypatch.chdir(repository / "svc")
    assert lines(cli, "db", "--since", "feature", *SYNTAX) == ["db/2.sql HY001"]


def test_pending_from_judges_a_migration_and_those_behind_it(cli: Run, folder: Path) -> None:
    write(folder, db__0001_a=USERS, db__0002_b=INDEX, db__0003_c="CREATE INDEX j ON users (email, id);\n")
    for name in ("0002_b", "0002", "2", "0002_b.sql", "db/0002_b.sql"):
        assert lines(cli, "db", "--select", "LK101", "--pending-from", name) == [
            "db/0002_b.sql LK101",
            "db/0003_c.sql LK101",
        ]
    assert lines(cli, "db", "--select", "LK101", "--pending-from", "0001_a") == []  # one deployment: the table is new
    code, _, err = cli("db", "--pending-from", "7")
    assert (code, err) == (2, "dbarch-lint: error: --pending-from: no migration is called '7'; give its number, its file name or its path\n")  # fmt: skip


# ---- an edited migration is history --------------------------------------------------------------------------------


@pytest.fixture
def merged(empty: Path) -> Path:
    """A table on main, and not in v0; an index on it, on a branch."""
    commit(empty, "v0")
    write(empty, db__1=f"{USERS}-- kept\nCREATE TABLE odd (day date);\n")
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    write(empty, db__2=INDEX)
    return empty


LOCKED = ("db", "--since", "main", "--select", "LK101,KY101")


def test_tables_of_an_edited_migration_are_not_new(cli: Run, merged: Path) -> None:
    assert lines(cli, *LOCKED) == ["db/2.sql LK101"]
    for old, new in (("-- kept", "-- kept, too"), ("text", "varchar(80)"), ("-- kept", "SELECT 1;")):
        change(merged / "db" / "1.sql", old, new)
        assert lines(cli, *LOCKED) == ["db/2.sql LK101"], (old, new)


def test_of_an_edited_migration_new_statements_alone_are_judged(cli: Run, merged: Path) -> None:
    change(merged / "db" / "1.sql", "-- kept", "-- dbarch-lint: ignore LK101\nCREATE TABLE more (day date);")
    out = cli("check", *LOCKED, *CONCISE, "--extend-select", "HY1")[1]
    assert [line.split(":")[:2] for line in out.splitlines() if "KY101" in line] == [["db/1.sql", "3"]]
    told = cli("check", *LOCKED, "-v")[1]
    assert "silent db/1.sql" not in told


def test_an_edited_migration_may_stand_under_another_title(cli: Run, merged: Path) -> None:
    git(merged, "mv", "db/1.sql", "db/1_users.sql")
    change(merged / "db" / "1_users.sql", "-- kept", "-- kept, too")
    assert "db/2.sql LK101" in lines(cli, *LOCKED)


def test_a_repeatable_migration_is_not_another_one(cli: Run, empty: Path) -> None:
    (empty / "m").mkdir()
    (empty / "m" / "V1__a.sql").write_text(ONE)
    (empty / "m" / "R__one.sql").write_text("CREATE OR REPLACE VIEW one AS SELECT 1 AS a;\n")
    commit(empty)
    (empty / "m" / "R__one.sql").unlink()
    (empty / "m" / "V2__users.sql").write_text(USERS)
    (empty / "m" / "R__two.sql").write_text(INDEX)
    assert lines(cli, "m", "--since", "HEAD", "--select", "LK101", "--framework", "flyway") == []


def test_an_edited_migration_is_history_for_a_release_too(cli: Run, merged: Path) -> None:
    git(merged, "tag", "v1", "main")
    (merged / ".dbarch-lint.yaml").write_text("released: v1\n")
    change(merged / "db" / "1.sql", "-- kept", "-- kept, too")
    assert lines(cli, *LOCKED) == ["db/2.sql LK101"]
    assert lines(cli, "db/1.sql", "db/2.sql", "--select", "LK101") == ["db/2.sql LK101"]
    (merged / ".dbarch-lint.yaml").write_text("released: v0\n")
    assert lines(cli, "db", "--since", "main", "--select", "LK101") == [], "main has it, and production has not"


def test_locks_of_an_edited_migration_are_not_shown(cli: Run, merged: Path) -> None:
    change(merged / "db" / "1.sql", "day date", "day timestamptz")
    out = cli("check", *LOCKED, "--output-format", "markdown")[1]
    assert "1 locks that others wait for" in out


def test_what_a_baseline_accepts_of_an_edited_migration_is_not_gone(cli: Run, merged: Path) -> None:
    assert cli("baseline", "db", "--output-file", "accepted.json")[0] == 0
    change(merged / "db" / "1.sql", "-- kept", "-- kept, too")
    assert "gone" not in cli("check", *LOCKED, "--baseline", "accepted.json")[2]
    write(merged, db__1=USERS)
    assert "gone" in cli("check", "db", "--baseline", "accepted.json")[2]


# ---- what production has seen --------------------------------------------------------------------------------------


@pytest.fixture
def released(empty: Path) -> Path:
    """`old` is in v1.0, `young` was merged since, and both get an index on a branch."""
    write(empty, db__1="CREATE TABLE old (id bigint PRIMARY KEY, day date);\n")
    commit(empty, "v1.0")
    write(empty, db__2="CREATE TABLE young (id bigint PRIMARY KEY, day date);\n")
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    write(empty, db__3="CREATE INDEX a ON old (day);\nCREATE INDEX b ON young (day);\n")
    return empty


def test_a_table_younger_than_the_release_is_new(cli: Run, released: Path) -> None:
    arguments = ("check", "db", "--since", "main", "--select", "LK101", "-v", *CONCISE)
    assert cli(*arguments)[1].count("LK101") == 2
    (released / ".dbarch-lint.yaml").write_text("released: v*\n")
    assert cli(*arguments)[1].count("LK101") == 1
    out = cli("check", "db", "--since", "main", "--select", "LK101", "-v")[1]
    assert "silent db/3.sql:2: LK101 index-not-concurrent: young is created by this deployment (db/2.sql:1)" in out
    assert lines(cli, "db/3.sql", "--select", "LK101") == ["db/3.sql LK101"], "files that are named are pending, too"
    assert lines(cli, "db", "--select", "LK101") == ["db/3.sql LK101"], "and a folder knows what goes together"


def test_the_highest_version_counts(cli: Run, released: Path) -> None:
    (released / ".dbarch-lint.yaml").write_text("released: v*\n")
    git(released, "tag", "v1.10", "main")
    assert len(lines(cli, "db", "--select", "LK101")) == 2
    git(released, "tag", "v1.9", "v1.0")  # a later tag of an older line
    assert len(lines(cli, "db", "--select", "LK101")) == 2
    (released / ".dbarch-lint.yaml").write_text("released: v1.0\n")
    assert len(lines(cli, "db", "--select", "LK101")) == 1


def test_a_released_file_that_was_renamed_is_not_new(cli: Run, released: Path) -> None:
    (released / ".dbarch-lint.yaml").write_text("released: v*\n")
    git(released, "mv", "db", "migrations")
    assert lines(cli, "migrations", "--select", "LK101") == ["migrations/3.sql LK101"]


def test_a_release_that_is_not_there_is_refused(cli: Run, released: Path) -> None:
    (released / ".dbarch-lint.yaml").write_text("released: rel-*\n")
    code, out, err = cli("check", "db")
    assert (code, out) == (2, "")
    assert "released: no tag matches rel-*; fetch them (git fetch --tags, or fetch-tags: true)" in err
    assert cli("schema", "db")[0] == 0, "only who judges must know what was released"
    (released / ".dbarch-lint.yaml").write_text("released: nowhere\n")
    assert "released: git knows no commit or branch called nowhere" in cli("check", "db")[2]


# ---- what must not happen to history -------------------------------------------------------------------------------

ONE, TWO, THREE = (f"CREATE TABLE t{n} (id bigint PRIMARY KEY);\n" for n in (1, 2, 3))
HISTORY = ("--since", "main", "--select", "HY2")


@pytest.fixture
def goose(empty: Path) -> Path:
    """A goose project with three migrations on main, and `feature` checked out."""
    for n, text in enumerate((ONE, TWO, THREE), 1):
        down = f"-- +goose Down\nDROP TABLE t{n};\n"
        (empty / "m").mkdir(exist_ok=True)
        (empty / "m" / f"0000{n * 2}_t{n}.sql").write_text(f"-- +goose Up\n{text}{down}")
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    return empty


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))


def test_an_edited_statement_is_told_where_it_stands(cli: Run, goose: Path) -> None:
    file = goose / "m" / "00004_t2.sql"
    change(file, "bigint PRIMARY KEY);", "bigint PRIMARY KEY);\nCREATE TABLE x (id bigint PRIMARY KEY);")
    code, out, _ = cli("check", "m", *HISTORY, *CONCISE)
    assert code == 1
    assert out == (
        "m/00004_t2.sql:3:1: error HY201 old-migration-edited 00004_t2.sql is in main already: databases that have run "
        "it will not run the change; leave it as it was, and put the change into a new migration\n"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("CREATE TABLE", "-- because\n\n  CREATE   TABLE"),
        ("CREATE TABLE", "/* new */ CREATE TABLE"),
        ("DROP TABLE t2", "DROP TABLE IF EXISTS t2"),
        ("-- +goose Down", "-- +goose Down\n-- undone"),
        ("CREATE TABLE t2", "create table T2"),
    ],
    ids=["layout", "comment", "down", "comment in down", "case"],
)
def test_what_does_not_run_may_change(cli: Run, goose: Path, old: str, new: str) -> None:
    change(goose / "m" / "00004_t2.sql", old, new)
    assert lines(cli, "m", *HISTORY) == []


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("BEGIN\n  -- why\n  return -1 ;\nEND", False),
        ("begin return - 1; end", False),
        ("BEGIN RETURN - 2; END", True),
    ],
)
def test_the_body_of_a_routine_may_be_laid_out_anew(cli: Run, empty: Path, new: str, *, told: bool) -> None:
    routine = "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ {} $$;\n"
    write(empty, db__1=routine.format("BEGIN RETURN - 1; END"))
    commit(empty)
    write(empty, db__1=routine.format(new))
    assert lines(cli, "db", "--since", "HEAD", "--select", "HY2") == (["db/1.sql HY201"] if told else [])


@pytest.mark.parametrize(("old", "new"), [("'a b'", "'A B'"), ("'a b'", "'a  b'"), ('"a"', '"A"')])
def test_quoted_text_may_not(cli: Run, empty: Path, old: str, new: str) -> None:
    write(empty, db__1=f"SELECT {old};\n")
    commit(empty)
    write(empty, db__1=f"SELECT {new};\n")
    assert lines(cli, "db", "--since", "HEAD", "--select", "HY2") == ["db/1.sql HY201"]


def test_files_that_say_nothing_are_not_renamed_ones(cli: Run, goose: Path) -> None:
    git(goose, "switch", "-q", "main")
    (goose / "m" / "00008_x.sql").write_text("-- +goose Up\n")
    commit(goose)
    git(goose, "switch", "-q", "feature")
    git(goose, "merge", "-q", "main")
    git(goose, "mv", "m/00008_x.sql", "m/00009_y.sql")
    assert lines(cli, "m", *HISTORY) == ["m/00008_x.sql HY202"]


def test_files_for_another_database_are_none_of_ours(cli: Run, empty: Path) -> None:
    for engine in ("postgres", "mysql"):
        write(empty, **{f"db__1_a.{engine}": ONE, f"db__2_b.{engine}": TWO})
    commit(empty)
    (empty / "db" / "2_b.mysql.sql").unlink()
    assert lines(cli, "db", "--since", "HEAD", "--select", "HY2", "--engine", "postgres") == []
    (empty / "db" / "2_b.postgres.sql").unlink()
    assert lines(cli, "db", "--since", "HEAD", "--select", "HY2", "--engine", "postgres") == [
        "db/2_b.postgres.sql HY202"
    ]


def test_a_bare_commit_is_named_by_its_first_digits(cli: Run, goose: Path) -> None:
    (goose / "m" / "00002_t1.sql").unlink()
    name = git(goose, "rev-parse", "main").strip()
    out = cli("check", "m", "--since", name, "--select", "HY2", *CONCISE)[1]
    assert f"00002_t1.sql is in {name[:10]} already" in out


def test_statements_that_are_gone_are_an_edit(cli: Run, goose: Path) -> None:
    (goose / "m" / "00004_t2.sql").write_text("-- +goose Up\n-- +goose Down\n")
    assert lines(cli, "m", *HISTORY) == ["m/00004_t2.sql HY201"]


def test_a_deleted_migration_is_told_with_its_text(cli: Run, goose: Path) -> None:
    (goose / "m" / "00002_t1.sql").unlink()
    assert lines(cli, "m", *HISTORY) == ["m/00002_t1.sql HY202"]
    (goose / "README.sql").write_text("")  # not a migration, and not deleted
    assert "-- +goose Up" in cli("check", "m", *HISTORY)[1]


def with_more(goose: Path, first: int, count: int) -> None:
    """More migrations on main, and on `feature`: 00010_x10.sql and on."""
    git(goose, "switch", "-q", "main")
    for n in range(first, first + count):
        text = f"-- +goose Up\nCREATE TABLE x{n} (id bigint PRIMARY KEY);\n"
        (goose / "m" / f"000{n}_x{n}.sql").write_text(text)
    commit(goose)
    git(goose, "switch", "-q", "feature")
    git(goose, "merge", "-q", "main")


def test_many_deleted_migrations_are_one_finding(cli: Run, goose: Path) -> None:
    with_more(goose, 10, 10)
    for n in range(10, 20):
        (goose / "m" / f"000{n}_x{n}.sql").unlink()
    assert lines(cli, "m", *HISTORY) == ["m/00010_x10.sql HY202"]


def test_a_renumbered_migration_is_told_and_another_title_is_not(cli: Run, goose: Path) -> None:
    git(goose, "mv", "m/00006_t3.sql", "m/00006_third.sql")
    assert lines(cli, "m", *HISTORY) == []
    git(goose, "mv", "m/00006_third.sql", "m/00007_t3.sql")
    assert lines(cli, "m", *HISTORY) == ["m/00007_t3.sql HY203"]


def test_many_renumbered_migrations_are_one_finding(cli: Run, goose: Path) -> None:
    with_more(goose, 10, 5)
    for n in range(10, 15):
        git(goose, "mv", f"m/000{n}_x{n}.sql", f"m/000{n + 10}_x{n}.sql")
    assert lines(cli, "m", *HISTORY) == ["m/00020_x10.sql HY203"]
    out = cli("check", "m", *HISTORY)[1]
    assert "00010_x10.sql is in main already, and goose will take this for a new migration; keep its old name" in out
    assert "the same holds for 4 others, which are not told one by one: 00021_x11.sql, " in out
    assert "keep its old name (the same holds for 4 others)\n" in cli("check", "m", *HISTORY, *CONCISE)[1]


def test_a_migration_before_old_ones_is_told_where_the_tool_minds(cli: Run, goose: Path) -> None:
    (goose / "m" / "00005_x.sql").write_text("-- +goose Up\nCREATE TABLE x (id bigint PRIMARY KEY);\n")
    (goose / "m" / "00007_y.sql").write_text("-- +goose Up\nCREATE TABLE y (id bigint PRIMARY KEY);\n")
    code, out, _ = cli("check", "m", *HISTORY, *CONCISE)
    assert code == 1
    (line,) = out.splitlines()
    assert line.endswith(
        "00005_x.sql comes before 00006_t3.sql, which is in main: "
        "goose stops where that has run, unless it is told -allow-missing; give it a later number"
    )
    assert lines(cli, "m", *HISTORY, "--framework", "sql-files") == []


def test_a_number_taken_twice_is_told_at_the_new_file(cli: Run, goose: Path) -> None:
    (goose / "m" / "00006_also.sql").write_text("-- +goose Up\nCREATE TABLE x (id bigint PRIMARY KEY);\n")
    found = lines(cli, "m", *HISTORY)
    assert "m/00006_also.sql HY205" in found
    assert not any(line.startswith("m/00006_t3") for line in found)
    assert cli("check", "m/00002_t1.sql", *CONCISE, "--select", "HY205")[1] == "", "what is not judged is not told"


def test_history_that_production_has_not_seen_may_change(cli: Run, goose: Path) -> None:
    git(goose, "tag", "v1", "main")
    (goose / "m" / "00008_t4.sql").write_text("-- +goose Up\nCREATE TABLE t4 (id bigint PRIMARY KEY);\n")
    commit(goose)
    git(goose, "switch", "-q", "main")
    git(goose, "merge", "-q", "feature")
    git(goose, "switch", "-q", "-c", "second")
    (goose / "m" / "00008_t4.sql").write_text("-- +goose Up\nCREATE TABLE t4 (id bigint PRIMARY KEY, day date);\n")
    (goose / "m" / "00007_t5.sql").write_text("-- +goose Up\nCREATE TABLE t5 (id bigint PRIMARY KEY);\n")
    assert lines(cli, "m", *HISTORY) == ["m/00007_t5.sql HY204", "m/00008_t4.sql HY201"]
    (goose / ".dbarch-lint.yaml").write_text("released: v1\n")
    assert lines(cli, "m", *HISTORY) == []
    change(goose / "m" / "00004_t2.sql", "bigint", "integer")
    assert lines(cli, "m", *HISTORY) == ["m/00004_t2.sql HY201"]
    assert lines(cli, "m", "--select", "HY2") == ["m/00004_t2.sql HY201"], "a release is enough to know"


def test_repeatable_migrations_are_meant_to_change(cli: Run, empty: Path) -> None:
    view = "CREATE OR REPLACE VIEW v AS SELECT 1 AS one;\n"
    write(empty, m__V1___a=ONE, m__R___v=view)
    for name in ("V1__a", "R__v"):
        (empty / "m" / f"{name}.sql").write_text(ONE if name == "V1__a" else view)
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    change(empty / "m" / "R__v.sql", "AS one", "AS uno")
    assert lines(cli, "m", *HISTORY, "--framework", "flyway") == []
    change(empty / "m" / "V1__a.sql", "bigint", "integer")
    out = cli("check", "m", *HISTORY, *CONCISE, "--framework", "flyway")[1]
    assert "Flyway stops where it has run, because the checksum differs" in out


@pytest.mark.parametrize(
    ("framework", "name", "old", "new", "told"),
    [
        ("flyway", "V1__a", "-- one", "-- uno", True),
        ("flyway", "V1__a", "-- one", "\n-- one\n", False),
        ("flyway", "V1__a", " (id", "  (id", True),
        ("sqlx", "1_a", "-- one", "-- uno", True),
        ("sqlx", "1_a", "-- one", "-- one\n", True),
        ("golang-migrate", "000001_a.up", "-- one", "-- uno", False),
    ],
)
def test_comments_count_where_a_checksum_is_made_of_them(
    cli: Run, empty: Path, framework: str, name: str, old: str, new: str, *, told: bool
) -> None:
    file = empty / "migrations" / f"{name}.sql"
    file.parent.mkdir()
    file.write_text(f"{ONE}-- one\n{TWO}")
    commit(empty)
    change(file, old, new)
    asked = ("migrations", "--since", "HEAD", "--select", "HY2", "--framework", framework)
    out = cli("check", *asked, *CONCISE)[1]
    assert out.count("HY201") == told
    assert ("and comments and layout count in it; leave the file as it was" in out) is told
    if told and "--" in old:
        assert out.startswith(f"migrations/{name}.sql:{2 if 'uno' in new else 3}:1: ")
    file.write_bytes(f"{ONE}-- one\n{TWO}".replace("\n", "\r\n").encode())
    assert lines(cli, *asked) == [], "git may have changed the line ends"


def test_a_comment_may_suppress_what_is_said_of_comments(cli: Run, empty: Path) -> None:
    (empty / "m").mkdir()
    (empty / "m" / "V1__a.sql").write_text(ONE)
    commit(empty)
    (empty / "m" / "V1__a.sql").write_text(f"-- dbarch-lint: ignore-file[HY201] nobody has run it\n{ONE}")
    assert lines(cli, "m", "--since", "HEAD", "--framework", "flyway") == []


@pytest.mark.parametrize(
    ("framework", "name", "new", "told"),
    [
        ("flyway", "V1__a", "V1__b", "Flyway stops where it has run, because the description differs"),
        ("flyway", "V1__a_b", "V1__a b", ""),
        ("flyway", "V1__a", "V2__a", "Flyway will take this for a new migration"),
        ("sqlx", "1_a", "1_b", ""),
    ],
)
def test_titles_matter_where_the_tool_compares_them(
    cli: Run, empty: Path, framework: str, name: str, new: str, told: str
) -> None:
    (empty / "m").mkdir()
    (empty / "m" / f"{name}.sql").write_text(ONE)
    commit(empty)
    git(empty, "mv", f"m/{name}.sql", f"m/{new}.sql")
    out = cli("check", "m", "--since", "HEAD", "--select", "HY2", "--framework", framework, *CONCISE)[1]
    assert out.count("HY203") == bool(told)
    assert told in out


def test_folders_that_hold_a_migration_each(cli: Run, empty: Path) -> None:
    (empty / "prisma").mkdir()
    (empty / "prisma" / "schema.prisma").write_text('datasource db { provider = "postgresql" }\n')
    for n, text in enumerate((ONE, TWO, THREE), 1):
        write(empty, **{f"prisma__migrations__2024010{n}000000_t{n}__migration": text})
    (empty / "prisma" / "migrations" / "migration_lock.toml").write_text('provider = "postgresql"\n')
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    place = empty / "prisma" / "migrations"
    (place / "20240102000000_t2" / "migration.sql").unlink()
    git(empty, "mv", "prisma/migrations/20240103000000_t3", "prisma/migrations/20240104000000_t3")
    found = lines(cli, "prisma", *HISTORY)
    assert found == [
        "prisma/migrations/20240102000000_t2/migration.sql HY202",
        "prisma/migrations/20240104000000_t3/migration.sql HY203",
    ]


def test_every_rule_about_history_has_its_test() -> None:
    codes = {rule.code for rule in packs.load_rules() if rule.emitted_by == "history"}
    text = Path(__file__).read_text(encoding="utf-8")
    assert codes == {"HY201", "HY202", "HY203", "HY204", "HY205"}
    assert all(f'sql {code}"' in text for code in codes - {"HY205"})


# ---- when git cannot answer, and when it should not be trusted -----------------------------------------------------


@pytest.mark.parametrize("name", ["--output=x", "a b\n'c'", "$(touch gone)", "\u202eé;ls", "a\tb"])
def test_hostile_names_are_names(cli: Run, repository: Path, name: str) -> None:
    (repository / "db" / f"9{name}.sql").write_text(BROKEN)
    commit(repository)
    code, out, err = cli("db", "--since", "main", *SYNTAX)
    assert (code, err) == (1, "")
    assert out.count("HY001") == 1
    assert "\u202e" not in out
    assert not (repository / "gone").exists()
    assert lines(cli, "db", "--since", "feature", *SYNTAX) == []


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("nowhere", "--since: git knows no commit or branch called nowhere; fetch it first"),
        ("--output=x", "--since: git knows no commit or branch called --output=x"),
        ("main; touch gone", "--since: git knows no commit or branch called main; touch gone"),
        ("", "--since needs a name, such as origin/main"),
        ("lonely", "--since: lonely and HEAD share no commit; name the branch that this one has left"),
    ],
)
def test_a_base_that_is_not_there(cli: Run, repository: Path, ref: str, said: str) -> None:
    git(repository, "switch", "-q", "--orphan", "lonely")
    commit(repository)
    git(repository, "switch", "-q", "feature")
    code, out, err = cli("db", f"--since={ref}")
    assert (code, out) == (2, "")
    assert err.startswith(f"dbarch-lint: error: {said}")
    assert {entry.name for entry in repository.iterdir()} == {".git", "db"}


def test_a_shallow_clone_says_how_to_deepen_it(
    cli: Run, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, db__3=CLEAN)
    commit(repository)
    git(repository, "switch", "-q", "main")
    write(repository, db__4=CLEAN)
    commit(repository)
    clone = tmp_path / "clone"
    git(
        tmp_path,
        "clone",
        "-q",
        "--depth",
        "1",
        "--no-single-branch",
        "-b",
        "feature",
        f"file://{repository}",
        str(clone),
    )
    monkeypatch.chdir(clone)
    code, _, err = cli("db", "--since", "origin/main")
    assert code == 2
    assert "share no commit in this shallow clone; fetch the whole history (git fetch --unshallow" in err


def test_a_repository_without_a_commit(cli: Run, empty: Path) -> None:
    write(empty, db__1=CLEAN)
    code, _, err = cli("db", "--since", "main")
    assert (code, err.split(";")[0]) == (2, "dbarch-lint: error: --since: git knows no commit or branch called main")


def test_git_may_be_missing(cli: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert "--since needs git, which is not installed" in cli("db", "--since", "main")[2]


def test_no_repository(cli: Run, folder: Path) -> None:
    (folder / ".git").rmdir()
    write(folder, db__1=CLEAN)
    assert "is not in a git repository" in cli("db", "--since", "main")[2]


def test_git_runs_no_program_of_the_repository(cli: Run, repository: Path) -> None:
    script = repository / "evil.sh"
    script.write_text("#!/bin/sh\ntouch gone\ncat\n")
    script.chmod(0o755)
    write(repository, db__3=BROKEN)
    (repository / ".gitattributes").write_text("*.sql diff=x filter=x\n")
    commit(repository)
    programs = "core.fsmonitor diff.external core.pager diff.x.textconv diff.x.command filter.x.clean filter.x.smudge"
    programs += " filter.x.process core.sshCommand core.editor core.alternateRefsCommand credential.helper gpg.program"
    for key in programs.split():
        git(repository, "config", key, str(script))
    for key, value in {"remote.origin.url": "ext::./evil.sh", "remote.origin.promisor": "true"}.items():
        git(repository, "config", key, value)
    for hook in ("post-index-change", "reference-transaction", "post-checkout"):
        (repository / ".git" / "hooks").mkdir(exist_ok=True)
        (repository / ".git" / "hooks" / hook).symlink_to(script)
    write(repository, db__2=BROKEN)
    (repository / ".git" / "index").touch()
    # a missing object is not fetched: its file counts as changed, nobody knows how
    (blob,) = {line.split()[2] for line in git(repository, "ls-tree", "main", "db/2.sql").splitlines()}
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    (repository / ".dbarch-lint.yaml").write_text("released: main\n")
    assert lines(cli, "db", "--since", "main", "--select", "HY001,HY2") == ["db/2.sql HY001", "db/3.sql HY001"]
    assert not (repository / "gone").exists()


# ---- files of several migrations -----------------------------------------------------------------------------------

CHANGESETS = "--liquibase formatted sql\n--changeset ada:1\nCREATE TABLE a (id bigint PRIMARY KEY);\n"
MORE = "--changeset ada:2\nCREATE TABLE b (id integer, c jsonb);\n"


def test_a_new_changeset_is_no_edit_and_is_judged_alone(cli: Run, empty: Path) -> None:
    write(empty, db__changelog__a=CHANGESETS.replace("bigint PRIMARY KEY", "integer"))
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    write(empty, db__changelog__a=CHANGESETS.replace("bigint PRIMARY KEY", "integer") + MORE)
    judged = lines(cli, "--since", "main", "--select", "HY2,KY101")
    assert judged == ["db/changelog/a.sql KY101"]
    write(empty, db__changelog__a=CHANGESETS)
    assert lines(cli, "--since", "main", "--select", "HY2,KY101") == ["db/changelog/a.sql HY201"]


def test_a_changeset_that_runs_again_may_be_edited(cli: Run, empty: Path) -> None:
    again = CHANGESETS.replace("ada:1", "ada:1 runOnChange:true")
    write(empty, db__changelog__a=again)
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    write(empty, db__changelog__a=again.replace("bigint", "integer"))
    assert lines(cli, "--since", "main", "--select", "HY2") == []


def test_blocks_of_one_file_are_held_against_their_own(cli: Run, empty: Path) -> None:
    blocks = "-- migrate:up\nSELECT 1;\n-- migrate:down\n-- migrate:up\nSELECT 2;\n-- migrate:down\n"
    write(empty, db__1=blocks)
    commit(empty)
    git(empty, "switch", "-q", "-c", "feature")
    write(empty, db__1=blocks + "-- the end\n")
    assert lines(cli, "--since", "main", "--select", "HY2") == []
    write(empty, db__1=blocks.replace("2", "3"))
    assert lines(cli, "--since", "main", "--select", "HY2") == ["db/1.sql HY201"]
