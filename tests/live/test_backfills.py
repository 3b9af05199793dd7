"""The loop that the linter recommends for a backfill does on a real server what the one statement did, in batches."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from dbarch_lint import lint, packs
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

pytestmark = pytest.mark.live

ROWS = 25_000  # two whole batches, and a part of one
FILL = f"INSERT INTO orders SELECT n, CASE n % 5 WHEN 0 THEN NULL ELSE n END FROM generate_series(1, {ROWS}) n;"


class Case(NamedTuple):
    """A table, the migration that is found at fault, and what must hold after its recipe has run instead.

    `writers`: how many transactions wrote the rows that are there then, at least.
    """

    table: str
    migration: str
    question: str
    writers: int = 3


CASES = {
    "a new column": Case(
        "CREATE TABLE orders (id bigint PRIMARY KEY, total bigint);",
        "ALTER TABLE orders ADD COLUMN cents bigint; UPDATE orders SET cents = total * 100;",
        "SELECT count(*) = 25000 AND count(*) FILTER (WHERE cents IS DISTINCT FROM total * 100) = 0 FROM orders",
    ),
    "some rows of a new column": Case(
        "CREATE TABLE orders (a bigint, total bigint, PRIMARY KEY (a));",
        "ALTER TABLE orders ADD COLUMN cents bigint; UPDATE orders SET cents = 7 WHERE total > 10 OR total < 3;",
        "SELECT count(cents) = count(*) FILTER (WHERE total > 10 OR total < 3) FROM orders",
    ),
    "rows without a value": Case(
        "CREATE TABLE orders (a bigint PRIMARY KEY, b bigint);",
        "UPDATE orders SET b = 7 WHERE b IS NULL;",
        "SELECT count(*) FILTER (WHERE b = CASE a % 5 WHEN 0 THEN 7 ELSE a END) = 25000 FROM orders",
        writers=2,
    ),
    "rows that may have no value in the end": Case(
        "CREATE TABLE orders (a bigint PRIMARY KEY, b bigint);",
        "UPDATE orders SET b = nullif(a, 10) WHERE b IS NULL AND a < 20000;",
        "SELECT count(*) FILTER (WHERE b IS NULL) = 1002 FROM orders",
        writers=2,
    ),
    "rows that change sides": Case(
        "CREATE TABLE orders (a bigint PRIMARY KEY, b bigint, state text DEFAULT 'open');",
        "UPDATE orders SET state = 'closed', b = 0 WHERE state IN ('open', 'waiting') AND b IS NOT NULL;",
        "SELECT count(*) FILTER (WHERE state = 'closed' AND b = 0) = 20000 FROM orders",
    ),
    "rows to delete": Case(
        "CREATE TABLE orders (a bigint, b bigint);",
        "DELETE FROM orders WHERE b IS NULL;",
        "SELECT count(*) = 20000 AND count(*) = count(b) FROM orders",
        writers=1,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_loop_does_the_same(name: str, server: Any) -> None:
    case = CASES[name]
    migrations = [
        Migration(id="1", source=Source("1.sql", case.table), pending=False),
        Migration(id="2", source=Source("2.sql", case.migration)),
    ]
    rules = packs.select(packs.load_rules(), select=("TX113",))
    [found] = lint.judge(migrations, engine="postgres", version="18", ruleset=packs.Ruleset(rules))
    [loop] = [s.text for s in engine("postgres").parse(Source("recipe.sql", found.fixes[0].text), None)]
    server.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;" + case.table + FILL)
    for statement in case.migration.split(";")[:-2]:
        server.execute(statement)
    server.execute(loop)
    assert server.execute(case.question).fetchone() == (True,)
    commits = "SELECT count(DISTINCT xmin::text) FROM orders"
    assert server.execute(commits).fetchone()[0] >= case.writers, "it commits each batch"
