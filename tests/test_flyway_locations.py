"""Flyway's settings in Spring Boot's files, folders that are read together, and the schema that Flyway makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.config import Config
from dbarch_lint.frameworks import discover, migrations
from dbarch_lint.frameworks.base import Project
from dbarch_lint.lint import check
from tests.test_frameworks import ids, only, said, write

RESOURCES = "src/main/resources"
MIGRATION = f"{RESOURCES}/db/migration"
FILES: dict[str, str | bytes] = {
    f"{MIGRATION}/common/V1__a.sql": "",
    f"{MIGRATION}/common/V3__c.sql": "",
    f"{MIGRATION}/postgresql/V2__b.sql": "",
    f"{MIGRATION}/mysql/V2__b.sql": "",
    f"{MIGRATION}/local/V9__data.sql": "",
}
NAMED = "classpath:db/migration/common,classpath:/db/migration/postgresql"


def spring(locations: str) -> str:
    return f"spring:\n  flyway:\n    locations: {locations}\n"


def found(root: Path, path: str = ".") -> dict[str, list[str]]:
    """The migrations of each project, by its folder."""
    projects: list[Project] = discover(root / path, root=root)
    return {project.folder.relative_to(root).as_posix(): ids(project) for project in projects}


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("application.yaml", spring(NAMED)),
        ("application.yml", spring(f"[{NAMED}]")),
        ("application.yml", f"{spring(NAMED)}---\nspring:\n  flyway:\n    locations: classpath:elsewhere\n"),
        ("application.properties", f"spring.flyway.locations={NAMED}\n"),
        ("application.properties", "a.b=db/migration\nspring.flyway.locations=${X:${a.b}}/common,${a.b}/postgresql\n"),
    ],
)
@pytest.mark.parametrize("path", [".", MIGRATION, f"{MIGRATION}/common", f"{MIGRATION}/common/V3__c.sql"])
def test_named_locations_are_one_history(tmp_path: Path, file: str, text: str, path: str) -> None:
    write(tmp_path, {**FILES, f"{RESOURCES}/{file}": text})
    assert found(tmp_path, path) == {MIGRATION: ["common/V1__a", "postgresql/V2__b", "common/V3__c"]}
    project = only(tmp_path, path)
    assert project.engine == "postgres"
    assert said(project, "does not name it") == [f"{MIGRATION}/local", f"{MIGRATION}/mysql"]


def test_a_location_for_each_vendor(tmp_path: Path) -> None:
    locations = '"classpath:db/migration/common,classpath:db/migration/{vendor}"'
    write(tmp_path, {**FILES, f"{RESOURCES}/application.yaml": spring(locations)})
    assert found(tmp_path) == {
        f"{MIGRATION}/local": ["V9__data"],
        f"{MIGRATION}/mysql": ["common/V1__a", "mysql/V2__b", "common/V3__c"],
        f"{MIGRATION}/postgresql": ["common/V1__a", "postgresql/V2__b", "common/V3__c"],
    }


def test_what_is_common_serves_the_engines_beside_it(tmp_path: Path) -> None:
    files = {name: text for name, text in FILES.items() if "local" not in name}
    assert found(write(tmp_path, files)) == {
        f"{MIGRATION}/mysql": ["common/V1__a", "mysql/V2__b", "common/V3__c"],
        f"{MIGRATION}/postgresql": ["common/V1__a", "postgresql/V2__b", "common/V3__c"],
    }


def test_one_version_in_both_folders_says_that_they_are_not_together(tmp_path: Path) -> None:
    write(tmp_path, {f"{MIGRATION}/common/V1__a.sql": "", f"{MIGRATION}/postgresql/V1__b.sql": ""})
    assert found(tmp_path) == {f"{MIGRATION}": ["common/V1__a"], f"{MIGRATION}/postgresql": ["V1__b"]}


@pytest.mark.parametrize("text", ["a: @project.version@\n  flyway", "flyway: [", "spring:\n  flyway: 1\n", "- flyway"])
def test_settings_of_spring_that_make_no_sense_to_us(tmp_path: Path, text: str) -> None:
    write(tmp_path, {f"{MIGRATION}/V1__a.sql": "", f"{RESOURCES}/application.yaml": text})
    project = only(tmp_path)
    assert (ids(project), project.remarks) == (["V1__a"], [])


def test_other_settings_of_spring(tmp_path: Path) -> None:
    text = (
        "spring:\n  datasource:\n    url: jdbc:mysql://h/d\n"
        "  flyway:\n    sql-migration-prefix: M\n    placeholders:\n      my-table: orders\n    group: true\n"
    )
    write(tmp_path, {f"{MIGRATION}/M1__a.sql": "", f"{RESOURCES}/application.yaml": text})
    project = only(tmp_path, MIGRATION, framework="flyway")
    assert (project.engine, [m.run for m in migrations(project)]) == ("mysql", ["flyway"])
    assert project.steps[0].placeholders == (("${my-table}", "orders"),)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("flyway.conf", "flyway.defaultSchema=shop\n"),
        ("flyway.toml", '[flyway]\nschemas = ["shop", "other"]\n'),
        ("application.yaml", "spring:\n  flyway:\n    default-schema: ${app.schema}\napp:\n  schema: ${S:shop}\n"),
    ],
)
def test_names_without_a_schema_belong_to_flyways_own(tmp_path: Path, file: str, text: str) -> None:
    sql = {
        "V1__a.sql": "CREATE TABLE item (id bigint PRIMARY KEY, sku text);\nCREATE INDEX item_sku ON shop.item (sku);",
        "V2__b.sql": "SET search_path = public;\nRESET search_path;\nDROP INDEX item_sku;",
        "V3__c.sql": "CREATE INDEX item_sku ON shop.item (sku);",
    }
    write(tmp_path, {file: text, **sql})
    assert refused(tmp_path) == []
    (tmp_path / file).unlink()
    assert "RE101" in refused(tmp_path)


def refused(root: Path) -> list[str]:
    return [f.code for f in check([str(root)], Config(), root=root).findings if f.code.startswith("RE")]
