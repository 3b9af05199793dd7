"""PostgreSQL text to statements: places, recovery, files that are not only SQL, bulk data, hostile text."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dbarch_lint.engines.postgres.parse import SMALL, comments, parse, tokenize
from dbarch_lint.engines.postgres.scan import Cutter
from dbarch_lint.source import ROOM, Source, Statement


def read(text: str, **options: Any) -> list[Statement]:
    return parse(Source("x.sql", text), **options)


def told(text: str) -> list[tuple[str, str]]:
    """Kind and text of each statement; for an error, its message."""
    return [(s.kind or f"! {s.error}", s.text) for s in read(text)]


def locations(node: Any) -> Iterator[int]:
    if isinstance(node, list):
        for item in node:
            yield from locations(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "location":
                yield value
            else:
                yield from locations(value)


def names_at(statement: Statement) -> list[str]:
    """The words at the places of a tree's column references."""

    def walk(node: Any) -> Iterator[int]:
        if isinstance(node, list):
            for item in node:
                yield from walk(item)
        elif isinstance(node, dict):
            for key, value in node.items():
                if key == "ColumnRef":
                    yield value.get("location", 0)
                yield from walk(value)

    data = statement.source.data
    return [data[at:].split()[0].decode().rstrip(",;)") for at in walk(statement.node)]


# -- places


def test_a_statement_begins_at_its_first_word_and_ends_at_its_last() -> None:
    text = "-- é\n/* a /* b */ */ SELECT 1 /* c */ ;\n\n  ALTER TABLE t ADD x int -- last\n"
    assert told(text) == [("SelectStmt", "SELECT 1"), ("AlterTableStmt", "ALTER TABLE t ADD x int")]


def test_a_comment_sign_inside_a_string_ends_nothing() -> None:
    assert told("SELECT 'a -- b'\n;SELECT $$ -- */$$ -- x\n;SELECT E'\\' -- '/* y */") == [
        ("SelectStmt", "SELECT 'a -- b'"),
        ("SelectStmt", "SELECT $$ -- */$$"),
        ("SelectStmt", "SELECT E'\\' -- '"),
    ]


@pytest.mark.parametrize("text", ["", " \n", "-- only", "/* only */", ";;", "\n;\n-- x\n;"])
def test_a_file_without_statements_has_none(text: str) -> None:
    assert read(text) == []


def test_places_are_bytes_of_the_whole_source_also_after_an_error() -> None:
    text = "SELECT é, b FROM t;\nSELECT oops oops oops;\nSELECT ünder, dd FROM t;\n\\echo é\nSELECT x1, y1 FROM t;"
    sound = [s for s in read(text) if s.error is None]
    assert [names_at(s) for s in sound] == [["é", "b"], ["ünder", "dd"], ["x1", "y1"]]


def test_a_tree_is_the_same_when_it_is_asked_for_again() -> None:
    long = "x" * ROOM
    first, second = read(
        f"/* é */ SELECT aa, '{long}' FROM t WHERE c IN (1, 2);  CREATE TABLE x (CHECK (id > '{long}'))"
    )
    trees = (first.node, second.node)
    assert (first.node, second.node) == trees
    assert first.node is not trees[0], "it was kept, and 40,000 of them fill the memory"
    assert min(locations(second.node)) > second.start


def test_ranges_keep_their_places() -> None:
    text = "-- up\nSELECT a1;\n-- down é\nSELECT b1;\nSELECT broken broken broken;\n"
    start = len(text[: text.index("-- down")].encode())
    up, down = [(0, start)], [(start, len(text.encode()))]
    assert [s.text for s in read(text, ranges=up)] == ["SELECT a1"]
    found = read(text, ranges=down)
    assert [s.text for s in found] == ["SELECT b1", "SELECT broken broken broken"]
    assert names_at(found[0]) == ["b1"]
    assert [s.text for s in read(text, ranges=[*up, *down])][:2] == ["SELECT a1", "SELECT b1"]


# -- recovery


def test_an_error_costs_one_statement_and_points_at_its_place() -> None:
    good, bad, after = read("SELECT 'é';\nALTER TABLE é DROP COLUMN x BYTEA;\nSELECT 2;")
    assert (good.kind, bad.kind, after.kind) == ("SelectStmt", "", "SelectStmt")
    assert (bad.error, bad.node) == ('syntax error at or near "BYTEA"', None)
    assert bad.source.data[bad.error_at :].startswith(b"BYTEA")


