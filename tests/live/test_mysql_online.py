"""MySQL and MariaDB servers still do what is kept of them in mysql_truth.json."""

from __future__ import annotations

import msgspec
import pytest

from tests.live import mysql_effects
from tests.live.mysql_servers import binaries


@pytest.mark.parametrize("engine", ["mysql", "mariadb"])
def test_the_server_does_what_is_kept_of_it(engine: str) -> None:
    if engine not in binaries():
        pytest.skip(f"no {engine} server is here")
    series, found = mysql_effects.measured(engine)
    kept = msgspec.json.decode(mysql_effects.TRUTH.read_bytes())
    assert msgspec.to_builtins(found) == kept[f"{engine} {series}"]
