"""Migration tools whose marks stand in the SQL files: sql-migrate, tern, node-pg-migrate, graphile-migrate, Atlas,
Liquibase."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.frameworks import migrations
from tests.test_frameworks import ids, only, said, text_of, write

# --- sql-migrate ----------------------------------------------------------------------------------------------------


def test_sql_migrate_gathers_the_sections(tmp_path: Path) -> None:
    text = (
        "-- +migrate Up\nSELECT 1;\n-- +migrate Down\nSELECT 2;\n"
        "-- +migrate Up notransaction\nSELECT 3;\n-- +migrate up\n --  +migrate Down\nSELECT 4;\n"
    )
    project = only(write(tmp_path, {"m/1_a.sql": text, "m/z.sql": "-- +migrate Up\n", "m/9.sql": "-- +migrate Up\n"}))
    assert ids(project) == ["1_a", "9", "z"]
    up, down = migrations(project)[:2]
    assert (up.wrapper, down.wrapper) == ("none", "explicit")
    assert [word for word in text_of(up).split() if word.rstrip(";").isdigit()] == ["1;", "3;", "4;"]
    assert text_of(down) == "\nSELECT 2;\n"


@pytest.mark.parametrize(
    ("text", "unfinished"),
    [
        ("-- +migrate Up\nSELECT 1", True),
        ("-- +migrate Up\nSELECT 1; -- the last one\n\n-- nothing more\n", False),
        ("-- +migrate Up\nSELECT 1;\n-- +migrate Down\nSELECT 2\n", True),
        ("-- +migrate Up\n-- +migrate StatementBegin\nSELECT 1\n-- +migrate StatementEnd\n", False),
        ("-- +migrate Up\n-- +migrate Down\n-- nothing\n", False),
    ],
)
def test_sql_migrate_wants_semicolons(tmp_path: Path, text: str, *, unfinished: bool) -> None:
    project = only(write(tmp_path, {"m/1_a.sql": text}))
    migrations(project)
    assert bool(said(project, "without `;`")) == unfinished


def test_sql_migrate_without_a_mark(tmp_path: Path) -> None:
    project = only(write(tmp_path, {"m/1_a.sql": "-- +migrate Up\nSELECT 1;\n", "m/2_b.sql": "SELECT 2;\n"}))
    assert ids(project) == ["1_a", "2_b"]
    assert said(project, "runs nothing of it") == ["m/2_b.sql"]


# --- tern -----------------------------------------------------------------------------------------------------------

LINE = "---- create above / drop below ----"
ALONE = "---- tern: disable-tx ----"


def test_tern_halves(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "m/001_a.sql": f"select 1;\n{LINE}\nselect 2;\n",
            "m/2_b.sql": f"{ALONE}\nselect 3;\n{LINE}\nselect 4;\n",
            "m/10_c.sql": "select 5;\n",
            "m/code/d.sql": "select 6;\n",
            "m/_.sql": "",
        },
    )
    project = only(tmp_path)
    assert (project.framework, project.engine) == ("tern", "postgres")
    assert [(m.id, m.direction, m.wrapper) for m in migrations(project)] == [
        ("001_a", "up", "explicit"),
        ("001_a", "down", "explicit"),
        ("2_b", "up", "none"),
        ("2_b", "down", "explicit"),
        ("10_c", "up", "explicit"),
    ]
    assert text_of(migrations(project)[1]) == "\nselect 2;\n"
    assert said(project, "no migration 3") == ["m"]
    assert said(project, "is not run") == ["m/_.sql"]


def test_tern_is_known_by_its_settings(tmp_path: Path) -> None:
    files = {"m/tern.conf": "", "m/1_a.sql": "select 1;", "m/01_b.sql": "select 2;"}
    project = only(write(tmp_path, files))
    assert project.framework == "tern"
    assert said(project, "tern refuses this") == ["m/1_a.sql"]


# --- node-pg-migrate ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "up", "down"),
    [
        ("-- Up Migration\nA;\n-- Down Migration\nB;\n", "A;", "B;"),
        ("-- Down Migration\nB;\n----up   migration\nA;\n", "A;", "B;"),
        ("A;\n-- Down Migration\nB;\n", "A;", "B;"),
        ("A;\n", "A;", None),
        ("-- Up Migration\nA;\n", "A;", None),
    ],
)
def test_node_pg_migrate_marks(tmp_path: Path, text: str, up: str, down: str | None) -> None:
    files = {"m/1_a.sql": "-- Up Migration\n", "m/2_b.sql": text, "m/03_c.js": "", "m/x.sql": ""}
    project = only(write(tmp_path, files))
    assert project.framework == "node-pg-migrate"
    found = {m.direction: text_of(m).split() for m in migrations(project) if m.id == "2_b"}
    assert {direction: words[-1] for direction, words in found.items()} == (
        {"up": up, "down": down} if down else {"up": up}
    )
    assert {m.run for m in migrations(project)} == {"node-pg-migrate"}
    assert said(project, "JavaScript") == ["m/03_c.js"]
    assert said(project, "is not run") == ["m/x.sql"]


# --- graphile-migrate -----------------------------------------------------------------------------------------------

HEAD = "--! Previous: -\n--! Hash: sha1:0\n\n"


def test_graphile_migrate_takes_what_is_being_written_last(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "migrations/committed/000002-b-c.sql": HEAD,
            "migrations/committed/000010.sql": HEAD + "--! no-transaction\nVACUUM;\n",
            "migrations/committed/notes.sql": "",
            "migrations/current/1-x.sql": "--!include functions.sql\n",
            "migrations/current/2-y.sql": "",
            "migrations/fixtures/functions.sql": "SELECT 1;",
        },
    )
    for path in (".", "migrations/committed", "migrations/current/2-y.sql"):
        project = only(tmp_path, path)
        assert project.framework == "graphile-migrate"
        assert ids(project) == ["committed/000002-b-c", "committed/000010", "current/1-x", "current/2-y"]
    assert [m.wrapper for m in migrations(project)] == ["explicit", "implicit", "explicit", "explicit"]
    assert said(project, "functions.sql") == ["migrations/current/1-x.sql"]
    assert said(project, "is not run") == ["migrations/committed/notes.sql"]
    assert [step.repeatable for step in project.steps] == [False, False, True, True]


# --- Atlas ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wrapper"),
    [
        ("-- atlas:txmode none\n\nSELECT 1;", "none"),
        ("-- atlas:nolint\n-- atlas:txmode none\n\nSELECT 1;", "none"),
        ("-- atlas:txmode file\n\nSELECT 1;", "explicit"),
        ("-- atlas:txmode none\nSELECT 1;", "explicit"),
        ("SELECT 1;\n-- atlas:txmode none\n\n", "explicit"),
    ],
)
def test_atlas_directives_stand_apart(tmp_path: Path, text: str, wrapper: str) -> None:
    project = only(write(tmp_path, {"m/2_b.sql": text, "m/10_a.sql": "", "m/atlas.sum": ""}))
    assert [(m.id, m.wrapper) for m in migrations(project)] == [("10_a", "explicit"), ("2_b", wrapper)]


def test_an_atlas_checkpoint_stands_for_what_is_gone(tmp_path: Path) -> None:
    files = {"m/3_checkpoint.sql": "-- atlas:checkpoint v1\n\nSELECT 1;", "m/4_b.sql": "", "m/atlas.sum": ""}
    assert ids(only(write(tmp_path, files))) == ["3_checkpoint", "4_b"]
    assert ids(only(write(tmp_path, {"m/1_a.sql": ""}))) == ["1_a", "4_b"]


def test_atlas_writes_for_other_tools_too(tmp_path: Path) -> None:
    write(tmp_path, {"m/1_a.up.sql": "", "m/1_a.down.sql": "", "m/atlas.sum": ""})
    assert only(tmp_path).framework == "golang-migrate"


# --- Liquibase ------------------------------------------------------------------------------------------------------

FORMATTED = "--liquibase formatted sql\n"


@pytest.mark.parametrize(
    ("said", "wrapper"),
    [
        ("", "explicit"),
        ("context:prod runInTransaction:false", "none"),
        ("runInTransaction:FALSE splitStatements:false", "implicit"),
        ("splitStatements:false", "explicit"),
        ("dbms:postgresql,h2", "explicit"),
        ("dbms:h2", None),
        ("dbms:!postgresql", None),
        ('dbms:"!h2"', "explicit"),
        ("dbms:all", "explicit"),
        ("ignore:true", None),
    ],
)
def test_liquibase_attributes(tmp_path: Path, said: str, wrapper: str | None) -> None:
    text = f'{FORMATTED}\n--changeset ada:1\nSELECT 1;\n  -- ChangeSet "a b":"2 x" {said}\nSELECT 2;\n'
    project = only(write(tmp_path, {"postgres/a.sql": text}))
    assert (project.framework, project.engine) == ("liquibase", "postgres")
    expected = [("a::ada:1", "explicit"), *([("a::a b:2 x", wrapper)] if wrapper else [])]
    assert [(m.id, m.wrapper) for m in migrations(project)] == expected


@pytest.mark.parametrize("delimiter", ["//", "\\n//", r"\n\s*//\s*\n|\n\s*//\s*$"])
def test_liquibase_delimiters(tmp_path: Path, delimiter: str) -> None:
    text = f"{FORMATTED}--changeset ada:1 endDelimiter:{delimiter}\nSELECT 1;\n//\nSELECT '// ';\n//\n"
    (found,) = migrations(only(write(tmp_path, {"m/a.sql": text})))
    assert found.text.split() == [b"SELECT", b"1;", b"SELECT", b"'//", b"';"]


def test_liquibase_properties_and_plain_files(tmp_path: Path) -> None:
    text = f'{FORMATTED}--property name:t value:"orders"\n--changeset ada:1 runOnChange:true\nSELECT 1;\n'
    project = only(write(tmp_path, {"m/a.sql": text, "m/b.sql": "SELECT 2;", "m/c/d.sql": "SELECT 3;"}))
    first, *rest = migrations(project)
    assert first.repeatable
    assert first.source.placeholders == {b"${t}": b"orders"}
    assert [m.id for m in rest] == ["b", "c/d"]


MASTER_XML = """<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
  <!-- <include file="db/changelog/v1/old.sql"/> -->
  <include file="classpath:db/changelog/v2/b.sql"/>
  <include file="more.changelog.json" relativeToChangelogFile="true"/>
  <include file="/etc/passwd.sql"/><include file="../../../../../../outside.sql"/>
  <includeAll path="db/changelog/v3/"/>
  <changeSet id="9" author="ada"><sqlFile path="v1/a.sql" relativeToChangelogFile="true"/><dropTable tableName="t"/>
    <rollback><sqlFile path="unnamed.sql" relativeToChangelogFile="true"/></rollback></changeSet>
