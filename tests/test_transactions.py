"""Which transaction a statement runs in, which locks it keeps, and what the user of a tool is told to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from dbarch_lint import effects, frameworks, lint, packs
from dbarch_lint.context import Context
from dbarch_lint.engines import engine
from dbarch_lint.findings import Finding
from dbarch_lint.ledger import Ledger
from dbarch_lint.migrations import RUNNERS, Migration, Wrapper
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation
from dbarch_lint.packs import Ruleset
from dbarch_lint.replay import Deployment, Replayed
from dbarch_lint.source import Source
from tests.history import VERSION, replayed

ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint);"
BUILD = "CREATE INDEX CONCURRENTLY i ON orders (customer_id);"
PLAIN = "CREATE INDEX i ON orders (customer_id);"
RULES = packs.load_rules()
POSTGRES = engine("postgres")
MODEL = effects.load("postgres", VERSION)


def found(code: str, text: str, framework: str = "", wrapper: Wrapper = "none", run: str = "") -> list[Finding]:
    migrations = [
        Migration(id="1", source=Source("1.sql", ORDERS), pending=False),
        Migration(id="2", source=Source("2.sql", text), framework=framework, wrapper=wrapper, run=run),
    ]
    rule = packs.find(RULES, code)
    assert rule is not None
    return lint.judge(migrations, engine="postgres", version="", ruleset=Ruleset([rule], {}, known=RULES))


def contexts(history: Replayed) -> list[Context]:
    whole = Deployment((history,))
    return [Context(POSTGRES, MODEL, whole, 0, i, step.before) for i, step in enumerate(history.steps)]


def test_commit_in_a_text_that_is_sent_as_one_string_begins_another_transaction() -> None:
    (history,) = replayed("CREATE TABLE a (i int); COMMIT; CREATE TABLE b (i int);", wrapper="implicit")
    first, _, last = (step.transaction for step in history.steps)
    assert (first.kind, last.kind) == ("implicit", "implicit")
    assert first.number != last.number


def test_begin_takes_over_what_was_sent_before_it_in_the_same_string() -> None:
    (history,) = replayed(f"{ORDERS} BEGIN; DROP TABLE orders; ROLLBACK;", wrapper="implicit")
    numbers = {step.transaction.number for step in history.steps}
    assert len(numbers) == 1
    assert history.after.table(Name("public", "orders")) is None, "ROLLBACK takes back what came before BEGIN, too"


def test_a_commit_sent_by_itself_ends_the_transaction_of_the_tool() -> None:
    (history,) = replayed("CREATE TABLE a (i int); COMMIT; CREATE TABLE b (i int);", wrapper="explicit")
    assert not history.steps[-1].transaction.open


def test_a_statement_about_an_unknown_table_shows_that_the_history_begins_earlier() -> None:
    (history,) = replayed("CREATE INDEX i ON orders (id);")
    assert not history.steps[0].before.complete
    (history,) = replayed("ALTER TABLE IF EXISTS orders ADD COLUMN a int;")
    assert history.steps[0].before.complete


def test_locks_are_held_until_the_transaction_ends() -> None:
    _, history = replayed(ORDERS, "BEGIN; ALTER TABLE orders ADD a int; SELECT 1; COMMIT; SELECT 2;")
    held = [{str(h.relation): h.lock for h in ctx.held.values()} for ctx in contexts(history)]
    assert held == [{}, {}, {"orders": "ACCESS EXCLUSIVE"}, {"orders": "ACCESS EXCLUSIVE"}, {}]


def test_the_strongest_lock_is_remembered() -> None:
    _, history = replayed(ORDERS, "BEGIN; ALTER TABLE orders ADD a int; UPDATE orders SET a = 1; SELECT 1; COMMIT;")
    held = contexts(history)[3].held[Name("public", "orders")]
    assert held.lock == "ACCESS EXCLUSIVE"
    assert held.statement.text.startswith("ALTER")


def test_new_tables_are_nobodys_to_wait_for() -> None:
    (history,) = replayed(f"BEGIN; {ORDERS} ALTER TABLE orders ADD a int; SELECT 1; COMMIT;")
    assert not contexts(history)[3].held


def test_a_block_is_a_transaction_and_commit_in_it_ends_it() -> None:
    block = "DO $$ BEGIN ALTER TABLE orders ADD a int; UPDATE orders SET a = 1; {} UPDATE orders SET a = 2; END $$;"
    lock = {}
    for commit in ("", "COMMIT;"):
        _, history = replayed(ORDERS, block.format(commit))
        lock[commit] = Name("public", "orders") in contexts(history)[-1].held
    assert lock == {"": True, "COMMIT;": False}


def test_locks_to_come_are_those_of_other_statements() -> None:
    _, history = replayed(
        ORDERS, "BEGIN; ALTER TABLE orders ADD a int, ADD b int; ALTER TABLE orders ADD c int; COMMIT;"
    )
    orders = Name("public", "orders")
    _, first, second, third, _ = contexts(history)
    assert [c.locked_later(orders) is not None for c in (first, second, third)] == [True, True, False]
    assert second.together == first.together


def test_the_effects_of_each_step_are_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of thousands of updates after an ALTER TABLE exist."""
    text = "BEGIN; ALTER TABLE orders ADD a int;" + "UPDATE orders SET a = 1;" * 50 + "COMMIT;"
    _, history = replayed(ORDERS, text)
    calls: list[Operation] = []
    ask = MODEL.effects

    def counted(_: effects.Model, op: Operation, *state: Any) -> tuple[effects.Effect, ...]:
        calls.append(op)
        return ask(op, *state)

    monkeypatch.setattr(effects.Model, "effects", counted)
    assert all(ctx.held for ctx in contexts(history)[2:-1])
    assert calls == [step.operation for step in history.steps[:-1]]  # what nobody asks of is not looked up
    whole = Deployment((history,))
    assert Ledger.of(whole, MODEL) is Ledger.of(whole, MODEL)


