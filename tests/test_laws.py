"""What holds for every input: no crash, the same answer each time, and a catalog whose parts agree with each other."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dbarch_lint import lint
from dbarch_lint.cli.manual import json_schema
from dbarch_lint.documents import catalog_document
from dbarch_lint.engines import engine
from dbarch_lint.findings import Finding, Report
from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks import migrations as read
from dbarch_lint.maps import insert, remove
from dbarch_lint.migrations import Migration, Wrapper
from dbarch_lint.names import Name
from dbarch_lint.objects import IndexEntry, Sequence
from dbarch_lint.packs import Ruleset, load_rules, select
from dbarch_lint.replay import replay
from dbarch_lint.reporters import FORMATS, reporter
from dbarch_lint.reporters.markdown import APART
from dbarch_lint.source import Source
from tests import histories
from tests.history import after, replayed
from tests.invariants import broken, impossible
from tests.mutations import mutated

ROOT = Path(__file__).parent.parent
PROJECTS = sorted(path for path in (ROOT / "fixtures" / "projects").iterdir() if path.is_dir())
LOWERING = sorted((ROOT / "fixtures" / "lowering" / "postgres").glob("*.sql"))
quick = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# --- histories that nobody would write


TABLES = st.sampled_from(["a", "b", "c", "s.a", '"A b"'])
COLUMNS = st.sampled_from(["id", "x", "y", '"Z"'])
TYPES = st.sampled_from(
    ["int", "serial", "text", "mood", "s.mood", "numeric(4, 2)", "mood[]", "int GENERATED ALWAYS AS IDENTITY"]
)
INDEXES = st.sampled_from(["i", "j", "a", "a_pkey", "s.i"])
# {t}: a table, {c}: a column, {k}: a type, {i}: an index; a number tells two of a kind apart.
STATEMENTS = """
CREATE TABLE {t} ({c} {k} PRIMARY KEY, {c2} {k2})
CREATE TABLE IF NOT EXISTS {t} ({c} {k} UNIQUE, {c2} {k2} REFERENCES {t2}, CHECK ({c} > 1))
CREATE TABLE {t} ({c} int, {c2} int GENERATED ALWAYS AS ({c} + 1) STORED) PARTITION BY RANGE ({c})
CREATE TABLE {t} PARTITION OF {t2} FOR VALUES FROM (1) TO (2)
CREATE TABLE {t} (LIKE {t2} INCLUDING ALL, {c} {k})
CREATE TABLE {t} ({c} {k}) INHERITS ({t2})
CREATE TABLE {t} AS SELECT * FROM {t2}
CREATE TEMP TABLE {t} ({c} {k})
CREATE VIEW {t} AS SELECT {c} FROM {t2} JOIN {t3} USING ({c2})
CREATE MATERIALIZED VIEW {t} AS SELECT {c} FROM {t2}
CREATE OR REPLACE VIEW {t} AS SELECT * FROM {t}
CREATE INDEX {i} ON {t} ({c}, {c2})
CREATE UNIQUE INDEX ON {t} ({c})
CREATE INDEX CONCURRENTLY IF NOT EXISTS {i} ON {t} (lower({c})) WHERE {c2} IS NOT NULL
CREATE SEQUENCE {i} OWNED BY {t}.{c}
CREATE TYPE mood AS ENUM ('x')
CREATE TYPE s.mood AS ENUM ('y')
CREATE DOMAIN mood AS int CHECK (VALUE > 1)
CREATE SCHEMA s
ALTER TABLE {t} ADD COLUMN {c} {k}
ALTER TABLE {t} ADD COLUMN {c} {k} UNIQUE, ADD PRIMARY KEY ({c2})
ALTER TABLE {t} DROP COLUMN {c} CASCADE
ALTER TABLE {t} RENAME COLUMN {c} TO {c2}
ALTER TABLE {t} RENAME TO a
ALTER TABLE {t} RENAME TO i
ALTER TABLE {t} SET SCHEMA s
ALTER TABLE {t} ALTER COLUMN {c} TYPE {k}
ALTER TABLE {t} ADD FOREIGN KEY ({c}) REFERENCES {t2} ({c2}) NOT VALID
ALTER TABLE {t} ADD CONSTRAINT i UNIQUE ({c}, {c2})
ALTER TABLE {t} ADD UNIQUE USING INDEX i
ALTER TABLE {t} DROP CONSTRAINT IF EXISTS a_pkey CASCADE
ALTER TABLE {t} RENAME CONSTRAINT a_pkey TO i
ALTER TABLE {t} ATTACH PARTITION {t2} FOR VALUES FROM (2) TO (3)
ALTER TABLE {t} DETACH PARTITION {t2}
ALTER TABLE {t} INHERIT {t2}
ALTER TABLE {t} NO INHERIT {t2}
ALTER TABLE {t} ALTER COLUMN {c} ADD GENERATED ALWAYS AS IDENTITY
ALTER TABLE {t} ALTER COLUMN {c} SET NOT NULL
ALTER INDEX {i} RENAME TO j
ALTER INDEX {i} ATTACH PARTITION {i2}
ALTER SEQUENCE {i} OWNED BY {t}.{c}
ALTER TYPE mood RENAME TO b
ALTER TYPE mood SET SCHEMA s
ALTER SCHEMA s RENAME TO r
DROP TABLE IF EXISTS {t} CASCADE
DROP TABLE {t}, {t2}
DROP VIEW {t} CASCADE
DROP INDEX {i}
DROP SEQUENCE {i} CASCADE
DROP TYPE mood CASCADE
DROP SCHEMA s CASCADE
SET search_path TO s, public
RESET search_path
BEGIN
COMMIT
ROLLBACK
SAVEPOINT p
ROLLBACK TO p
CREATE FUNCTION f() RETURNS trigger LANGUAGE sql AS 'SELECT 1'
CREATE TRIGGER t BEFORE INSERT ON {t} FOR EACH ROW EXECUTE FUNCTION f()
DROP FUNCTION f CASCADE
COMMENT ON TABLE {t} IS 'x'
TRUNCATE {t} CASCADE
UPDATE {t} SET {c} = {c2}
SELECT {c} INTO {t} FROM {t2}
""".strip().splitlines()


@st.composite
def statement(draw: st.DrawFn) -> str:
    """One statement, whether or not a server would take it now."""
    words = {"t": TABLES, "c": COLUMNS, "k": TYPES, "i": INDEXES}
    template = draw(st.sampled_from(STATEMENTS))
    names = {kind + number: draw(choice) for kind, choice in words.items() for number in ("", "2", "3")}
    return template.format(**names)


scripts = st.lists(statement(), min_size=1, max_size=25)


@quick
@given(scripts)
def test_the_links_of_a_catalog_are_right_after_any_history(script: list[str]) -> None:
    for migration in replayed(*script, version=18):
        for step in migration.steps:
            assert broken(step.after) == [], step.statement.text


@quick
@given(scripts, st.data())
def test_replay_is_a_fold(script: list[str], data: st.DataObject) -> None:
    """Stopping early gives what lay on the way; and replaying the rest from there gives the same end."""
    at = data.draw(st.integers(1, len(script)))
    whole = replayed(*script)
    part = replayed(*script[:at])
    assert document(part[-1].after) == document(whole[at - 1].after)
    assert document(after(*script)) == document(whole[-1].after)


def document(catalog: object) -> str:
    return json.dumps(catalog_document(catalog, "postgres", 17))  # type: ignore[arg-type]


@quick
@given(scripts)
def test_the_catalog_document_has_the_promised_shape(script: list[str]) -> None:
    validator("catalog").validate(json.loads(document(after(*script))))


@pytest.mark.parametrize("path", [*histories.HISTORIES, *LOWERING], ids=lambda path: path.stem)
def test_the_links_are_right_in_the_fixtures(path: Path) -> None:
    for migration in replay(histories.migrations(path), engine("postgres"), 18):
        for step in migration.steps:
            assert broken(step.after) == [], step.statement.text
            if path in histories.HISTORIES:
                assert list(impossible(step.after)) == [], step.statement.text


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda path: path.name)
def test_the_links_are_right_in_the_projects(folder: Path) -> None:
    for project in discover(folder, root=folder):
        for migration in replay(read(project), engine("postgres"), 17):
            assert [*broken(migration.after), *impossible(migration.after)] == [], migration.migration.path


def test_what_is_wrong_in_a_catalog_is_seen() -> None:
    good = after("CREATE TYPE m AS ENUM ('x'); CREATE TABLE t (a serial PRIMARY KEY, b m, c int REFERENCES t)")
    assert broken(good) == []
    t = Name("public", "t")
    for bad, said in (
        (remove(good.relations, t.sibling("t_pkey")), "the index t_pkey of public.t is not among the relations"),
        (
            insert(good.relations, t.sibling("i"), IndexEntry(t.sibling("i"), t)),
            "the index public.i is not one of public.t",
        ),
        (insert(good.relations, t.sibling("q"), Sequence(name=t)), "public.q holds an object that is called public.t"),
        (remove(good.relations, t), "typed is wrong for public.m"),
    ):
        assert said in [
            *broken(found := type(good)(relations=bad, **{f: getattr(good, f) for f in LINKS})),
            *impossible(found),
        ]


LINKS = ("types", "functions", "users", "referencing", "children", "sequences_of", "typed", "calling")

# --- the whole pipeline


@lru_cache
def ruleset() -> Ruleset:
    """Every rule there is, whatever its profile."""
    rules = load_rules()
    return Ruleset(select(rules, select=["ALL"], profile="audit"), known=rules)


@lru_cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(name))


def judged(*texts: str, wrapper: Wrapper = "none", together: bool = False) -> list[Finding]:
    """What all rules say of these migrations."""
    migrations = [
        Migration(id=str(n), source=Source(f"{n}.sql", text), wrapper=wrapper) for n, text in enumerate(texts, 1)
    ]
    return lint.judge(migrations, engine="postgres", version="17", ruleset=ruleset(), together=together)


def said(findings: list[Finding]) -> list[tuple[str, ...]]:
    return [
        (f.code, f.message, f.span.source.path, str(f.span.start), str(f.span.end), f.fingerprint, *map(str, f.fixes))
        for f in findings
    ]


def check_reports(findings: list[Finding]) -> None:
    """All formats can say it, and JSON has its promised shape."""
    report = Report(
        engine="postgres", engine_version="17", findings=tuple(findings), summary=lint.summary(findings, lint.Tally())
    )
    for name in FORMATS:
        text = reporter(name)(
            report, color=False, show_suppressed=True, verbose=True, statistics=True, summary=True, start=""
        )
        if name == "json":
            validator("findings").validate(json.loads(text))
        else:
            shown = text.replace(APART, "") if name == "markdown" else text
            assert all(char.isprintable() or char == "\n" for char in shown), name


@quick
@given(st.lists(st.text(max_size=60), max_size=3))
def test_no_text_stops_the_linter(texts: list[str]) -> None:
    check_reports(judged(*texts))


@quick
@given(st.lists(mutated(), min_size=1, max_size=6), st.sampled_from(["none", "explicit", "implicit"]), st.booleans())
def test_no_statement_stops_the_linter(script: list[str], wrapper: Wrapper, together: bool) -> None:
    check_reports(judged(";\n".join(script[:3]), ";\n".join(script[3:]), wrapper=wrapper, together=together))


@quick
@given(scripts)
def test_no_history_stops_the_linter_and_it_says_the_same_again(script: list[str]) -> None:
    first = judged(*script)
    check_reports(first)
    assert said(first) == said(judged(*script))


@quick
@given(scripts, st.sampled_from(["\n\n", "-- a comment\n", "/* another */ ", "   "]))
def test_fingerprints_outlive_moved_lines(script: list[str], space: str) -> None:
    before = judged(";\n".join(script))
    moved = judged(space + f";{space}\n\n{space}".join(script))
    assert [(f.code, f.fingerprint) for f in moved] == [(f.code, f.fingerprint) for f in before]


@quick
@given(scripts)
def test_what_is_suppressed_is_not_reported(script: list[str]) -> None:
    for code in {finding.code for finding in judged(*script)} - {"HY001"}:
        hushed = [f"-- dbarch-lint: ignore-file[{code}] for a test\n{text}" for text in script]
        assert code not in {finding.code for finding in judged(*hushed)}


@pytest.mark.parametrize("path", LOWERING, ids=lambda path: path.stem)
def test_every_kind_of_statement_is_judged(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for wrapper in ("none", "explicit", "implicit"):
        check_reports(judged(text, wrapper=wrapper))
