"""What the fixes and recipes for MySQL and MariaDB say is what their servers take, and it leads to the same schema."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.engines import engine
from dbarch_lint.findings import Finding
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source, apply_edits
from tests.live.introspect import Facts
from tests.live.mysql_compare import emptied, version
from tests.live.mysql_effects import SCHEMA, Bench, witnesses
from tests.live.mysql_facts import Server
from tests.live.mysql_servers import refusal, rows, started

FAMILY = ("mysql", "mariadb")
ORDERS = (
    "CREATE TABLE orders (id bigint AUTO_INCREMENT PRIMARY KEY, total int NOT NULL, note varchar(50), state char(1));"
)
ROWS = "INSERT INTO orders (total, note, state) VALUES (1, 'a', 'x'), (2, 'b', 'y');"
PERCONA = "pt-online-schema-change"
OLD_CODE = "INSERT INTO orders (total, note) VALUES (3, 'c')"


@pytest.fixture(scope="module", params=FAMILY)
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    with started(request.param) as connection:
        yield request.param, connection


def findings(name: str, number: int, history: str, migration: str, *codes: str) -> list[Finding]:
    """What these rules say of a migration."""
    migrations = [
        Migration(id="1", source=Source("1.sql", history), pending=False),
        Migration(id="2", source=Source("2.sql", migration)),
    ]
    rules = [r for r in packs.select(packs.load_rules(), engine=name, profile="strict") if r.code in codes]
    text = engine(name).version_text(number)
    return list(lint.judge(migrations, engine=name, version=text, ruleset=packs.Ruleset(rules)))


def facts(name: str, connection: Any, database: str) -> Facts:
    """The schema of the server."""
    return Server(connection, name, database).facts()


# --- ALGORITHM= and LOCK= written out


def test_the_words_that_guard_a_statement_are_taken_and_change_nothing(server: tuple[str, Any]) -> None:
    """Each statement that the tables of effects show, with the words that the fix writes behind it."""
    name, connection = server
    bench, number, guarded = Bench(name, connection), version(connection, name), 0
    for row in witnesses(name):
        history = f"{SCHEMA}\n{row.given};"
        fixes = [fix for f in findings(name, number, history, f"{row.witness};", "RW108") for fix in f.fixes]
        if not fixes:
            continue
        text = apply_edits(Source("2.sql", f"{row.witness};"), fixes[0].edits).rstrip(";")
        bench.prepare(row)
        if refusal(connection, row.witness):
            continue  # the rows forbid it
        wanted = facts(name, connection, "d")
        bench.prepare(row)
        assert refusal(connection, text) == "", text
        assert facts(name, connection, "d") == wanted, text
        guarded += 1
    assert guarded > 30


# --- taken apart

SPLITS = (
    "ALTER TABLE orders ADD COLUMN code varchar(20), ADD INDEX note_idx (note)",
    "ALTER TABLE orders ADD COLUMN code varchar(20) AFTER note, ADD COLUMN n int NOT NULL, ADD INDEX code_idx (code, n)",
    "ALTER TABLE orders ADD UNIQUE INDEX note_idx (note), DROP COLUMN state, ADD COLUMN `select` int DEFAULT 5 FIRST",
)


@pytest.mark.parametrize("sql", SPLITS)
def test_a_statement_taken_apart_does_the_same(server: tuple[str, Any], sql: str) -> None:
    name, connection = server
    number = version(connection, name)
    [fix] = [fix for f in findings(name, number, ORDERS, f"{sql};", "RW106") for fix in f.fixes]
    text = apply_edits(Source("2.sql", f"{sql};"), fix.edits)
    statements = [s.text for s in engine(name).parse(Source("2.sql", text), None)]
    assert len(statements) == 2
    results = []
    for own in ([sql], statements):
        made(connection)
        for statement in own:
            assert refusal(connection, statement) == "", statement
        results.append(facts(name, connection, "history"))
    assert results[0] == results[1], text


# --- by programs

NAME = "`o'dd, {t}`"
COMMANDS = (
    f"""ALTER TABLE {NAME} ADD CHECK (a > 0), -- why
        ADD COLUMN `x y` int /* hm */ COMMENT 'it''s  a "c"', LOCK=SHARED""",
    f"""ALTER TABLE {NAME}
        MODIFY\ta bigint, # wider
        ADD COLUMN c varchar(19) CHARSET ascii DEFAULT '$(id) `id`'""",
    f"ALTER TABLE {NAME} CONVERT TO CHARACTER SET latin1 COLLATE latin1_bin",
)


@pytest.mark.parametrize("sql", COMMANDS)
def test_programs_are_told_what_the_statement_says(server: tuple[str, Any], sql: str) -> None:
    """The words as a shell splits them, given to the server in the place of the statement."""
    name, connection = server
    number = version(connection, name)
    history = f"CREATE TABLE {NAME} (id int PRIMARY KEY, a int, d varchar(20));"
    found = findings(name, number, history, f"{sql};", "RW101", "RW105", "RW107")
    lines = {line for f in found for fix in f.fixes for line in fix.text.splitlines() if not line.startswith("#")}
    told = {words[0]: words[1:] for words in map(shlex.split, lines)}
    assert told.keys() == ({"gh-ost", "spirit", "pt-online-schema-change"} if name == "mysql" else {PERCONA})
    assert "t=o'dd\\, {t}" in told[PERCONA][1]
    wanted = after(connection, name, history, sql)
    for words in told.values():
        given = dict(word.removeprefix("--").split("=", 1) for word in words if word.startswith("--") and "=" in word)
        statement = given.get("statement") or f"ALTER TABLE {NAME} {given['alter']}"
        assert after(connection, name, history, statement) == wanted
    assert len(wanted) > 3


def after(connection: Any, name: str, *statements: str) -> Facts:
    """The schema that a new database has after some statements."""
    emptied(connection)
    for sql in statements:
        assert refusal(connection, sql) == "", sql
    return facts(name, connection, "history")


# --- with something to be filled in


def test_an_index_on_an_expression_can_be_one_on_a_virtual_column(server: tuple[str, Any]) -> None:
    name, connection = server
    if name == "mariadb":
        pytest.skip("it has no such indexes")
    found = findings(
        name, version(connection, name), ORDERS, "CREATE INDEX n ON orders ((total + 1));", "RW105", "LK101"
    )
    [text] = {fix.text for f in found for fix in f.fixes if "VIRTUAL" in fix.text}
    made(connection)
    run(connection, name, text.replace("<its type>", "bigint"))
    [plan] = rows(connection, "EXPLAIN FORMAT=TRADITIONAL SELECT id FROM orders WHERE total + 1 = 2")
    assert "n" in plan


def test_a_primary_key_makes_way_for_another_in_place(server: tuple[str, Any]) -> None:
    name, connection = server
    found = findings(name, version(connection, name), ORDERS, "ALTER TABLE orders DROP PRIMARY KEY;", "RW105", "RW107")
    [text] = {fix.text for f in found for fix in f.fixes if "ADD PRIMARY KEY" in fix.text}
    made(connection)
    run(connection, name, text.replace("<columns>", "id, total"))
    assert facts(name, connection, "history")["table orders index PRIMARY"]


def run(connection: Any, name: str, text: str) -> None:
    """Run the statements of a recipe."""
    for statement in engine(name).parse(Source("recipe.sql", text), None):
        assert refusal(connection, statement.text) == "", statement.text


# --- in steps


class Case(NamedTuple):
    """A migration, and what is counted in the end beside the schema."""

    sql: str
    question: str = "SELECT COUNT(*) FROM orders"
    same: bool = True  # the schema is that of the statement
    engines: tuple[str, ...] = FAMILY  # where it copies


CASES = {
    "an integer that grows": Case(
        "ALTER TABLE orders MODIFY total bigint NOT NULL", "SELECT COUNT(*) FROM orders WHERE total > 0"
    ),
    "a text that grows": Case(
        "ALTER TABLE orders CHANGE note note varchar(300) NULL COMMENT 'free'",
        "SELECT COUNT(*) FROM orders WHERE note <> ''",
    ),
    "a default that is computed": Case(
        "ALTER TABLE orders ADD COLUMN code varchar(60) NOT NULL DEFAULT (CONCAT(note, '!'))",
        "SELECT COUNT(*) FROM orders WHERE code = CONCAT(note, '!')",
        engines=("mysql",),
    ),
    "a stored value": Case(
        "ALTER TABLE orders ADD COLUMN twice bigint GENERATED ALWAYS AS (total * 2) STORED",
        "SELECT COUNT(*) FROM orders WHERE twice = total * 2",
        same=False,
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_steps_lead_to_the_same_schema_while_old_code_runs(server: tuple[str, Any], case: Case) -> None:
    name, connection = server
    number = version(connection, name)
    codes = ("RW101", "RW105", "RW107")  # RW107: newer servers let writes go on while they copy
    fixes = [fix for f in findings(name, number, ORDERS, f"{case.sql};", *codes) for fix in f.fixes]
    assert bool(fixes) == (name in case.engines)
    if not fixes:
        return
    made(connection)
    assert refusal(connection, case.sql) == ""
    wanted = facts(name, connection, "history")
    made(connection)
    locked = False
    for statement in engine(name).parse(Source("recipe.sql", fixes[0].text), None):
        assert refusal(connection, statement.text) == "", statement.text
        locked = statement.kind == "LOCK" or (locked and statement.kind != "UNLOCK")
        assert locked or refusal(connection, OLD_CODE) == "", statement.text
    if case.same:
        assert facts(name, connection, "history") == wanted, fixes[0].text
    [(found,)], [(all_of_them,)] = rows(connection, case.question), rows(connection, "SELECT COUNT(*) FROM orders")
    assert found == all_of_them > 2


def made(connection: Any) -> None:
    """The table, with its rows, in a new database."""
    emptied(connection)
    for sql in (ORDERS, ROWS):
        assert refusal(connection, sql) == ""
