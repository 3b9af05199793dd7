"""The statements inside DO blocks and PL/pgSQL functions."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from pglast.parser import parse_plpgsql_json

from dbarch_lint.engines.postgres.constants import constant_text
from dbarch_lint.engines.postgres.parse import parse
from dbarch_lint.engines.postgres.plpgsql import DYNAMIC, body_statements
from dbarch_lint.source import Source, Statement


def outer(text: str) -> Statement:
    (statement,) = parse(Source("x.sql", text))
    return statement


def inside(text: str) -> list[Statement]:
    found = body_statements(outer(text))
    assert not isinstance(found, str), found
    return found


def do(body: str) -> list[tuple[str, str]]:
    """Text and state of each statement of a DO block."""
    return [(s.text, state(s)) for s in inside(f"DO $do$ {body} $do$")]


def state(statement: Statement) -> str:
    words = [w for w, holds in (("conditional", statement.conditional), ("guarded", statement.guarded)) if holds]
    return " ".join(words) or "runs"


# -- what runs, and when


DECISIONS = [
    ("DROP TABLE a;", ["runs"]),
    ("IF x > 1 THEN DROP TABLE a; END IF;", ["conditional"]),
    ("IF EXISTS (SELECT 1 FROM users WHERE old) THEN DROP TABLE a; END IF;", ["conditional"]),
    ("IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 'c') THEN DROP TABLE a; END IF;", ["guarded"]),
    ("IF NOT EXISTS (SELECT 1 FROM information_schema.columns) THEN DROP TABLE a; END IF;", ["guarded"]),
    ("IF to_regclass('a') IS NULL THEN DROP TABLE a; END IF;", ["guarded"]),
    ("IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'r') THEN DROP TABLE a; END IF;", ["conditional"]),
    ("IF EXISTS (SELECT FROM pg_class) AND EXISTS (SELECT FROM users) THEN DROP TABLE a; END IF;", ["conditional"]),
    (
        "IF NOT EXISTS (SELECT FROM pg_type) THEN DROP TABLE a; ELSE DROP TABLE b; END IF;",
        ["guarded", "conditional"],
    ),
    (
        "IF EXISTS (SELECT FROM pg_type) THEN RAISE NOTICE 'there'; ELSE DROP TABLE a; END IF; DROP TABLE b;",
        ["guarded", "runs"],
    ),
    ("IF a THEN DROP TABLE a; ELSIF b THEN DROP TABLE b; ELSE DROP TABLE c; END IF;", ["conditional"] * 3),
    (
        "CASE x WHEN 1 THEN DROP TABLE a; ELSE DROP TABLE b; END CASE; DROP TABLE c;",
        ["conditional", "conditional", "runs"],
    ),
    ("FOR i IN 1..10 LOOP DROP TABLE a; END LOOP;", ["conditional"]),
    ("WHILE x LOOP DROP TABLE a; EXIT WHEN y; END LOOP; DROP TABLE b;", ["conditional", "runs"]),
    ("<<l>> FOREACH x IN ARRAY y LOOP DROP TABLE a; END LOOP l;", ["conditional"]),
    ("DROP TABLE a; EXCEPTION WHEN duplicate_object OR duplicate_table THEN NULL;", ["guarded"]),
    ("DROP TABLE a; EXCEPTION WHEN OTHERS THEN RAISE NOTICE 'x';", ["guarded"]),
    ("DROP TABLE a; EXCEPTION WHEN OTHERS THEN RAISE;", ["runs"]),
    ("DROP TABLE a; EXCEPTION WHEN unique_violation THEN DROP TABLE c;", ["conditional"]),
    (
        "DROP TABLE z; BEGIN DROP TABLE a; EXCEPTION WHEN undefined_table THEN NULL; END; DROP TABLE b;",
        ["runs", "guarded", "runs"],
    ),
    ("IF x THEN RETURN; END IF; DROP TABLE a;", ["conditional"]),
    ("IF EXISTS (SELECT FROM pg_class) THEN RETURN; END IF; DROP TABLE a;", ["guarded"]),
    (
        "SELECT EXISTS (SELECT FROM pg_class) INTO v; IF NOT v THEN DROP TABLE a; END IF;",
        ["runs", "guarded"],
    ),
    (
        "v := EXISTS (SELECT FROM pg_type); IF v THEN DROP TABLE a; END IF; v := 1; IF v THEN DROP TABLE b; END IF;",
        ["guarded", "conditional"],
    ),
    (
        "PERFORM 1 FROM pg_type WHERE typname = 't'; IF NOT FOUND THEN DROP TABLE a; END IF;",
        ["runs", "guarded"],
    ),
]


@pytest.mark.parametrize(("body", "expected"), DECISIONS)
def test_what_decides_whether_a_statement_runs(body: str, expected: list[str]) -> None:
    assert [how for _, how in do(f"BEGIN {body} END")] == expected


def test_a_guard_inside_a_loop_is_both() -> None:
    body = "BEGIN LOOP IF NOT EXISTS (SELECT FROM pg_type) THEN DROP TABLE a; END IF; EXIT; END LOOP; END"
    assert do(body) == [("DROP TABLE a", "conditional guarded")]


def test_declarations_assignments_and_control_are_no_statements() -> None:
    body = """#variable_conflict use_column
        DECLARE a int := 1; c CURSOR FOR SELECT 1; r t%ROWTYPE; "end" text = 'BEGIN;';
        BEGIN a := 2; r.x = 3; a[1] := (SELECT max(x) FROM t); close := 1; NULL; RAISE NOTICE 'DROP TABLE x; %', a;
        ASSERT true; GET DIAGNOSTICS a = ROW_COUNT; OPEN c; FETCH c INTO a; CLOSE c; DROP TABLE y; END"""
    assert do(body) == [("DROP TABLE y", "runs")]


# -- places and trees


def test_statements_keep_their_place_in_the_file() -> None:
    text = "-- é\nDO $$ BEGIN\n  ALTER TABLE é ADD x int; -- why\n  UPDATE t SET x = yy WHERE zz;\nEND $$;"
    block = outer(text)
    alter, update = inside(text)
    assert (alter.text, update.text) == ("ALTER TABLE é ADD x int", "UPDATE t SET x = yy WHERE zz")
    assert alter.parent is not None
    assert (alter.parent.start, alter.source.line_of(alter.start)) == (block.start, 3)
    assert update.node is not None
    where = update.node["whereClause"]["ColumnRef"]["location"]
    assert update.source.slice(where, where + 2) == "zz"


def test_a_body_with_doubled_quotes_has_the_place_of_its_statement() -> None:
    text = "SELECT 1; DO 'BEGIN UPDATE t SET x = ''a'' WHERE zz; END'"
    block = parse(Source("x.sql", text))[1]
    found = body_statements(block)
    assert not isinstance(found, str)
    assert [(s.kind, s.start, s.end) for s in found] == [("UpdateStmt", block.start, block.end)]
    assert found[0].node is not None
    assert found[0].node["whereClause"]["ColumnRef"]["location"] == block.start


def test_into_is_not_part_of_the_sql() -> None:
    body = """BEGIN SELECT a, b INTO STRICT r.x, y[1] FROM t; INSERT INTO t VALUES (1) RETURNING id INTO v;
        PERFORM setval('s', 1); FOR r IN DELETE FROM t RETURNING id LOOP NULL; END LOOP; END"""
    found = inside(f"DO $$ {body} $$")
    assert [s.kind for s in found] == ["SelectStmt", "InsertStmt", "SelectStmt", "DeleteStmt"]
    assert all("intoClause" not in (s.node or {}) for s in found)


def test_what_does_not_parse_inside_is_an_error_at_its_place() -> None:
    (statement,) = inside("DO $$ BEGIN ALTER TABLE t DROP COLUMN x int; END $$")
    assert statement.error == 'syntax error at or near "int"'
    assert statement.source.data[statement.error_at :].startswith(b"int;")


# -- dynamic SQL


def test_execute_of_constant_text_is_sql() -> None:
    body = """BEGIN EXECUTE 'DROP TABLE a'; EXECUTE $x$DROP TABLE b; DROP TABLE c$x$;
        EXECUTE 'DROP ' || 'TABLE ' || quote_ident('D');
        EXECUTE format('DROP TABLE %I.%I', 's', 'select'); EXECUTE 'DROP TABLE ''e'''; END"""
    found = inside(f"DO $do$ {body} $do$")
    assert [s.kind or s.error for s in found[:5]] == ["DropStmt"] * 5
    assert [s.text for s in found[:3]] == ["DROP TABLE a", "DROP TABLE b", "DROP TABLE c"]
    assert found[3].text.startswith("EXECUTE 'DROP '")
    assert found[5].error == """syntax error at or near "'e'\""""


