"""Histories that go otherwise from version to version: each server and the replay have the same schema all the way,
and the script of it makes it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import ddl
from tests.live import random_ddl, servers
from tests.server import connection

pytestmark = pytest.mark.live

TITLE = re.compile(r"^-- (.+)\n", re.MULTILINE)
TEXTS = TITLE.split(Path(__file__).with_name("versions.sql").read_text(encoding="utf-8").partition("\n\n")[2])
HISTORIES = dict(zip(TEXTS[1::2], TEXTS[2::2], strict=True))
# What a script cannot make: a partition that lost its copy of a foreign key by a DETACH elsewhere (and is not said to by
# the server); a primary key that serves for a unique one above, as only ALTER TABLE ADD lets it; and, until 15, triggers
# of partitions that did not go along when the one above them was renamed.
NO_SCRIPT = {
    "until 15, partitions keep the names of their triggers",
    "one that refers to itself becomes a partition, and leaves",
    "partitions refer to a table that leaves another",
    "partitions refer to a plain partition that leaves",
    "which constraints serve for a unique one that is made",
}
SERVERS: list[tuple[int | str, Path | None]] = [*sorted(servers.found().items())] or [("installed", None)]


@pytest.fixture(scope="module", params=[binaries for _, binaries in SERVERS], ids=[str(v) for v, _ in SERVERS])
def server(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A connection to a server of each version that is there."""
    with connection(request.param) as found:
        found.autocommit = True
        yield found


@pytest.mark.parametrize("title", HISTORIES)
def test_the_replay_has_what_the_server_has(server: Any, title: str) -> None:
    random_ddl.emptied(server)
    walk, taken = ddl.Walk(random_ddl.version_of(server)), 0
    for sql in ["CREATE SCHEMA s", *filter(str.strip, HISTORIES[title].split(";"))]:
        if random_ddl.accepts(server, sql):
            walk.run(sql)
            taken += 1
            assert not random_ddl.difference(server, walk), sql
    assert taken > 3
    assert title in NO_SCRIPT or not random_ddl.dumped(server, walk)
