"""The migrations that take a table apart: a server takes them, with rows there and old and new code writing meanwhile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.normalize.analysis import judge
from dbarch_lint.normalize.text import migration_text
from dbarch_lint.source import Source
from dbarch_lint.splits import Phase
from tests.history import after

pytestmark = pytest.mark.live

ORDERS = """CREATE TABLE orders (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_email text NOT NULL,
  customer_name text NOT NULL, city text DEFAULT 'Rome', country text, extra json, net numeric NOT NULL,
  gross numeric GENERATED ALWAYS AS (net * 2) STORED, CHECK (customer_name <> ''));
CREATE INDEX ON orders (city);"""
OLD = "INSERT INTO orders (customer_email, customer_name, city, country, net) VALUES ({})"


class Case(NamedTuple):
    """A schema and its dependencies; rows; what code does after each phase; and what then must hold."""

    schema: str
    declared: dict[str, list[str]]
    rows: str
    code: dict[str, str]
    answers: dict[str, list[tuple[Any, ...]]]


CASES = {
    "a chain": Case(
        ORDERS,
        {"orders": ["customer_email -> customer_name, city, extra", "city -> country"]},
        OLD.format("'a@x', 'Ann', 'Oslo', 'NO', 1), ('a@x', 'Ann', 'Oslo', 'NO', 2), ('b@x', 'Bob', NULL, NULL, 3"),
        {
            "expand": OLD.format("'c@x', 'Cid', 'Bern', 'CH', 4")
            + "; UPDATE orders SET customer_name = 'Anna' WHERE customer_email = 'a@x'",
            "relax": "INSERT INTO orders (customer_email, net) VALUES ('a@x', 5); "
            "UPDATE customers SET customer_name = 'Anne' WHERE customer_email = 'a@x'; "
            "UPDATE orders SET customer_email = 'c@x' WHERE net = 2",
            "contract": "INSERT INTO customers (customer_email, customer_name) VALUES ('d@x', 'Dan'); "
            "INSERT INTO orders (customer_email, net) VALUES ('d@x', 6)",
        },
        {
            "SELECT net, customer_email, gross FROM orders ORDER BY net": [
                (1, "a@x", 2), (2, "c@x", 4), (3, "b@x", 6), (4, "c@x", 8), (5, "a@x", 10), (6, "d@x", 12),
            ],
            "SELECT customer_email, customer_name, city FROM customers ORDER BY 1": [
                ("a@x", "Anne", "Oslo"), ("b@x", "Bob", None), ("c@x", "Cid", "Bern"), ("d@x", "Dan", None),
            ],
            "SELECT * FROM cities ORDER BY 1": [("Bern", "CH"), ("Oslo", "NO")],
            "SELECT count(*) FROM pg_constraint WHERE contype = 'f' AND convalidated": [(2,)],
        },
    ),
    "a part of a key": Case(
        """CREATE TABLE "order lines" ("order" int, product int, "the name" text, n int, PRIMARY KEY ("order", product))""",
        {"order lines": ['product -> "the name"']},
        """INSERT INTO "order lines" VALUES (1, 1, 'pen', 5), (2, 1, 'pen', 6), (2, 2, NULL, 7)""",
        {
            "expand": """INSERT INTO "order lines" VALUES (3, 3, 'ink', 8)""",
            "contract": """INSERT INTO "order lines" VALUES (3, 1, 9)""",
        },
        {
            "SELECT * FROM products ORDER BY 1": [(1, "pen"), (2, None), (3, "ink")],
            """SELECT count(*) FROM "order lines" JOIN products USING (product)""": [(5,)],
        },
    ),
    "a table is there for it": Case(
        """CREATE TABLE products (id int PRIMARY KEY, name text);
        CREATE TABLE lines (id int PRIMARY KEY, product int NOT NULL REFERENCES products, maker text NOT NULL, land text)""",
        {"lines": ["product -> maker, land"]},
        "INSERT INTO products VALUES (1, 'pen'), (2, 'ink'), (3, 'cup'); "
        "INSERT INTO lines VALUES (1, 1, 'Bic', 'FR'), (2, 1, 'Bic', 'FR'), (3, 2, 'Rohrer', NULL)",
        {
            "expand": "INSERT INTO lines VALUES (4, 3, 'Meissen', 'DE'); UPDATE lines SET maker = 'BIC' WHERE product = 1",
            "relax": "UPDATE products SET land = 'CH' WHERE id = 2; INSERT INTO lines (id, product) VALUES (5, 2); "
            "UPDATE lines SET product = 1 WHERE id = 3",
            "contract": "INSERT INTO lines VALUES (6, 2)",
        },
        {
            "SELECT * FROM products ORDER BY 1": [
                (1, "pen", "BIC", "FR"), (2, "ink", "Rohrer", "CH"), (3, "cup", "Meissen", "DE"),
            ],
            "SELECT product FROM lines ORDER BY id": [(1,), (1,), (1,), (3,), (2,), (2,)],
        },
    ),
    "what determines it may be unknown": Case(
        "CREATE TABLE address (id int PRIMARY KEY, zip text, city text NOT NULL)",
        {"address": ["zip -> city"]},
        "INSERT INTO address VALUES (1, '1000', 'Bern'), (2, '1000', 'Bern')",
        {"expand": "INSERT INTO address VALUES (3, '2000', 'Basel')"},
        {"SELECT * FROM zip ORDER BY 1": [("1000", "Bern"), ("2000", "Basel")]},
    ),
    "two keys of one thing": Case(
        "CREATE TABLE shipments (supplier text, name text NOT NULL, part int, n int, PRIMARY KEY (supplier, part))",
        {"shipments": ["supplier -> name", "name -> supplier"]},
        "INSERT INTO shipments VALUES ('S1', 'Smith', 1, 5), ('S1', 'Smith', 2, 6)",
        {"expand": "INSERT INTO shipments VALUES ('S2', 'Jones', 1, 5)"},
        {"SELECT * FROM suppliers ORDER BY 1": [("S1", "Smith"), ("S2", "Jones")]},
    ),
    "two facts in one": Case(
        "CREATE TABLE courses (course text, teacher text, book text, PRIMARY KEY (course, teacher, book))",
        {"courses": ["course ->> teacher"]},
        "INSERT INTO courses SELECT 'sql', t, b FROM unnest('{ann,bob}'::text[]) t, unnest('{x,y}'::text[]) b",
        {
            "expand": "INSERT INTO courses VALUES ('c', 'cid', 'z'); DELETE FROM courses WHERE teacher = 'bob'; "
            "UPDATE courses SET book = 'w' WHERE book = 'x'",
        },
        {
            "SELECT * FROM course_teachers ORDER BY 1, 2": [("c", "cid"), ("sql", "ann")],
            "SELECT * FROM course_books ORDER BY 1, 2": [("c", "z"), ("sql", "w"), ("sql", "y")],
        },
    ),
}  # fmt: skip


@pytest.fixture
def database(server: Any) -> Iterator[Any]:
    """An empty schema."""
    server.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    yield server
    server.rollback()


def phases(case: Case) -> Sequence[Phase]:
    catalog = after(case.schema)
    [judged] = [j for j in judge(catalog, case.declared) if j.split is not None]
    assert judged.split is not None
    return engine("postgres").take_apart(judged.split, catalog)


@pytest.mark.parametrize("name", CASES)
def test_old_and_new_code_survive_the_migrations(name: str, database: Any) -> None:
    case = CASES[name]
    database.execute(case.schema)
    database.execute(case.rows)
    for phase in phases(case):
        for statement in phase.statements:
            database.execute(statement)
        database.execute(case.code.get(phase.name, "SELECT"))
    for question, answer in case.answers.items():
        assert database.execute(question).fetchall() == answer


@pytest.mark.parametrize("name", CASES)
def test_the_migrations_upset_no_rule_and_replay_to_what_the_server_has(name: str, database: Any) -> None:
    case = CASES[name]
    steps = [migration_text(p, str(n)) for n, p in enumerate(phases(case))]
    history = [Migration(id="0", source=Source("0.sql", case.schema), pending=False)]
    history += [
        Migration(id=str(n), source=Source(f"{n}.sql", text), wrapper="explicit" if phase.transaction else "none")
        for n, (text, phase) in enumerate(zip(steps, phases(case), strict=True), 1)
    ]
    rules = packs.select(packs.load_rules())
    ruleset = packs.Ruleset(rules)
    found = lint.judge(history, engine="postgres", version="17", ruleset=ruleset)
    schema = [Migration(id="0", source=Source("0.sql", case.schema))]
    known = {f.code for f in lint.judge(schema, engine="postgres", version="17", ruleset=ruleset)}  # what it began with
    assert [f"{f.code} {f.message}" for f in found if f.code not in known] == []


def test_a_dependency_that_does_not_hold_stops_the_fill(database: Any) -> None:
    import psycopg

    case = CASES["a part of a key"]
    database.execute(case.schema)
    database.execute("""INSERT INTO "order lines" VALUES (1, 1, 'pen', 5), (2, 1, NULL, 6)""")
    fill = next(phase for phase in phases(case) if phase.name == "fill")
    with pytest.raises(psycopg.Error, match="rows with the same product disagree on the name"):
        database.execute(fill.statements[0])


def test_what_would_have_no_place_stops_the_fill(database: Any) -> None:
    import psycopg

    case = CASES["what determines it may be unknown"]
    database.execute(case.schema)
    database.execute("INSERT INTO address VALUES (1, NULL, 'Bern')")
    fill = next(phase for phase in phases(case) if phase.name == "fill")
    with pytest.raises(psycopg.Error, match="address: rows without zip hold city"):
        database.execute(";".join(fill.statements))