def test_a_missing_semicolon_is_said_and_swallows_nothing() -> None:
    assert told("CREATE TABLE a (\n  x int\n)\nALTER TABLE a ADD y int;\nDROP TABLE b;") == [
        ("CreateStmt", "CREATE TABLE a (\n  x int\n)"),
        ('! syntax error at or near "ALTER": a semicolon is missing before it', "ALTER"),
        ("AlterTableStmt", "ALTER TABLE a ADD y int"),
        ("DropStmt", "DROP TABLE b"),
    ]


@pytest.mark.parametrize(
    ("broken", "why"),
    [
        ("CREATE TABLE a (x int,)\n", 'syntax error at or near ")"'),
        ("CREATE TABEL a (x int)\n", 'syntax error at or near "TABEL"'),
        ("INSERT INTO a VALUES ('it)\n", "unterminated quoted string"),
        ("CREATE TABLE a (x int;\n", 'syntax error at or near ";"'),
    ],
)
def test_the_statement_after_a_broken_one_is_judged(broken: str, why: str) -> None:
    first, *rest = read(broken + "DROP TABLE b;\nDROP TABLE c;")
    assert (first.error or "").startswith(why) or why.endswith('";"')
    assert [s.text for s in rest if not s.error][-1] == "DROP TABLE c"
    assert any(s.kind == "DropStmt" and s.text == "DROP TABLE b" for s in rest)


def test_the_body_of_a_broken_function_is_not_taken_for_statements() -> None:
    text = "CREATE FUNCTOIN f() AS $$\nBEGIN\nDROP TABLE a;\nUPDATE t SET x = 1;\nEND $$;\nSELECT 1;"
    assert [(s.kind, bool(s.error)) for s in read(text)] == [("", True), ("SelectStmt", False)]


def test_a_long_error_text_is_cut_and_one_line() -> None:
    (statement,) = read("SELECT '" + "x\n" * 500)
    assert statement.error is not None
    assert len(statement.error) < 120
    assert "\n" not in statement.error


def test_a_nul_character_is_an_error_of_its_statement() -> None:
    assert [bool(s.error) for s in read("SELECT 1; SELECT '\0'; SELECT 2")] == [False, True, False]


# -- text that is not SQL


def test_psql_commands_are_passed_over() -> None:
    text = (
        "\\set ON_ERROR_STOP on\n\\connect db\r\nSELECT 1;\r\n  \\echo 'it''s\n"
        "SELECT 2 \\gexec\nSELECT 3\n\\timing\n, 4;\n"
    )
    found = read(text)
    assert [s.kind for s in found] == ["SelectStmt"] * 3
    assert found[1].text == "SELECT 2"
    assert found[2].node is not None
    assert len(found[2].node["targetList"]) == 2


def test_a_backslash_inside_a_text_is_no_command() -> None:
    assert told("SELECT '\n\\d';\nSELECT $$\n\\q\n$$;") == [
        ("SelectStmt", "SELECT '\n\\d'"),
        ("SelectStmt", "SELECT $$\n\\q\n$$"),
    ]


@pytest.mark.parametrize("line", ["COPY t (a, b) FROM stdin;\n", 'copy "t" from STDIN WITH (FORMAT csv);\r\n'])
def test_copy_data_is_passed_over_and_copy_kept(line: str) -> None:
    text = f"{line}1\tit's; DROP TABLE x; $$ /* -- a comment?\n\\N\t(\n\\.\n\nDROP TABLE b; -- mine\n"
    found = read(text)
    assert [s.kind for s in found] == ["CopyStmt", "DropStmt"]
    assert [c.text for c in comments(found[0].source)] == ["-- mine"]


def test_copy_without_data_in_the_file_passes_over_nothing() -> None:
    assert [s.kind for s in read("COPY t FROM stdin;\nDROP TABLE b;\n\\echo\n")] == ["CopyStmt", "DropStmt"]


def test_copy_of_psql_reads_its_data_too() -> None:
    assert [s.kind for s in read("\\copy t from stdin\n1 DROP TABLE x;\n\\.\nDROP TABLE b;")] == ["DropStmt"]


@pytest.mark.parametrize(
    "text",
    [
        "DROP TABLE :name",
        'DROP TABLE :"name"',
        "INSERT INTO t VALUES (:'value', :n::int)",
        "DROP TABLE ${schema}.users",
        "DROP TABLE {{ .Schema }}.users",
        "DROP TABLE @prefix@users",
        "DROP TABLE %(schema)s.users",
        "{% if x %} DROP TABLE users {% endif %}",
    ],
)
def test_placeholders_are_understood(text: str) -> None:
    (statement,) = read(text)
    assert statement.error is None
    assert statement.kind in {"DropStmt", "InsertStmt"}


