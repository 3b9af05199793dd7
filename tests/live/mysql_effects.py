"""What MySQL and MariaDB really do with the witnesses of their effect tables: measured, and kept in mysql_truth.json.

Each witness runs on a fresh database for each word that ALGORITHM= and LOCK= know. What is kept: the cheapest algorithm
and the weakest lock that the server takes, and whether InnoDB gave the table a new id, which it does when it rebuilds it.

    DBARCH_MYSQL=folder python -m tests.live.mysql_effects        writes the file anew
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from dbarch_lint.effects_tables import Facts, Row, parse_tables
from tests.live.mysql_servers import binaries, refusal, rows, started

TRUTH = Path(__file__).with_name("mysql_truth.json")
SCHEMA = (Path(__file__).parents[2] / "fixtures" / "effects" / "mysql.sql").read_text(encoding="utf-8")
ROWS = """INSERT INTO r (id) VALUES (1), (2); INSERT INTO t (id, b, r_id, k1, k2) VALUES (1, 1, 1, 1, 1), (2, 2, 2, 2, 2);
INSERT INTO w (id) VALUES (1), (2); INSERT INTO v (id, a) VALUES (1, 1), (2, 2); INSERT INTO f (id) VALUES (1), (2);
INSERT INTO z (id) VALUES (1), (2); INSERT INTO k (id) VALUES (1), (2); INSERT INTO l (id) VALUES (1), (2)"""
OBJECT = re.compile(r"(?:CREATE (?:TABLE|VIEW)|INSERT INTO) (\w+)")
FRESH = (
    "SET foreign_key_checks = 1",
    "SET sql_mode = DEFAULT",
    "UNLOCK TABLES",
    "DROP TEMPORARY TABLE IF EXISTS d.tmp",
    "DROP DATABASE IF EXISTS d",
    "CREATE DATABASE d",
    "USE d",
)
ALGORITHMS = ("INSTANT", "NOCOPY", "INPLACE", "COPY")
LOCKS = ("NONE", "SHARED", "EXCLUSIVE")
IDS = {"mysql": "INNODB_TABLES", "mariadb": "INNODB_SYS_TABLES"}
SPOKEN = re.compile(
    r"(?!.*\b(ALGORITHM|LOCK|PARTITION|PARTITIONS|TABLESPACE)\b)(ALTER TABLE|CREATE .*INDEX|DROP INDEX)"
)


class Measured(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a server does with a witness; an empty text: there is nothing to ask for."""

    sql: str
    algorithm: str = ""
    lock: str = ""
    rebuilt: bool = False
    refused: str = ""


def witnesses(engine: str) -> Iterator[Row]:
    """The rows of an engine that have a witness which its newest servers take."""
    for row in parse_tables(engine).effects:
        if row.witness and row.until > row.since and row.until > 200000:
            yield row


class Bench:
    """One server, and the schema on it as often as it is wanted."""

    def __init__(self, engine: str, connection: Any) -> None:
        self.engine = engine
        self.connection = connection

    def prepare(self, row: Facts) -> str:
        """A fresh database with the tables that a witness names, their parents, some rows, and what it wants beforehand.

        What the server says against that last part; empty if nothing.
        """
        named = {"r", *re.findall(r"\w+", f"{row.given} {row.witness}")}
        parts = [part.strip() for part in f"{SCHEMA} {ROWS}".split(";")]
        own = [
            p
            for p in parts
            if (found := OBJECT.match(p)) and (found[1] in named or (found[1] == "t" and "tv" in named))
        ]
        for sql in (*FRESH, *own):
            against = refusal(self.connection, sql)
            if against:
                raise RuntimeError(f"{sql}: {against}")
        return refusal(self.connection, row.given) if row.given else ""

    def ids(self) -> dict[str, int]:
        """InnoDB's ids of the tables, by name."""
        found = rows(
            self.connection, f"SELECT name, table_id FROM information_schema.{IDS[self.engine]} WHERE name LIKE 'd/%'"
        )
        return dict(found)

    def tried(self, row: Row, words: tuple[str, ...], clause: str) -> str:
        """The first word that the server takes in a clause; empty: it takes none."""
        comma = ", " if row.witness.startswith("ALTER") else " "
        for word in words:
            self.prepare(row)
            if not refusal(self.connection, f"{row.witness}{comma}{clause}={word}"):
                return word.lower() if clause == "ALGORITHM" else word
        return ""

    def measure(self, row: Row) -> Measured:
        """What the server does with the witness of a row."""
        refused = self.prepare(row)
        before = self.ids()
        refused = refused or refusal(self.connection, row.witness)
        after = self.ids()
        rebuilt = any(name in after and after[name] != number for name, number in before.items())
        if refused or not SPOKEN.match(row.witness):
            return Measured(row.witness, rebuilt=rebuilt, refused=refused.split()[0] if refused else "")  # its number
        algorithm, lock = self.tried(row, ALGORITHMS, "ALGORITHM"), self.tried(row, LOCKS, "LOCK")
        return Measured(row.witness, algorithm, lock, rebuilt)


def measured(engine: str) -> tuple[str, dict[str, Measured]]:
    """The series of the server that is here (9.7, 10.11), and what it does, by row."""
    with started(engine) as connection:
        series = ".".join(str(rows(connection, "SELECT version()")[0][0]).split(".")[:2])
        bench = Bench(engine, connection)
        found = {row.id: bench.measure(row) for row in witnesses(engine)}
        return series, found


def main() -> None:
    """Measure all servers that are here; what is known of others stays."""
    known: dict[str, dict[str, Any]] = msgspec.json.decode(TRUTH.read_bytes()) if TRUTH.exists() else {}
    for engine in sys.argv[1:] or binaries():
        series, found = measured(engine)
        known[f"{engine} {series}"] = msgspec.to_builtins(found)
        sys.stdout.write(f"{engine} {series}: {len(found)} witnesses\n")
    TRUTH.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n")


if __name__ == "__main__":
    main()
