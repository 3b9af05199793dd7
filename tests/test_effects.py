"""The effect tables: every row is reached, nothing is missing, and what they say is what servers do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Effect, Model, Work, load
from dbarch_lint.effects_report import by_statement, document
from dbarch_lint.effects_tables import COMPILED, ENGINES, RefusalRow, Row, compile_tables, parse_tables
from dbarch_lint.names import Name
from dbarch_lint.objects import Index
from dbarch_lint.replay import Replayed
from tests import truth

ROOT = Path(__file__).parent.parent
SCHEMA = (ROOT / "fixtures" / "effects" / "schema.sql").read_text(encoding="utf-8")
TABLES = parse_tables("postgres")
FIRST, LAST = TABLES.versions

# Operations that lock no relation that anyone waits for, whatever they are told.
NO_LOCK = {
    "AddEnumValue", "AlterFunction", "Begin", "CallProcedure", "Commit", "CreateExtension", "CreateFunction",
    "CreateSchema", "CreateType", "DoBlock", "DropExtension", "Ignored", "Opaque", "RenameEnumValue", "RenameSchema",
    "RenameType", "Rollback", "Savepoint", "SetConstraints", "SetVariable",
}  # fmt: skip
ABSTRACT = {"AddConstraint", "AlterColumn", "AlterTable", "Operation", "Write"}

# Where the program's answer differs from the servers', and why it may.
KNOWN = {
    "reassign_owned": "which objects a role owns is not in the migrations: the statement is Opaque",
    "drop_owned": "which objects a role owns is not in the migrations: the statement is Opaque",
    "set_tablespace_all": "which tables lie in a tablespace is not in the migrations: the statement is Opaque",
    "vacuum_truncating": "VACUUM takes ACCESS EXCLUSIVE only while nobody is in the way, to cut off an empty end",
    "insert_on_conflict": "the one row conflicted, so no foreign key was looked up: that depends on the rows",
    "add_fk_all_null": "all keys were NULL, so the referenced table was not read: that depends on the rows",
    "attach_default_excluded": "a CHECK on the default partition is not compared with the new bound: a scan is said",
    "update_batch": "an UPDATE of keys picked with LIMIT counts as bounded; this one found too few rows and read all",
    "update_partition_move": "a WHERE on the partition key is not compared with the bounds: all partitions are said",
    "itype_trigger_when_dep": "the catalog does not keep the WHEN of a trigger",
    "detach_finalize_not_pending": "an interrupted DETACH CONCURRENTLY leaves no trace in migrations",
    "enum_add_value_and_use": "the use of an enum value in a query is not followed",
    "enum_create_add_use": "the use of an enum value in a default is not followed",
    "security_label": "which label providers a server has loaded is not in the migrations",
    "add_col_compression": "the catalog does not keep a column's compression",
    "reindex_option_concurrently": "REINDEX (CONCURRENTLY) and REINDEX CONCURRENTLY are one operation",
    "create_publication_where": "the catalog does not keep the row filters of a publication",
}


def by_id(rows: Iterable[Any]) -> list[Any]:
    return [pytest.param(row, id=row.id) for row in rows]


def version_of(row: Row | RefusalRow) -> int:
    return max(row.since, FIRST) if row.since else min(row.until - 1, LAST)


def run(sql: str, version: int = LAST, given: str = "") -> Replayed:
    return truth.replayed(f"{SCHEMA}\n{given};", f"{sql};", version)[1]


def effects(sql: str, version: int = LAST, given: str = "") -> dict[str, Effect]:
    (found,) = by_statement(run(sql, version, given).steps, load("postgres", version))
    return {str(e.relation): e for e in found.effects}


# --- the tables themselves


def test_compiled_tables_are_those_of_the_yaml() -> None:
    compiled = (ENGINES / "postgres" / COMPILED).read_bytes()
    assert compiled == compile_tables("postgres"), "run: python tools/compile_effects.py"


def test_row_names_are_unique() -> None:
    for rows in (TABLES.effects, TABLES.refusals):
        names = [row.id for row in rows]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("row", by_id(TABLES.effects))
def test_row_uses_known_words(row: Row) -> None:
    locked = {part for part, mode, _ in row.parts() if mode in TABLES.modes}
    assert locked == {part.split()[0] for key in row.lock for part in key.split(",")}, "a lock mode is misspelled"
    assert {part.split()[0] for key in row.work for part in key.split(",")} <= locked, "work on a part that is not locked"


@pytest.mark.parametrize("row", by_id([*TABLES.effects, *TABLES.refusals]))
def test_row_asks_for_words_that_there_are(row: Row | RefusalRow) -> None:
    facts = load("postgres", LAST)._roles.facts
    for word in row.when:
        assert word in facts or all(hasattr(getattr(ops, op), word.partition(".")[0]) for op in row.ops)


@pytest.mark.parametrize("row", by_id(TABLES.effects))
def test_witness_reaches_its_row(row: Row) -> None:
    model = load("postgres", version_of(row))
    found = [model.row(s.operation, s.before) for s in run(row.witness, model.version, row.given).steps]
    assert row.id in [r.id for r in found if r is not None]


@pytest.mark.parametrize("row", by_id(TABLES.refusals))
def test_witness_is_refused_for_its_reason(row: RefusalRow) -> None:
    assert set(row.ops) <= set(ops.__all__)
    model = load("postgres", version_of(row))
    steps = run(row.witness, model.version, row.given).steps
    found = [model._match(1, s.operation, s.before) for s in steps]
    assert row.id in [r.row.id for r in found if r is not None]


def test_every_operation_is_spoken_of() -> None:
    classes = {name for name in ops.__all__ if issubclass(getattr(ops, name), ops.Operation)}
    rows = {op for row in TABLES.effects for op in row.ops}
    assert classes - ABSTRACT - NO_LOCK - rows == set()
    assert NO_LOCK & rows == set()


def test_lock_modes() -> None:
    model = load("postgres", 17)
    modes = list(TABLES.modes)
    assert all(model.conflicts(a, b) == model.conflicts(b, a) for a in modes for b in modes)
    assert model.stronger("SHARE", "ROW EXCLUSIVE") == "SHARE"
    assert model.locks.blocks("SHARE") == ("write", "ddl")
    assert model.locks.blocks("ACCESS EXCLUSIVE") == ("read", "write", "ddl")
    assert model.locks.blocks("ROW EXCLUSIVE") == ()


# --- what servers do


@lru_cache(maxsize=1)
def agreement() -> truth.Agreement:
    return truth.agreement(truth.measured())


def test_agreement_with_servers() -> None:
    found = agreement()
    new = [d for d in found.differences if d.case not in KNOWN]
    assert new == [], found.table()
    assert all(found.compared[version].total() > 2000 for version in truth.VERSIONS)


def test_known_differences_still_differ() -> None:
    assert {d.case for d in agreement().differences} == set(KNOWN)


# --- the model


def test_partitioned_table_does_no_work_itself() -> None:
    found = effects("CREATE INDEX i ON p (a)")
    assert found["p"].work == Work.NONE
    assert {n: e.work for n, e in found.items() if e.role == "child"} == dict.fromkeys(("p1", "p2", "pd"), Work.BUILD)


def test_strongest_lock_and_heaviest_work_of_a_statement() -> None:
    found = effects("ALTER TABLE w ADD FOREIGN KEY (id) REFERENCES t, ADD COLUMN z float8 DEFAULT random()")
    assert (found["w"].lock, found["w"].work) == ("ACCESS EXCLUSIVE", Work.REWRITE)
    assert (found["t"].lock, found["t"].role, found["t"].work) == ("SHARE ROW EXCLUSIVE", "referenced", Work.SCAN)
    assert found["w_pkey"].kind == "index"


def test_what_the_statement_makes_is_not_listed() -> None:
    assert set(effects("CREATE TABLE n (id int PRIMARY KEY, r_id int REFERENCES r)")) == {"r"}
    assert effects("DO 'BEGIN CREATE TABLE n (id int); CREATE INDEX ON n (id); END'") == {}


def test_unknown_table_is_listed_when_the_history_is_not_whole() -> None:
    op = ops.CreateIndex(
        statement=run("SELECT 1").statements[0], table=Name("public", "seen_nowhere"), index=Index(name="i", parts=())
    )
    model = load("postgres", 17)
    assert [e.relation.name for e in model.effects(op, Catalog(complete=False))] == ["seen_nowhere"]
    assert model.effects(op, Catalog(complete=True)) == ()


def test_versions_outside_the_table_take_the_nearest() -> None:
    assert load("postgres", 9).version == FIRST
    assert load("postgres", 99).version == LAST


def test_version_changes_the_answer() -> None:
    detached = {v: effects("ALTER TABLE p DETACH PARTITION p1", v)["p1"].lock for v in (13, 14)}
    assert detached == {13: "SHARE UPDATE EXCLUSIVE", 14: "ACCESS EXCLUSIVE"}


def test_refusals_and_transactions() -> None:
    model: Model = load("postgres", 17)
    (step,) = run("CREATE INDEX CONCURRENTLY i ON t (c)").steps
    assert not model.transaction_allowed(step.operation, step.before)
    assert model.refusal(step.operation, step.before) is None
    assert "transaction" in str(model.refusal(step.operation, step.before, in_transaction=True))


def test_guarded_statement_is_not_refused() -> None:
    guarded = (
        "DO 'BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = ''t'') "
        "THEN ALTER TABLE t ADD COLUMN b int; END IF; END'"
    )
    (found,) = by_statement(run(guarded).steps, load("postgres", 17))
    assert found.refused is None


def test_document() -> None:
    steps = run("ALTER TABLE w ADD FOREIGN KEY (id) REFERENCES r; CREATE INDEX CONCURRENTLY i ON t (c)").steps
    made = document(steps, "postgres", 17)
    assert {k: made[k] for k in ("version", "engine", "engine_version")} == {
        "version": 1, "engine": "postgres", "engine_version": "17"
    }  # fmt: skip
    first, second = made["statements"]
    assert first["operations"] == ["AddForeignKey"]
    assert first["start"] == {"line": 1, "column": 1, "offset": 0}
    assert first["effects"][1] == {
        "relation": "public.r", "kind": "table", "role": "referenced", "lock": "SHARE ROW EXCLUSIVE",
        "blocks": ["write", "ddl"], "work": "scan", "row": "postgres/add-foreign-key",
    }  # fmt: skip
    assert (second["allowed_in_transaction"], second["in_transaction"], second["refused"]) == (False, False, None)
