"""The effect tables of MySQL and MariaDB: every row is reached, and what they say is what servers do."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import msgspec
import pytest

from dbarch_lint import operations as ops
from dbarch_lint import packs
from dbarch_lint.effects import Effect, load
from dbarch_lint.effects_report import by_statement
from dbarch_lint.effects_tables import COMPILED, ENGINES, RefusalRow, Row, compile_tables, parse_tables
from dbarch_lint.engines import engine as engine_of
from dbarch_lint.migrations import Migration
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Source
from tests.live import mysql_families
from tests.live.mysql_effects import SCHEMA, TRUTH, Measured

FAMILY = ("mysql", "mariadb", "tidb")
TABLES = {name: parse_tables(name) for name in FAMILY}
KNOWN = msgspec.json.decode(TRUTH.read_bytes(), type=dict[str, dict[str, Measured]])
FAMILIES = msgspec.json.decode(mysql_families.TRUTH.read_bytes(), type=dict[str, list[mysql_families.Case]])

# Operations that lock no relation, or that no statement of this family is lowered to.
NO_EFFECT = {"CountRowVersion"}


def cases(rows: str, *, witnessed: bool = True) -> list[Any]:
    """All rows of both engines that hold for some version."""
    return [
        pytest.param(name, row, id=f"{name}/{row.id}")
        for name, tables in TABLES.items()
        for row in getattr(tables, rows)
        if row.until > max(row.since, tables.versions[0]) and (row.witness or not witnessed)
    ]


def newest(name: str, row: Row | RefusalRow) -> int:
    """The newest version for which a row holds."""
    return min(row.until - 1, TABLES[name].versions[1])


@lru_cache(maxsize=512)
def run(name: str, sql: str, version: int, given: str = "", schema: str = SCHEMA) -> Replayed:
    before, own = (schema, f"{given};\n{sql};") if given.startswith("SET") else (f"{schema}\n{given};", f"{sql};")
    migrations = [
        Migration(id=str(i), source=Source(f"{i}.sql", text), wrapper="none", pending=i == 2)
        for i, text in enumerate((before, own), 1)
    ]
    found = list(replay(migrations, engine_of(name), version, together=False))
    return found[-1]


def effects(name: str, sql: str, version: int, given: str = "") -> dict[str, Effect]:
    *_, found = by_statement(run(name, sql, version, given), load(name, version))
    return {str(e.relation): e for e in found.effects}


def refusal(name: str, sql: str, version: int) -> str | None:
    (found,) = by_statement(run(name, sql, version), load(name, version))
    return found.refused


@pytest.mark.parametrize("name", FAMILY)
def test_compiled_tables_are_those_of_the_yaml(name: str) -> None:
    assert (ENGINES / name / COMPILED).read_bytes() == compile_tables(name), "run: python tools/compile_effects.py"


@pytest.mark.parametrize("name", FAMILY)
def test_row_names_are_unique(name: str) -> None:
    for rows in (TABLES[name].effects, TABLES[name].refusals):
        names = [row.id for row in rows]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize(("name", "row"), cases("effects", witnessed=False))
def test_row_uses_known_words(name: str, row: Row) -> None:
    tables, facts = TABLES[name], load(name, newest(name, row))._roles.facts
    assert {mode for _, mode, _ in row.parts()} <= set(tables.modes)
    assert row.algorithm in {"", *tables.algorithms}
    assert {part for part, _, _ in row.parts()} <= set(load(name, newest(name, row))._roles.parts)
    for word in row.when:
        assert word in facts or all(hasattr(getattr(ops, op), word.partition(".")[0]) for op in row.ops)


@pytest.mark.parametrize(("name", "row"), cases("effects"))
def test_witness_reaches_its_row(name: str, row: Row) -> None:
    model = load(name, newest(name, row))
    found = [model.row(s.operation, s.before) for s in run(name, row.witness, model.version, row.given).steps]
    assert row.id in [r.id for r in found if r is not None]


@pytest.mark.parametrize(("name", "row"), cases("refusals"))
def test_witness_is_refused_for_its_reason(name: str, row: RefusalRow) -> None:
    model = load(name, newest(name, row))
    found = [model.refusal_row(s.operation, s.before) for s in run(name, row.witness, model.version, row.given).steps]
    assert row.id in [r.id for r in found if r is not None]


# --- what servers do


def asked(name: str, row: Row, version: int) -> Measured:
    """What the program says of a witness, in the words of a measurement."""
    model = load(name, version)
    steps = run(name, row.witness, version, row.given).steps
    rows = [r for r in (model.row(s.operation, s.before) for s in steps) if r is not None]
    found = effects(name, row.witness, version, row.given)
    order = TABLES[name].algorithms
    target = next((e for e in found.values() if e.role == "target"), None)
    return Measured(
        sql=row.witness,
        algorithm=max((r.algorithm for r in rows if r.algorithm), key=order.index, default=""),
        lock=target.lock if target is not None else "",
        rebuilt=any(e.work.word == "rewrite" for e in found.values()),
    )


BLOCKING_IN_PLACE = (
    "add-column-fulltext-table",
    "drop-column-fulltext-table",
    "create-index-first-fulltext",
    "rebuild-fulltext-table",
    "add-column-beside-indexed-virtual",
    "rebuild-beside-indexed-virtual",
)
# Where the program's answer differs from a server's, and why it may.
ONLINE = "with LOCK=NONE it copies online, which is another row; without, it works in place and blocks writes"
NEW_FILE = "InnoDB gives an empty file a new id: nothing is rebuilt"
DIFFERENT = {
    "temporary-table": "only the session itself waits",
    "not-innodb": "a table of another engine has no id",
    "other-engine": "a table of another engine has no id",
    "other-engine-instant": "a table of another engine has no id",
    "partition-by": "its partitions have other names than it had",
    "partition-by-instant": "its partitions have other names than it had",
    "truncate": NEW_FILE,
    "tablespace-file": NEW_FILE,
    **dict.fromkeys((f"mariadb 11.8/{name}" for name in BLOCKING_IN_PLACE), ONLINE),
    "exchange-partition": "two tables change places with their ids",
}


@pytest.mark.parametrize(
    ("name", "version", "row", "measured"),
    [
        pytest.param(name, engine_of(name).version_number(series), row, found[row.id], id=f"{server}/{row.id}")
        for server, found in KNOWN.items()
        for name, series in [server.split()]
        for row in TABLES[name].effects
        if row.id in found and not found[row.id].refused and DIFFERENT.keys().isdisjoint({row.id, f"{server}/{row.id}"})
    ],
)
def test_agrees_with_the_server(name: str, version: int, row: Row, measured: Measured) -> None:
    """`make test-live` measures again; a server that takes no ALGORITHM= for a statement says only whether it rebuilds."""
    said = asked(name, row, version)
    if not measured.algorithm:
        assert said.rebuilt == measured.rebuilt
    else:
        assert said == measured


@pytest.mark.parametrize(
    ("name", "version", "case"),
    [
        pytest.param(name, engine_of(name).version_number(series), case, id=f"{server}/{number}")
        for server, found in FAMILIES.items()
        for name, series in [server.split()]
        for number, case in enumerate(found)
        if not case.refused
    ],
)
def test_waits_for_who_uses_a_parent_or_child(name: str, version: int, case: mysql_families.Case) -> None:
    """`make test-live` asks again. A lock that is held for a moment only still waits for all readers."""
    replayed = run(name, case.sql, version, schema=mysql_families.SCHEMA)
    found = [e for s in by_statement(replayed, load(name, version)) for e in s.effects if str(e.relation) == case.used]
    assert any("ddl" in e.blocks for e in found) == (case.waits == "readers")
    assert any("write" in e.briefly for e in found) == (case.waits == "writers")


@pytest.mark.parametrize(
    ("name", "version", "wanted"),
    [
        ("mysql", 50744, {"r": "NONE"}),
        ("mysql", 80400, {"r": "NONE", "child": "NONE"}),
        ("mariadb", 100500, {"r": "NONE"}),
        ("mariadb", 110800, {"r": "NONE", "child": "WRITERS"}),
        ("tidb", 80500, {"r": "DDL"}),
    ],
)
def test_children_wait_since_mysql_8_and_mariadb_10_6(name: str, version: int, wanted: dict[str, str]) -> None:
    found = effects(name, "ALTER TABLE r ADD COLUMN n int", version)
    assert {relation: e.lock for relation, e in found.items()} == wanted


# --- the model


def work(name: str, sql: str, version: int, given: str = "") -> tuple[str, str]:
    """Lock on the table that a statement names, and the work on it."""
    target = next(e for e in effects(name, sql, version, given).values() if e.role == "target")
    return target.lock, target.work.word


@pytest.mark.parametrize(
    ("sql", "version", "wanted"),
    [
        ("ALTER TABLE t ADD COLUMN n int", 80011, ("NONE", "rewrite")),
        ("ALTER TABLE t ADD COLUMN n int", 80012, ("NONE", "none")),
        ("ALTER TABLE t ADD COLUMN n int FIRST", 80028, ("NONE", "rewrite")),
        ("ALTER TABLE t ADD COLUMN n int FIRST", 80029, ("NONE", "none")),
        ("ALTER TABLE t DROP COLUMN a", 80028, ("NONE", "rewrite")),
        ("ALTER TABLE t DROP COLUMN a", 80029, ("NONE", "none")),
        ("ALTER TABLE t ADD CHECK (a > 0)", 50744, ("NONE", "none")),
        ("ALTER TABLE t ADD CHECK (a > 0)", 80016, ("SHARED", "rewrite")),
        ("ALTER TABLE t MODIFY a bigint, ADD COLUMN n int", 90700, ("SHARED", "rewrite")),
        ("ALTER TABLE t ADD COLUMN n int, LOCK=EXCLUSIVE", 90700, ("EXCLUSIVE", "none")),
        ("ALTER TABLE t ADD COLUMN n int, ALGORITHM=COPY", 90700, ("SHARED", "rewrite")),
    ],
)
def test_what_mysql_does_by_version_and_clause(sql: str, version: int, wanted: tuple[str, str]) -> None:
    assert work("mysql", sql, version) == wanted


def test_mariadb_copies_online_since_11_2() -> None:
    sql = "ALTER TABLE t MODIFY a bigint"
    assert [work("mariadb", sql, v) for v in (110100, 110200)] == [("SHARED", "rewrite"), ("NONE", "rewrite")]


@pytest.mark.parametrize(("action", "wanted"), [("CASCADE", "SHARED"), ("SET NULL", "SHARED"), ("RESTRICT", "NONE")])
def test_mariadb_copies_online_unless_foreign_keys_change_rows(action: str, wanted: str) -> None:
    given = f"ALTER TABLE t ADD CONSTRAINT n FOREIGN KEY (r_id) REFERENCES r (id) ON DELETE {action}"
    found = effects("mariadb", "ALTER TABLE t MODIFY a bigint", 110800, given)
    assert {relation: e.lock for relation, e in found.items()} == {"t": wanted, "r": "WRITERS"}
    assert effects("mariadb", "ALTER TABLE r MODIFY x text", 110800, given)["r"].lock == "NONE"
    assert effects("mariadb", given, 110800)["t"].lock == "NONE"


@pytest.mark.parametrize(
    ("sql", "wanted"),
    [
        ("ALTER TABLE t MODIFY a bigint", ("DDL", "none")),
        ("ALTER TABLE t MODIFY a int unsigned", ("DDL", "rewrite")),
        ("ALTER TABLE t MODIFY a smallint", ("DDL", "rewrite")),
        ("ALTER TABLE t MODIFY d varchar(300)", ("DDL", "none")),
        ("ALTER TABLE t MODIFY d varchar(20)", ("DDL", "rewrite")),
        ("ALTER TABLE t ADD COLUMN n int, LOCK=EXCLUSIVE", ("DDL", "none")),
        ("ALTER TABLE t ADD INDEX (a)", ("DDL", "build")),
    ],
)
def test_what_tidb_does(sql: str, wanted: tuple[str, str]) -> None:
    assert work("tidb", sql, 80500) == wanted


def test_rules_of_mysql_serve_tidb_unless_their_page_says_otherwise() -> None:
    rules = {rule.name: rule for rule in packs.load_rules()}
    assert rules["table-copied"].serves("tidb")
    assert not rules["endless-metadata-lock-wait"].serves("tidb")
    assert not rules["reindex-not-concurrent"].serves("tidb")


def test_what_replicas_and_row_versions_come_to() -> None:
    sql = "ALTER TABLE w ADD COLUMN n int; ALTER TABLE w DROP COLUMN n; ALTER TABLE w FORCE; CREATE INDEX n ON t (a)"
    found = by_statement(run("mysql", sql, 80400), load("mysql", 80400))
    assert [(f.stops_replicas, f.row_versions) for f in found] == [
        (False, (1, 64)),
        (False, (2, 64)),
        (True, (0, 64)),
        (True, None),
    ]
    elsewhere = by_statement(run("mariadb", sql, 101100), load("mariadb", 101100))
    assert [(f.stops_replicas, f.row_versions) for f in elsewhere] == [(s, None) for s in (False, False, True, True)]


@pytest.mark.parametrize(("version", "limit"), [(80400, 64), (90700, 255)])
def test_instant_changes_use_up_the_versions_of_rows(version: int, limit: int) -> None:
    def after(count: int, between: str = "") -> str:
        changes = [f"ALTER TABLE w ADD COLUMN n{i} int" for i in range(count)]
        return work("mysql", "ALTER TABLE w ADD COLUMN n int", version, ";\n".join([*changes, between]))[1]

    assert after(limit - 1) == "none"
    assert after(limit) == "rewrite"
    assert after(limit, "ALTER TABLE w FORCE") == "none"


@pytest.mark.parametrize(
    ("name", "sql", "refused"),
    [
        ("mysql", "ALTER TABLE t ADD COLUMN n int, ADD INDEX (n), ALGORITHM=INSTANT", "INPLACE"),
        ("mysql", "ALTER TABLE t MODIFY a bigint, ALGORITHM=INPLACE", "COPY"),
        ("mysql", "ALTER TABLE t MODIFY a bigint, LOCK=NONE", "LOCK=SHARED"),
        ("mysql", "ALTER TABLE t ADD INDEX (a), ALGORITHM=INPLACE, LOCK=NONE", None),
        ("mysql", "ALTER TABLE t ADD COLUMN n int, ALGORITHM=INSTANT, LOCK=NONE", "LOCK=DEFAULT"),
        ("mariadb", "ALTER TABLE t ADD COLUMN n int, ALGORITHM=INSTANT, LOCK=NONE", None),
        ("mariadb", "ALTER TABLE t ADD COLUMN n int, ALGORITHM=INPLACE", None),
        ("mariadb", "ALTER TABLE t ADD INDEX (a), ALGORITHM=INSTANT", "NOCOPY"),
        ("tidb", "ALTER TABLE t ADD INDEX (a), ALGORITHM=INSTANT", "INPLACE"),
        ("tidb", "ALTER TABLE t ADD INDEX (a), ALGORITHM=COPY, LOCK=EXCLUSIVE", None),
    ],
)
def test_a_clause_that_asks_for_too_much_is_refused(name: str, sql: str, refused: str | None) -> None:
    found = refusal(name, sql, TABLES[name].versions[1])
    assert found is None if refused is None else refused in str(found)


@pytest.mark.parametrize(
    ("table", "refused"),
    [
        ("CREATE TABLE n (id int PRIMARY KEY)", True),
        ("CREATE TABLE n (id int, PRIMARY KEY (id) NONCLUSTERED)", False),
        ("CREATE TABLE n (id int PRIMARY KEY NONCLUSTERED)", False),
        ("CREATE TABLE n (id varchar(9) PRIMARY KEY)", False),  # which the server's settings decide
        ("CREATE TABLE n (id varchar(9), PRIMARY KEY (id) CLUSTERED)", True),
        ("CREATE TABLE n (id int, PRIMARY KEY (id) /*T![clustered_index] NONCLUSTERED */)", False),
    ],
)
def test_tidb_keeps_clustered_keys(table: str, refused: bool) -> None:
    *_, last = by_statement(run("tidb", f"{table}; ALTER TABLE n DROP PRIMARY KEY", 80500), load("tidb", 80500))
    found = last.refused
    assert (found is not None and "clustered" in found) == refused


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5.7.mysql_aurora.2.11.4", 50744),
        ("8.0.mysql_aurora.3.04.1", 80028),
        ("8.0.mysql_aurora.3.10.0", 80032),
        ("3.05.2", 80032),
        ("mysql_aurora.x", None),
    ],
)
def test_aurora_counts_as_the_mysql_behind_it(text: str, number: int | None) -> None:
    assert engine_of("mysql").version_number(text) == number


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
def test_what_lock_tables_keeps_locked_is_felt_under_every_statement(name: str) -> None:
    sql = "LOCK TABLES a WRITE; UPDATE a SET n = 1; COMMIT; ALTER TABLE a ADD INDEX (n); UNLOCK TABLES; UPDATE a SET n = 2"
    replayed = run(name, sql, 90700 if name == "mysql" else 110800, schema="CREATE TABLE a (id int PRIMARY KEY, n int)")
    found = by_statement(replayed, load(name, 90700 if name == "mysql" else 110800))
    assert [e.blocks_reads for s in found for e in s.effects] == [True, True, True, False]
