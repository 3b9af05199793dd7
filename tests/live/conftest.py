"""What the tests on a real server share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.server import connection


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """A connection to a PostgreSQL server of its own; skips the tests where there is none."""
    with connection() as found:
        found.autocommit = True
        yield found
