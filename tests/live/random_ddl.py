"""Random histories on a server and in the replay, and the shortest one that tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from dbarch_lint.documents import catalog_document
from dbarch_lint.engines import engine
from dbarch_lint.engines.postgres.dump import lacking
from dbarch_lint.names import quoted_name
from tests import ddl
from tests.live import introspect, texts

EMPTY = ("DROP SCHEMA IF EXISTS public, s, pg_temp CASCADE", "DROP SCHEMA IF EXISTS s2 CASCADE", "CREATE SCHEMA public")
UNSAID = "it generates a column that its parent does not"  # how a script says that it cannot make a child


class Outcome(NamedTuple):
    """A history: what the server took, how much it refused, and what is not the same afterwards."""

    taken: list[str]
    refused: int
    differences: list[str]


def emptied(connection: Any) -> None:
    """A database as new, on an autocommit connection."""
    connection.execute("RESET ALL")
    for sql in EMPTY:
        connection.execute(sql)


def difference(connection: Any, walk: ddl.Walk) -> list[str]:
    """What the two sides do not agree on."""
    document = catalog_document(walk.catalog, "postgres", walk.version)
    path = connection.execute("SHOW search_path").fetchone()[0]
    connection.execute("SET search_path = public")  # the server spells types by it
    found = introspect.differences(introspect.on_server(connection), introspect.replayed(document))
    connection.execute(f"SET search_path = {path}")
    return found


def version_of(connection: Any) -> int:
    """The major version of the server."""
    return int(connection.info.server_version) // 10_000


def accepts(connection: Any, sql: str) -> bool:
    """Whether the server ran the statement."""
    import psycopg

    try:
        connection.execute(sql.encode())
    except psycopg.Error:
        return False
    return True


def wander(connection: Any, seed: int, length: int, *, every: int = 10) -> Outcome:
    """A random history of `length` statements that the server takes, compared after every few of them."""
    emptied(connection)
    walk, grammar = ddl.Walk(version_of(connection)), ddl.Grammar(Random(seed))
    taken: list[str] = []
    refused = 0
    for sql in ddl.SETUP:
        connection.execute(sql)
        walk.run(sql)
        taken.append(sql)
    while len(taken) < length + len(ddl.SETUP):
        sql = grammar.statement(walk.catalog)
        if not accepts(connection, sql):
            refused += 1
            continue
        walk.run(sql)
        taken.append(sql)
        if len(taken) % every == 0:
            found = difference(connection, walk)
            if found:
                return Outcome(taken, refused, found)
    return Outcome(taken, refused, difference(connection, walk))


def again(connection: Any, statements: Sequence[str]) -> list[str]:
    """The differences after exactly these statements; what the server refuses is left out on both sides."""
    emptied(connection)
    walk = ddl.Walk(version_of(connection))
    for sql in statements:
        if accepts(connection, sql):
            walk.run(sql)
    return difference(connection, walk)


def shrunk(connection: Any, statements: Sequence[str]) -> tuple[list[str], list[str]]:
    """A shorter history that still tells the two sides apart, and what it shows."""
    shortest, size = list(statements), max(len(statements) // 2, 1)
    while size:
        shorter = next((s for s in ddl.parts_of(shortest, size) if s and again(connection, s)), None)
        if shorter is not None:
            shortest = shorter
        else:
            size //= 2
    return shortest, again(connection, shortest)


def out_of_reach(walk: ddl.Walk) -> list[str]:
    """The indexes that a script cannot make: one that some partition lacked remains invalid when that has gone."""
    catalog = walk.catalog
    return [
        quoted_name(table.name.sibling(index.name))
        for table in catalog.tables
        for index in table.indexes
        if table.kind == "partitioned" and not index.valid and not lacking(index, table, catalog)
    ]


def dumped(connection: Any, walk: ddl.Walk) -> list[str]:
    """What a database made from the schema script has not in common with the one here, nor with the replay."""
    import psycopg

    for index in out_of_reach(walk):
        connection.execute(f"DROP INDEX {index}")
        walk.run(f"DROP INDEX {index}")
    script = engine("postgres").dump(walk.catalog, walk.version)
    if UNSAID in script:
        return []
    written = texts.on_server(connection)
    emptied(connection)
    try:
        connection.execute(script.encode())
    except psycopg.Error as error:
        return [f"the server refuses the script: {error}"]
    found = difference(connection, walk) + texts.differences(written, texts.on_server(connection))
    copy = ddl.Walk(walk.version)
    copy.run(script)
    before, after = (catalog_document(w.catalog, "postgres", w.version) for w in (walk, copy))
    return found + [f"{key} differ after the script" for key in before if before[key] != after[key]]


def record(connection: Any, folder: Path, count: int, length: int) -> None:
    """Write histories that a server took, for the tests that have none."""
    for seed in range(count):
        outcome = wander(connection, seed, length, every=length)
        lines = [f"{sql};" for sql in outcome.taken]
        (folder / f"{seed:02}.sql").write_text("\n".join(lines) + "\n", encoding="utf-8")