</databaseChangeLog>"""
MORE_JSON = '{"databaseChangeLog": [{"include": {"file": "db/changelog/v1/c.sql"}}, {"include": {"file": "db.changelog-master.xml"}}]}'


def test_liquibase_runs_what_its_changelogs_name(tmp_path: Path) -> None:
    at = "src/main/resources/db/changelog"
    files = {f"{at}/{name}.sql": "" for name in ("v1/a", "v1/c", "v1/old", "v2/b", "v3/y", "v3/x/z", "unnamed")}
    files |= {f"{at}/db.changelog-master.xml": MASTER_XML, f"{at}/more.changelog.json": MORE_JSON}
    write(tmp_path, files)
    for path in (".", at, f"{at}/v1", f"{at}/v1/a.sql"):
        project = only(tmp_path, path)
        assert (project.framework, project.folder) == ("liquibase", tmp_path / at)
        assert ids(project) == ["v2/b", "v1/c", "v3/x/z", "v3/y", "v1/a"]
    assert said(project, "not in SQL files") == [f"{at}/db.changelog-master.xml"]


MASTER_YAML = """
databaseChangeLog:
- changeSet:
    id: 1
    changes:
    - sqlFile: {path: a.sql, relativeToChangelogFile: true}
    - tagDatabase: {tag: v1}
    rollback:
    - sqlFile: {path: undo.sql, relativeToChangelogFile: true}
- include: {file: b.sql, relativeToChangelogFile: true}
"""


def test_liquibase_yaml(tmp_path: Path) -> None:
    files = dict.fromkeys(("db/a.sql", "db/b.sql", "db/undo.sql"), "")
    project = only(write(tmp_path, {**files, "db/db.changelog.yaml": MASTER_YAML}))
    assert (ids(project), project.remarks) == (["a", "b"], [])


@pytest.mark.parametrize("name", ["application.yaml", "db.changelog.yaml"])
def test_a_few_lines_of_yaml_do_not_stand_for_billions(tmp_path: Path, name: str) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    tables = "".join(f"t{n}: &t{n} {{{', '.join(f'k{i}: *t{n - 1}' for i in range(9))}}}\n" for n in range(1, 30))
    bomb = f"# flyway databaseChangeLog\nl0: &l0 [1]\n{levels}t0: &t0 {{a: 1}}\n{tables}self: &self [*self]\n"
    project = only(write(tmp_path, {name: bomb, "V1__a.sql": ""}))
    assert ids(project) == ["V1__a"]
