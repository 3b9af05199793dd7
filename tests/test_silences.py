"""What `-v` says of rules that said nothing, and on what the ones rest that spoke."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from dbarch_lint import lint, packs, testing
from dbarch_lint.cli.manual import json_schema
from dbarch_lint.engines import engine
from dbarch_lint.findings import Finding, Need, Silence
from dbarch_lint.lint import Tally
from dbarch_lint.migrations import Migration
from dbarch_lint.packs import Ruleset
from dbarch_lint.source import Source
from tests.commands import Run

RULES = packs.load_rules()
EXAMPLES = [example for rule in RULES for example in testing.examples(rule)]
USERS = "CREATE TABLE users (id bigint PRIMARY KEY, email text);"


def said(*texts: str, profile: str = "default") -> tuple[list[Finding], list[Silence]]:
    """The findings on the last text, the others being history, and the silences."""
    last = len(texts)
    migrations = [Migration(id=str(n), source=Source(f"{n}.sql", t), pending=n == last) for n, t in enumerate(texts, 1)]
    silences: list[Silence] = []
    ruleset = Ruleset(packs.select(RULES, profile=profile), {}, known=RULES)
    return list(lint.run(migrations, engine("postgres"), "17", ruleset, Tally(silences))), silences


def reasons(silences: list[Silence], name: str) -> list[str]:
    """Why a rule said nothing, with the place that shows it."""
    found = [reason for silence in silences if silence.name == name for reason in silence.reasons]
    return [
        f"{r.message} {r.span.source.path}:{r.span.source.line_of(r.span.start)}" if r.span else r.message
        for r in found
    ]


@pytest.mark.parametrize(
    ("texts", "name", "reason"),
    [
        (
            (f"{USERS}\nCREATE INDEX i ON users (email);",),
            "index-not-concurrent",
            "users is created by this deployment 1.sql:1",
        ),
        (
            (USERS, "TRUNCATE users;\nCREATE INDEX i ON users (email);"),
            "index-not-concurrent",
            "users is emptied by this deployment 2.sql:1",
        ),
        (
            (
                f"{USERS}\nALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL);",
                "ALTER TABLE users ALTER email SET NOT NULL;",
            ),
            "not-null-set-by-scan",
            "the validated CHECK c proves it 1.sql:2",
        ),
        (
            (USERS, "ALTER TABLE users ALTER id SET NOT NULL;"),
            "not-null-set-by-scan",
            "users.id is NOT NULL already 1.sql:1",
        ),
        (
            (
                USERS,
                "ALTER TABLE users DROP CONSTRAINT users_pkey, ADD CONSTRAINT c CHECK (email > '' AND email IS NOT NULL);",
                "CREATE UNIQUE INDEX CONCURRENTLY k ON users (email);",
                "ALTER TABLE users ADD PRIMARY KEY USING INDEX k;",
            ),
            "not-null-set-by-scan",
            "the validated CHECK c proves it 2.sql:1",
        ),
        (
            (USERS, "ALTER TABLE users ADD boss bigint REFERENCES users;"),
            "foreign-key-validated-while-locked",
            "users.boss is NULL in every row 2.sql:1",
        ),
        (
            (USERS, "ALTER TABLE users ADD note text;\nALTER TABLE users DROP note;"),
            "column-dropped",
            "users.note is added by this deployment 2.sql:1",
        ),
        (
            (USERS, "ALTER TABLE users ALTER id TYPE numeric, ADD CHECK (email <> '');"),
            "check-validated-while-locked",
            "the statement rewrites users anyway 2.sql:1",
        ),
        (
            (USERS, "ALTER TABLE users DROP email;\nDROP TABLE users;"),
            "column-dropped",
            "users is dropped later in this deployment 2.sql:2",
        ),
        (
            ("CREATE TABLE schema_migrations (price real);",),
            "float-money",
            "schema_migrations is taken for a framework table 1.sql:1",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_silence_gives_its_reason_and_the_place_that_shows_it(texts: tuple[str, ...], name: str, reason: str) -> None:
    findings, silences = said(*texts)
    assert name not in {f.name for f in findings}
    assert reasons(silences, name) == [reason]


def test_what_harms_nobody_anyway_is_no_silence() -> None:
    _, silences = said(USERS, "CREATE INDEX CONCURRENTLY i ON users (email); ALTER TABLE users ADD note text;")
    assert not silences


def test_a_finding_that_is_made_is_not_also_a_silence() -> None:
    findings, silences = said(USERS, "CREATE INDEX i ON users (email);")
    assert [f.name for f in findings] == ["index-not-concurrent"]
    assert not reasons(silences, "index-not-concurrent")


@pytest.mark.parametrize("example", EXAMPLES, ids=[e.id for e in EXAMPLES])
def test_asking_why_changes_no_finding_and_breaks_no_rule(example: testing.Example) -> None:
    """Every rule stands it that nothing exempts, on the examples of all the others too."""
    ruleset = Ruleset(RULES, {}, known=RULES)
    parts = (example.migrations(), engine(example.engine), example.versions[-1], ruleset)
    silences: list[Silence] = []
    plain, asked = list(lint.run(*parts, Tally())), list(lint.run(*parts, Tally(silences)))
    assert [(f.code, f.message, f.needs) for f in plain] == [(f.code, f.message, f.needs) for f in asked]
    spoken = {(f.code, f.span.start) for f in plain}
    assert all(s.reasons and (s.code, s.span.start) not in spoken for s in silences)


@pytest.mark.parametrize(
    ("texts", "needs", "sizes"),
    [
        ((USERS, "CREATE INDEX i ON users (email);"), ("size",), ("public.users",)),
        ((USERS, "BEGIN; CREATE INDEX CONCURRENTLY i ON users (email); COMMIT;"), (), ()),
        ((USERS, "ALTER TABLE users RENAME email TO mail;"), (), ()),
        (("ALTER TABLE users RENAME email TO mail;",), ("catalog",), ()),
        (("CREATE INDEX i ON users (email);",), ("size", "catalog"), ("public.users",)),
        (
            (USERS, "BEGIN; ALTER TABLE users ADD x int; UPDATE users SET x = 1; COMMIT;"),
            ("size",),
            ("public.users",),
        ),
    ],
)
def test_a_finding_says_what_would_settle_it(
    texts: tuple[str, ...], needs: tuple[Need, ...], sizes: tuple[str, ...]
) -> None:
    findings, _ = said(*texts)
    assert [(f.needs, tuple(size.relation for size in f.sizes)) for f in findings] == [(needs, sizes)]


def history(folder: Path) -> None:
    (folder / "db").mkdir()
    (folder / "db" / "1.sql").write_text(f"{USERS}\n")
    (folder / "db" / "2.sql").write_text("CREATE TABLE t (id bigint PRIMARY KEY);\nCREATE INDEX i ON t (id, id);\n")
    (folder / "db" / "3.sql").write_text("CREATE INDEX j ON users (email, id);\n")


def test_verbose_text(cli: Run, folder: Path) -> None:
    history(folder)
    code, out, _ = cli("check", "-v", "--select", "LK101", "db")
    assert code == 1
    assert "silent db/2.sql:2: LK101 index-not-concurrent: t is created by this deployment (line 1)\n" in out
    assert "confidence: high; how much it hurts depends on the size of users\n" in out
    assert "silent" not in cli("check", "--select", "LK101", "db")[1]


def test_json_has_the_reasons_only_when_asked(cli: Run, folder: Path) -> None:
    history(folder)
    plain: Mapping[str, Any] = json.loads(cli("check", "--output-format", "json", "--select", "LK101", "db")[1])
    verbose: Mapping[str, Any] = json.loads(cli("check", "-v", "--output-format", "json", "--select", "LK101", "db")[1])
    for document in (plain, verbose):
        jsonschema.validate(document, json_schema("findings"))
    assert "silences" not in plain
    (silence,) = verbose["silences"]
    assert (silence["code"], silence["path"], silence["start"]["line"]) == ("LK101", "db/2.sql", 2)
    assert [(r["message"], r["start"]["line"]) for r in silence["reasons"]] == [("t is created by this deployment", 1)]
    assert plain["findings"] == verbose["findings"]
    assert plain["findings"][0]["needs"] == ["size"]
