"""Random DDL: the server and the replay have the same schema, and the script of it makes the same schema again.

DBARCH_RANDOM_DDL says how many statements to try (10000 takes some minutes), DBARCH_RANDOM_SEED where to begin, and
DBARCH_RANDOM_VERSION which of the servers in DBARCH_SERVERS is asked, if not the one that is installed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tests import ddl
from tests.live import random_ddl, servers
from tests.server import connection

pytestmark = pytest.mark.live

STATEMENTS = int(os.environ.get("DBARCH_RANDOM_DDL", "300"))
SEED = int(os.environ.get("DBARCH_RANDOM_SEED", "1"))
VERSION = os.environ.get("DBARCH_RANDOM_VERSION")
LENGTH = 60


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """A connection to a server of the version that is wanted."""
    with connection(servers.found()[int(VERSION)] if VERSION else None) as found:
        found.autocommit = True
        yield found


def told(statements: list[str], differences: list[str]) -> str:
    """What to show when the two sides do not agree: the shortest history that makes them so."""
    return "\n".join([*(f"{sql};" for sql in statements), *(f"-- {line}" for line in differences)])


def test_the_replay_has_what_the_server_has(server: Any) -> None:
    taken = 0
    for seed in range(SEED, SEED + max(STATEMENTS // LENGTH, 1)):
        outcome = random_ddl.wander(server, seed, LENGTH)
        taken += len(outcome.taken) - len(ddl.SETUP)
        assert not outcome.differences, told(*random_ddl.shrunk(server, outcome.taken))
    assert taken >= STATEMENTS - STATEMENTS % LENGTH


def test_the_script_of_a_schema_makes_the_schema(server: Any) -> None:
    for seed in range(SEED + 1_000_000, SEED + 1_000_000 + max(STATEMENTS // LENGTH // 4, 2)):
        walk = ddl.Walk(random_ddl.version_of(server))
        for sql in random_ddl.wander(server, seed, LENGTH, every=LENGTH).taken:
            walk.run(sql)
        differences = random_ddl.difference(server, walk) or random_ddl.dumped(server, walk)
        assert not differences, f"seed {seed}: " + "; ".join(differences)