def test_execute_of_anything_else_says_what_it_would_run() -> None:
    (statement,) = inside("DO $$ BEGIN EXECUTE format('DROP TABLE %I', name) INTO x USING y; END $$")
    assert (statement.kind, statement.node) == (DYNAMIC, {"query": "format('DROP TABLE %I', name)"})


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'a' || 'b'", "ab"),
        ("'a' || E'\\n' || ''", "a\n"),
        ("format('%s %I %L %%', 'x', 'User', 'it''s')", "x \"User\" 'it''s' %"),
        ("format('%2$s%1$s%s', 'a', 'b')", "bab"),
        ("concat('a', 'b')::text", "ab"),
        ("format('%s')", None),
        ("format('%10s', 'a')", None),
        ("format(template, 'a')", None),
        ("'a' || b", None),
        ("'1'::int", None),
        ("now()", None),
        ("1, 2", None),
        ("oops oops oops", None),
        ("(" * 5000, None),
        ("'a'" + " || 'a'" * 5000, None),
    ],
)
def test_the_value_of_a_constant_expression(expression: str, value: str | None) -> None:
    assert constant_text(expression) == value


# -- bodies nobody can read


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("DO LANGUAGE plperl 'x'", "written in plperl"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "written in sql"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql", "written in sql"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1", "written in sql"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; END", "written in sql"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE c AS 'obj', 'sym'", "written in c"),
        ("CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql", "it has no body as text"),
        ("DO LANGUAGE plpgsql", "it has no body as text"),
        ("DO ''", "its PL/pgSQL cannot be read near line 1"),
        ("DO 'SELECT ''x'''", "its PL/pgSQL cannot be read"),
        ("DO $$\nBEGIN\nIF x THEN\nEND $$", "its PL/pgSQL cannot be read near line 4"),
        ("DO $$ " + "BEGIN " * 50_000 + "$$", "its PL/pgSQL cannot be read near line 1"),
    ],
)
def test_why_a_body_is_opaque(text: str, why: str) -> None:
    assert body_statements(outer(text)) == why


