"""MySQL and MariaDB servers still do what is kept of them in mysql_truth.json."""

from __future__ import annotations

import msgspec
import pytest

from dbarch_lint.effects_tables import parse_tables
from tests.live import mysql_effects, mysql_families, mysql_servers
from tests.live.mysql_servers import binaries


@pytest.mark.parametrize("engine", ["mysql", "mariadb"])
def test_the_server_does_what_is_kept_of_it(engine: str) -> None:
    if engine not in binaries():
        pytest.skip(f"no {engine} server is here")
    series, found = mysql_effects.measured(engine)
    kept = msgspec.json.decode(mysql_effects.TRUTH.read_bytes())
    assert msgspec.to_builtins(found) == kept[f"{engine} {series}"]


@pytest.mark.parametrize("engine", ["mysql", "mariadb"])
def test_the_server_waits_for_whom_it_is_kept_to_wait_for(engine: str) -> None:
    if engine not in binaries():
        pytest.skip(f"no {engine} server is here")
    pytest.importorskip("pymysql")
    series, found = mysql_families.measured(engine)
    kept = msgspec.json.decode(mysql_families.TRUTH.read_bytes())
    assert msgspec.to_builtins(found) == kept[f"{engine} {series}"]


@pytest.mark.parametrize("engine", ["mysql", "mariadb"])
def test_the_server_refuses_what_the_table_says_it_does(engine: str) -> None:
    rows = [row for row in parse_tables(engine).refusals if row.until > 200000]
    assert rows
    with mysql_servers.started(engine) as connection:
        bench = mysql_effects.Bench(engine, connection)
        for row in rows:
            bench.prepare(row)
            assert mysql_servers.refusal(connection, row.witness), row.witness


@pytest.mark.parametrize(("action", "said"), [("CASCADE", "1846"), ("SET NULL", "1846"), ("RESTRICT", "")])
def test_mariadb_copies_online_unless_foreign_keys_change_rows(action: str, said: str) -> None:
    if "mariadb" not in binaries():
        pytest.skip("no MariaDB server is here")
    with mysql_servers.started("mariadb") as connection:
        (version,) = mysql_servers.rows(connection, "SELECT version()")[0]
        if tuple(map(int, str(version).split(".")[:2])) < (11, 2):
            pytest.skip("it copies beside no writes")
        for sql in (
            "CREATE DATABASE d",
            "USE d",
            "CREATE TABLE r (id int PRIMARY KEY, x int)",
            "CREATE TABLE t (id int PRIMARY KEY, r_id int, a int)",
            f"ALTER TABLE t ADD FOREIGN KEY (r_id) REFERENCES r (id) ON DELETE {action}, LOCK=NONE",
            "ALTER TABLE r MODIFY x bigint, LOCK=NONE",
        ):
            assert not mysql_servers.refusal(connection, sql)
        assert mysql_servers.refusal(connection, "ALTER TABLE t MODIFY a bigint, LOCK=NONE")[:4] == said
