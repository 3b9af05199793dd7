"""MySQL and MariaDB text: whatever it holds, it is cut into statements that do not overlap, and nothing crashes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dbarch_lint import operations as ops
from dbarch_lint.engines import engine
from dbarch_lint.source import Source, Statement

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures" / "lowering").glob("m*/*.sql"))
NOT_UNDERSTOOD = {"CALL p(1, @x)", "PREPARE q FROM @unknown", "EXECUTE q"}
PIECES = """; ' " ` \\ /* */ /*! /*!50000 /*M! -- --\t # \n ( ) , . @ @@ = := <=> 0x1F 1.5e3 x'1F' _utf8'x' $$ // DELIMITER
delimiter CREATE ALTER TABLE PROCEDURE TRIGGER BEGIN END IF THEN ELSE CASE WHEN LOOP WHILE DO REPEAT UNTIL INDEX ON ADD
DROP COLUMN int varchar(5) text enum('a') DEFAULT NULL KEY PRIMARY UNIQUE FOREIGN REFERENCES CHECK CONSTRAINT PARTITION
BY RANGE VALUES INSERT INTO SELECT FROM WHERE SET UPDATE DELETE PREPARE EXECUTE CALL CONCAT( IF( 'ALTER TABLE t ADD a int'
t u `a` @s GRANT ALL TO LOCK TABLES RENAME é \x00 MODIFY CHANGE AFTER FIRST ALGORITHM=INSTANT CONVERT UNION WITH AS"""
TEXTS = st.lists(st.sampled_from(PIECES.split(" ")) | st.text(max_size=3), max_size=60).map(" ".join)
ENGINES = ("mysql", "mariadb")


def parsed(sql: str, name: str = "mysql") -> list[Statement]:
    return engine(name).parse(Source("a.sql", sql), None)


def texts(sql: str, name: str = "mysql") -> list[str]:
    return [s.text for s in parsed(sql, name) if s.parent is None]


@settings(max_examples=400, deadline=None)
@given(TEXTS, st.sampled_from(ENGINES))
def test_any_text_is_cut_and_lowered(sql: str, name: str) -> None:
    at = 0
    for statement in parsed(sql, name):
        found = engine(name).lower(statement)
        assert all(op.span.start >= 0 for op in found)
        if statement.parent is None:
            assert at <= statement.start < statement.end
            at = statement.end


WHOLE = [
    "ALTER TABLE t ADD a varchar(9) DEFAULT 'x;y'",
    "INSERT INTO t VALUES ('it''s; \\'', \"a;\"\"b\", `c;d`)",
    "SELECT 1 /* ; */ + 2 -- ;\n + 3 # ;\n + 4",
    "/*!50001 CREATE TABLE t (a int); */",
    "CREATE PROCEDURE p() BEGIN IF 1 THEN SELECT 1; ELSE CASE WHEN 1 THEN SELECT 2; END CASE; END IF; END",
    "CREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
    "CREATE DEFINER=`a`@`%` EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN l: LOOP LEAVE l; END LOOP; END",
    "SELECT 5--1",
    "UPDATE t SET `end` = 1, a = CASE b WHEN 1 THEN 2 END",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WHOLE), max_size=6),
    st.sampled_from([";", ";\n", " ;\n-- note; it's\n", ";/* ' */ # \"\n"]),
)
def test_statements_are_cut_where_they_end(statements: list[str], between: str) -> None:
    assert texts(between.join(statements)) == statements


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WHOLE), max_size=5), st.sampled_from(["$$", "//", ";;", "|"]))
def test_delimiters_are_those_of_the_client(statements: list[str], delimiter: str) -> None:
    script = f"DELIMITER {delimiter}\n" + "".join(f"{s}\n{delimiter}\n" for s in statements) + "delimiter ;\nSELECT 1;"
    assert texts(script) == [*statements, "SELECT 1"]


def test_a_delimiter_below_its_command_is_one_error_where_the_tool_does_not_take_it() -> None:
    body = "BEGIN DECLARE n int DEFAULT 0; SET n = n + 1; END"
    source = Source("a.sql", f"DELIMITER\n$$\nCREATE PROCEDURE p() {body}\n$$\nDELIMITER ;\nDROP TABLE t;")
    whole = [f"CREATE PROCEDURE p() {body}", "DROP TABLE t"]
    for taken, expected in ((False, ["DELIMITER", *whole]), (True, whole)):
        source.delimiter_above = taken
        found = engine("mysql").parse(source, None)
        assert [s.text for s in found] == expected
        assert [s.text for s in found if not engine("mysql").lower(s)] == expected[: not taken]


def test_commands_of_the_client_are_no_statements() -> None:
    script = "\\! echo 'a; b';\nSELECT 1;\n\\W\n\\u shop\nSELECT '\\! c';\n\\d //\nSELECT 2; //\n\\. more.sql"
    assert texts(script) == ["SELECT 1", "SELECT '\\! c'", "SELECT 2"]


def test_executable_comments_are_code_where_the_server_runs_them() -> None:
    sql = "CREATE TABLE t (a int /*!80000 , b int */ /*!999999 , c int */ /*M!100000 , d int */)"
    for name, expected in (("mysql", "ab"), ("mariadb", "ad")):
        (op,) = engine(name).lower(parsed(sql, name)[0])
        assert isinstance(op, ops.CreateTable)
        assert "".join(c.name for c in op.definition.columns) == expected


def test_every_form_of_the_fixtures_is_understood() -> None:
    opaque, wrong = set(), []
    for path in FIXTURES:
        engine_ = engine(path.parent.name)
        for statement in engine_.parse(Source.read(path), None):
            if any(isinstance(op, ops.Opaque) for op in engine_.lower(statement)):
                opaque.add(statement.text)
            wrong += [statement.text] if statement.error is not None else []
    assert opaque == NOT_UNDERSTOOD
    assert wrong == []


# --- texts that are put together


def composed(sql: str) -> list[str]:
    """The statements in texts and bodies that a script runs."""
    return [s.text for s in parsed(sql) if s.parent is not None]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'ALTER TABLE t ADD a int'", ["ALTER TABLE t ADD a int"]),
        ("'ALTER TABLE t ADD a char(1) DEFAULT ''x'';'", ["ALTER TABLE t ADD a char(1) DEFAULT 'x'"]),
        ("IF(@there, 'SELECT 1', 'DROP TABLE t')", ["DROP TABLE t"]),
        ("(SELECT IF(count(*) > 0, 'DROP TABLE t', 'DROP TABLE u') FROM x)", []),
        ("(SELECT IF((SELECT count(*) FROM x) > 0, 'DROP TABLE t', 'DROP TABLE u'))", ["DROP TABLE t", "DROP TABLE u"]),
        ("CONCAT('DROP TABLE ', 't', 1)", ["DROP TABLE t1"]),
        ("CONCAT_WS(' ', 'DROP', 'TABLE', @t)", ["DROP TABLE x"]),
        ("CASE WHEN @a THEN 'DROP TABLE t' ELSE 'SELECT 1' END", ["DROP TABLE t"]),
        ("CONCAT('DROP TABLE ', @unknown)", []),
        ("REPLACE('DROP TABLE y', 'y', 'z')", []),
    ],
)
def test_texts_are_read_where_they_are_known(expression: str, expected: list[str]) -> None:
    assert composed(f"SET @t = 'x'; SET @s = {expression}; PREPARE p FROM @s; EXECUTE p") == expected


def test_a_text_that_is_not_known_is_not_understood() -> None:
    *_, execute = parsed("SELECT x INTO @s FROM t; PREPARE p FROM @s; EXECUTE p")
    (op,) = engine("mysql").lower(execute)
    assert isinstance(op, ops.Opaque)


def test_a_procedure_is_part_of_each_call() -> None:
    sql = """CREATE PROCEDURE p(IN tbl text) BEGIN
      IF NOT EXISTS (SELECT 1 FROM x) THEN SET @s = CONCAT('ALTER TABLE ', tbl, ' ADD a int'); PREPARE q FROM @s; EXECUTE q;
      END IF; DROP TABLE IF EXISTS old; END;
    CALL p('t'); CALL p('u'); CALL unknown('v');"""
    assert composed(sql) == [
        *("ALTER TABLE t ADD a int", "DROP TABLE IF EXISTS old"),
        *("ALTER TABLE u ADD a int", "DROP TABLE IF EXISTS old"),
    ]
    inner = [s for s in parsed(sql) if s.parent is not None]
    assert [s.guarded for s in inner] == [True, False, True, False]
    assert inner[0].span.text == "CALL p('t')"


# --- a checkout may be hostile

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    "sql",
    [
        "(",
        "'",
        '"',
        "`",
        "/*",
        "/*!50000 ",
        "BEGIN ",
        "CREATE PROCEDURE p() BEGIN ",
        "--a\n",
        ";",
        "DELIMITER $$\n",
        "\\",
    ],
    ids=repr,
)
def test_hostile_text_is_read_in_time(sql: str) -> None:
    started = time.process_time()
    for statement in parsed("SELECT " * (sql == "(") + sql * (MEGABYTE // len(sql)))[:10]:
        engine("mysql").lower(statement)
    assert time.process_time() - started < 20


def test_procedures_that_call_each_other_come_to_an_end() -> None:
    bodies = [f"CREATE PROCEDURE p{i}() BEGIN {f'CALL p{i - 1}();' * 9} DROP TABLE t; END" for i in range(9)]
    assert len(parsed(";".join([*bodies, *["CALL p8()"] * 5]))) < 3000


def test_bulk_rows_are_passed_over() -> None:
    rows = ",\n".join(f"({i}, 'some; text')" for i in range(20_000))
    (statement,) = parsed(f"INSERT INTO t VALUES {rows} ON DUPLICATE KEY UPDATE a = 1;")
    (op,) = engine("mysql").lower(statement)
    assert isinstance(op, ops.Insert)
    assert (op.rows, op.on_conflict) == (20_000, True)
    assert len(statement.tokens()) < 1000
