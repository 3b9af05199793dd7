"""Migration tools: which folders are found, in what order they run, and in which transaction."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint.engines import engine as named_engine
from dbarch_lint.frameworks import NAMES, discover, discover_all, load, migrations
from dbarch_lint.frameworks.base import Project
from dbarch_lint.frameworks.sql_files import natural
from dbarch_lint.frameworks.tree import Tree
from dbarch_lint.frameworks.words import openings
from dbarch_lint.migrations import Migration
from tests.commands import Run
from tests.history import after

PROJECTS = Path(__file__).parent.parent / "fixtures" / "projects"


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def only(root: Path, path: str = ".", framework: str | None = None) -> Project:
    projects = discover(root / path, root=root, framework=framework)
    assert len(projects) == 1, [(p.framework, p.folder) for p in projects]
    return projects[0]


def ids(project: Project, direction: str = "up") -> list[str]:
    return [m.id for m in migrations(project) if m.direction == direction]


def text_of(migration: Migration) -> str:
    data = migration.source.data
    ranges = migration.ranges or ((0, len(data)),)
    return "".join(data[start:end].decode() for start, end in ranges)


def said(project: Project, word: str) -> list[str]:
    """The paths of the remarks that contain this word."""
    return [remark.path for remark in project.remarks if word in remark.message]


# --- the example repositories ---------------------------------------------------------------------------------------

# framework: (folder, engine, [(id, wrapper) of the up parts in order], number of down parts)
EXAMPLES: dict[str, tuple[str, str | None, list[tuple[str, str]], int]] = {
    "atlas": (
        "migrations",
        None,
        [("20240301100000_bikes", "explicit"), ("20240302100000_index_bikes", "none")],
        0,
    ),
    "dbmate": (
        "db/migrations",
        None,
        [
            ("20240301090000_create_rooms", "explicit"),
            ("20240302110000_create_bookings", "explicit"),
            ("20240420080000_index_bookings", "implicit"),
        ],
        3,
    ),
    "diesel": (
        "migrations",
        None,
        [
            ("00000000000000_diesel_initial_setup", "explicit"),
            ("2024-02-01-080000_parcels", "explicit"),
            ("2024-02-20-100000_parcel_events", "explicit"),
            ("2024-03-05-120000_index_parcel_events", "implicit"),
        ],
        4,
    ),
    "drizzle": (
        "drizzle",
        "postgres",
        [("0000_teams", "explicit"), ("0002_players", "explicit"), ("0001_matches", "explicit")],
        0,
    ),
    "flyway": (
        "src/main/resources/db/migration",
        "postgres",
        [
            ("V1__books_and_members", "explicit"),
            ("V1_1__loans", "explicit"),
            ("V2__index_loans", "none"),
            ("V10__book_language", "explicit"),
            ("V11__reindex_isbn", "none"),
            ("R__overdue_loans", "explicit"),
        ],
        1,
    ),
    "golang-migrate": (
        "db/migrations",
        None,
        [
            ("1_create_devices", "implicit"),
            ("2_create_readings", "implicit"),
            ("9_index_readings", "implicit"),
            ("10_device_model", "implicit"),
        ],
        4,
    ),
    "goose": (
        "migrations",
        None,
        [
            ("00001_accounts", "explicit"),
            ("00002_touch_account", "explicit"),
            ("00003_index_owner", "none"),
            ("00010_overdraft", "explicit"),
        ],
        4,
    ),
    "graphile-migrate": (
        "migrations",
        "postgres",
        [("committed/000001-songs", "explicit"), ("committed/000002", "implicit"), ("current", "explicit")],
        0,
    ),
    "liquibase": (
        "src/main/resources/db/changelog",
        None,
        [
            ("changes/parks::ada:parks", "explicit"),
            ("changes/parks::ada:park-names", "none"),
            ("changes/benches::ada:benches", "explicit"),
            ("changes/benches::grace:oiled", "explicit"),
        ],
        0,
    ),
    "node-pg-migrate": (
        "migrations",
        "postgres",
        [
            ("1704103200000_letters", "explicit"),
            ("20240201093000500_readers", "explicit"),
            ("1709283600000_index_readers", "explicit"),
        ],
        2,
    ),
    "prisma": (
        "prisma/migrations",
        "postgres",
        [
            ("20240110120000_init", "implicit"),
            ("20240215093000_posts", "implicit"),
            ("20240301150000_index_posts", "implicit"),
            ("20240405100000_author_bio", "implicit"),
        ],
        0,
    ),
    "sql-files": (
        "db",
        None,
        [("1_tickets", "none"), ("2_comments", "none"), ("9_index_comments", "none"), ("10_ticket_state", "none")],
        1,
    ),
    "sql-migrate": (
        "db/migrations",
        None,
        [("1_stations", "explicit"), ("2_readings", "explicit"), ("10_index_readings", "none")],
        3,
    ),
    "sqlx": (
        "migrations",
        None,
        [
            ("20240105101500_entries", "explicit"),
            ("20240210090000_index_entries", "implicit"),
            ("20240315140000_entry_note", "explicit"),
        ],
        3,
    ),
    "supabase": (
        "supabase/migrations",
        "postgres",
        [
            ("20240111083000_recipes", "implicit"),
            ("20240202191500_ingredients", "implicit"),
            ("20240310120000_index_ingredients", "none"),
            ("20240310120500_recipe_servings", "implicit"),
        ],
        0,
    ),
    "tern": (
        "migrations",
        "postgres",
        [("001_horses", "explicit"), ("002_rides", "explicit"), ("003_index_rides", "none")],
        3,
    ),
}


def test_every_tool_has_an_example() -> None:
    assert set(EXAMPLES) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_example_repository(name: str) -> None:
    folder, engine, expected, down = EXAMPLES[name]
    project = only(PROJECTS / name)
    assert (project.framework, project.folder) == (name, PROJECTS / name / folder)
    assert project.engine == engine
    found = migrations(project)
    assert [(m.id, m.wrapper) for m in found if m.direction == "up"] == expected
    assert sum(m.direction == "down" for m in found) == down
    assert {m.path for m in found} == set(project.files)
    assert all((PROJECTS / name / path).is_file() for path in project.files)
    assert not project.errors


@pytest.mark.parametrize("name", NAMES)
def test_one_file_finds_its_whole_project(name: str) -> None:
    whole = only(PROJECTS / name)
    for file in whole.files:
        around = only(PROJECTS / name, file)
        assert (around.framework, around.folder, around.files) == (name, whole.folder, whole.files)


@pytest.mark.parametrize("name", NAMES)
def test_named_framework_finds_the_same(name: str) -> None:
    whole = only(PROJECTS / name)
    named = only(PROJECTS / name, str(whole.folder.relative_to(PROJECTS / name)), framework=name)
    assert (named.folder, named.files) == (whole.folder, whole.files)


def test_drizzle_shares_one_transaction() -> None:
    assert {m.run for m in migrations(only(PROJECTS / "drizzle"))} == {"drizzle"}
    assert {m.run for m in migrations(only(PROJECTS / "prisma"))} == {""}


@pytest.mark.parametrize("engine", ["postgres", "mysql"])
def test_drizzle_sends_what_stands_between_two_breakpoints(tmp_path: Path, cli: Run, engine: str) -> None:
    journal = {"dialect": engine.replace("gres", "gresql"), "entries": [{"idx": 0, "tag": "0000_a"}]}
    sql = """CREATE TABLE a (id int PRIMARY KEY, b int);
