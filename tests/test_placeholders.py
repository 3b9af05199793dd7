"""What a tool puts into a migration before it runs: values that are known, and names of ours for those that are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dbarch_lint.config import Config
from dbarch_lint.documents import catalog_of
from dbarch_lint.lint import check

FLYWAY = {
    "flyway.conf": "flyway.locations=filesystem:sql\nflyway.placeholders.schema=audit\n",
    "sql/V1__a.sql": "CREATE SCHEMA ${schema};\nCREATE TABLE ${schema}.log (id int PRIMARY KEY, a text DEFAULT '${schema}');",
}
TOML = {**FLYWAY, "flyway.conf": "", "flyway.toml": '[flyway]\n[flyway.placeholders]\nschema = "audit"\n'}
GOOSE = {"1_a.sql": "-- +goose Up\n-- +goose ENVSUB ON\nCREATE TABLE ${NAME:-log} (id int PRIMARY KEY);\n"}
PSQL = {"1_a.sql": "\\set name log\nCREATE TABLE :name (id int PRIMARY KEY, a text DEFAULT :'name', \":name\" int);\n"}
CONFIGURED = {"1_a.sql": "DO $$ BEGIN EXECUTE format('CREATE TABLE %I (id int)', '${name}'); END $$;\n"}


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("files", "table"),
    [
        (FLYWAY, "audit.log"),
        (TOML, "audit.log"),
        (GOOSE, "public.log"),
        (PSQL, "public.log"),
        (CONFIGURED, "public.log"),
    ],
    ids=["flyway.conf", "flyway.toml", "goose", "psql", "configuration"],
)
def test_known_values_are_filled_in(tmp_path: Path, files: dict[str, str], table: str) -> None:
    folder = str(written(tmp_path, files))
    config = Config(placeholders={"name": "log"})
    (found,) = catalog_of([folder], config, root=tmp_path)["tables"]
    assert f"{found['schema']}.{found['name']}" == table
    assert check([folder], config, root=tmp_path).remarks == ()


def test_a_finding_stands_at_the_statement(tmp_path: Path) -> None:
    files = {**FLYWAY, "sql/V2__b.sql": "\n\nALTER TABLE ${schema}.log ADD COLUMN x int NOT NULL;\n"}
    written(tmp_path, files)
    report = check([str(tmp_path / "sql/V2__b.sql")], Config(), root=tmp_path)
    places = {(f.code, f.span.start, f.span.source.path) for f in report.findings}
    assert ("MF101", 2, "sql/V2__b.sql") in places


def test_unknown_values_are_said_once(tmp_path: Path) -> None:
    text = "CREATE TABLE ${one}.a (id int PRIMARY KEY);\nCREATE TABLE ${one}.${two} (id int PRIMARY KEY);\n"
    report = check([str(written(tmp_path, {"1_a.sql": text, "2_b.sql": text}))], Config(), root=tmp_path)
    (remark,) = report.remarks
    assert remark.startswith("${one}, ${two}: nobody says")
