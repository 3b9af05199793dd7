"""The replayed catalog is the one that a real server has after the same migrations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dbarch_lint.frameworks import discover
from dbarch_lint.frameworks import migrations as read
from tests import histories
from tests.live import introspect
from tests.live.compare import compared, database
from tests.live.introspect import differences
from tests.server import CannotStart, installed, started

pytestmark = pytest.mark.live

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


@pytest.mark.parametrize("path", histories.HISTORIES, ids=[path.stem for path in histories.HISTORIES])
def test_tricky_histories(server: str, path: Path) -> None:
    found = compared(server, histories.migrations(path))
    assert found.refused == []
    assert found.differing == []
    assert found.script == []
    assert found.facts.total() > 4


@pytest.mark.parametrize("folder", PROJECTS, ids=[path.name for path in PROJECTS])
def test_projects(server: str, folder: Path) -> None:
    for project in discover(folder, root=folder):
        found = compared(server, read(project))
        assert found.refused == []
        assert found.differing == []
        assert found.script == []
        assert found.facts.total() > 4


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
