"""MySQL and MariaDB text that no server takes is told as such, at the word where it goes wrong; nothing else is."""

from __future__ import annotations

import pytest

from dbarch_lint.engines import engine
from dbarch_lint.misread import place_of_error
from dbarch_lint.source import Source, Statement

WRONG = [
    ("SELEC 1", "SELEC", "no statement begins so"),
    ("CREATE TABEL t (a int)", "TABEL", "CREATE of what?"),
    ("ALTER TABLE t ADD COLUMN a nonsense", "nonsense", "a column type expected"),
    ("CREATE TABLE t (a int,)", ")", "it cannot stand behind ','"),
    ("CREATE TABLE t (a int b int)", "b", ") expected"),
    ("CREATE TABLE t (a int) ENGINE=InnoDB InnoDB", "InnoDB", "an option of the table or a query expected"),
    ("CREATE TABLE t (key int)", "int", "a name expected; a reserved word is none without backticks"),
    ("ALTER TABLE t ADD COLUMN select int", "select", "a name expected; a reserved word is none without backticks"),
    ("DROP INDEX i", "", "ON expected"),
    ("UPDATE t SET a = , WHERE b = 1", ",", "it cannot stand behind '='"),
    ("UPDATE t SET a = 1 WHERE AND b = 1", "AND", "it cannot stand behind 'WHERE'"),
    ("DELETE FROM t WHERE", "", "something is missing behind 'WHERE'"),
    ("SELECT a, FROM t", "FROM", "it cannot stand behind ','"),
    ("INSERT INTO t (a) (1)", "(", "VALUES, SET or a query expected"),
    ("INSERT INTO t u (a) VALUES (1)", "u", "VALUES, SET or a query expected"),
    ("INSERT INTO t VALUES (1 2)", "2", "it cannot stand behind a number"),
    ("INSERT INTO t VALUES ((1)", "", "a parenthesis is not closed"),
    ("SELECT (1)) FROM t", ")", "no parenthesis is open"),
    ("INSERT INTO t VALUES ('it''s \\' not)", "'it''s \\' not)", "the text does not end that begins here"),
    ("SELECT `a FROM t", "`a FROM t", "the quoted name does not end that begins here"),
    ("CREATE PROCEDURE p() BEGIN SELECT a, ; END", ";", "it cannot stand behind ','"),
    ("GRANT SELECT", "", "TO expected"),
]
RIGHT = [
    "SET autocommit = ON",
    "SET CHARACTER SET = utf8mb4",
    "CREATE PROCEDURE p(IN a int, INOUT b int) SELECT a",
    "SELECT t.from, t.where FROM t WHERE NOT a IN (1) AND NOT b LIKE 'x%' 'y' ORDER BY 1",
    "CREATE TABLE t (LIKE u)",
    "SELECT COUNT(*) = 1, a - -1, !b, _utf8mb4'x' 'y', 1 'one', 'it\\'s', \"\"\"\", '\\\\' FROM t",
    "INSERT INTO t VALUES () ON DUPLICATE KEY UPDATE a = VALUES(a)",
    "CREATE DEFINER = 'root'@'localhost' VIEW v AS SELECT 1",
    "SHOW CHARACTER SET",
    "SELECT 1 AS end, 2 AS ident",
]


def lowered(sql: str, name: str) -> list[Statement]:
    engine_ = engine(name)
    found = engine_.parse(Source("a.sql", sql), None)
    for statement in found:
        engine_.lower(statement)
    return found


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
@pytest.mark.parametrize(("sql", "word", "reason"), WRONG, ids=[sql for sql, _, _ in WRONG])
def test_what_does_not_parse_says_where_and_why(sql: str, word: str, reason: str, name: str) -> None:
    (statement, *_) = lowered(sql, name)
    where = f"near {word!r}" if word else "at the end"
    assert statement.error == f"syntax error {where}: {reason}"
    assert place_of_error(statement).text == (word or sql)


@pytest.mark.parametrize("name", ["mysql", "mariadb"])
@pytest.mark.parametrize("sql", RIGHT)
def test_what_parses_is_left_in_peace(sql: str, name: str) -> None:
    assert [statement.error for statement in lowered(sql, name)] == [None]


def test_the_statements_around_it_are_read() -> None:
    found = lowered("CREATE TABLE t (a int); CREATE TABLE u (a int,); DROP TABLE t;", "mysql")
    assert [s.error is None for s in found] == [True, False, True]
    assert [len(engine("mysql").lower(s)) for s in found] == [1, 0, 1]
