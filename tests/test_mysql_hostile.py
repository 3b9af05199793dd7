"""MySQL text that is large, or made to be slow or deep: it takes time in proportion to its size, and no crash."""

from __future__ import annotations

from time import process_time

import pytest

from dbarch_lint.engines import engine
from dbarch_lint.engines.mysql.split import LARGE
from dbarch_lint.source import Source, Statement

ENOUGH = 10  # seconds; in proportion these take a tenth of one, otherwise minutes
ROW = b"INSERT INTO `t` (a, b) VALUES (1, 'it''s; (', NOW(3));\n"
DEEP = 20_000


def read(data: bytes, name: str = "mysql") -> list[Statement]:
    engine_ = engine(name)
    source = Source("a.sql", data)
    found = engine_.parse(source, None)
    for statement in found:
        engine_.lower(statement)
    engine_.comments(source)
    return found


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
@pytest.mark.parametrize(
    "pattern",
    [b'"\\', b"'\\", b"`\\", b"--'", b"/*!", b"/*!50001 '", b"/*'", b"x'", b"\\'\"", b"/-#'", b"@`", b"a.b.", b"(", b"'\n--"],
)  # fmt: skip
def test_time_grows_with_the_text_alone(pattern: bytes, name: str) -> None:
    started = process_time()
    read(pattern * 50_000, name)
    assert process_time() - started < ENOUGH


@pytest.mark.parametrize(
    "data",
    [
        b"SELECT " + b"(" * DEEP + b"1" + b")" * DEEP,
        b"CREATE TABLE t (a int CHECK " + b"(" * DEEP,
        b"CREATE PROCEDURE p() " + b"BEGIN " * DEEP + b"SELECT 1; " + b"END; " * DEEP + b"CALL p();",
        b"SET @s = " + b"CASE WHEN 1 THEN " * DEEP + b"1" + b" END" * DEEP,
        b"SET @s = " + b"IF(1," * DEEP + b"'x'" + b",'y')" * DEEP + b"; PREPARE p FROM @s; EXECUTE p",
        b"SET @a = 'SELECT 1';" + b"SET @a = CONCAT(@a, @a);" * 60 + b"PREPARE p FROM @a; EXECUTE p",
        b"".join(b"CREATE PROCEDURE p%d() BEGIN CALL p%d(); CALL p%d(); END;\n" % (i, i + 1, i + 1) for i in range(40))
        + b"CALL p0();",
        b"CREATE PROCEDURE p() BEGIN CALL p(); CALL p(); DROP TABLE t; END; CALL p();",
        b"CREATE TABLE t (a int); /*!50000 DROP TABLE t",
        b"DELIMITER\nSELECT 1;\nDELIMITER ;;\nSELECT 3;;\nDELIMITER '\nSELECT 4'\n",
        b"\0CREATE TABLE t\0 (a int);\0",
    ],
)
def test_nothing_is_too_deep(data: bytes) -> None:
    started = process_time()
    assert read(data)
    assert process_time() - started < ENOUGH


def test_rows_that_follow_in_statements_of_their_own_are_passed_over() -> None:
    count = LARGE // len(ROW) + 100
    found = read(b"CREATE TABLE t (a int);\n" + ROW * count + b"DROP TABLE t;\n" + ROW * 3)
    assert [s.text.split()[0] for s in found] == ["CREATE", "INSERT", "DROP", "INSERT", "INSERT", "INSERT"]
    assert [s.repeats for s in found] == [0, count - 1, 0, 0, 0, 0]


def test_rows_of_one_statement_are_passed_over() -> None:
    rows = b",".join([b"(1,'it''s -- no comment; #')"] * 20_000)
    found = read(b"INSERT INTO t VALUES " + rows + b" ON DUPLICATE KEY UPDATE a = 1; -- the end\nDROP TABLE t;")
    assert [(s.kind, s.repeats) for s in found] == [("INSERT", 19_999), ("DROP", 0)]