--> statement-breakpoint
INSERT INTO a (id, b) SELECT 1, 2 -- no semicolon, as people write it
--> statement-breakpoint
ALTER TABLE a DROP COLUMN b;--> statement-breakpoint
INSERT INTO a (id) VALUES (5)"""
    write(tmp_path, {"drizzle/0000_a.sql": sql, "drizzle/meta/_journal.json": json.dumps(journal)})
    (migration,) = migrations(only(tmp_path))
    parse = named_engine(engine).parse
    found = parse(migration.source, migration.ranges)
    assert [s.text.split()[0] for s in found] == ["CREATE", "INSERT", "ALTER", "INSERT"]
    assert [s.error for s in found] == [None] * 4
    code, out, _ = cli("--select", "HY", "--engine", engine, str(tmp_path))
    assert (code, "HY001" in out) == (0, False)


def test_beside_the_migrations() -> None:
    assert said(only(PROJECTS / "goose"), "is not run") == ["migrations/queries.sql"]
    assert said(only(PROJECTS / "drizzle"), "never run") == ["drizzle/0003_forgotten.sql"]
    assert said(only(PROJECTS / "flyway"), "callback")
    assert said(only(PROJECTS / "sql-files"), "left out") == ["db/seed.sql"]


# --- parts of a file ------------------------------------------------------------------------------------------------


def test_goose_parts() -> None:
    up, down = migrations(only(PROJECTS / "goose"))[-2:]
    assert (up.direction, down.direction) == ("up", "down")
    assert text_of(up).strip() == "ALTER TABLE account ADD COLUMN overdraft numeric(14,2) NOT NULL DEFAULT 0;"
    assert text_of(down).strip() == "ALTER TABLE account DROP COLUMN overdraft;"


def test_goose_markers(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "m/1_a.sql": "\ufeff-- +goose up\r\nSELECT 'ü';\r\n-- +goose DOWN\r\nSELECT 2;\r\n",
            "m/2_b.sql": "-- +goose Up\nSELECT '\n -- +goose Down\n';\n-- see +goose NO TRANSACTION\n",
            "m/3_c.sql": "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n--   +goose no   transaction",
            "m/4_d.sql": "SELECT 4;\n",
            "m/5_e.go": "package m\n",
            "m/5_e_test.go": "package m\n",
            "m/0_zero.sql": "-- +goose Up\n",
        },
    )
    project = only(tmp_path)
    found = migrations(project)
    assert [(m.id, m.direction, m.wrapper) for m in found] == [
        ("1_a", "up", "explicit"),
        ("1_a", "down", "explicit"),
        ("2_b", "up", "explicit"),
        ("3_c", "up", "none"),
        ("3_c", "down", "none"),
        ("4_d", "up", "explicit"),
    ]
    assert text_of(found[0]) == "SELECT 'ü';\r\n"
    assert text_of(found[2]).startswith("SELECT '\n -- +goose Down")
    assert said(project, "no `-- +goose Up` line") == ["m/4_d.sql"]
    assert said(project, "in Go") == ["m/5_e.go"]
    assert said(project, "is not run") == ["m/0_zero.sql"]
    migrations(project)
    assert len(said(project, "no `-- +goose Up` line")) == 1, "a second reading must not say it twice"


def test_dbmate_sections(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "m/1_a.sql": "-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"
            "--migrate:up transaction:false\nSELECT 3;\n-- migrate:down transaction:true\nSELECT 4;\n",
            "m/10_b.sql": "-- migrate:up\nSELECT 10;\n",
            "m/9_c.sql": "-- migrate:up\nSELECT 9;\n-- migrate:down\n",
            "m/schema.sql": "SELECT 0;\n",
        },
    )
    project = only(tmp_path)
    assert project.framework == "dbmate"
    found = [(m.id, m.direction, m.wrapper, text_of(m)) for m in migrations(project)]
    assert found[1:5] == [
        ("1_a", "up", "explicit", "SELECT 1;\n"),
        ("1_a#2", "up", "implicit", "SELECT 3;\n"),
        ("1_a", "down", "explicit", "SELECT 2;\n"),
        ("1_a#2", "down", "explicit", "SELECT 4;\n"),
    ]
    assert ids(project) == ["10_b", "1_a", "1_a#2", "9_c"], "dbmate sorts names as text"
    assert said(project, "migrate:down") == ["m/10_b.sql"]


def test_sqlx_marker_is_the_first_bytes(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "Cargo.toml": "[workspace.dependencies]\nsqlx.workspace = true\n",
            "migrations/1_a.sql": "-- no-transaction\nVACUUM;\n",
            "migrations/2_b.sql": "\n-- no-transaction\nVACUUM;\n",
            "migrations/3_c.sql": "\ufeff-- no-transaction\nVACUUM;\n",
        },
    )
    project = only(tmp_path)
    assert project.framework == "sqlx"
    assert [m.wrapper for m in migrations(project)] == ["implicit", "explicit", "explicit"]
    assert said(project, "byte order mark") == ["migrations/3_c.sql"]


@pytest.mark.parametrize(
    ("metadata", "wrapper"),
    [
        ("run_in_transaction = true", "explicit"),
        ("run_in_transaction = false", "implicit"),
        ("# nothing", "implicit"),
        ("run_in_transaction = ", "explicit"),
    ],
)
def test_diesel_metadata(tmp_path: Path, metadata: str, wrapper: str) -> None:
    write(tmp_path, {"db/2024-01-01_a/up.sql": "SELECT 1;", "db/2024-01-01_a/metadata.toml": metadata})
    project = only(tmp_path)
    assert project.framework == "diesel"
    assert [m.wrapper for m in migrations(project)] == [wrapper]
    assert bool(project.remarks) == (metadata in {"# nothing", "run_in_transaction = "})


# --- Flyway ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sql", "wrapper", "refused"),
    [
        ("CREATE INDEX CONCURRENTLY a ON t (a);", "none", False),
        (
            "/* x /* ; */ */ create unique index\nconcurrently a on t (a); -- ; end\nDROP INDEX CONCURRENTLY b",
            "none",
            False,
        ),
        ("VACUUM t; ALTER TABLE t ADD COLUMN a int;", "explicit", True),
        ("SET lock_timeout = '1s'; CREATE INDEX CONCURRENTLY a ON t (a);", "explicit", False),
        ("REINDEX INDEX CONCURRENTLY a;", "explicit", False),
        ("REINDEX SCHEMA s;", "none", False),
        ("INSERT INTO t VALUES ('; VACUUM;', E'\\';', $q$; VACUUM $q$, \";\");", "explicit", False),
        ("", "explicit", False),
    ],
)
def test_flyway_looks_at_the_statements(tmp_path: Path, sql: str, wrapper: str, *, refused: bool) -> None:
    project = only(write(tmp_path, {"V1__a.sql": sql}))
    assert [m.wrapper for m in migrations(project)] == [wrapper]
    assert bool(said(project, "Flyway refuses it")) == refused


@pytest.mark.parametrize(("name", "errors"), [("V1__a.sql", 0), ("1_a.sql", 1)])
def test_flyway_takes_a_delimiter_below_its_command(tmp_path: Path, cli: Run, name: str, errors: int) -> None:
    procedure = "CREATE PROCEDURE p()\nBEGIN\n  SET @n = 0;\n  SET @n = 1;\nEND"
    write(tmp_path, {f"db/migration/{name}": f"DELIMITER\n$$\n{procedure}\n$$\nDELIMITER ;\nCALL p();\n"})
    assert cli("--select", "HY", "--engine", "mysql", str(tmp_path))[1].count("error[HY001") == errors


def test_flyway_order_and_baseline(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "db/migration/V1__a.sql": "",
            "db/migration/V2.0__b.sql": "",
            "db/migration/B2__base.sql": "",
            "db/migration/B1__older.sql": "",
            "db/migration/later/V2.10__d.sql": "",
            "db/migration/later/V2_9__c.sql": "",
            "db/migration/R__b.sql": "",
            "db/migration/R__a.sql": "",
            "db/migration/V3.SQL": "",
            "db/migration/Vx__no.sql": "",
        },
    )
    project = only(tmp_path)
    assert ids(project) == ["B2__base", "later/V2_9__c", "later/V2.10__d", "V3", "R__a", "R__b"]
    assert sorted(said(project, "not replayed")) == [
        "db/migration/B1__older.sql",
        "db/migration/V1__a.sql",
        "db/migration/V2.0__b.sql",
    ]
    assert said(project, "is not run") == ["db/migration/Vx__no.sql"]


def test_flyway_settings(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "flyway.conf": "# x\nflyway.url=jdbc:mysql://h/d\nflyway.sqlMigrationPrefix=M\nflyway.sqlMigrationSeparator=-\n"
            "flyway.sqlMigrationSuffixes=.ddl,.sql\nflyway.group=true\nflyway.mixed=true\n",
            "sql/M1-a.sql": "SELECT 1; VACUUM;",
            "sql/M2-b.ddl": "SELECT 1;",
        },
    )
    project = only(tmp_path)
    assert (project.framework, project.engine) == ("flyway", "mysql")
    assert [(m.id, m.wrapper, m.run) for m in migrations(project)] == [
        ("M1-a", "none", "flyway"),
        ("M2-b", "explicit", "flyway"),
    ]


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("flyway.conf", "flyway.postgresql.transactional.lock=FALSE\n"),
        ("flyway.toml", "[flyway.postgresql.transactional]\nlock = false\n"),
        ("flyway.toml", "flyway.postgresql.transactional.lock = false\n"),
        ("application.yaml", "spring:\n  flyway:\n    postgresql:\n      transactional-lock: false\n"),
        ("application.properties", "spring.flyway.postgresql.transactional-lock=false\n"),
    ],
)
def test_flyway_settings_keep_the_lock_out_of_the_way(tmp_path: Path, file: str, text: str) -> None:
    write(tmp_path, {file: text, "sql/V1__a.sql": "SELECT 1;"})
    assert [m.unlocked for m in migrations(only(tmp_path))] == [True]
    (tmp_path / file).write_text(text.lower().replace("false", "true"), encoding="utf-8")
    assert [m.unlocked for m in migrations(only(tmp_path))] == [False]


def test_flyway_locations_of_several_engines_stay_apart(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {f"db/migration/{e}/V1__a.sql": "" for e in ("mysql", "postgresql")}
    projects = discover(write(tmp_path, files), root=tmp_path)
    assert [(p.folder.name, p.engine) for p in projects] == [("mysql", "mysql"), ("postgresql", "postgres")]


# --- finding --------------------------------------------------------------------------------------------------------


def test_a_repository_with_several_services(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a/migrations/1_x.up.sql": "",
            "b/prisma/migrations/20240101_x/migration.sql": "",
            "b/queries/report.sql": "",
            "c/db/migrations/1_x.sql": "-- migrate:up\n-- migrate:down\n",
            "c/db/schema.sql": "",
            ".hidden/migrations/1_x.up.sql": "",
            "node_modules/p/migrations/1_x.up.sql": "",
            "c/pom.xml": "",
            "c/target/classes/db/migration/V1__x.sql": "",
        },
    )
    projects = discover(tmp_path, root=tmp_path)
    assert [p.framework for p in projects] == ["golang-migrate", "prisma", "dbmate"]
    assert (
        discover_all([tmp_path / "a", tmp_path / "a/migrations/1_x.up.sql"], root=tmp_path)[0].files
        == projects[0].files
    )


def test_nothing_to_find(tmp_path: Path) -> None:
    write(tmp_path, {"queries/report.sql": "SELECT 1;", "README.md": "x"})
    assert discover(tmp_path, root=tmp_path) == []
    with pytest.raises(FileNotFoundError):
        discover(tmp_path / "missing", root=tmp_path)


def test_a_file_that_is_no_migration_stands_alone(tmp_path: Path) -> None:
    write(tmp_path, {"db/seed.sql": "SELECT 1;", "db/migrations/1_x.up.sql": ""})
    project = only(tmp_path, "db/seed.sql")
    assert (project.framework, project.files) == ("sql-files", ("db/seed.sql",))
    assert ids(project) == ["seed"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (["migrations/1_a.sql", "migrations/2_b.sql"], "sql-files"),
        (["migrations/1_a.sql", "Cargo.toml"], "sql-files"),
        (["migrations/1_a.sql", ".sqlx/query.json"], "sqlx"),
        (["migrations/1_a.up.sql"], "golang-migrate"),
        (["x/20240101_a/migration.sql"], "prisma"),
        (["x/20240101_a/migration.sql", "x/20240101_a/snapshot.json"], "drizzle"),
        (["supabase/migrations/1_a.sql"], "supabase"),
        (["db/versioned/v1.9/a.sql", "db/versioned/v1.10/a.sql"], "sql-files"),
    ],
)
def test_by_shape(tmp_path: Path, files: list[str], expected: str) -> None:
    project = only(write(tmp_path, dict.fromkeys(files, "")))
    assert project.framework == expected
    assert len(project.files) == sum(file.endswith(".sql") for file in files)


def test_plain_folders(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "upgrades/v1.10/a.sql": "",
            "upgrades/v1.9/schema.sql": "",
            "upgrades/v1.9/down/a.sql": "",
            "upgrades/v1.9/b.down.sql": "",
            "upgrades/v1.9/b.up.sql": "",
            "upgrades/v1.9/slow_down.sql": "",
            "upgrades/verify/x.sql": "",
            "upgrades/schema.sql": "",
        },
    )
    project = only(tmp_path)
    assert ids(project) == ["v1.9/b.up", "v1.9/schema", "v1.9/slow_down", "v1.10/a"]
    assert ids(project, "down") == ["v1.9/b.down", "v1.9/down/a"]
    assert said(project, "left out") == ["upgrades/schema.sql", "upgrades/verify"]


def test_folders_below_a_history_that_are_not_read_are_named(tmp_path: Path, cli: Run) -> None:
    files = ("1.sql", "2.sql", "optional/3-history.sql", "seeds/1.sql", "help/views.sql", "down/2.sql")
    write(tmp_path, {f"upgrades/{name}": "SELECT 1;" for name in files})
    project = only(tmp_path)
    found = {remark.path: remark.level for remark in project.remarks if "left out" in remark.message}
    assert found == {"upgrades/help": "info", "upgrades/optional": "warning", "upgrades/seeds": "info"}
    for options, expected in (((), 1), (("-v",), 3)):
        _, out, said = cli("--engine", "mysql", *options, str(tmp_path))
        assert (out + said).count("is left out") == expected


def test_strangers_are_named(tmp_path: Path) -> None:
    write(tmp_path, {"migrations/1_a.sql": "SELECT 1;\n", "migrations/yoyo.ini": ""})
    project = only(tmp_path)
    assert (project.framework, said(project, "yoyo")) == ("sql-files", ["migrations"])
    write(tmp_path, {"other/1_a.sql": "", "other/2_b.sql": "", "other/sqitch.plan": ""})
    assert said(only(tmp_path, "other"), "Sqitch") == ["other"]


# --- what goes wrong ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("files", "word"),
    [
        (["m/1_a.up.sql", "m/01_b.up.sql"], "golang-migrate refuses"),
        (["V1__a.sql", "V1.0__b.sql"], "Flyway refuses"),
        (["m/2024-01-01_a/up.sql", "m/20240101_b/up.sql"], "diesel refuses"),
        (["supabase/migrations/1_a.sql", "supabase/migrations/1_b.sql"], "Supabase refuses"),
    ],
)
def test_repeated_versions(tmp_path: Path, files: list[str], word: str) -> None:
    project = only(write(tmp_path, dict.fromkeys(files, "")))
    assert len(said(project, word)) == 1
    assert len(ids(project)) == 2, "both are judged all the same"


def test_versions_that_nobody_refuses(tmp_path: Path) -> None:
    pop = only(
        write(tmp_path / "pop", dict.fromkeys(["m/1_a.mysql.up.sql", "m/1_a.postgres.up.sql", "m/1_a.up.sql"], ""))
    )
    assert not pop.remarks, "a file for each database"
    twice = dict.fromkeys(["m/1_a.up.sql", "m/1_b.up.sql"], "")
    own = write(tmp_path / "own", {"go.mod": "module own\n", **twice})
    assert not only(own).remarks, "the module runs them by itself"
    lent = write(tmp_path / "lent", {"go.mod": "require github.com/golang-migrate/migrate/v4 v4.17.0\n", **twice})
    assert len(said(only(lent), "golang-migrate refuses")) == 1
    write(lent, {"m/3_c.up.sql": ""})
    assert not said(only(lent), "refuses"), "golang-migrate would have stopped before anyone could write the third"


def test_many_repeated_versions_are_said_once(tmp_path: Path) -> None:
    project = only(write(tmp_path, {f"m/{'0' * n}1_a.up.sql": "" for n in range(40)}))
    assert len(project.remarks) == 11
    assert "29 more" in project.remarks[-1].message


@pytest.mark.parametrize(
    ("journal", "ups"),
    [
        ("{", ["0000_a", "0001_b"]),
        ("[]", ["0000_a", "0001_b"]),
        ('{"entries": [{"idx": 0}]}', ["0000_a", "0001_b"]),
        ('{"entries": [{"tag": "gone"}]}', ["0000_a", "0001_b"]),
        ('{"entries": [{"tag": "../../secret"}, {"tag": "0001_b"}]}', ["0001_b"]),
        ("[" * 100_000, ["0000_a", "0001_b"]),
    ],
)
def test_broken_journal(tmp_path: Path, journal: str, ups: list[str]) -> None:
    write(tmp_path, {"secret.sql": "", "x/d/0000_a.sql": "", "x/d/0001_b.sql": "", "x/d/meta/_journal.json": journal})
    project = only(tmp_path)
    assert project.framework == "drizzle"
    assert ids(project) == ups
    assert any(remark.path == "x/d/meta/_journal.json" for remark in project.remarks)
    alone = "gone" in journal  # files that Drizzle does not run are in no transaction of its
    assert {step.wrapper for step in project.steps} == {"none" if alone else "explicit"}


def test_broken_settings_are_said(tmp_path: Path) -> None:
    write(tmp_path, {"flyway.toml": "[flyway", "V1__a.sql": ""})
    project = only(tmp_path)
    assert [(e.path, "not valid TOML" in e.message) for e in project.errors] == [("flyway.toml", True)]
    write(tmp_path / "p", {"m/migration_lock.toml": "\xff=", "m/1_a/migration.sql": "", "m/2_b/x": ""})
    prisma = only(tmp_path, "p/m")
    assert said(prisma, "not valid TOML") == ["p/m/migration_lock.toml"]
    assert said(prisma, "has no migration.sql") == ["p/m/2_b"]


def test_unreadable_content(tmp_path: Path) -> None:
    write(tmp_path, {"m/1_a.up.sql": b"\x00\x01\x02", "m/2_b.up.sql": "SELECT 1;", "m/3_c.up.sql": "SELECT 1;"})
    project = only(tmp_path)
    (tmp_path / "m/3_c.up.sql").unlink()
    assert ids(project) == ["2_b"]
    assert [error.path for error in project.errors] == ["m/1_a.up.sql", "m/3_c.up.sql"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes and symbolic links")
def test_odd_files_are_not_opened(tmp_path: Path) -> None:
    root = write(tmp_path / "repo", {"m/1_a.up.sql": "", "shared/5_e.up.sql": ""})
    write(tmp_path, {"outside/secret.sql": "", "outside/1_x.up.sql": ""})
    os.mkfifo(root / "m/2_b.up.sql")
    (root / "m/3_c.up.sql").symlink_to(tmp_path / "outside/secret.sql")
    (root / "m/4_d.up.sql").symlink_to("nowhere")
    (root / "m/5_e.up.sql").symlink_to("../shared/5_e.up.sql")
    (root / "more_migrations").symlink_to(tmp_path / "outside")
    project = only(root, "m")
    assert ids(project) == ["1_a", "5_e"]
    assert [error.path for error in project.errors] == ["m/2_b.up.sql", "m/3_c.up.sql", "m/4_d.up.sql"]
    asked_for = only(root, "m/3_c.up.sql")
    assert asked_for.files == ()
    assert "leaves the repository" in asked_for.errors[0].message
    assert all("outside" not in file for p in discover(root, root=root) for file in p.files)


def test_deep_folders_end(tmp_path: Path) -> None:
    write(tmp_path, {"/".join("d" * 60) + "/1_a.up.sql": "", "m/1_a.up.sql": ""})
    project = only(tmp_path)
    assert len(said(project, "too deep")) == 1


def test_names_that_are_not_unicode(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"1_\xff.up.sql")).write_text("SELECT 1;")
    except OSError:
        pytest.skip("this file system takes only Unicode names")
    project = only(tmp_path)
    assert [m.path.encode() for m in migrations(project)] == ["1_\ufffd.up.sql".encode()]


# --- small parts ----------------------------------------------------------------------------------------------------


@given(st.binary(max_size=200) | st.text("a';\"$-/* \nE\\e", max_size=60).map(str.encode))
def test_openings_take_anything(data: bytes) -> None:
    assert all(0 < len(words) <= 6 for words in openings(data))


def test_openings() -> None:
    sql = b"""-- a; b
    Create /* x */ table "t;"; select 'a;''b', E'\\';', $$ ; $$, $a$ ; $$ $a$ from x; ;; $1;
    drop index i"""
    first_two = [b" ".join(words[:2]).decode() for words in openings(sql)]
    assert first_two == ["CREATE TABLE", "SELECT FROM", "DROP INDEX"]


@given(st.lists(st.text(max_size=8), max_size=8))
def test_natural_order_takes_any_name(names: list[str]) -> None:
    ordered = [natural(name) for name in sorted(names, key=natural)]
    assert all(before <= after for before, after in pairwise(ordered))


def test_natural_order() -> None:
    assert sorted(["v10", "V9", "v9.10", "v9.9"], key=natural) == ["V9", "v9.9", "v9.10", "v10"]


def test_every_tool_can_be_loaded_and_declines_an_empty_folder(tmp_path: Path) -> None:
    tree = Tree(tmp_path, tmp_path)
    assert [name for name in NAMES if load(name).plan(tree.folders[tree.start], tree)] == []


def test_tools_are_imported_on_use() -> None:
    code = (
        "import sys; from pathlib import Path; from dbarch_lint.frameworks import discover, migrations;"
        f"[migrations(p) for p in discover(Path({str(PROJECTS / 'goose')!r}), root=Path({str(PROJECTS)!r}))];"
        "print(*sorted(m for m in sys.modules if m in {'tomllib', 'yaml'} or m.startswith('dbarch_lint.frameworks.')))"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert [name.rpartition(".")[2] for name in out] == ["base", "detect", "goose", "sql_files", "tree"]


def test_a_folder_with_a_file_for_each_database_is_read_for_one() -> None:
    from dbarch_lint.frameworks.base import Step
    from dbarch_lint.frameworks.dialects import for_engine

    names = ["1_a.mysql.up.sql", "1_a.postgres.up.sql", "1_a.up.sql", "2_b.up.sql", "3_c.sqlite3.up.sql", "4_pg.up.sql"]
    steps = [Step(path=f"/m/{name}", id=name) for name in names]
    kept, others = for_engine(steps, "postgres")
    assert [s.id for s in kept] == ["1_a.postgres.up.sql", "2_b.up.sql", "4_pg.up.sql"]
    assert others == 3


def test_the_root_of_the_file_system_may_be_the_root(tmp_path: Path) -> None:
    """In a container, the working directory often is /."""
    (tmp_path / "1.sql").write_text("SELECT 1;")
    (project,) = discover(tmp_path, root=Path(tmp_path.anchor))
    assert [m.path for m in migrations(project)] == [(tmp_path / "1.sql").as_posix().lstrip("/")]


# --- whole schemas


def test_where_there_are_no_migrations_the_schema_that_stands_there_is_judged(tmp_path: Path) -> None:
    schema = "CREATE TABLE orders (id bigint PRIMARY KEY);"
    write(tmp_path, {"db/structure.sql": schema, "db/migrate/1_orders.rb": "", "app/report.sql": "SELECT 1;"})
    project = only(tmp_path)
    assert (project.folder.name, ids(project)) == ("db", ["structure"])
    assert said(project, "whole schema") == ["db/structure.sql"]
    write(tmp_path, {"db/migrations/1_orders.sql": schema, "db/migrations/2_items.sql": "CREATE TABLE items (id int);"})
    assert only(tmp_path).folder.name == "migrations"


def test_a_whole_schema_may_be_named_after_its_engine(tmp_path: Path) -> None:
    schema = "CREATE TABLE orders (id bigint PRIMARY KEY);"
    write(
        tmp_path,
        dict.fromkeys(["db/SCHEMA.sql", "conf/mysql-schema.sql", "conf/schema_pg.sql", "conf/schema-old.sql"], schema),
    )
    found = [(p.engine, ids(p)) for p in discover(tmp_path, root=tmp_path)]
    assert found == [("mysql", ["mysql-schema"]), ("postgres", ["schema_pg"]), (None, ["SCHEMA"])]


def test_a_whole_schema_may_bear_the_name_of_its_engine_alone(tmp_path: Path) -> None:
    schema = "CREATE TABLE orders (id bigint PRIMARY KEY);"
    write(tmp_path, dict.fromkeys(["db/mysql.sql", "db/postgresql.sql", "other/mysql.sql"], schema))
    found = [(p.folder.name, p.engine, ids(p)) for p in discover(tmp_path, root=tmp_path)]
    assert found == [("db", "mysql", ["mysql"]), ("db", "postgres", ["postgresql"])]


def test_versions_may_hold_a_folder_for_each_database(tmp_path: Path) -> None:
    names = ["3.9.0_schema/mysql/ddl", "3.9.0_schema/mysql/dml", "3.10.0_schema/mysql/ddl"]
    others = ["3.9.0_schema/postgresql/ddl", "3.10.0_schema/postgresql/ddl"]
    write(tmp_path, dict.fromkeys([f"db/upgrade/{name}.sql" for name in names + others], ""))
    found = {p.engine: ids(p) for p in discover(tmp_path, root=tmp_path)}
    assert found == {"mysql": names, "postgres": others}
    (of_file,) = discover(tmp_path / "db/upgrade/3.10.0_schema/mysql/ddl.sql", root=tmp_path)
    assert ids(of_file) == names


def test_what_says_that_it_changes_versions_is_a_history_beside_other_files(tmp_path: Path) -> None:
    others = [f"create.t{n}.sql" for n in range(9)]
    steps = ["upgrade.3.9.0.to.3.10.0", "upgrade.3.10.0.to.3.11.0", "upgrade.3.11.0.to.4.0.0"]
    write(tmp_path, dict.fromkeys([f"sql/{name}" for name in others] + [f"sql/{step}.sql" for step in steps], ""))
    assert ids(only(tmp_path)) == steps


def test_what_is_dropped_in_case_it_is_there_is_not_taken_for_granted() -> None:
    for kind in ("TRIGGER", "POLICY"):
        assert after(f"DROP {kind} IF EXISTS x ON roles; CREATE TABLE roles (id int)").complete
        assert not after(f"DROP {kind} x ON roles").complete
