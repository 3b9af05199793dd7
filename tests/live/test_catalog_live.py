"""The replayed catalog is the one that a real server has after the same migrations."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint.documents import catalog_document
from dbarch_lint.engines import engine
from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks import migrations as read
from dbarch_lint.migrations import Migration
from dbarch_lint.replay import replay
from tests import histories
from tests.live import introspect
from tests.live.introspect import Refusal, differences
from tests.server import CannotStart, installed, started

pytestmark = pytest.mark.live

VERSION = 18
PROJECTS = sorted(path for path in (Path(__file__).parents[2] / "fixtures" / "projects").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Where a server listens."""
    binaries = installed()
    try:
        with started(binaries) as place:
            yield place
    except CannotStart as error:
        pytest.skip(str(error))


@contextmanager
def database(server: str) -> Iterator[Any]:
    """A connection to a database of its own."""
    import psycopg

    with psycopg.connect(f"{server} dbname=postgres", autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS history")
        admin.execute("CREATE DATABASE history")
    with psycopg.connect(f"{server} dbname=history", autocommit=True, prepare_threshold=None) as connection:
        yield connection


def compared(server: str, migrations: list[Migration]) -> tuple[list[Refusal], list[str], int]:
    """What the server refused, what differs, and how many facts it has."""
    with database(server) as connection:
        refused = introspect.run(connection, migrations)
        there = introspect.on_server(connection)
    after = engine("postgres").initial_catalog()
    for replayed in replay(migrations, engine("postgres"), VERSION):
        after = replayed.after
    ours = introspect.replayed(catalog_document(after, "postgres", VERSION))
    return refused, differences(there, ours), len(there)


@pytest.mark.parametrize("path", histories.HISTORIES, ids=[path.stem for path in histories.HISTORIES])
def test_tricky_histories(server: str, path: Path) -> None:
    refused, differing, facts = compared(server, histories.migrations(path))
    assert refused == []
    assert differing == []
    assert facts > 4


@pytest.mark.parametrize("folder", PROJECTS, ids=[path.name for path in PROJECTS])
def test_projects(server: str, folder: Path) -> None:
    for project in discover(folder, root=folder):
        refused, differing, facts = compared(server, read(project))
        assert refused == []
        assert differing == []
        assert facts > 4


def test_a_difference_is_seen(server: str) -> None:
    with database(server) as connection:
        connection.execute("CREATE TABLE t (a int PRIMARY KEY, b text); CREATE TABLE only_here ()")
        there = introspect.on_server(connection)
        connection.execute("ALTER TABLE t ALTER b SET NOT NULL; DROP TABLE only_here; CREATE INDEX ON t (b)")
        now = introspect.on_server(connection)
    nullable = (2, "text", True, None, None, False)
    assert differences(there, now) == [
        "table public.only_here: only the server has it",
        f"table public.t column b: the server has {nullable}, the replay {(2, 'text', False, None, None, False)}",
        "table public.t index t_b_idx: only the replay has it",
    ]
    assert differences(now, now) == []
