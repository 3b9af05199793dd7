"""The query of `dbarch-lint facts` on every server there is, and on a replica."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import msgspec
import pytest

from dbarch_lint.engines import engine
from dbarch_lint.production import Production, TableFacts
from tests.live import servers
from tests.server import CannotStart, installed, restarted_as_replica, started

pytestmark = pytest.mark.live

SCRIPT = """
CREATE TABLE big AS SELECT g AS id, repeat('x', 80) AS text FROM generate_series(1, 20000) AS g;
CREATE TABLE unseen (id int); INSERT INTO unseen SELECT generate_series(1, 1000);
CREATE TABLE empty (id int); CREATE TEMPORARY TABLE passing (id int);
CREATE SCHEMA "s.t"; CREATE TABLE "s.t"."a ""b\n" (id int);
CREATE TABLE parted (id int) PARTITION BY RANGE (id);
CREATE TABLE low PARTITION OF parted FOR VALUES FROM (0) TO (1000);
CREATE TABLE high PARTITION OF parted FOR VALUES FROM (1000) TO (3000) PARTITION BY RANGE (id);
CREATE TABLE highest PARTITION OF high FOR VALUES FROM (1000) TO (3000);
INSERT INTO parted SELECT generate_series(0, 2999);
CREATE MATERIALIZED VIEW seen AS SELECT * FROM big;
ANALYZE big; ANALYZE seen; ANALYZE parted; ANALYZE low; ANALYZE highest;
"""


def binaries() -> list[Any]:
    """Every server that is there: those of all versions, or the one that is installed as a wheel."""
    known = servers.found()
    return [pytest.param(path, id=str(version)) for version, path in sorted(known.items())] or [
        pytest.param(None, id="installed")
    ]


def measured(place: str) -> tuple[dict[str, TableFacts], Production]:
    import psycopg

    with psycopg.connect(f"{place} dbname=postgres", autocommit=True) as connection:
        row = connection.execute(engine("postgres").production_query.encode()).fetchone()
    assert row is not None
    found = msgspec.json.decode(json.dumps(row[0]).encode(), type=Production)
    return found.by_name(), found


@pytest.mark.parametrize("path", binaries())
def test_the_query_measures_a_server_and_its_replica(path: Path | None) -> None:
    import psycopg

    try:
        with started(path or installed()) as place:
            with psycopg.connect(f"{place} dbname=postgres", autocommit=True) as connection:
                connection.execute(SCRIPT)
                time.sleep(1.1)  # statistics are sent at most once a second
                connection.execute("SELECT 1")
            time.sleep(0.5)
            tables, whole = measured(place)
            restarted_as_replica(path or installed(), place)
            replica, _ = measured(place)
    except CannotStart as error:
        pytest.skip(str(error))
    assert whole.engine == "postgres"
    names = {"big", "unseen", "empty", "parted", "low", "high", "highest", "seen"}
    assert set(tables) == {*(f"public.{name}" for name in names), 's.t.a "b\n'}
    assert (tables["public.big"].rows, tables["public.seen"].rows, tables["public.empty"].rows) == (20000, 20000, 0)
    assert (tables["public.empty"].bytes, tables["public.empty"].writes_per_second) == (0, 0)
    assert 2_000_000 < tables["public.big"].bytes < 3_000_000
    assert [tables[f"public.{name}"].rows for name in ("parted", "low", "high", "highest")] == [3000, 1000, 2000, 2000]
    low, high, parted = (tables[f"public.{name}"].bytes for name in ("low", "high", "parted"))
    assert low > 0 < high
    assert low + high == parted
    assert (tables["public.low"].writes_per_second or 0) > 0
    assert {name: t.bytes for name, t in replica.items()} == {name: t.bytes for name, t in tables.items()}
    assert tables["public.unseen"].rows == 1000
    unseen = replica.pop("public.unseen")
    assert unseen.rows in {1000, None}, (
        "older servers forget, when they become a replica, what no ANALYZE has written down"
    )
    assert {name: t.rows for name, t in replica.items()} == {name: tables[name].rows for name in replica}
    assert {t.writes_per_second for t in replica.values()} == {None}
