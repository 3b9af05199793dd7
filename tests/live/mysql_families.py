"""Whose readers and writers a statement waits for on the other side of a foreign key: asked of servers, and kept.

One session reads (or writes) a table and keeps its transaction open; another runs a statement on the table's parent or
child and gives up after a second. What is kept in mysql_families.json: by server and statement, who is waited for.

    DBARCH_MYSQL=folder python -m tests.live.mysql_families        writes the file anew
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from tests.live.mysql_servers import binaries, refusal, rows, started

TRUTH = Path(__file__).with_name("mysql_families.json")
COLUMNS = "id int NOT NULL PRIMARY KEY, a int, b int NOT NULL, d varchar(30), e enum('a', 'b')"
SCHEMA = f"""CREATE TABLE lone ({COLUMNS});
CREATE TABLE parent ({COLUMNS}, KEY parent_a (a), CONSTRAINT parent_k CHECK (a > -100));
CREATE TABLE child ({COLUMNS}, parent_id int, lone_id int, KEY child_a (a), KEY child_lone (lone_id),
  CONSTRAINT child_k CHECK (a > -100), CONSTRAINT child_f FOREIGN KEY (parent_id) REFERENCES parent (id));"""
FRESH = ("SET foreign_key_checks = 0", "DROP DATABASE IF EXISTS d", "CREATE DATABASE d", "USE d")
ROWS = tuple(f"INSERT INTO {table} (id, b, d) VALUES (1, 1, 'x')" for table in ("lone", "parent", "child"))
GAVE_UP = "1205 "

# {t} is the parent while {o}, its child, is in use; and the other way round.
BOTH = """ALTER TABLE {t} ADD COLUMN n int
ALTER TABLE {t} ADD COLUMN n int, ALGORITHM=INPLACE
ALTER TABLE {t} ADD COLUMN n int, ALGORITHM=COPY
ALTER TABLE {t} DROP COLUMN d
ALTER TABLE {t} CHANGE d z varchar(30)
ALTER TABLE {t} MODIFY d varchar(30) COMMENT 'n'
ALTER TABLE {t} MODIFY d varchar(40)
ALTER TABLE {t} MODIFY a bigint
ALTER TABLE {t} MODIFY d varchar(30) NOT NULL
ALTER TABLE {t} MODIFY b int NULL
ALTER TABLE {t} ALTER a SET DEFAULT 5
ALTER TABLE {t} DROP PRIMARY KEY, ADD PRIMARY KEY (id, b)
ALTER TABLE {t} ADD UNIQUE (b)
ALTER TABLE {t} ADD INDEX n (b)
CREATE INDEX n ON {t} (b)
DROP INDEX {t}_a ON {t}
ALTER TABLE {t} RENAME INDEX {t}_a TO n
ALTER TABLE {t} ADD CONSTRAINT n CHECK (b > 0)
ALTER TABLE {t} DROP CONSTRAINT {t}_k
ALTER TABLE {t} ENGINE=InnoDB
ALTER TABLE {t} FORCE
ALTER TABLE {t} COMMENT='n'
ALTER TABLE {t} CONVERT TO CHARACTER SET latin1
ALTER TABLE {t} RENAME TO z
RENAME TABLE {t} TO z
OPTIMIZE TABLE {t}
ANALYZE TABLE {t}
CREATE TRIGGER n BEFORE INSERT ON {t} FOR EACH ROW SET NEW.a = 1
CREATE VIEW n AS SELECT id FROM {t}
UPDATE {t} SET a = 1"""
OWN = (
    ("ALTER TABLE child DROP FOREIGN KEY child_f", "parent"),
    ("ALTER TABLE child DROP FOREIGN KEY child_f, ADD COLUMN n int", "parent"),
    ("ALTER TABLE child DROP COLUMN parent_id, DROP FOREIGN KEY child_f", "parent"),
    ("ALTER TABLE child ADD CONSTRAINT n FOREIGN KEY (lone_id) REFERENCES lone (id)", "lone"),
    ("ALTER TABLE child ADD CONSTRAINT n FOREIGN KEY (lone_id) REFERENCES lone (id)", "parent"),
    (
        "SET foreign_key_checks = 0; ALTER TABLE child ADD CONSTRAINT n FOREIGN KEY (lone_id) REFERENCES lone (id)",
        "lone",
    ),
    ("CREATE TABLE n (id int PRIMARY KEY, lone_id int, FOREIGN KEY (lone_id) REFERENCES lone (id))", "lone"),
    ("CREATE TABLE n LIKE child", "parent"),
    ("TRUNCATE TABLE child", "parent"),
    ("DROP TABLE child", "parent"),
    ("SET foreign_key_checks = 0; TRUNCATE TABLE parent", "child"),
    ("SET foreign_key_checks = 0; DROP TABLE parent", "child"),
    ("SET foreign_key_checks = 0; ALTER TABLE parent ADD COLUMN n int", "child"),
)


class Case(msgspec.Struct, frozen=True, omit_defaults=True):
    """A statement, the table that is in use meanwhile, and whom the statement waits for: readers, writers, nobody."""

    sql: str
    used: str
    waits: str = ""
    refused: str = ""


def cases() -> list[tuple[str, str]]:
    """All statements, each with the table that someone else uses."""
    forms = BOTH.splitlines()
    families = [(form.format(t=t), o) for t, o in (("parent", "child"), ("child", "parent")) for form in forms]
    return [*families, *OWN]


class Bench:
    """A server with two sessions."""

    def __init__(self, mine: Any, other: Any) -> None:
        self.mine = mine
        self.other = other
        self.fresh = False
        refusal(mine, "SET lock_wait_timeout = 1, innodb_lock_wait_timeout = 1")

    def prepare(self) -> None:
        """The tables as they were."""
        own = [part.strip() for part in SCHEMA.split(";") if part.strip()]
        for sql in () if self.fresh else (*FRESH, *own, *ROWS):
            against = refusal(self.mine, sql)
            if against:
                raise RuntimeError(f"{sql}: {against}")
        refusal(self.other, "USE d")
        refusal(self.mine, "SET foreign_key_checks = 1")

    def run(self, sql: str, use: str) -> str:
        """What the server says against a script while someone else's transaction stays open after a statement."""
        self.prepare()
        refusal(self.other, "BEGIN")
        against = refusal(self.other, use)
        if against:
            raise RuntimeError(f"{use}: {against}")
        said = next((said for part in sql.split("; ") if (said := refusal(self.mine, part))), "")
        refusal(self.other, "ROLLBACK")
        self.fresh = said.startswith(GAVE_UP)
        return said

    def measure(self, sql: str, used: str) -> Case:
        """Whom a statement waits for."""
        for waits, use in (
            ("readers", f"SELECT * FROM {used}"),
            ("writers", f"INSERT INTO {used} (id, b) VALUES (9, 9)"),
        ):
            said = self.run(sql, use)
            if said.startswith(GAVE_UP):
                return Case(sql, used, waits)
            if said:
                return Case(sql, used, refused=said.split()[0])  # its number
        return Case(sql, used)


def measured(engine: str) -> tuple[str, list[Case]]:
    """The series of the server that is here (9.7, 10.11), and what it waits for."""
    import pymysql

    with started(engine) as mine:
        series = ".".join(str(rows(mine, "SELECT version()")[0][0]).split(".")[:2])
        with closing(pymysql.connect(unix_socket=mine.unix_socket, user="root", autocommit=True)) as other:
            bench = Bench(mine, other)
            return series, [bench.measure(sql, used) for sql, used in cases()]


def main() -> None:
    """Measure all servers that are here; what is known of others stays."""
    known: dict[str, Any] = msgspec.json.decode(TRUTH.read_bytes()) if TRUTH.exists() else {}
    for engine in sys.argv[1:] or binaries():
        series, found = measured(engine)
        known[f"{engine} {series}"] = found
        sys.stdout.write(f"{engine} {series}: {len(found)} statements\n")
        TRUTH.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=1) + b"\n")


if __name__ == "__main__":
    main()
