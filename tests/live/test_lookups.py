"""Queries that the linter takes for look-ups are ones that a server answers out of an index, or up to a LIMIT."""

from __future__ import annotations

from typing import Any

import pytest

from dbarch_lint.engines import engine
from dbarch_lint.session import Session
from dbarch_lint.source import Source
from tests.history import replayed

pytestmark = pytest.mark.live

TABLES = """
    CREATE TABLE orders (id bigserial PRIMARY KEY, day date, made timestamptz, note text, UNIQUE (day, note));
    CREATE TABLE events (id bigserial PRIMARY KEY, day date);
    CREATE INDEX orders_made ON orders (made, day DESC);
    CREATE INDEX orders_some ON orders (note) WHERE day IS NULL;
    CREATE TABLE parts (id bigint, k int, PRIMARY KEY (id, k)) PARTITION BY HASH (k);
    CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
    CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
"""
ROWS = """
    INSERT INTO orders (day, made, note)
      SELECT '2024-01-01'::date + n / 9, now() - n * interval '1 s', n FROM generate_series(1, 50000) n;
    INSERT INTO events (day) SELECT '2024-01-01' FROM generate_series(1, 50000);
    INSERT INTO parts SELECT n, n % 7 FROM generate_series(1, 50000) n;
    ANALYZE;
"""
LOOK_UPS = """
    SELECT setval('orders_id_seq', (SELECT max(id) FROM orders))
    SELECT setval('orders_id_seq', coalesce(max(id) + 1, 1), false) FROM orders
    SELECT min(day), max(made), max(orders.id) FROM orders
    SELECT * FROM orders WHERE id = 5
    SELECT * FROM orders WHERE id IN (1, 2, 3) AND note > 'a'
    SELECT * FROM orders WHERE note = 'x' AND day = '2024-01-02'
    SELECT * FROM orders WHERE id = (SELECT min(id) FROM events)
    SELECT id FROM orders ORDER BY id DESC LIMIT 1
    SELECT id FROM orders ORDER BY made, day DESC LIMIT 5
    SELECT id FROM orders ORDER BY made DESC, day LIMIT 5
    SELECT 1 FROM orders LIMIT 1
    SELECT max(id) FROM parts
    SELECT id FROM parts ORDER BY id LIMIT 3
    (SELECT max(id) FROM orders) UNION ALL SELECT id FROM events WHERE id = 7
"""
SEARCHES = """
    SELECT max(note) FROM orders WHERE day > '2024-01-01'
    SELECT max(note) FROM orders
    SELECT max(id), count(*) FROM orders
    SELECT id FROM orders ORDER BY made, day LIMIT 5
    SELECT id FROM orders ORDER BY id DESC NULLS LAST LIMIT 5
    SELECT -id AS made FROM orders ORDER BY made LIMIT 5
    SELECT count(*) FROM orders LIMIT 1
    SELECT DISTINCT day FROM orders LIMIT 1
    SELECT id FROM orders LIMIT 10 OFFSET 20000
    SELECT * FROM orders WHERE day = '2024-01-02'
    SELECT * FROM events e JOIN orders o USING (id) WHERE o.id = 5
    SELECT (SELECT max(id) FROM orders), day FROM events
    WITH orders AS (SELECT day AS id FROM events) SELECT max(id) FROM orders
"""


@pytest.fixture(scope="module")
def filled(server: Any) -> Any:
    """A server with rows in the tables."""
    server.execute(TABLES + ROWS)
    return server


def listed(text: str) -> list[str]:
    """The queries of a text."""
    return [line.strip() for line in text.strip().splitlines()]


def taken_for_a_look_up(query: str) -> bool:
    """What the linter thinks."""
    postgres = engine("postgres")
    (history,) = replayed(TABLES)
    (statement,) = postgres.parse(Source("q.sql", query), None)
    (op,) = postgres.lower(statement)
    return postgres.looks_up(op, history.after, Session(), 18)


@pytest.mark.parametrize("query", listed(LOOK_UPS))
def test_a_server_answers_them_out_of_an_index(query: str, filled: Any) -> None:
    assert taken_for_a_look_up(query)
    plan = [line for (line,) in filled.execute(f"EXPLAIN {query}")]
    assert "Limit" in plan[0] or not any("Seq Scan" in line for line in plan), plan
    assert not any("Sort  (" in line for line in plan), plan


@pytest.mark.parametrize("query", listed(SEARCHES))
def test_the_others_may_read_all_of_a_table(query: str) -> None:
    assert not taken_for_a_look_up(query)