# --- what the tools' users are told


def test_every_tool_is_described() -> None:
    assert RUNNERS.keys() == set(frameworks.NAMES) - {"sql-files"}


def test_migrations_know_their_tool(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    (folder / "1_a.sql").write_text("-- +goose Up\nSELECT 1;\n", encoding="utf-8")
    (project,) = frameworks.discover(folder, root=tmp_path)
    (migration,) = frameworks.migrations(project)
    assert (migration.framework, migration.runner.name) == ("goose", "goose")


WAYS_OUT = {
    "dbmate": "`-- migrate:up transaction:false`",
    "diesel": "`run_in_transaction = false`",
    "drizzle": "by hand",
    "flyway": "`flyway.postgresql.transactional.lock=false`",
    "golang-migrate": "alone",
    "goose": "`-- +goose NO TRANSACTION`",
    "prisma": "alone",
    "sqlx": "`-- no-transaction`",
    "supabase": "alone",
}


@pytest.mark.parametrize(("framework", "words"), WAYS_OUT.items())
def test_the_message_says_what_this_tool_wants(framework: str, words: str) -> None:
    wrapper: Wrapper = "implicit" if words == "alone" else "explicit"
    run = "all" if framework == "drizzle" else ""
    (finding,) = found("TX101", f"SET work_mem = '1MB'; {BUILD}", framework, wrapper, run)
    assert words in finding.message
    (finding,) = found("LK101", f"SET work_mem = '1MB'; {PLAIN}", framework, wrapper, run)
    (fix,) = finding.fixes
    assert fix.applicability == "manual"
    assert words in fix.text
    assert BUILD in fix.text


@pytest.mark.parametrize(
    ("statement", "declared", "held"),
    [
        ("CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)", False, True),
        ("drop index\n  concurrently i", False, False),
        ("REINDEX TABLE CONCURRENTLY a", True, True),
        ("REINDEX DATABASE CONCURRENTLY", False, True),
        ("VACUUM a", False, False),
        ("ALTER TABLE a DETACH PARTITION b CONCURRENTLY", True, False),
        ("DO $$ BEGIN COMMIT; END $$", True, False),
    ],
)
def test_flyway_wants_no_more_than_a_statement_needs(statement: str, *, declared: bool, held: bool) -> None:
    """Only what waits for all older snapshots waits for the lock that Flyway holds in a transaction."""
    migration = Migration(id="1", source=Source("1.sql", statement), framework="flyway")
    said = migration.leave(statement)
    assert ("executeInTransaction=false" in said, "transactional.lock=false" in said) == (declared, held)
    settled = msgspec.structs.replace(migration, unlocked=True).leave(statement)
    assert ("executeInTransaction=false" in settled, "transactional.lock=false" in settled) == (declared, False)


CUT = """CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN NEW;  -- as it is
END $$;
"""


@pytest.mark.parametrize(
    ("framework", "text", "line"),
    [
        ("goose", CUT, 3),
        ("sql-migrate", CUT, 3),
        ("dbmate", CUT, 0),
        ("goose", f"-- +goose StatementBegin\n{CUT}-- +goose StatementEnd\n", 0),
        ("goose", f"-- +goose StatementBegin\nSELECT 1;\n-- +goose StatementEnd\n{CUT}", 6),
        ("sql-migrate", f"-- +migrate StatementBegin\n{CUT}-- +migrate StatementEnd\n", 0),
        ("goose", CUT.replace("\n", " "), 0),
        ("goose", "INSERT INTO orders VALUES (1), -- one;\n(2);\nSELECT 1;\n", 0),
        ("goose", "INSERT INTO orders VALUES (1)\n-- more of them;\n, (2);\n", 0),
        ("goose", "COMMENT ON TABLE orders IS 'one;\ntwo';\n", 1),
    ],
)
def test_what_a_tool_cuts_in_two_is_told(framework: str, text: str, line: int) -> None:
    findings = found("HY001", text, framework, "explicit")
    assert [f"`;` of line {line}" in f.message for f in findings] == ([True] if line else [])


def test_recipes_keep_their_statements_whole() -> None:
    (finding,) = found("TX104", "ALTER TABLE orders ADD COLUMN x int; UPDATE orders SET x = 1;", "goose", "explicit")
    (fix,) = finding.fixes
    assert fix.text.splitlines()[1] == "-- +goose StatementBegin"
    assert found("HY001", fix.text, "goose", "none") == []


NEEDING = {  # what Drizzle's transaction makes or changes, and an index that needs it
    "ALTER TABLE orders ADD COLUMN code uuid;": "CREATE INDEX orders_code ON orders (code)",
    "ALTER TABLE orders ADD COLUMN kind text;": "CREATE INDEX orders_kind ON orders (id) WHERE kind = 'a'",
    "ALTER TABLE orders RENAME TO sales;": "CREATE INDEX sales_customer ON sales (customer_id)",
    "ALTER TABLE orders RENAME COLUMN customer_id TO buyer_id;": "CREATE INDEX orders_buyer ON orders (buyer_id)",
    "ALTER TABLE orders DROP CONSTRAINT orders_pkey;": "ALTER TABLE orders ADD CONSTRAINT orders_pkey UNIQUE (customer_id)",
    "DELETE FROM orders WHERE customer_id < 0;": "ALTER TABLE orders ADD UNIQUE (customer_id)",
    "CREATE EXTENSION pg_trgm;": "CREATE INDEX orders_text ON orders USING gin ((customer_id::text) gin_trgm_ops)",
    "ALTER TABLE orders ADD COLUMN note text DEFAULT '';": "ALTER TABLE orders ADD COLUMN mark text DEFAULT '' UNIQUE",
}


@pytest.mark.parametrize(("first", "then"), NEEDING.items())
def test_what_the_deployment_makes_has_its_index_afterwards(first: str, then: str) -> None:
    code = "LK103" if "UNIQUE" in then else "LK101"
    (finding,) = found(code, f"{first} {then};", "drizzle", "explicit", "all")
    (fix,) = finding.fixes
    assert "run it by hand after the deployment" in fix.text
    assert "the next migration" not in fix.text


def test_what_stands_already_can_have_its_index_before() -> None:
    (finding,) = found("LK101", f"ALTER TABLE orders ADD COLUMN code uuid; {PLAIN}", "drizzle", "explicit", "all")
    assert "run it by hand before the deployment" in finding.fixes[0].text


@pytest.mark.parametrize("framework", ["golang-migrate", "prisma", "supabase"])
def test_alone_in_its_file_it_is_in_no_transaction(framework: str) -> None:
    assert not found("TX101", BUILD, framework, "implicit")
    (finding,) = found("LK101", PLAIN, framework, "implicit")
    assert [fix.applicability for fix in finding.fixes] == ["safe"]


def test_a_commit_in_front_helps_only_where_statements_are_sent_one_by_one() -> None:
    assert not found("TX101", f"COMMIT; {BUILD}", "goose", "explicit")
    (finding,) = found("TX101", f"COMMIT; {BUILD}", "sqlx", "explicit")
    assert "as one string" in finding.message


def test_between_begin_and_commit_the_tool_is_not_to_blame() -> None:
    (finding,) = found("TX101", f"BEGIN; {BUILD} COMMIT;")
    assert "BEGIN and COMMIT" in finding.message
    assert finding.message.endswith("move it behind COMMIT")


def test_a_fix_of_several_statements_is_text_where_they_would_be_one_transaction() -> None:
    text = "ALTER TABLE orders ADD CONSTRAINT u UNIQUE (customer_id);"
    for framework, wrapper, applicability in (("", "none", "safe"), ("prisma", "implicit", "manual")):
        (finding,) = found("LK103", text, framework, wrapper)  # type: ignore[arg-type]
        assert [fix.applicability for fix in finding.fixes] == [applicability]


def test_a_short_lock_timeout_is_no_friend_of_a_concurrent_build() -> None:
    (finding,) = found("LK101", f"SET lock_timeout = '2s'; {PLAIN}")
    (fix,) = finding.fixes
    assert fix.applicability == "unsafe"
    assert "lock_timeout = 0" in fix.text


def test_the_next_deployment_is_meant_where_a_tool_runs_all_pending_migrations_in_one_transaction() -> None:
    text = "ALTER TABLE orders ADD CONSTRAINT c CHECK (id > 0);"
    (finding,) = found("LK106", text, "drizzle", "explicit", "all")
    assert "next deployment" in finding.fixes[0].text
    (finding,) = found("LK106", text, "goose", "explicit")
    assert "next migration" in finding.fixes[0].text


@pytest.mark.parametrize(
    ("framework", "rest", "told"),
    [
        ("drizzle", f"SET lock_timeout = 0; {BUILD} RESET lock_timeout;", 0),
        ("drizzle", f"{BUILD} ALTER TABLE orders ADD a int;", 1),
        ("drizzle", "SET lock_timeout = 0;", 1),
        ("goose", BUILD, 1),
    ],
)
def test_where_the_tool_has_no_way_out_of_its_transaction_commit_is_one(framework: str, rest: str, told: int) -> None:
    text = f"ALTER TABLE orders ADD note text; COMMIT; {rest}"
    assert len(found("TX111", text, framework, "explicit", run="all" if framework == "drizzle" else "")) == told
