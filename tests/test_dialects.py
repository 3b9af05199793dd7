"""Which database a folder is for, and which folders of plain files are migrations at all, when nobody says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks.base import Project
from dbarch_lint.frameworks.dialects import engine_of


def project(root: Path, files: dict[str, str]) -> Project:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content)
    (found,) = discover(root, root=root)
    return found


@pytest.mark.parametrize(
    ("sql", "engine"),
    [
        ("CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY);", "mysql"),
        ("INSERT INTO `a` VALUES (1);", "mysql"),
        ("ALTER TABLE a ADD data MEDIUMBLOB NULL;", "mysql"),
        ("ALTER TABLE a ADD started DATETIME(6) NULL;", "mysql"),
        ("CREATE TABLE a (n int(11), m bigint unsigned);", "mysql"),
        ("ALTER TABLE a DROP FOREIGN KEY f;", "mysql"),
        ("DELIMITER $$\nSELECT 1 $$\nDELIMITER ;\n", "mysql"),
        ("SELECT 1;\n  SET @old = @@sql_notes, sql_notes = 0;", "mysql"),
        ("DROP USER IF EXISTS 'app'@'%';", "mysql"),
        ("ALTER TABLE `a` ADD COLUMN IF NOT EXISTS b int;", "mariadb"),
        ("CREATE OR REPLACE TABLE `a` (id int);", "mariadb"),
        ("CREATE TABLE `a` (id int) WITH SYSTEM VERSIONING;", "mariadb"),
        ("CREATE TABLE `a` (id integer PRIMARY KEY AUTOINCREMENT);", "sqlite"),
        ("ALTER TABLE a ADD COLUMN IF NOT EXISTS b int;", None),
        ("UPDATE a SET b = split_part(email, '@', 2), delimiter = @ -5 WHERE c @@plainto_tsquery('x');", None),
        ("CREATE TABLE a (id bigint PRIMARY KEY, started timestamptz);", None),
        ("-- like `a` of MySQL: ENGINE=InnoDB\n/* AUTO_INCREMENT */ SELECT 1;", None),
    ],
)
def test_words_tell_the_database(tmp_path: Path, sql: str, engine: str | None) -> None:
    files = {f"migrations/{n:03}_x.sql": "DROP TABLE old;" for n in range(40)}
    found = project(tmp_path, files | {"migrations/024_x.sql": sql})
    assert engine_of(found) == engine


@pytest.mark.parametrize(("folder", "engine"), [("mysql", "mariadb"), ("postgres", "postgres"), ("h2", "h2")])
def test_folders_tell_it_before_words_do(tmp_path: Path, folder: str, engine: str) -> None:
    sql = "ALTER TABLE `a` DROP COLUMN IF EXISTS b;"
    assert engine_of(project(tmp_path, {f"migrations/{folder}/001_a.sql": sql})) == engine


def test_updates_with_versions_in_their_names_are_a_history(tmp_path: Path) -> None:
    names = ["1.2.10", "1.2.9", "1.10.0", "2.0"]
    files = {f"db/app_update-{name}.sql": "ALTER TABLE `a` ADD b int;" for name in names}
    found = project(tmp_path, files | {"db/app_triggers.sql": "SELECT 1;"})
    ids = [step.id for step in found.steps]
    assert ids == [f"app_update-{name}" for name in ("1.2.9", "1.2.10", "1.10.0", "2.0")]
    assert [(r.path, r.message) for r in found.remarks] == [
        ("db/app_triggers.sql", "is left out: beside numbered files it is no migration")
    ]


def test_files_with_numbers_need_not_be_a_history(tmp_path: Path) -> None:
    (tmp_path / "queries").mkdir()
    for number in range(5):
        (tmp_path / "queries" / f"query-{number}.sql").write_text("SELECT 1;")
    assert discover(tmp_path, root=tmp_path) == []


def test_folders_with_numbers_for_names_are_one_history(tmp_path: Path) -> None:
    files = {f"migrations/oss/{n}/01_a.up.sql": "SELECT 1;" for n in (0, 2, 10)}
    found = project(tmp_path, files)
    assert [step.id for step in found.steps] == ["0/01_a.up", "2/01_a.up", "10/01_a.up"]


def test_a_folder_of_downgrades_goes_down(tmp_path: Path) -> None:
    found = project(tmp_path, {"db/downgrade/01_a.sql": "DROP TABLE a;", "db/downgrade/02_b.sql": "DROP TABLE b;"})
    assert {step.direction for step in found.steps} == {"down"}


def test_dates_of_a_tool_of_their_own_are_sorted_as_text(tmp_path: Path) -> None:
    names = ["20240102030405_a", "202406010800_b", "20240701000000_c"]
    (tmp_path / "go.mod").write_text("module own\n")
    found = project(tmp_path, {f"m/{name}.up.sql": "SELECT 1;" for name in names})
    assert [step.id for step in found.steps] == names
    (tmp_path / "go.mod").write_text("require github.com/golang-migrate/migrate/v4 v4.17.0\n")
    (found,) = discover(tmp_path, root=tmp_path)
    assert [step.id for step in found.steps] == [names[1], names[0], names[2]]


def test_a_dump_above_the_migrations_is_no_migration(tmp_path: Path) -> None:
    found = project(tmp_path, {"migrate/schema.sql": "CREATE TABLE a ();", "migrate/migrations/1_a.sql": "SELECT 1;"})
    assert [step.id for step in found.steps] == ["1_a"]
    (tmp_path / "migrate/migrations/1_a.sql").unlink()
    (alone,) = discover(tmp_path, root=tmp_path)
    assert [step.id for step in alone.steps] == ["schema"]
