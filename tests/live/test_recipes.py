"""What the recipes of column changes say is what a real server takes, with rows in the tables and old code running."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

pytestmark = pytest.mark.live

ORDERS = "CREATE TABLE orders (id serial PRIMARY KEY, total integer NOT NULL DEFAULT 0, note text);"
STATES = (
    "CREATE TYPE state AS ENUM ('open', 'closed'); CREATE TABLE tickets (id bigint PRIMARY KEY, state state NOT NULL);"
)


class Case(NamedTuple):
    """A history, rows, the migration that is found at fault; what code does after the first step and after the last one;
    and what must hold in the end.
    """

    history: str
    rows: str
    migration: str
    during: str
    question: str
    answer: list[tuple[Any, ...]]
    afterwards: str = ""


TYPE_OF = "SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '{}'::regclass AND attname = '{}'"

CASES = {
    "integer to bigint": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders ALTER COLUMN total TYPE bigint;",
        "INSERT INTO orders (note) VALUES ('from old code')",
        "SELECT total, pg_typeof(total)::text FROM orders ORDER BY total",
        [(0, "bigint"), (0, "bigint"), (1, "bigint"), (2, "bigint")],
        "INSERT INTO orders (note) VALUES ('from old code')",
    ),
    "a key with a sequence and a reference": Case(
        ORDERS + "CREATE TABLE lines (order_id integer REFERENCES orders ON DELETE CASCADE);",
        "INSERT INTO orders (total) VALUES (1), (2); INSERT INTO lines VALUES (1);",
        "ALTER TABLE orders ALTER COLUMN id TYPE bigint;",
        "INSERT INTO orders (note) VALUES ('from old code')",
        "SELECT (SELECT array_agg(id ORDER BY id)::text FROM orders),"
        " (SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f'),"
        " (SELECT seqtypid::regtype::text FROM pg_sequence), (SELECT indisprimary FROM pg_index WHERE indrelid = 'orders'::regclass)",
        [("{1,2,3,4}", "FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE", "bigint", True)],
        "INSERT INTO orders (note) VALUES ('from old code')",
    ),
    "an expression": Case(
        ORDERS,
        "INSERT INTO orders (note) VALUES ('12');",
        "ALTER TABLE orders ALTER COLUMN note TYPE integer USING (note::integer + 1);",
        "INSERT INTO orders (note) VALUES ('30')",
        "SELECT note FROM orders ORDER BY id",
        [(13,), (31,)],
    ),
    "more values": Case(
        STATES,
        "INSERT INTO tickets VALUES (1, 'open');",
        "CREATE TYPE state_new AS ENUM ('new', 'open', 'waiting', 'closed');"
        "ALTER TABLE tickets ALTER COLUMN state TYPE state_new USING state::text::state_new;",
        "INSERT INTO tickets VALUES (2, 'closed')",
        "SELECT array_agg(enumlabel ORDER BY enumsortorder)::text FROM pg_enum",
        [("{new,open,waiting,closed}",)],
    ),
    "times in UTC": Case(
        "CREATE TABLE events (at timestamp);",
        "INSERT INTO events VALUES ('2024-01-01 12:00');",
        "SET timezone = 'Europe/Vienna'; ALTER TABLE events ALTER COLUMN at TYPE timestamptz;",
        "INSERT INTO events VALUES ('2024-01-02 12:00')",
        "SELECT count(*), min(at)::text FROM events",
        [(2, "2024-01-01 12:00:00+00")],
    ),
    "a limit": Case(
        ORDERS,
        "INSERT INTO orders (note) VALUES ('12');",
        "ALTER TABLE orders ALTER COLUMN note TYPE varchar(5);",
        "INSERT INTO orders (note) VALUES ('30')",
        "SELECT pg_get_constraintdef(oid), convalidated FROM pg_constraint WHERE conrelid = 'orders'::regclass AND contype = 'c'",
        [("CHECK ((char_length(note) <= 5))", True)],
    ),
    "a value for each row": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();",
        "INSERT INTO orders (note) VALUES ('from old code')",
        "SELECT count(DISTINCT token), (SELECT attnotnull FROM pg_attribute WHERE attname = 'token') FROM orders",
        [(4, True)],
        "INSERT INTO orders (note) VALUES ('from old code')",
    ),
    "a number for each row": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders ADD COLUMN number bigserial;",
        "INSERT INTO orders (note) VALUES ('from old code')",
        "SELECT array_agg(number ORDER BY number)::text FROM orders",
        [("{1,2,3,4}",)],
        "INSERT INTO orders (note) VALUES ('from old code')",
    ),
    "a stored value": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders ADD COLUMN twice integer GENERATED ALWAYS AS (total * 2) STORED;",
        "INSERT INTO orders (total) VALUES (5)",
        "SELECT array_agg(twice ORDER BY twice)::text FROM orders",
        [("{2,4,10,10}",)],
        "INSERT INTO orders (total) VALUES (5)",
    ),
    "another name for a column": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders RENAME COLUMN note TO remark;",
        "SELECT note FROM orders",
        "SELECT count(remark) FROM orders",
        [(0,)],
    ),
    "a column of a key": Case(
        "CREATE TABLE events (at timestamp PRIMARY KEY);",
        "INSERT INTO events VALUES ('2024-01-01 12:00');",
        "SET timezone = 'UTC'; ALTER TABLE events ALTER COLUMN at TYPE timestamptz;",
        "INSERT INTO events VALUES ('2024-01-02 12:00')",
        TYPE_OF.format("events", "at"),
        [("timestamp with time zone",)],
    ),
    "a view for a table": Case(
        ORDERS,
        "INSERT INTO orders (total) VALUES (1), (2);",
        "ALTER TABLE orders RENAME TO purchases;",
        "SELECT total FROM orders",
        "SELECT count(*), to_regclass('orders') IS NULL FROM purchases",
        [(2, True)],
    ),
}


GRAPHS = (
    "CREATE TABLE graphs (check_id uuid NOT NULL); CREATE TABLE docs (id bigint PRIMARY KEY);"
    "CREATE SCHEMA IF NOT EXISTS other; CREATE DOMAIN ticket AS uuid DEFAULT gen_random_uuid();"
)
# Statements, each with what fills the blank in its recipe: the steps lead to the schema that the statement makes.
SAME = {
    "ADD COLUMN id uuid PRIMARY KEY DEFAULT gen_random_uuid()": "",
    "ADD COLUMN id uuid DEFAULT gen_random_uuid() CONSTRAINT told NOT NULL UNIQUE DEFERRABLE": "",
    "ADD COLUMN id uuid DEFAULT gen_random_uuid(), ADD PRIMARY KEY (check_id, id)": "",
    "ADD COLUMN id uuid DEFAULT gen_random_uuid(), ALTER COLUMN id SET NOT NULL": "",
    "ADD COLUMN id serial CHECK (id > 0) NO INHERIT": "",
    "ADD COLUMN id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY": "",
    'ADD COLUMN "Id" bigint GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME numbers START WITH 100 INCREMENT BY 10)': "",
    "ADD COLUMN id ticket NOT NULL": "",
    "ADD COLUMN a uuid DEFAULT gen_random_uuid(), ADD COLUMN b uuid DEFAULT gen_random_uuid(), ADD UNIQUE (a, b)": "",
    "ADD COLUMN doc_id bigint NOT NULL REFERENCES docs ON DELETE CASCADE": "7",
    "ADD COLUMN doc bigint NOT NULL CONSTRAINT own REFERENCES docs MATCH FULL DEFERRABLE INITIALLY DEFERRED": "7",
    "ADD COLUMN doc bigint NOT NULL, ADD CHECK (doc > 0), ADD FOREIGN KEY (doc) REFERENCES docs ON UPDATE SET NULL": "7",
    'ADD COLUMN name text COLLATE "C" NOT NULL UNIQUE CHECK (length(name) > 2)': "gen_random_uuid()::text",
}
SCHEMA = """
    SELECT 'column', attname::text, format_type(atttypid, atttypmod), attnotnull::text, attidentity::text, attcollation::regcollation::text,
           (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = attrelid AND adnum = attnum)
      FROM pg_attribute WHERE attrelid = 'graphs'::regclass AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT 'constraint', conname::text, pg_get_constraintdef(oid), convalidated::text, '', '', ''
      FROM pg_constraint WHERE conrelid = 'graphs'::regclass AND contype <> 'n'  -- NOT NULL has names from 18 on
    UNION ALL SELECT 'index', relname::text, pg_get_indexdef(indexrelid), indisvalid::text, '', '', ''
      FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE indrelid = 'graphs'::regclass
    UNION ALL SELECT 'sequence', seqrelid::regclass::text, seqtypid::regtype::text, seqstart::text, seqincrement::text,
           (SELECT string_agg(refobjid::regclass || '.' || refobjsubid || deptype::text, ',') FROM pg_depend
             WHERE objid = seqrelid AND refclassid = 'pg_class'::regclass), ''
      FROM pg_sequence
    ORDER BY 1, 2, 3"""


@pytest.fixture
def database(server: Any) -> Iterator[Any]:
    """An empty schema."""
    server.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; SET timezone = 'UTC'")
    yield server
    server.rollback()


def recipe(case: Case, version: str) -> list[str]:
    """The statements of the only recipe that the linter has for the migration."""
    migrations = [
        Migration(id="1", source=Source("1.sql", case.history), pending=False),
        Migration(id="2", source=Source("2.sql", case.migration)),
    ]
    rules = [r for r in packs.select(packs.load_rules(), engine="postgres") if r.code[:2] in {"RW", "MF", "BC", "DL"}]
    found = lint.judge(migrations, engine="postgres", version=version, ruleset=packs.Ruleset(rules))
    [fix] = [fix for f in found for fix in f.fixes]
    parse = engine("postgres").parse
    return [s.text for s in parse(Source("recipe.sql", fix.text), None)]


@pytest.mark.parametrize("version", ["13", "18"])
@pytest.mark.parametrize("name", CASES)
def test_server_takes_the_recipe(name: str, version: str, database: Any) -> None:
    case = CASES[name]
    statements = recipe(case, version)
    database.execute(case.history + case.rows)
    database.execute(statements[0])
    database.execute(case.during)
    for statement in statements[1:]:
        database.execute(statement)
    if case.afterwards:
        database.execute(case.afterwards)
    assert database.execute(case.question).fetchall() == case.answer


# --- what takes the place of a column has all that it had

SHAPE = """
SELECT attrelid::regclass::text, attname::text, format_type(atttypid, atttypmod), attnotnull, attidentity::text,
  pg_get_expr(adbin, adrelid), col_description(attrelid, attnum)
