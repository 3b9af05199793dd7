"""Names without backticks that are words of the language on servers of some versions only: RANK, SYSTEM, OFFSET.

The grammar takes them for names, because some servers do. Where the version is known, those that stand where nothing
but a name can are told. The words are those of the manuals, tried on MySQL 9.7, MariaDB 10.11 and 11.8; left out are
the ones that options have, too (STATS_PERSISTENT), and those that came and went.
https://dev.mysql.com/doc/refman/8.4/en/keywords.html
https://dev.mysql.com/doc/refman/9.7/en/keywords.html
https://mariadb.com/kb/en/reserved-words/
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from dbarch_lint.source import Statement, Token

Words = Mapping[int, str]  # by the version from which they are reserved; 0: on all that are covered

MYSQL: Words = {
    0: "DATABASE GENERATED GET OPTION SCHEMA STORED VIRTUAL",
    80000: """CUBE CUME_DIST DENSE_RANK EMPTY EXCEPT FIRST_VALUE FUNCTION GROUPING GROUPS JSON_TABLE LAG LAST_VALUE LEAD
        NTH_VALUE NTILE OF OVER PERCENT_RANK RANK RECURSIVE ROW ROWS ROW_NUMBER SYSTEM WINDOW""",
    80014: "LATERAL",
    80031: "INTERSECT",
    80400: "QUALIFY TABLESAMPLE",
    90700: "EXTERNAL LIBRARY",
}
MARIADB: Words = {
    0: "EXCEPT INTERSECT OVER PORTION RECURSIVE RETURNING ROWS",
    100600: "OFFSET",
    100700: "ROW_NUMBER",
}
TYPES = frozenset(
    """BIGINT BINARY BIT BLOB BOOL BOOLEAN CHAR DATE DATETIME DEC DECIMAL DOUBLE ENUM FLOAT INT INTEGER JSON LONGBLOB
    LONGTEXT MEDIUMBLOB MEDIUMINT MEDIUMTEXT NUMERIC REAL SMALLINT TEXT TIME TIMESTAMP TINYBLOB TINYINT TINYTEXT
    VARBINARY VARCHAR YEAR""".split()
)
COMPARES = frozenset("= <> != < <= > >= <=>".split())
ENDS = frozenset({",", ")", ";", ""})
ITEM = COMPARES | ENDS | {"IS", "FROM", "AS", "ASC", "DESC", "LIKE", "BETWEEN", "."}
NOTHING: frozenset[str] = frozenset()
# What stands before a name and nothing else, and what must follow so that it is one
PLACES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("(", ","), ITEM | TYPES),
    **dict.fromkeys(("SELECT", "DISTINCT", "WHERE", "HAVING", "AND", "OR", "BY", "WHEN", "THEN", "ELSE"), ITEM),
    **dict.fromkeys(("ADD", "COLUMN", "DECLARE", "MODIFY"), TYPES),
    **dict.fromkeys(("AFTER", "AS"), ENDS | {"FROM"}),
    "SET": COMPARES,
    "INTO": frozenset({"(", "VALUES", "SELECT", "."}),
    **dict.fromkeys(("FROM", "JOIN"), ENDS | {"AS", "WHERE", "ON", "JOIN", "LEFT", "INNER", "ORDER", "GROUP", "."}),
    "TABLE": frozenset({"(", ";", "", ".", "ADD", "DROP", "MODIFY", "CHANGE", "RENAME", "LIKE"}),
    "REFERENCES": frozenset({"("}),
}


@lru_cache(maxsize=8)
def reserved(version: int, *, mariadb: bool) -> re.Pattern[bytes]:
    """The words of a version, as they may stand in a text."""
    words = MARIADB if mariadb else MYSQL
    found = " ".join(text for since, text in words.items() if since <= version).split()
    return re.compile(rf"(?<![\w$.@`])(?:{'|'.join(found)})(?![\w$`])".encode(), re.IGNORECASE)


def unquoted(statement: Statement, version: int, *, mariadb: bool) -> Token | None:
    """The first word of a statement that the server takes for one of the language, and that is meant as a name."""
    pattern = reserved(version, mariadb=mariadb)
    if pattern.search(statement.source.data, statement.start, statement.end) is None:
        return None
    words = statement.tokens()
    return next((word for at, word in enumerate(words) if is_name(words, at) and is_one(pattern, word)), None)


def is_one(pattern: re.Pattern[bytes], word: Token) -> bool:
    """Whether a word is reserved."""
    return pattern.fullmatch(word.kind.encode()) is not None


def is_name(words: Sequence[Token], at: int) -> bool:
    """Whether a word stands where nothing but a name can, going by its neighbours."""
    before = words[at - 1].kind if at else ""
    after = words[at + 1].kind if at + 1 < len(words) else ""
    return after in PLACES.get(before, NOTHING)