def test_a_cast_is_no_placeholder() -> None:
    (statement,) = read("SELECT a::text FRM t")
    assert statement.error


def test_semicolons_inside_statements() -> None:
    text = (
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;\n"
        "CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO a VALUES (';'); DELETE FROM b);\n"
        "\\echo so that the text is cut\nSELECT 1;"
    )
    assert [s.kind for s in read(text)] == ["CreateFunctionStmt", "RuleStmt", "SelectStmt"]


def test_cutting_gives_what_the_parser_gives() -> None:
    text = """/* x */ CREATE TABLE "a;b" (x text DEFAULT E'\\';', y int); -- ;
        INSERT INTO t VALUES (1, ';'), (2, $q$;$q$) ; DO $$ BEGIN PERFORM 1; END $$;
        SELECT a$b$c, 1-1, 2/1, $1, U&'\\00e9' /* ; /* ; */ ; */ ; CREATE VIEW v AS SELECT '--;'"""
    source = Source("x.sql", text)
    whole = [(s.kind, s.start, s.end, s.node) for s in parse(source)]
    cut = [(p.start, p.end) for p in Cutter(source.data, len(source.data)).pieces(0)]
    assert cut == [(start, end) for _, start, end, _ in whole]
    alone = [parse(Source("x.sql", source.slice(*span)))[0].kind for span in cut]
    assert alone == [kind for kind, *_ in whole]


# -- bulk data