def test_deep_blocks_are_read() -> None:
    depth = 20_000
    text = "DO $$ " + "BEGIN " * depth + "DROP TABLE a;" + " END;" * depth + " $$"
    assert [s.text for s in inside(text)] == ["DROP TABLE a"]


def test_functions_are_read_as_well() -> None:
    text = """CREATE OR REPLACE FUNCTION s.f(a s.t) RETURNS TABLE (x s.u) LANGUAGE plpgsql AS $$
        DECLARE v s.t%TYPE; BEGIN RETURN QUERY SELECT 1; INSERT INTO log VALUES (a.b); RETURN; END $$"""
    assert [(s.kind, s.text) for s in inside(text)] == [
        ("SelectStmt", "SELECT 1"),
        ("InsertStmt", "INSERT INTO log VALUES (a.b)"),
    ]


# -- against PostgreSQL's own PL/pgSQL parser, where it can read the body

QUERIES = {
    "PLpgSQL_stmt_execsql": "sqlstmt",
    "PLpgSQL_stmt_perform": "expr",
    "PLpgSQL_stmt_call": "expr",
    "PLpgSQL_stmt_fors": "query",
    "PLpgSQL_stmt_return_query": "query",
    "PLpgSQL_stmt_dynexecute": "query",
}


def queries(tree: Any) -> Iterator[str]:
    """The queries of PostgreSQL's tree, handlers left out."""
    if isinstance(tree, list):
        for item in tree:
            yield from queries(item)
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key in QUERIES:
                yield value[QUERIES[key]]["PLpgSQL_expr"]["query"]
            if key != "exceptions":
                yield from queries(value)


@pytest.mark.parametrize(
    "body",
    [
        "BEGIN DROP TABLE a; SELECT 1 INTO v FROM t; PERFORM f(';'); CALL p(1); END",
        "BEGIN IF (CASE WHEN a THEN b END) THEN DROP TABLE a; ELSIF c[1] THEN NULL; ELSE DROP TABLE b; END IF; END",
        "BEGIN FOR r IN SELECT 1 FROM t LOOP UPDATE t SET x = 1; END LOOP; CASE WHEN a THEN NULL; END CASE; END",
        "BEGIN BEGIN DROP TABLE a; EXCEPTION WHEN others THEN DROP TABLE b; END; EXECUTE 'x' || y USING 1; END",
        "<<a>> DECLARE x int; BEGIN <<b>> WHILE x < 3 LOOP EXIT b; INSERT INTO t VALUES (x); END LOOP b; END a",
        "BEGIN SELECT x, y FROM t WHERE a = 'INTO' INTO v; WITH q AS (INSERT INTO t VALUES (1)) SELECT 1; END",
    ],
)
def test_the_outline_is_the_one_of_postgresql(body: str) -> None:
    text = f"DO $do$ DECLARE v int; a bool; b bool; c bool[]; r record; y text; BEGIN {body}; END $do$"
    theirs = ["".join(query.split()) for query in queries(json.loads(parse_plpgsql_json(text)))]
    ours = []
    for statement in inside(text):
        written = statement.text.removeprefix("EXECUTE").removeprefix("PERFORM").removesuffix("USING 1")
        written = written.replace("INTO v", "") if statement.kind == "SelectStmt" else written
        ours.append("".join(written.split()))
    assert ours == [query.removeprefix("SELECT") if query.startswith("SELECTf(") else query for query in theirs]
