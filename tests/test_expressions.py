from __future__ import annotations

from typing import Any

import pytest

from dbarch_lint.engines.postgres import deparse, expressions, renames
from tests.server import connection
from tests.trees import expression, statement

# What a server says of each: would ADD COLUMN with this default rewrite the table (volatile), and if not, would an
# index take it (constant) or not (stable)?
VOLATILITY = {
    "constant": """
        5 | NULL | 'x' | NULL::int | upper('a') | '2020-01-01'::timestamptz | '{}'::jsonb | array[]::int[] | 1 + 2
        coalesce(NULL, 1) | greatest(1, 2) | case when true then 1 end | 'sq'::regclass | date '2020-01-01'
        interval '1 day' | make_interval(days => 1)
    """,
    "stable": """
        now() | current_timestamp | localtimestamp | 'today'::text::date | now()::date | current_user | version()
        pg_catalog.now() | to_char(now(), 'x') | statement_timestamp() | txid_current() | now() + '1 day'
        date_trunc('day', now()) | extract(epoch from now()) | (now() at time zone 'utc') | concat('a', 'b')
        current_setting('x.y', true) | jsonb_build_object('a', 1) | age(now())
    """,
    "volatile": """
        clock_timestamp() | random() | gen_random_uuid() | uuidv7() | nextval('sq') | md5(random()::text)
        timeofday() | lo_creat(1) | coalesce(NULL, random())
    """,
}
JUDGED = [
    (t.strip(), word) for word, ts in VOLATILITY.items() for line in ts.strip().split("\n") for t in line.split("|")
]

# Whether a CHECK spares SET NOT NULL on b its scan, as a server says.
PROOFS = {
    True: """
        b IS NOT NULL | b IS NOT NULL AND c > 0 | c > 0 AND (a > 0 AND b IS NOT NULL) | NOT (b IS NULL) | b NOTNULL
        NOT (b IS NULL OR c > 0) | NOT NOT (b IS NOT NULL) | NOT (NOT (b IS NOT NULL AND c > 0)) | t.b IS NOT NULL
        b IS DISTINCT FROM NULL | NULL IS DISTINCT FROM b | NOT (b IS NOT DISTINCT FROM NULL) | ROW(b, c) IS NOT NULL
        (b IS NOT NULL AND c = 1) OR (b IS NOT NULL AND c = 2) | NOT (b IS NULL) AND b > 0
    """,
    False: """
        b IS NOT NULL OR c > 0 | b >= 0 | NOT (b IS NULL AND c > 0) | c IS NOT NULL | b IS NULL OR true | b = b
        coalesce(b, 0) > 0 | num_nulls(b) = 0 | b IN (1, 2) | b + 0 IS NOT NULL | b::bigint IS NOT NULL
        (b IS NOT NULL) IS TRUE | (b IS NULL) IS FALSE | NOT (ROW(b, c) IS NULL) | b IS NULL
    """,
}
PROVED = [(t.strip(), word) for word, ts in PROOFS.items() for line in ts.strip().split("\n") for t in line.split("|")]


@pytest.mark.parametrize(("sql", "word"), JUDGED)
def test_volatility_is_what_the_server_says(sql: str, word: str) -> None:
    assert expressions.volatility(expression(sql)) == word


def test_volatility_of_what_the_server_does_not_bring() -> None:
    words = {("app", "slow"): "volatile", ("", "pure"): "immutable", ("app", "now"): "stable"}

    def lookup(schema: str, name: str) -> str | None:
        return words.get((schema, name))

    asked = {
        "app.slow()": "volatile",
        "pure(1)": "constant",
        "app.now()": "stable",
        "no_such()": "unknown",
        "no_such(random())": "volatile",
        "no_such(now())": "unknown",
        "uuid_generate_v4()": "volatile",
        "extensions.uuid_generate_v5(a, b)": "constant",
    }
    assert {sql: expressions.volatility(expression(sql), lookup) for sql in asked} == asked
    assert expressions.volatility(None) == "none"


def test_a_literal_that_means_the_time_of_reading_is_not_a_constant() -> None:
    assert expressions.volatility(expression("'now'::timestamptz")) == "stable"
    assert expressions.volatility(expression("' Tomorrow'::date")) == "stable"


def test_functions_are_unknown_before_the_version_that_brought_them() -> None:
    assert expressions.volatility(expression("uuidv7()"), version=18) == "volatile"
    assert expressions.volatility(expression("uuidv7()"), version=17) == "unknown"
    assert expressions.volatility(expression("random_normal()"), version=15) == "unknown"


@pytest.mark.parametrize(("sql", "proves"), PROVED)
def test_a_check_proves_not_null_where_the_server_says_so(sql: str, proves: bool) -> None:
    assert expressions.implies_not_null(expression(sql), "b") is proves


def test_a_tower_of_conditions_proves_nothing_and_breaks_nothing() -> None:
    check: dict[str, Any] = expression("b IS NOT NULL")
    for _ in range(50_000):
        check = {"BoolExpr": {"boolop": "AND_EXPR", "args": [check]}}
    assert not expressions.implies_not_null(check, "b")
    assert expressions.column_names(check) == {"b"}
    assert expressions.volatility(check) == "constant"


def test_columns() -> None:
    node = expression('upper(t.a) || app.f(b[1]) || pg_catalog.lower("C") || (t.*)::text || (r).x')
    assert expressions.column_names(node) == {"a", "b", "C", "r"}
    assert expressions.column_names(None) == frozenset()


def test_renaming_a_column_leaves_the_old_tree_alone() -> None:
    node = expression("a > 0 AND t.a < b AND f('a')")
    assert deparse.expression(renames.rename_column(node, "a", "new")) == "new > 0 AND t.new < b AND f('a')"
    assert deparse.expression(node) == "a > 0 AND t.a < b AND f('a')"


