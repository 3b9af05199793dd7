"""Lowering: every statement kind has a place, and the operations are the ones that a reader expects.

fixtures/lowering/<engine>/*.sql hold statements, the .txt files beside them the operations: a line each, with what
differs from the default, and the words that the operation points at where these are not the whole statement.
`pytest --update-lowering` writes them anew; read the diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from pglast import ast, enums

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines import Engine, engine
from dbarch_lint.engines.postgres.bind import bind
from dbarch_lint.engines.postgres.lower import LOWER, MODULES, OF_ROWS, OPAQUE, RARE, dispatch, lower, rows
from dbarch_lint.engines.postgres.lower.alter import ACTIONS, internal
from dbarch_lint.engines.postgres.parse import parse
from dbarch_lint.names import Name
from dbarch_lint.objects import Expression, Index, IndexPart, Key, Table
from dbarch_lint.session import Session
from dbarch_lint.source import Source, Statement
from tests.mutations import mutated

FOLDER = Path(__file__).parent.parent / "fixtures" / "lowering"
GOLDEN = sorted(FOLDER.glob("postgres/*.sql"))
EVERY = sorted(FOLDER.glob("*/*.sql"))  # of all engines
DYNAMIC = "PLpgSQL_dynexecute"  # not of the grammar: what a PL/pgSQL body holds beside statements

# Nodes that are called statements but are never one by themselves
PARTS = {
    "PLAssignStmt": "an assignment in PL/pgSQL",
    "RawStmt": "what every statement is wrapped in",
    "ReplicaIdentityStmt": "a part of ALTER TABLE",
    "ReturnStmt": "the body of an SQL function",
    "SetOperationStmt": "made by the server from UNION",
}
# Operations that others are made of, and those that no statement of this engine is lowered to
ABSTRACT = {"AddConstraint", "AlterColumn", "AlterTable", "LikeClause", "Operation", "Write"}
ABSTRACT |= {
    "AlterPartitions",
    "AlterSchema",
    "CountRowVersion",
    "NarrowIndex",
    "RedefineColumn",
    "UnlockTables",
}  # MySQL's


def statements(path: Path) -> list[Statement]:
    return parse(Source.read(path))


def lowered(sql: str) -> list[ops.Operation]:
    return [op for statement in parse(Source("a.sql", sql)) for op in lower(statement)]


def one(sql: str) -> Any:
    (op,) = lowered(sql)
    return op


# --- every kind has a place


def test_every_statement_of_the_grammar_is_lowered() -> None:
    grammar = {name for name in dir(ast) if name.endswith("Stmt")}
    assert len(grammar) > 100
    dispatch.rare("")
    assert grammar - set(PARTS) == set(LOWER) | (set(OPAQUE) - {DYNAMIC})


def test_every_statement_has_one_place() -> None:
    dispatch.rare("")
    rarely = [import_module(f"dbarch_lint.engines.postgres.lower.{name}") for name in RARE]
    assert not set(LOWER) & set(OPAQUE)
    assert sum(len(module.LOWER) for module in (*MODULES, *rarely, rows)) == len(LOWER)
    assert set(OF_ROWS) == set(rows.LOWER)


def test_every_action_of_alter_table_is_lowered() -> None:
    assert set(ACTIONS) == set(enums.AlterTableType.__members__)


def test_an_unknown_kind_is_opaque() -> None:
    op = lower(Statement(Source("a.sql", "NEW"), 0, 3, "NewStmt", {}))[0]
    assert isinstance(op, ops.Opaque)
    assert op.reason == "NewStmt is not known to this version"


def test_what_does_not_parse_is_nothing() -> None:
    (broken,) = parse(Source("a.sql", "CREATE TABEL t ()"))
    assert broken.error
    assert lower(broken) == ()


# --- the operations


def dump(value: object) -> str:
    """A value as a reader wants it: without defaults and places."""
    if isinstance(value, Name):
        return value.full or "none"
    if isinstance(value, Type | Expression):
        return f"`{value}`"
    if isinstance(value, msgspec.Struct):
        return f"{type(value).__name__}({', '.join(fields(value))})"
    if isinstance(value, frozenset):
        return "{" + ", ".join(sorted(dump(item) for item in value)) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(dump(item) for item in value) + "]"
    return "..." if isinstance(value, dict) else repr(value)  # a tree says what the statement says


def fields(value: msgspec.Struct) -> Iterator[str]:
    for field in msgspec.structs.fields(value):
        found = getattr(value, field.name)
        if field.name not in {"statement", "offset", "origin"} and found != field.default:
            yield f"{field.name}={dump(found)}"


def dumped(statement: Statement, engine: Engine) -> Iterator[str]:
    yield " ".join(statement.text.split())
    for op in engine.lower(statement):
        words = " ".join(op.span.text.split())
        place = "" if op.span == statement.span else f"  @ {words}"
        marks = [word for word in ("conditional", "guarded") if getattr(op.statement, word)]
        yield "".join(["    ", *(f"{word} " for word in marks), dump(op), place])
    yield ""


@pytest.mark.parametrize("path", EVERY, ids=[f"{path.parent.name}-{path.stem}" for path in EVERY])
def test_operations_are_the_expected_ones(path: Path, request: pytest.FixtureRequest) -> None:
    engine_ = engine(path.parent.name)
    found = "\n".join(line for s in engine_.parse(Source.read(path), None) for line in dumped(s, engine_))
    expected = path.with_suffix(".txt")
    if request.config.getoption("--update-lowering"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_the_fixtures_parse() -> None:
    assert [s.text for path in GOLDEN for s in statements(path) if s.error is not None] == []


def test_the_fixtures_have_every_statement_and_action() -> None:
    found = [s for path in GOLDEN for s in statements(path)]
    assert {s.kind for s in found} == set(LOWER) | (set(OPAQUE) - {DYNAMIC})
    tables = [s.node or {} for s in found if s.kind == "AlterTableStmt"]
    actions = {cmd["AlterTableCmd"]["subtype"] for node in tables for cmd in node["cmds"]}
    assert actions == {name for name, lowering in ACTIONS.items() if lowering is not internal}


def test_the_fixtures_have_every_operation() -> None:
    found = {type(op).__name__ for path in GOLDEN for s in statements(path) for op in lower(s)}
    assert found == set(ops.__all__) - ABSTRACT


# --- places


def test_each_action_points_at_its_own_words() -> None:
    sql = 'SELECT 1; ALTER TABLE "é"."ü" ADD COLUMN a numeric(1, 2) DEFAULT f(1, 2), DROP b, ALTER c SET NOT NULL;'
    words = [op.span.text for op in lowered(sql)[1:]]
    assert words == ["DROP b", "ADD COLUMN a numeric(1, 2) DEFAULT f(1, 2)", "ALTER c SET NOT NULL"]  # as they run


def test_columns_and_constraints_point_at_their_own_words() -> None:
    table = one("CREATE TABLE t (a int DEFAULT 1, b text CHECK (b <> ','), CONSTRAINT u UNIQUE (a, b))").definition
    assert [c.origin.span.text for c in table.columns] == ["a int DEFAULT 1", "b text CHECK (b <> ',')"]
    assert [k.origin.span.text for k in table.uniques] == ["CONSTRAINT u UNIQUE (a, b)"]


def test_a_block_points_at_the_statements_inside() -> None:
    ops_ = lowered("SELECT 1;\nDO $x$ BEGIN DROP TABLE é; ALTER TABLE t DROP a, DROP b; END $x$;")
    assert [op.span.text for op in ops_[2:]] == ["DROP TABLE é", "DROP a", "DROP b"]
    assert all(op.statement.parent is not None for op in ops_[2:])


# --- rows


def test_rows_of_bulk_data_are_counted() -> None:
    statement = parse(Source("a.sql", "INSERT INTO t VALUES (1), (2)"))[0]
    statement.repeats = 4
    (op,) = lower(statement)
    assert isinstance(op, ops.Insert)
    assert op.rows == 10


KEYS = Table(
    name=Name("public", "t"),
    primary_key=Key(name="t_pkey", columns=("id",)),
    indexes=(
        Index(name="i", parts=(IndexPart(column="a"), IndexPart(column="b")), unique=True),
        Index(name="j", parts=(IndexPart(column="c"),)),
    ),
)


@pytest.mark.parametrize(
    ("where", "bounded"),
    [
        ("id = 1", True),
        ("id IN (1, 2) AND x > 3", True),
        ("a = 1 AND b = 2", True),
        ("a = 1", False),
        ("c = 1", False),
        ("id > 1", False),
        ("id = 1 OR a = 2", False),
        ("x IN (SELECT x FROM t LIMIT 5)", True),
    ],
)
def test_binding_knows_whether_where_gives_a_key(where: str, bounded: bool) -> None:
    catalog = Catalog().put(KEYS)
    for sql in (f"UPDATE t SET y = 1 WHERE {where}", f"DELETE FROM t WHERE {where}"):
        bound = bind(one(sql), catalog, Session(), 17)
        assert isinstance(bound, ops.Update | ops.Delete)
        assert bound.bounded is bounded


# --- what must not go wrong


def test_blocks_within_blocks_end() -> None:
    sql = "DROP TABLE t"
    for level in range(20):
        sql = f"DO $b{level}$ BEGIN {sql}; END $b{level}$"
    blocks = lowered(sql)
    assert all(isinstance(op, ops.DoBlock) for op in blocks)
    assert blocks[-1].opaque == "blocks are nested too deeply"  # type: ignore[attr-defined]


def test_names_of_with_are_nobodys_tables() -> None:
    delete, update = lowered(
        "WITH a AS (SELECT 1 AS x), b AS (DELETE FROM t USING a, u WHERE t.id = a.x RETURNING id)"
        " UPDATE v SET n = 1 FROM b, w WHERE v.id = b.id"
    )
    assert (delete.reads, update.reads) == ((Name("", "u"),), (Name("", "w"),))  # type: ignore[attr-defined]


@settings(max_examples=300, deadline=None)
@given(mutated())
def test_whatever_parses_is_lowered(sql: str) -> None:
    for statement in parse(Source("a.sql", sql)):
        for op in lower(statement):
            assert op.span.start >= 0
        assert bool(lower(statement)) == (statement.error is None)
