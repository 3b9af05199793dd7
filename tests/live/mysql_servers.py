"""MariaDB and MySQL servers for the tests that ask them: made for the test, thrown away afterwards.

    python -m tests.live.mysql_servers     unpack Debian's MariaDB, where none is installed

MariaDB is the one in $DBARCH_MARIADB (.venv/mariadb), into which Debian's packages are unpacked, or else the one that is
installed. MySQL is looked for in $DBARCH_MYSQL (.venv/mysql): a folder into which the packages of a distribution are
unpacked (`dpkg -x`), with the libraries that they need beside them where those of the machine are older.
"""

# ruff: noqa: T201 (it is run by hand)

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.server import CannotStart, server_user, uid

SETTINGS = """--skip-networking --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=32M
--sql-mode=STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION --character-set-server=utf8mb4 --log-bin-trust-function-creators=1"""
ONLY_MYSQL = ("--mysqlx=OFF", "--skip-log-bin", "--secure-file-priv=NULL")
ONLY_MARIADB = ("--innodb-log-file-size=8M",)
LIBRARIES = "usr/lib/x86_64-linux-gnu"
VENV = Path(__file__).parents[2] / ".venv"
MARIADB = Path(os.environ.get("DBARCH_MARIADB") or VENV / "mariadb")
CORE = ("mariadb-server-core", "mariadb-client-core")
# What every machine has, and must not have twice.
BASIC = ("libc6", "libc-", "libgcc", "libstdc++", "libcrypt")
ALONE = "--no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances".split()


def binaries() -> dict[str, list[str]]:
    """How to call each server that is there, by engine."""
    found: dict[str, list[str]] = {}
    mariadb = installed()
    if is_unpacked():
        found["mariadb"] = with_libraries("usr/sbin/mariadbd")
    elif mariadb is not None:
        found["mariadb"] = [mariadb]
    folder = Path(os.environ.get("DBARCH_MYSQL") or VENV / "mysql")
    mysql = folder / "usr" / "sbin" / "mysqld"
    if mysql.exists():
        own = folder / LIBRARIES
        loader = own / "ld-linux-x86-64.so.2"
        libraries = f"{own}:{own}/mysql/private"
        found["mysql"] = [str(loader), "--library-path", libraries, str(mysql)] if loader.exists() else [str(mysql)]
    return found


def installed() -> str | None:
    """The MariaDB of the machine."""
    return shutil.which("mariadbd", path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def is_unpacked() -> bool:
    """Whether Debian's MariaDB lies in its folder."""
    return (MARIADB / "usr/sbin/mariadbd").exists()


def with_libraries(program: str) -> list[str]:
    """How to call a program of the unpacked MariaDB."""
    return ["env", f"LD_LIBRARY_PATH={MARIADB / LIBRARIES}", str(MARIADB / program)]


def fetch() -> str:
    """Unpack Debian's MariaDB with the libraries that it needs, where there is none; what came of it."""
    if is_unpacked() or installed() is not None:
        return "MariaDB is here"
    if not all(map(shutil.which, ("apt-get", "apt-cache", "dpkg"))):
        return "MariaDB is not here, nor is apt-get: its tests are skipped"
    try:
        unpack()
    except subprocess.CalledProcessError as error:
        return f"MariaDB is not here, and cannot be fetched ({error}): its tests are skipped"
    return f"MariaDB was unpacked into {MARIADB}"


def unpack() -> None:
    """Debian's packages and the libraries that they need, unpacked. Raises CalledProcessError."""
    command = ["apt-cache", "depends", "--recurse", *ALONE, *CORE]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    libraries = {name for name in said if name.startswith("lib") and ":" not in name and not name.startswith(BASIC)}
    with TemporaryDirectory() as folder:
        subprocess.run(["apt-get", "download", "-qq", *CORE, *sorted(libraries)], cwd=folder, check=True)
        for package in sorted(Path(folder).glob("*.deb")):
            subprocess.run(["dpkg", "-x", str(package), str(MARIADB)], check=True)


@contextmanager
def started(name: str) -> Iterator[Any]:
    """A connection to a fresh server of an engine; skips the test where there is none."""
    pymysql = pytest.importorskip("pymysql")
    command = binaries().get(name)
    if command is None:
        pytest.skip(f"no {name} server is here")
    user = server_user()
    with TemporaryDirectory() as folder:
        place = Path(folder)
        if user:
            place.chmod(0o755)
            os.chown(place, uid(user), -1)
        server = None
        try:
            make(name, command, place)
            only = ONLY_MARIADB if name == "mariadb" else ONLY_MYSQL
            whole = [*command, *where(place), *base(name), *SETTINGS.split(), *only, f"--socket={place}/s"]
            server = subprocess.Popen(whole, cwd="/", user=user, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            with closing(connected(pymysql, place, server)) as connection:
                yield connection
        finally:
            if server is not None:
                server.kill()
                server.wait()


def where(place: Path) -> list[str]:
    """The options that say where everything lies."""
    return [
        "--no-defaults",
        f"--datadir={place}/d",
        f"--tmpdir={place}",
        f"--pid-file={place}/pid",
        f"--log-error={place}/log.err",
    ]


def base(name: str) -> list[str]:
    """The option that says where the unpacked MariaDB has its texts."""
    return [f"--basedir={MARIADB / 'usr'}"] if name == "mariadb" and is_unpacked() else []


def make(name: str, command: Sequence[str], place: Path) -> None:
    """Make the files of a new server."""
    if name == "mariadb":
        options = ["--no-defaults", f"--datadir={place}/d", "--auth-root-authentication-method=normal"]
        program = with_libraries("usr/bin/mariadb-install-db") if is_unpacked() else ["mariadb-install-db"]
        whole = [*program, *options, *base(name), "--skip-test-db", "--innodb-log-file-size=8M"]
    else:
        whole = [*command, *where(place), "--initialize-insecure"]
    try:
        subprocess.run(whole, check=True, cwd="/", capture_output=True, user=server_user())
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotStart(f"no {name} can be made here: {error}") from error


def connected(pymysql: Any, place: Path, server: Any) -> Any:
    """A connection, as soon as the server answers."""
    for _ in range(600):
        if answers(f"{place}/s"):
            return pymysql.connect(unix_socket=f"{place}/s", user="root", autocommit=True, charset="utf8mb4")
        if server.poll() is not None:
            break
        time.sleep(0.1)
    raise CannotStart(
        "the server does not answer: " + (place / "log.err").read_text(encoding="utf-8", errors="replace")[-300:]
    )


def answers(path: str) -> bool:
    """Whether a server listens there. The driver leaves its socket open where it fails."""
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(path) == 0


def rows(connection: Any, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """The answer to a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return list(cursor.fetchall())


def refusal(connection: Any, sql: str) -> str:
    """Run a statement; what the server says against it, empty if nothing."""
    import pymysql

    try:
        with connection.cursor() as cursor:
            cursor.execute(sql.encode())
            while cursor.nextset():
                pass
    except pymysql.MySQLError as error:
        return " ".join(map(str, error.args))
    return ""


if __name__ == "__main__":
    print(fetch())
