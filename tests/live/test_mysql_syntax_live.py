"""Statements with a word left out, doubled, moved or put in: what we call a syntax error, the server refuses too.

PREPARE reads a statement and runs nothing, so no table has to be there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from dbarch_lint.engines import engine
from dbarch_lint.engines.mysql.scan import Dialect, tokens
from dbarch_lint.source import Source
from tests.live.mysql_servers import refusal, rows, started

FOLDER = Path(__file__).parents[2] / "fixtures"
FILES = sorted([*FOLDER.glob("lowering/mysql/*.sql"), *FOLDER.glob("mysql/**/*.sql")])
PUT_IN = (b",", b"(", b")", b"foo", b"'x'", b"1", b"=", b"select", b"not")
MUTATIONS = 1500
FOUND = (
    0.7  # of what the server refuses; the fixtures have more statements that we do not look into than migrations have
)
NO_SYNTAX = {"1064", "1149"}
FINE = {"", "1049", "1146", "1295", "1305"}  # no such database, table or routine, and what can be run only directly


@pytest.fixture(scope="module", params=["mariadb", "mysql"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    with started(request.param) as connection:
        rows(connection, "CREATE DATABASE d")
        rows(connection, "USE d")
        yield request.param, connection


def statements() -> list[str]:
    """The statements of the fixtures."""
    found = (s for path in FILES for s in engine("mysql").parse(Source.read(path), None) if s.parent is None)
    return sorted({s.text for s in found if len(s.text) < 2000})


def says(connection: Any, sql: str) -> str:
    """The number of the error with which the server refuses to prepare a statement; empty: it does not."""
    rows(connection, "SET @s = %s", sql)
    return refusal(connection, "PREPARE p FROM @s").partition(" ")[0]


def is_wrong(name: str, sql: str) -> bool | None:
    """Whether we call a text a syntax error; None: it is more than one statement."""
    found = [s for s in engine(name).parse(Source("a.sql", sql), None) if s.parent is None]
    if len(found) != 1:
        return None
    engine(name).lower(found[0])
    return found[0].error is not None


def mutated(random: Random, sql: str) -> str:
    """A statement with one word left out, doubled, swapped with the next, put in, or cut off with all behind it."""
    data = sql.encode()
    words = [data[t.start : t.end] for t in tokens(data, 0, len(data), Dialect())]
    at = random.randrange(len(words))
    word, after = words[at], words[at + 1 : at + 2]
    changes: tuple[list[bytes] | None, ...] = ([], [word, word], [*after, word], [word, random.choice(PUT_IN)], None)
    change = random.choice(changes)
    if change is None:
        return b" ".join(words[: at + 1]).decode()
    behind = at + 1 + (len(after) if change == [*after, word] else 0)
    return b" ".join([*words[:at], *change, *words[behind:]]).decode()


def test_what_the_server_takes_is_no_syntax_error(server: tuple[str, Any]) -> None:
    name, connection = server
    told = [sql for sql in statements() if is_wrong(name, sql)]
    assert [sql for sql in told if says(connection, sql) not in NO_SYNTAX] == []


def test_errors_are_those_of_the_server(server: tuple[str, Any]) -> None:
    name, connection = server
    random, texts = Random(7), [sql for sql in statements() if says(connection, sql) not in NO_SYNTAX]
    counts: Counter[tuple[bool, bool]] = Counter()
    for sql in (mutated(random, random.choice(texts)) for _ in range(MUTATIONS)):
        ours, theirs = is_wrong(name, sql), says(connection, sql)
        assert not ours or theirs not in FINE, (sql, theirs)
        if ours is not None:
            counts[ours, theirs in NO_SYNTAX] += 1
    found, missed = counts[True, True], counts[False, True]
    assert found > FOUND * (found + missed), counts
