"""The replay has the schema that MariaDB and MySQL have, after random histories and after those of projects."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source
from tests.live.mysql_compare import compared, projects
from tests.live.mysql_random import wander
from tests.live.mysql_servers import started

PROJECTS = Path(__file__).parents[2] / "fixtures" / "mysql"
SEEDS = range(500, 505)


@pytest.fixture(scope="module", params=["mariadb", "mysql"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    with started(request.param) as connection:
        yield request.param, connection


@pytest.mark.parametrize("seed", SEEDS)
def test_random_histories_lead_to_the_same_schema(server: tuple[str, Any], seed: int) -> None:
    name, connection = server
    outcome = wander(connection, name, seed, 25)
    assert outcome.differences == [], "\n".join(outcome.taken)


def test_what_is_written_in_sql_itself_is_made_again(server: tuple[str, Any]) -> None:
    name, connection = server
    found = compared(connection, name, [Migration(id="1", source=Source.read(PROJECTS / "programs.sql"))])
    assert (found.refused, found.differing, found.script) == ([], [], [])
    assert found.facts["view"] == 4
    assert found.facts["event"] == 1


def test_projects_lead_to_the_same_schema_and_so_does_their_script(server: tuple[str, Any]) -> None:
    name, connection = server
    found = [(shown, compared(connection, name, m)) for shown, m in projects(PROJECTS / "flyway", name)]
    assert found
    for shown, comparison in found:
        assert (comparison.refused, comparison.differing, comparison.script) == ([], [], []), shown
