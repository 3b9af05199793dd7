"""The effect tables: every row is reached, nothing is missing, and what they say is what servers do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.cli.effects_text import compared_text, effects_text, lock_windows
from dbarch_lint.effects import Effect, Model, Work, load
from dbarch_lint.effects_report import by_statement, compared, document
from dbarch_lint.effects_tables import COMPILED, ENGINES, RefusalRow, Row, compile_tables, parse_tables
from dbarch_lint.engines.postgres import parts
from dbarch_lint.engines.postgres.attach_proof import proves
from dbarch_lint.engines.postgres.parts import rows as parts_of_rows
from dbarch_lint.engines.postgres.words import node_of
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
    "AddEnumValue", "AlterFunction", "Begin", "CallProcedure", "Commit", "CreateExtension",
    "AlterSchema", "CreateSchema", "CreateType", "DoBlock", "DropExtension", "DropOwned", "Ignored", "Opaque", "ReassignOwned",
    "RenameEnumValue", "RenameSchema",
    "Rollback", "Savepoint", "SetConstraints", "SetVariable", "UnlockTables",
}  # fmt: skip
ABSTRACT = {"AddConstraint", "AlterColumn", "AlterTable", "Operation", "Write"}
ABSTRACT |= {
    "AlterPartitions",
    "CountRowVersion",
    "NarrowIndex",
    "RedefineColumn",
}  # no statement of this engine is lowered to them

# Where the program's answer differs from the servers', and why it may.
KNOWN = {
    "vacuum_truncating": "VACUUM takes ACCESS EXCLUSIVE only while nobody is in the way, to cut off an empty end",
    "insert_on_conflict": "the one row conflicted, so no foreign key was looked up: that depends on the rows",
    "add_fk_all_null": "all keys were NULL, so the referenced table was not read: that depends on the rows",
    "update_batch": "an UPDATE of keys picked with LIMIT counts as bounded; this one found too few rows and read all",
    "security_label": "which label providers a server has loaded is not in the migrations",
}


def by_id(rows: Iterable[Any]) -> list[Any]:
    return [pytest.param(row, id=row.id) for row in rows]


def version_of(row: Row | RefusalRow) -> int:
    return max(row.since, FIRST) if row.since else min(row.until - 1, LAST)


def run(sql: str, version: int = LAST, given: str = "") -> Replayed:
    return truth.replayed(f"{SCHEMA}\n{given};", f"{sql};", version)


def effects(sql: str, version: int = LAST, given: str = "") -> dict[str, Effect]:
    (found,) = by_statement(run(sql, version, given), load("postgres", version))
    return {str(e.relation): e for e in found.effects}


# --- the tables themselves


def test_parts_that_are_loaded_later_are_named() -> None:
    named = " ".join(parts.OF_ROWS.values()).split()
    assert sorted(named) == sorted(parts_of_rows.FINDERS)


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
    assert {part.split()[0] for key in row.work for part in key.split(",")} <= locked, (
        "work on a part that is not locked"
    )


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
    (found,) = by_statement(run(guarded), load("postgres", 17))
    assert found.refused is None


def test_document() -> None:
    found = run("ALTER TABLE w ADD FOREIGN KEY (id) REFERENCES r; CREATE INDEX CONCURRENTLY i ON t (c)")
    made = document([found], "postgres", 17)
    assert {k: made[k] for k in ("version", "engine", "engine_version")} == {
        "version": 1, "engine": "postgres", "engine_version": "17"
    }  # fmt: skip
    first, second = made["statements"]
    assert first["operations"] == ["AddForeignKey"]
    assert first["start"] == {"line": 1, "column": 1, "offset": 0}
    assert first["effects"][1] == {
        "relation": "public.r", "kind": "table", "role": "referenced", "lock": "SHARE ROW EXCLUSIVE",
        "blocks": ["write", "ddl"], "blocks_briefly": [], "work": "scan", "new": False,
        "row": "postgres/add-foreign-key",
    }  # fmt: skip
    assert (second["allowed_in_transaction"], second["in_transaction"], second["refused"]) == (False, False, None)


# --- for people


def test_lock_window_names_what_makes_it_longer() -> None:
    sql = "BEGIN; ALTER TABLE t ADD COLUMN n int;\nUPDATE t SET n = 1;\nALTER TABLE w ADD FOREIGN KEY (id) REFERENCES r; COMMIT"
    lines = list(lock_windows(document([run(sql)], "postgres", 17)["statements"]))
    held = {line.split(":")[0].strip(): line for line in lines[1:]}
    assert set(held) == {"public.t", "public.c", "public.w", "public.r"}
    assert "from line 1 on (ACCESS EXCLUSIVE)" in held["public.t"]
    assert "line 2 (scan of public.t), line 3 (scan of public.w)" in held["public.t"]
    assert "line 2" not in held["public.r"]


def test_who_writes_the_same_rows_waits() -> None:
    text = effects_text(document([run("UPDATE t SET a = 1 FROM r;\nSELECT FROM t FOR UPDATE")], "postgres", 17))
    waited = [line for line in text.splitlines() if "writes of the same rows" in line]
    assert [("ROW EXCLUSIVE" in line, "public.t" in line) for line in waited[:2]] == [(True, True), (False, True)]
    assert "nobody" in next(line for line in text.splitlines() if "public.r" in line)


def test_nobody_waits_for_what_the_migration_makes() -> None:
    sql = "BEGIN; CREATE TABLE n (id int REFERENCES r);\nCREATE INDEX i ON n (id);\nALTER TABLE n ADD CHECK (id > 0); COMMIT"
    made = document([run(sql)], "postgres", 17)
    assert {(e["relation"], e["new"]) for s in made["statements"] for e in s["effects"]} == {
        ("public.r", False), ("public.n", True)
    }  # fmt: skip
    assert [line.split(":")[0].strip() for line in lock_windows(made["statements"])][1:] == ["public.r"]
    assert "nobody: it is new" in effects_text(made)
    assert "build" not in effects_text(made)


def test_statement_that_does_not_parse_is_listed() -> None:
    sql = "BEGIN; ALTER TABLE t ADD UNIQUE (a) NOT VALID;\nALTER TABLE t ADD COLUMN n int; COMMIT; ALTER TABEL t"
    found = by_statement(run(sql), load("postgres", 17))
    assert [(s.statement.text[:11], s.in_transaction) for s in found if s.refused] == [
        ("ALTER TABLE", True), ("ALTER TABEL", False)
    ]  # fmt: skip
    assert found[1].refused == "it does not parse: UNIQUE constraints cannot be marked NOT VALID"


def test_actions_run_in_the_order_of_the_server() -> None:
    taken = run(
        "ALTER TABLE t ADD CONSTRAINT x CHECK (n > 0), ADD COLUMN n int, DROP CONSTRAINT x",
        17,
        "ALTER TABLE t ADD CONSTRAINT x CHECK (b > 0)",
    )
    assert [type(s.operation).__name__ for s in taken.steps] == ["DropConstraint", "AddColumn", "AddCheck"]
    table = taken.after.table(Name("public", "t"))
    assert table is not None
    assert [str(c.expression) for c in table.checks] == ["n > 0"]


def test_nothing_is_missing_after_sql_that_nobody_sees() -> None:
    given = "DO $$BEGIN EXECUTE 'CREATE ' || (SELECT 'FUNCTION') || ' f() ...'; END$$"
    (step,) = run("ALTER TABLE t ADD COLUMN n int DEFAULT f()", 17, given).steps
    assert not step.before.complete
    assert load("postgres", 17).refusal(step.operation, step.before) is None


def test_statements_without_a_transaction_hold_nothing() -> None:
    sql = "ALTER TABLE t ADD COLUMN n int; ALTER TABLE t ADD COLUMN m int"
    assert list(lock_windows(document([run(sql)], "postgres", 17)["statements"])) == []


def test_comparison_of_versions() -> None:
    sql = "ALTER TABLE p DETACH PARTITION p1; ALTER TABLE t ADD COLUMN n int"
    found = compared(*(document([run(sql, v)], "postgres", v) for v in (13, 14)))
    assert [s["sql"] for s in found["statements"]] == ["ALTER TABLE p DETACH PARTITION p1"]
    text = compared_text(found)
    assert "postgres 13: SHARE UPDATE EXCLUSIVE on public.p1" in text
    assert "postgres 14: ACCESS EXCLUSIVE on public.p1" in text
    assert "public.p," not in text, "the parent is locked alike"
    assert "does the same" in compared_text(compared(*(document([run(sql, 17)], "postgres", 17) for _ in "ab")))


def test_what_follows_the_statement() -> None:
    found = effects("ALTER TABLE t CLUSTER ON t_b_idx, ADD COLUMN n int")
    assert found["t_b_idx"].lock == "ACCESS EXCLUSIVE"
    assert effects("ALTER TABLE t CLUSTER ON t_b_idx")["t_b_idx"].lock == "SHARE UPDATE EXCLUSIVE"


def test_missing_relation_is_presumed_only() -> None:
    model = load("postgres", 17)
    (missing,) = run("ALTER TABLE nothing ADD COLUMN n int").steps
    row = model.refusal_row(missing.operation, missing.before)
    assert row is not None
    assert row.presumed
    (there,) = run("ALTER TABLE t ADD COLUMN b int").steps
    certain = model.refusal_row(there.operation, there.before)
    assert certain is not None
    assert not certain.presumed


# --- proofs of ATTACH PARTITION


@pytest.mark.parametrize(
    ("check", "bound", "proven"),
    [
        ("k >= 10 AND k < 20", "FROM (10) TO (20)", True),
        ("k > 9 AND k < 20", "FROM (10) TO (20)", False),
        ("k > 10 AND k <= 19", "FROM (10) TO (20)", True),
        ("k BETWEEN 10 AND 19", "FROM (10) TO (20)", True),
        ("k BETWEEN 10 AND 20", "FROM (10) TO (20)", False),
        ("k >= 5 AND k < 20", "FROM (10) TO (20)", False),
        ("10 <= k AND 20 > k", "FROM (10) TO (20)", True),
        ("k = 12", "FROM (10) TO (20)", True),
        ("k < 20", "FROM (MINVALUE) TO (20)", True),
        ("k >= 10", "FROM (10) TO (MAXVALUE)", True),
        ("k >= 10 OR k < 20", "FROM (10) TO (20)", False),
        ("other >= 10 AND other < 20", "FROM (10) TO (20)", False),
        ("k >= '2025-01-01' AND k < '2025-01-15'", "FROM ('2025-01-01') TO ('2025-02-01')", True),
        ("k >= 'b' AND k < 'c'", "FROM ('a') TO ('c')", False),
        ("k IN (1, 2)", "IN (1, 2, 3)", True),
        ("k IN (1, 4)", "IN (1, 2, 3)", False),
    ],
)
def test_check_proves_bound(check: str, bound: str, proven: bool) -> None:
    made = run(f"CREATE TABLE checked (k int, other int, CHECK ({check}))").after.table(Name("public", "checked"))
    assert made is not None
    assert proves([node_of(made.checks[0].expression) or {}], ["k"], f"FOR VALUES {bound}") is proven