FROM pg_attribute JOIN pg_class c ON c.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
UNION ALL
SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid), convalidated, '', '', ''
FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL
SELECT '', indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid, '', '', ''
FROM pg_index JOIN pg_class ON oid = indrelid WHERE relnamespace = 'public'::regnamespace
UNION ALL
SELECT '', relname::text, pg_get_serial_sequence(a.attrelid::regclass::text, attname), true, '', '', ''
FROM pg_class s JOIN pg_depend ON objid = s.oid AND deptype IN ('a', 'i') AND refobjsubid > 0
JOIN pg_attribute a ON attrelid = refobjid AND attnum = refobjsubid WHERE relkind = 'S'
UNION ALL
SELECT '', proname::text, '', true, '', '', '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace
ORDER BY 1, 2, 3"""

CUSTOMERS = """
CREATE TABLE groups (code text PRIMARY KEY);
CREATE TABLE customers (
  id bigint GENERATED BY DEFAULT AS IDENTITY (INCREMENT BY 2) PRIMARY KEY, number serial UNIQUE, answers json,
  "e mail" varchar(200) COLLATE "C" NOT NULL DEFAULT 'a' REFERENCES groups ON DELETE CASCADE,
  size integer, CHECK (length("e mail") < size), UNIQUE (size, "e mail") DEFERRABLE
);
CREATE UNIQUE INDEX customers_mail ON customers (lower("e mail"), size DESC NULLS LAST) WHERE "e mail" <> '';
CREATE INDEX customers_hash ON customers USING hash ("e mail");
COMMENT ON COLUMN customers."e mail" IS 'where it''s sent';
CREATE TABLE orders (customer_id bigint REFERENCES customers ON DELETE CASCADE, number integer REFERENCES customers (number));
INSERT INTO groups VALUES ('a'), ('b');
INSERT INTO customers (size, answers) VALUES (2, '{}'), (3, NULL);
INSERT INTO orders VALUES (1, 1);
"""
# The column, and what both kinds of code write while both of its names are there.
RENAMED = {
    "id": ("INSERT INTO customers (size) VALUES (5)", "INSERT INTO customers (fresh, size) VALUES (50, 6)"),
    "number": ("INSERT INTO customers (size) VALUES (5)", "UPDATE customers SET fresh = 70 WHERE size = 3"),
    "answers": (
        "UPDATE customers SET answers = '[]' WHERE size = 3",
        "UPDATE customers SET fresh = '1' WHERE size = 2",
    ),
    "e mail": (
        "INSERT INTO customers (\"e mail\", size) VALUES ('b', 5)",
        "INSERT INTO customers (fresh, size) VALUES ('b', 6)",
        "UPDATE customers SET fresh = 'a' WHERE size = 5",
        "UPDATE customers SET \"e mail\" = 'a' WHERE size = 6",
    ),
    "size": ("INSERT INTO customers (size) VALUES (5)", "INSERT INTO customers (fresh) VALUES (6)"),
}


def of_history(database: Any, text: str) -> None:
    database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    database.execute(text)


@pytest.mark.parametrize("version", ["13", "18"])
@pytest.mark.parametrize("column", RENAMED)
def test_a_renamed_column_keeps_all_that_it_had(column: str, version: str, database: Any) -> None:
    migration = f'ALTER TABLE customers RENAME COLUMN "{column}" TO fresh;'
    statements = recipe(Case(CUSTOMERS, "", migration, "", "", []), version)
    of_history(database, CUSTOMERS + migration)
    wanted = database.execute(SHAPE).fetchall()
    of_history(database, CUSTOMERS)
    for statement in statements:
        if statement == "BEGIN":
            for both in RENAMED[column]:
                database.execute(both)
            same = f'SELECT bool_and("{column}"::text IS NOT DISTINCT FROM fresh::text) FROM customers'
            assert database.execute(same).fetchone() == (True,)
        database.execute(statement.replace("<the next number>", "1000"))
    assert database.execute(SHAPE).fetchall() == wanted
    database.execute("INSERT INTO customers DEFAULT VALUES")


def test_a_column_of_partitions_is_renamed_where_no_index_has_it(database: Any) -> None:
    history = (
        "CREATE TABLE events (day integer NOT NULL, note text NOT NULL DEFAULT 'none') PARTITION BY LIST (day);"
        "CREATE TABLE events_1 PARTITION OF events FOR VALUES IN (1); INSERT INTO events VALUES (1, 'a');"
    )
    migration = "ALTER TABLE events RENAME COLUMN note TO remark;"
    of_history(database, history + migration)
    wanted = database.execute(SHAPE).fetchall()
    statements = recipe(Case(history, "", migration, "", "", []), "18")
    of_history(database, history)
    for statement in statements:
        database.execute(statement.replace("<key>", "day"))
    assert database.execute(SHAPE).fetchall() == wanted
    keyed = history + "CREATE INDEX ON events (note);"
    migrations = [
        Migration(id="1", source=Source("1.sql", keyed)),
        Migration(id="2", source=Source("2.sql", migration)),
    ]
    [rule] = [r for r in packs.load_rules() if r.code == "BC101"]
    [found] = lint.judge(migrations, engine="postgres", version="18", ruleset=packs.Ruleset([rule]))
    assert not found.fixes


TAGS = """
CREATE TABLE tags (id bigint PRIMARY KEY, label text NOT NULL, number integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE pairs (a integer, b integer NOT NULL, PRIMARY KEY (a, b));
CREATE TABLE tagged (tag_id bigint REFERENCES tags);
CREATE VIEW tag_labels AS SELECT id, label FROM tags;
"""


@pytest.mark.parametrize(
    ("migration", "without"),
    [
        ("ALTER TABLE tags DROP COLUMN id CASCADE;", "INSERT INTO tags (label) VALUES ('a')"),
        ("ALTER TABLE tags DROP COLUMN label CASCADE;", "INSERT INTO tags (id) VALUES (1)"),
        ("ALTER TABLE pairs DROP COLUMN b;", "INSERT INTO pairs (a) VALUES (1)"),
    ],
)
def test_a_column_can_be_left_out_before_it_is_dropped(migration: str, without: str, database: Any) -> None:
    *freed, dropped = recipe(Case(TAGS, "", migration, "", "", []), "18")
    of_history(database, TAGS + migration)
    wanted = database.execute(SHAPE).fetchall()
    of_history(database, TAGS)
    for statement in (*freed, without, dropped):
        database.execute(statement)
    assert database.execute(SHAPE).fetchall() == wanted


@pytest.mark.parametrize("column", ["id", "number"])
def test_what_cannot_be_freed_has_no_recipe(column: str) -> None:
    """A key that others refer to, and an identity, which fills itself."""
    migrations = [
        Migration(id="1", source=Source("1.sql", TAGS), pending=False),
        Migration(id="2", source=Source("2.sql", f"ALTER TABLE tags DROP COLUMN {column};")),
    ]
    [rule] = [r for r in packs.load_rules() if r.code == "DL101"]
    [found] = lint.judge(migrations, engine="postgres", version="18", ruleset=packs.Ruleset([rule]))
    assert not found.fixes


@pytest.mark.parametrize("version", ["13", "18"])
@pytest.mark.parametrize("actions", SAME)
def test_steps_lead_to_the_schema_of_the_statement(actions: str, version: str, database: Any) -> None:
    migration = f"ALTER TABLE graphs {actions};"
    statements = recipe(Case(GRAPHS, "", migration, "", "", []), version)
    database.execute(GRAPHS + migration)
    wanted = database.execute(SCHEMA).fetchall()
    database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    database.execute(GRAPHS + "INSERT INTO docs VALUES (7)")
    database.execute("INSERT INTO graphs SELECT gen_random_uuid() FROM generate_series(1, 3)")
    for statement in statements:
        database.execute(statement.replace("...", SAME[actions]))
    assert database.execute(SCHEMA).fetchall() == wanted
