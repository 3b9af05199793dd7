"""Rows of the coverage whose rule is a general one: that it speaks of this very hazard is shown here.

What a rule was made for is shown on its page.
"""

from __future__ import annotations

from typing import Any

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.coverage import load
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

BASE = """
CREATE TABLE users (id bigint PRIMARY KEY, email text, nick varchar(20));
CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint CONSTRAINT orders_user REFERENCES users, note text, total int,
  CONSTRAINT orders_note_key UNIQUE (note));
CREATE INDEX orders_user_id_idx ON orders (user_id);
CREATE TABLE lines (id bigint PRIMARY KEY, order_id bigint REFERENCES orders, tags text[]);
CREATE INDEX lines_tags_idx ON lines USING gin (tags);
CREATE TABLE events (id bigint NOT NULL, at date NOT NULL, note text) PARTITION BY RANGE (at);
CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE VIEW notes AS SELECT id, note FROM orders;
CREATE MATERIALIZED VIEW totals AS SELECT count(*) AS n FROM orders;
CREATE SEQUENCE numbers;
CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TABLE rooms (id bigint PRIMARY KEY, during tstzrange, CONSTRAINT rooms_during EXCLUDE USING gist (during WITH &&));
CREATE FUNCTION plain() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION act() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
"""
# row, the migration, the rule that speaks of it, and what else is special
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("I8", "CREATE INDEX CONCURRENTLY i ON events (note);", "RE101", {}),
    ("I8", "DROP INDEX CONCURRENTLY orders_note_key;", "RE101", {}),
    ("I12", "ALTER TABLE orders ADD CONSTRAINT twice UNIQUE (total, total);", "RE101", {}),
    ("I14", "ALTER TABLE orders ADD COLUMN c text; CREATE INDEX i ON orders (c);", "LK101", {"wrapper": "explicit"}),
    ("I17", "DROP INDEX orders_note_key;", "RE101", {}),
    ("C2", "ALTER TABLE orders DROP CONSTRAINT orders_user;", "TX102", {}),
    ("C3", "CREATE TABLE fresh (id bigint PRIMARY KEY, user_id bigint REFERENCES users);", "TX102", {}),
    (
        "C4",
        "ALTER TABLE lines ADD u int; ALTER TABLE orders ADD u int; ALTER TABLE users ADD u int;",
        "TX106",
        {"wrapper": "explicit"},
    ),
    ("C5", "ALTER TABLE lines ADD COLUMN user_id bigint DEFAULT 1 REFERENCES users;", "LK105", {}),
    ("C11", "ALTER TABLE orders ADD COLUMN c int CHECK (c > 0);", "LK106", {}),
    (
        "C15",
        "ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX e; ALTER TABLE w ADD PRIMARY KEY USING INDEX w1;",
        "LK107",
        {"history": "CREATE UNIQUE INDEX e ON users (email); CREATE TABLE w (c int); CREATE UNIQUE INDEX w1 ON w (c);"},
    ),
    ("D10", "ALTER TABLE orders DROP COLUMN user_id;", "DL101", {}),
    ("D15", "ALTER TABLE orders ALTER COLUMN note TYPE uuid;", "RE101", {}),
    ("D16", 'ALTER TABLE orders ALTER COLUMN note TYPE text COLLATE "C";', "RW102", {"history": "DROP VIEW notes;"}),
    ("T2", "DROP TABLE lines;", "TX102", {}),
    ("T5", "DROP DATABASE app;", "TX101", {"wrapper": "explicit"}),
    ("T18", "ALTER TABLE events ADD PRIMARY KEY (id);", "RE101", {}),
    ("T21", "ALTER TABLE orders DROP COLUMN note;", "RE101", {}),
    ("T22", "CREATE TRIGGER t BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION act();", "TX102", {}),
    (
        "T26",
        "ALTER TYPE state ADD VALUE 'new'; UPDATE jobs SET s = 'new';",
        "RE101",
        {"wrapper": "explicit", "history": "CREATE TABLE jobs (s state);"},
    ),
    ("X7", "ALTER TABLE orders ALTER total TYPE bigint; ALTER TABLE orders ALTER id TYPE numeric;", "RW101", {}),
    ("M1", "CREATE DOMAIN d AS int CHECK (VALUE > 0); ALTER TABLE orders ADD COLUMN c d;", "RW103", {}),
    (
        "M2",
        "SET timezone = 'UTC'; ALTER TABLE logs ALTER at TYPE timestamptz;",
        "RW102",
        {"history": "CREATE TABLE logs (at timestamp); CREATE INDEX ON logs (at);"},
    ),
    (
        "M3",
        "ALTER TABLE users ALTER nick TYPE varchar(40);",
        "RW102",
        {"history": "CREATE INDEX n ON users (lower(nick));"},
    ),
    ("M4", "ALTER SEQUENCE numbers INCREMENT BY 5;", "TX102", {}),
    ("M5", "DROP TABLE events_1;", "DL102", {}),
    ("M7", "ALTER TABLE events DETACH PARTITION events_1 CONCURRENTLY;", "RE101", {}),
    ("M8", "ALTER TABLE orders DROP COLUMN user_id;", "TX102", {}),
    ("M12", "ALTER TABLE orders OWNER TO app;", "TX102", {}),
    ("M12", "ALTER TABLE orders REPLICA IDENTITY FULL;", "TX102", {}),
    ("M12", "CREATE POLICY p ON orders USING (true);", "TX102", {}),
    ("M13", "CREATE OR REPLACE VIEW notes AS SELECT id, note FROM orders WHERE id > 0;", "TX102", {}),
    (
        "M14",
        "INSERT INTO late VALUES (1); ALTER TABLE late ADD COLUMN c int;",
        "RE103",
        {
            "wrapper": "explicit",
            "history": "CREATE TABLE late (u bigint REFERENCES users DEFERRABLE INITIALLY DEFERRED);",
        },
    ),
    ("M15", "CREATE OR REPLACE VIEW notes AS SELECT id FROM orders;", "RE101", {}),
    ("M15", "CREATE OR REPLACE FUNCTION plain() RETURNS text LANGUAGE sql AS 'SELECT 1::text';", "RE101", {}),
    ("M16", "ALTER TABLE orders ALTER note TYPE varchar(10);", "RE101", {}),
    ("M16", "ALTER TABLE events ALTER at TYPE timestamp;", "RE101", {}),
    (
        "M17",
        "ALTER TABLE users ADD CONSTRAINT u UNIQUE USING INDEX part;",
        "RE101",
        {"history": "CREATE UNIQUE INDEX part ON users (email) WHERE nick = '';"},
    ),
    ("M17", "REINDEX INDEX CONCURRENTLY rooms_during;", "RE101", {}),
    ("M17", "REFRESH MATERIALIZED VIEW CONCURRENTLY totals;", "RE101", {}),
    (
        "M18",
        "ALTER TABLE orders DROP CONSTRAINT c, ALTER total SET NOT NULL;",
        "LK107",
        {"history": "ALTER TABLE orders ADD CONSTRAINT c CHECK (total IS NOT NULL);"},
    ),
    ("M20", "ALTER INDEX lines_tags_idx SET (fastupdate = off);", "TX102", {}),
    ("M21", "ALTER TABLE orders SET (user_catalog_table = true);", "TX102", {}),
    ("M22", "CREATE INDEX IF NOT EXISTS orders_user_id_idx ON orders (user_id);", "TX102", {}),
    ("M23", "ALTER SEQUENCE numbers OWNER TO app;", "TX102", {}),
    ("M23", "ALTER VIEW notes SET (security_barrier = true);", "TX102", {}),
]
ROWS = {entry.id.rstrip("abcdefg"): entry for entry in load()["PostgreSQL migrations"]}
RULES = packs.select(packs.load_rules(), profile="audit")


@pytest.mark.parametrize(
    ("row", "sql", "code", "special"), CASES, ids=[f"{c[0]}-{c[2]}-{i}" for i, c in enumerate(CASES)]
)
def test_the_rule_speaks_of_the_hazard(row: str, sql: str, code: str, special: dict[str, Any]) -> None:
    history = Source("1.sql", BASE + special.get("history", ""))
    migrations = [
        Migration(id="1", source=history, pending=False),
        Migration(id="2", source=Source("2.sql", sql), wrapper=special.get("wrapper", "none")),
    ]
    found = lint.judge(migrations, engine="postgres", version="18", ruleset=packs.Ruleset(RULES))
    assert code in {f.code for f in found}
    assert code in ROWS[row].rules