def test_constants() -> None:
    assert expressions.is_null_constant(expression("NULL::text"))
    assert not expressions.is_null_constant(expression("'NULL'"))
    assert expressions.is_constant(expression("'5'::int"))
    assert not expressions.is_constant(expression("now()"))
    assert not expressions.is_constant(None)


@pytest.mark.parametrize(
    ("sql", "tables"),
    [
        ("SELECT 1", ""),
        ("SELECT * FROM a, s.b JOIN c ON c.x IN (SELECT y FROM d)", "a s.b c d"),
        ("SELECT (SELECT 1 FROM a), EXISTS (SELECT FROM b) FROM c, LATERAL (SELECT FROM d) z", "a b c d"),
        ("WITH a AS (SELECT * FROM a) SELECT * FROM a", "a"),
        ("WITH a AS (SELECT * FROM b), c AS (SELECT * FROM a) SELECT * FROM c, s.a", "b s.a"),
        ("WITH RECURSIVE a AS (SELECT 1 UNION SELECT * FROM a) SELECT * FROM a", ""),
        ("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) x, a", "a"),
        ("SELECT * FROM a UNION SELECT * FROM b EXCEPT SELECT * FROM a", "a b"),
        ("SELECT * FROM a x FOR UPDATE OF x", "a"),
        ("INSERT INTO a SELECT * FROM b", "b"),
        ("UPDATE a SET x = (SELECT 1 FROM b) FROM c", "b c"),
        ("DELETE FROM a USING b WHERE x IN (SELECT y FROM a)", "b a"),
        ("WITH w AS (DELETE FROM a RETURNING x) INSERT INTO b SELECT x FROM w", ""),
        ("CREATE TABLE n AS SELECT * FROM a TABLESAMPLE system (1)", "a"),
    ],
)
def test_relations_that_a_query_reads(sql: str, tables: str) -> None:
    found = [".".join(filter(None, pair)) for pair in expressions.relations(statement(sql))]
    assert sorted(found) == sorted(tables.split())


@pytest.mark.parametrize(
    ("sql", "uses"),
    [
        ("SELECT a, t.b FROM t", "t.a t.b"),
        ("SELECT x.a, b, y.* FROM t x JOIN s.u y ON x.id = y.id", "t.a .b u.* t.id u.id"),
        ("SELECT * FROM t WHERE a IN (SELECT u.b FROM u WHERE t.c = d)", "t.* t.a u.b t.c .d"),
    ],
)
def test_columns_that_a_query_names(sql: str, uses: str) -> None:
    found = expressions.column_uses(statement(sql))
    assert sorted(f"{table}.{column}" for table, column in found) == sorted(uses.split())


# The names that a server gave the columns of SELECT ... FROM t.
NAMES = {
    "a": "a",
    "t.a": "a",
    "1": "?column?",
    "a::text": "a",
    "1::int": "int4",
    "'x'::text::varchar(3)": "varchar",
    "upper('a')": "upper",
    "case when true then 1 end": "case",
    "case when true then 1 else a end": "a",
    "(case when true then 1 end)::text": "text",
    "nullif(a, 1)": "nullif",
    "(select a from t limit 1)": "a",
    "exists(select 1)": "exists",
    "array(select 1)": "array",
    "array[1]": "array",
    "row(1)": "row",
    "current_timestamp(2)": "current_timestamp",
    "least(a, 2)::text": "least",
    "a + 1": "?column?",
    "a is null": "?column?",
    "(row(1, a)).f1": "f1",
    "(array[1])[1]": "array",
    "extract(year from now())": "extract",
    "trim('x')": "btrim",
    "now() at time zone 'utc'": "timezone",
    "(select 1 as q)": "q",
    "a as b": "b",
    "*": "*",
}


def test_names_of_output_columns() -> None:
    for sql, name in NAMES.items():
        assert expressions.output_columns(statement(f"SELECT {sql} FROM t")) == [name], sql
    assert expressions.output_columns(statement("SELECT a UNION SELECT b")) == ["a"]
    assert expressions.output_columns(statement("VALUES (1, 2)")) == ["column1", "column2"]
    assert expressions.output_columns(statement("EXECUTE p")) == []


@pytest.mark.live
def test_a_server_still_says_the_same() -> None:
    with connection() as server:
        server.execute("CREATE SEQUENCE sq; CREATE TABLE t (a int); SET client_min_messages = debug1")
        said: list[str] = []
        server.add_notice_handler(lambda notice: said.append(notice.message_primary))
        file_of_t = "SELECT relfilenode FROM pg_class WHERE relname = 't'"
        for sql, word in JUDGED:
            with server.transaction(force_rollback=True):
                before = server.execute(file_of_t).fetchone()
                type_ = server.execute(f"SELECT pg_typeof({sql})::text").fetchone()[0].replace("unknown", "text")
                server.execute(f"ALTER TABLE t ADD z {type_} DEFAULT ({sql})")
                assert (server.execute(file_of_t).fetchone() != before) == (word == "volatile"), sql
        for sql, proves in PROVED:
            with server.transaction(force_rollback=True):
                server.execute(f"DROP TABLE t; CREATE TABLE t (a int, b int, c int, CHECK ({sql}))")
                said.clear()
                server.execute("ALTER TABLE t ALTER b SET NOT NULL")
                assert any("verifying" in text for text in said) != proves, sql
        for sql, name in NAMES.items():
            got = server.execute(f"SELECT {sql} FROM t").description[0].name
            assert got == ("a" if name == "*" else name), sql
