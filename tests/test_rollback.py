"""Up, then down: the schema is what it was, or the loss is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.replay import replay
from dbarch_lint.rollback import NOTHING, Rollback, rolled_back
from dbarch_lint.source import Source

VERSION = 17
SCHEMA = """
CREATE TABLE customers (id bigint PRIMARY KEY, email text NOT NULL);
CREATE TABLE orders (id bigint PRIMARY KEY, customer_id bigint, note text DEFAULT '', total numeric(10,2) NOT NULL);
CREATE INDEX orders_note_idx ON orders (note);
CREATE VIEW totals AS SELECT id, total FROM orders;
CREATE TYPE mood AS ENUM ('sad', 'happy');
"""
# A statement, and the one that undoes it
PAIRS = [
    ("CREATE TABLE fresh (id bigint PRIMARY KEY)", "DROP TABLE fresh"),
    ("ALTER TABLE orders ADD COLUMN color text DEFAULT 'red'", "ALTER TABLE orders DROP COLUMN color"),
    ("ALTER TABLE orders DROP COLUMN customer_id", "ALTER TABLE orders ADD COLUMN customer_id bigint"),
    ("ALTER TABLE orders RENAME COLUMN note TO remark", "ALTER TABLE orders RENAME COLUMN remark TO note"),
    ("ALTER TABLE customers RENAME TO clients", "ALTER TABLE clients RENAME TO customers"),
    ("ALTER TABLE customers ALTER email DROP NOT NULL", "ALTER TABLE customers ALTER email SET NOT NULL"),
    ("ALTER TABLE customers ALTER email TYPE varchar(9)", "ALTER TABLE customers ALTER email TYPE text"),
    ("CREATE INDEX orders_total_idx ON orders (total)", "DROP INDEX orders_total_idx"),
    ("DROP INDEX orders_note_idx", "CREATE INDEX orders_note_idx ON orders (note)"),
    ("ALTER TABLE orders ADD CONSTRAINT paid CHECK (total > 0)", "ALTER TABLE orders DROP CONSTRAINT paid"),
    ("DROP VIEW totals", "CREATE VIEW totals AS SELECT id, total FROM orders"),
    ("CREATE TYPE size AS ENUM ('s', 'l')", "DROP TYPE size"),
    ("DROP TYPE mood", "CREATE TYPE mood AS ENUM ('sad', 'happy')"),
    ("CREATE EXTENSION pgcrypto", "DROP EXTENSION pgcrypto"),
]
# The same, where the second one forgets something: what is said of it
LOSSES = [
    ("CREATE TABLE fresh (id int)", "SELECT 1", Rollback(left=("table fresh",))),
    ("ALTER TABLE orders ADD a int, ADD b int", "ALTER TABLE orders DROP a", Rollback(left=("column orders.b",))),
    ("DROP VIEW totals", "SELECT 1", Rollback(gone=("view totals",))),
    ("DROP INDEX orders_note_idx", "SELECT 1", Rollback(gone=("index orders_note_idx on orders",))),
    (
        "ALTER TABLE orders DROP total CASCADE",
        "ALTER TABLE orders ADD total numeric(12,2); CREATE VIEW totals AS SELECT id, total FROM orders",
        Rollback(other=("column orders.total (numeric(12,2), was numeric(10,2); optional, was NOT NULL)",)),
    ),
]


def undone(up: str, down: str) -> Rollback:
    """What is not as it was after both."""
    postgres = engine("postgres")
    history = [Migration(id=name, source=Source(f"{name}.sql", text)) for name, text in (("1", SCHEMA), ("2", up))]
    first, second = replay(history, postgres, VERSION)
    back = Migration(id="2", source=Source("2.down.sql", down), direction="down")
    return rolled_back(first.after, second, back, postgres, VERSION)


@given(st.lists(st.sampled_from(PAIRS), min_size=1, unique_by=lambda pair: pair[0]))
def test_a_full_rollback_restores_the_schema(pairs: list[tuple[str, str]]) -> None:
    if any("RENAME COLUMN note" in up for up, _ in pairs):
        pairs = [pair for pair in pairs if "orders_note_idx" not in pair[0]]
    up, down = "; ".join(p[0] for p in pairs), "; ".join(p[1] for p in reversed(pairs))
    assert undone(up, down) == NOTHING


@pytest.mark.parametrize(("up", "down", "loss"), LOSSES)
def test_a_loss_is_named(up: str, down: str, loss: Rollback) -> None:
    assert undone(up, down) == loss


@given(st.lists(st.sampled_from(PAIRS), min_size=2, unique_by=lambda pair: pair[0]), st.data())
def test_a_forgotten_statement_is_noticed(pairs: list[tuple[str, str]], data: st.DataObject) -> None:
    pairs = [pair for pair in pairs if "note" not in pair[0] and "customers" not in pair[0]] or [PAIRS[0]]
    forgotten = data.draw(st.sampled_from(pairs))
    downs = [down for up, down in reversed(pairs) if up != forgotten[0]]
    assert undone("; ".join(p[0] for p in pairs), "; ".join(downs) or "SELECT 1") != NOTHING


@pytest.mark.parametrize("down", ["DO $$ BEGIN EXECUTE current_setting('app.sql'); END $$", "DROP TABEL fresh"])
def test_what_cannot_be_told_is_not_guessed(down: str) -> None:
    assert undone("CREATE TABLE fresh (id int)", down) == NOTHING