def large(rows: str) -> str:
    """So much of it that the file is not read as a whole."""
    return rows * (SMALL // len(rows) + 1)


def test_rows_of_one_insert_are_passed_over() -> None:
    text = (
        "INSERT INTO t (a, b) VALUES\n(0, 'é'),\n"
        + large("(1, 'it''s; (x)'),\n")
        + "(2, now()) RETURNING zz;\nDROP TABLE b;"
    )
    insert, drop = read(text)
    assert (insert.kind, drop.text) == ("InsertStmt", "DROP TABLE b")
    assert insert.source.slice(insert.end - 12, insert.end) == "RETURNING zz"
    assert len(insert.text) < 100
    assert names_at(insert) == ["zz"]
    assert [t.kind for t in insert.tokens()][-2:] == ["RETURNING", "IDENT"]
    assert drop.source.line_of(drop.start) == text.count("\n") + 1


def test_inserts_that_repeat_are_one_statement() -> None:
    line = "INSERT INTO t (a) VALUES ('x;y', 1);\n"
    text = "CREATE TABLE t (a int);\n" + large(line) + "INSERT INTO u (a) VALUES (1);\nDROP TABLE b;"
    found = read(text)
    assert [s.kind for s in found] == ["CreateStmt", "InsertStmt", "InsertStmt", "DropStmt"]
    assert found[1].repeats + 1 == text.count(line)
    assert found[1].text == line.strip().rstrip(";")
    assert found[1].node is not None
    assert found[2].repeats == 0


def test_fifty_thousand_rows_are_quick() -> None:
    text = "INSERT INTO t VALUES (1, 'abc', NULL, now())" + ", (2, 'it''s', '{\"a\": 1}'::jsonb, -1.5)" * 50_000 + ";"
    started = time.process_time()
    (statement,) = read(text)
    assert statement.kind == "InsertStmt"
    assert time.process_time() - started < 1.0  # a tree of it takes some ten seconds


def test_a_statement_too_large_for_a_tree_is_said() -> None:
    (statement,) = read("SELECT " + "1," * 2_200_000 + "1")
    assert statement.error == "a statement too large to analyse"


# -- hostile text


@pytest.mark.parametrize(
    "text",
    [
        "SELECT " + "(" * 100_000 + "1" + ")" * 100_000,
        "SELECT 1" + " UNION ALL SELECT 1" * 20_000,
        "SELECT 1" + "+1" * 50_000,
        "SELECT " + "f(" * 300 + "1" + ")" * 300,
        "SELECT " + "NOT " * 300 + "true",
        "/*" * 100_000,
        "SELECT " + "/*+" * 30_000 + "*/" * 30_000 + "1",
        "SELECT " + "[" * 100_000,
    ],
    ids=["parentheses", "union", "plus", "calls", "not", "comments", "comments-and-operators", "brackets"],
)
def test_deep_nesting_is_an_error_and_quick(text: str) -> None:
    started = time.process_time()
    *before, statement = read(text)
    assert before == []
    assert statement.error
    assert statement.tokens() is not None
    assert time.process_time() - started < 5


def test_what_is_long_but_not_deep_is_read() -> None:
    text = "SELECT '" + "{[" * 5000 + "', " + "a AND " * 5000 + "f(" * 50 + "1" + ")" * 50 + " || 'x'" * 100
    (statement,) = read(text)
    assert statement.error is None


@pytest.mark.parametrize(
    "unit", ["'", "$a$", "\\", "/*", "COPY t FROM stdin;\n", "SELECT 1\n", "CREATE TABEL x\n", "{{", "E'\\"]
)
def test_time_grows_with_the_length_only(unit: str) -> None:
    started = time.process_time()
    source = Source("x.sql", unit * (300_000 // len(unit)))
    parse(source)
    comments(source)
    assert time.process_time() - started < 5


SCRAPS = """' " $$ $a$ /* */ -- ; ( ) \\ \\.\n \\g\n \n é 𝄞 \0 E' U&" :: := {{x}} ${y} :z @p@ .. << >> % [ ] BEGIN END DO
IF THEN ELSE LOOP CASE WHEN EXCEPTION DECLARE EXECUTE FOR IN INTO RETURN SELECT 1 CREATE TABLE t ( x int ) ATOMIC
COPY FROM stdin INSERT VALUES FUNCTION f() RETURNS LANGUAGE plpgsql AS RULE UPDATE ALTER DROP""".split(" ")


def check(text: str) -> None:
    """What holds for any text: nothing raised, every place inside, every tree there."""
    from dbarch_lint.engines.postgres.plpgsql import body_statements

    source = Source("x.sql", text)
    size = len(source.data)
    for statement in parse(source):
        assert 0 <= statement.start < statement.end <= size
        assert (statement.error is None) == (statement.node is not None) == bool(statement.kind)
        assert statement.error is None or statement.start <= statement.error_at <= statement.end
        tokens = statement.tokens()
        assert all(statement.start <= t.start < t.end <= statement.end for t in tokens)
        if statement.error is None:  # the pieces of text that cannot be scanned as a whole may well be
            assert [*source.reading(statement.start, statement.end)] == [*tokens]
        if statement.kind in {"DoStmt", "CreateFunctionStmt"}:
            inner = body_statements(statement)
            assert isinstance(inner, str) or all(statement.start <= s.start <= s.end <= statement.end for s in inner)
    assert all(span.text.startswith(("--", "/*")) for span in comments(source))


def fuzz() -> None:
    """Run in a process of its own: libpg_query is C, and its failures may end the process."""
    few = settings(max_examples=400, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    scraps = st.lists(st.sampled_from(SCRAPS), max_size=40).map(" ".join)
    few(given(st.text(max_size=200))(check))()
    few(given(scraps)(check))()
    few(given(scraps.map(lambda t: f"DO $b$ BEGIN {t} END $b$"))(check))()


def test_no_text_breaks_it() -> None:
    run = subprocess.run([sys.executable, __file__], capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr[-3000:]


# -- tokens and comments


def test_tokens_are_named_as_a_reader_expects() -> None:
    source = Source("x.sql", "ALTER /* é */ TABLE \"é\" ADD x text DEFAULT 'é'::text || $1, (1.5 <> :=) -- end")
    tokens = tokenize(source, 0, len(source.data))
    kinds = "ALTER TABLE IDENT ADD IDENT TEXT DEFAULT SCONST :: TEXT || PARAM , ( FCONST <> := )".split()
    assert [t.kind for t in tokens] == kinds
    assert [source.slice(t.start, t.end) for t in tokens[:4]] == ["ALTER", "TABLE", '"é"', "ADD"]


def test_tokens_of_broken_text_are_those_before_the_break() -> None:
    source = Source("x.sql", "é ALTER TABLE 'never")
    assert [t.kind for t in tokenize(source, 0, len(source.data))] == ["IDENT", "ALTER", "TABLE"]
    assert [t.start for t in tokenize(source, 3, len(source.data))] == [3, 9]


def test_comments_outside_strings() -> None:
    source = Source("x.sql", "-- é\nSELECT '-- no', $$ /* no */ $$, E'\\'-- no' /* yes /* in */ */; -- last")
    assert [c.text for c in comments(source)] == ["-- é", "/* yes /* in */ */", "-- last"]


if __name__ == "__main__":
    fuzz()
