"""The folders below a path, listed once: every question about names is answered from memory afterwards."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

# Folders that hold other people's code, or material of tests: looked into only when the user names them.
SKIPPED = frozenset(
    """node_modules bower_components vendor venv env site-packages __pycache__ testdata test tests __tests__ fixtures
    __fixtures__""".split()
)
# Build output, recognised by the build file beside it: it repeats the migrations.
BUILD_OUTPUT = {
    "target": ("pom.xml", "Cargo.toml"),
    "build": ("build.gradle", "build.gradle.kts", "setup.py"),
    "bin": ("build.gradle", "build.gradle.kts", "pom.xml"),
    "dist": ("package.json",),
}
# A folder called so holds migrations, whatever its files are called.
MIGRATION_WORDS = frozenset("migration migrations migrate versioned upgrade upgrades delta deltas changelog".split())

RESOURCES = ("", "src/main/resources/")  # of Java, the root of the class path
DEEPEST = 40  # levels below the start; a checkout may be hostile

# How tools and people call the engines, and what we call them.
ENGINES = {
    "postgres": "postgres",
    "postgresql": "postgres",
    "pg": "postgres",
    "pgsql": "postgres",
    "mysql": "mysql",
    "mariadb": "mariadb",
    "tidb": "tidb",
    "sqlite": "sqlite",
    "sqlite3": "sqlite",
    "turso": "sqlite",
    "sqlserver": "sqlserver",
    "mssql": "sqlserver",
    "oracle": "oracle",
    "clickhouse": "clickhouse",
    "cockroach": "cockroachdb",
    "cockroachdb": "cockroachdb",
    "singlestore": "singlestore",
    "spanner": "spanner",
    "snowflake": "snowflake",
    "redshift": "redshift",
    "h2": "h2",
    "hsqldb": "hsqldb",
    "derby": "derby",
    "db2": "db2",
}
WORD_BREAK = re.compile(r"[^a-z0-9]+")


def engine_word(word: object) -> str | None:
    """Our name of an engine, from a tool's name of it; an unknown one stays as it is."""
    return ENGINES.get(word.lower(), word.lower()) if isinstance(word, str) and word else None


def words_of(name: str) -> list[str]:
    """The words of a file or folder name, in lower case."""
    return WORD_BREAK.split(name.lower())


def engine_in(name: str) -> str | None:
    """The engine that a folder name tells of: `migrations_mysql`."""
    return next((ENGINES[word] for word in words_of(name) if word in ENGINES), None)


def shown_below(root: str, path: str) -> str:
    """A path from the root, with forward slashes, in valid Unicode whatever the file system holds."""
    below = path.removeprefix(root.rstrip("/") + "/")
    return below if below.isascii() else below.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


class Folder(msgspec.Struct, frozen=True):
    """One listed folder. `path` is absolute, with forward slashes."""

    path: str
    sql: list[str]  # names that end in .sql in any case, sorted
    others: frozenset[str]  # names of all other files
    folders: list[str]  # names of all sub-folders, sorted

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    def file(self, name: str) -> str:
        return f"{self.path}/{name}"


class Trouble(msgspec.Struct, frozen=True, order=True):
    """A name that was not followed, and why."""

    path: str
    message: str
    level: Literal["error", "warning"]


class Tree:
    """All folders at and below `start`, plus the ones above it up to `root` (these are only looked at by name)."""

    def __init__(self, start: Path, root: Path, *, deep: bool = True) -> None:
        self.start = start.resolve().as_posix()
        self.root = root.resolve().as_posix()
        self.troubles: list[Trouble] = []
        self.folders: dict[str, Folder] = {}  # parents before their children
        self._above: dict[str, Folder] = {}
        self._scan(DEEPEST if deep else 0)

    def add(self, paths: Iterable[str]) -> None:
        """Take SQL files (by their paths as shown) for ones that are there."""
        for path in paths:
            place, _, name = f"{self.root.rstrip('/')}/{path}".rpartition("/")
            folder = self._made(place)
            if folder is not None and name not in folder.sql:
                folder.sql.append(name)
                folder.sql.sort()

    def _made(self, place: str) -> Folder | None:
        """A listed folder at or below the start; made up, with those above it, where the disk has none."""
        if place in self.folders:
            return self.folders[place]
        above, _, name = place.rpartition("/")
        parent = self._made(above) if place.startswith(f"{self.start}/") else None
        if parent is None:
            return None
        parent.folders.append(name)
        parent.folders.sort()
        self.folders[place] = Folder(place, [], frozenset(), [])
        return self.folders[place]

    def shown(self, folder: Folder | str, name: str = "") -> str:
        """A path as the user is shown it: from the root, with forward slashes, in valid Unicode."""
        path = folder if isinstance(folder, str) else folder.path
        full = f"{path}/{name}" if name else path
        return shown_below(self.root, full)

    def children(self, folder: Folder) -> Iterator[Folder]:
        """The listed sub-folders, by name."""
        for name in folder.folders:
            if child := self.folders.get(folder.file(name)):
                yield child

    def below(self, folder: Folder) -> Iterator[Folder]:
        """The listed sub-folders on all levels, parents first."""
        for child in self.children(folder):
            yield child
            yield from self.below(child)

    def parent(self, folder: Folder) -> Folder | None:
        """The folder above, never above the root."""
        if folder.path in {self.root, "/"}:
            return None
        path = folder.path.rpartition("/")[0] or "/"
        return self.folders.get(path) or self._listed_above(path)

    def upward(self, folder: Folder) -> Iterator[Folder]:
        """The folder itself and the ones above it, up to the root."""
        here: Folder | None = folder
        while here is not None:
            yield here
            here = self.parent(here)

    def nearest(self, folder: Folder, *names: str) -> str | None:
        """The path of the first of these files found in the folder or above it."""
        for here in self.upward(folder):
            for name in names:
                if name in here.others:
                    return here.file(name)
        return None

    def engine_of(self, folder: Folder) -> str | None:
        """The engine that the folder's path tells of, the nearest folder first."""
        below_root = self.shown(folder) if folder.path != self.root else ""
        return next((engine for name in reversed(below_root.split("/")) if (engine := engine_in(name))), None)

    def _listed_above(self, path: str) -> Folder | None:
        if path not in self._above:
            if not f"{path}/".startswith(self.root.rstrip("/") + "/"):
                return None
            self._above[path] = self._list(path)
        return self._above[path]

    def _scan(self, deepest: int) -> None:
        waiting = [(self.start, 0)]
        while waiting:
            path, depth = waiting.pop()
            folder = self.folders[path] = self._list(path)
            if depth == deepest:
                if deepest and folder.folders:
                    self.troubles.append(
                        Trouble(self.shown(path), "lies too deep: its sub-folders were not looked into", "warning")
                    )
                continue
            waiting += [(folder.file(name), depth + 1) for name in reversed(folder.folders) if _wanted(folder, name)]

    def _list(self, path: str) -> Folder:
        sql: list[str] = []
        others: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(path) as entries:
                for entry in entries:
                    self._sort(entry, path, sql, others, folders)
        except OSError as error:
            level: Literal["error", "warning"] = "error" if path == self.start else "warning"
            self.troubles.append(Trouble(self.shown(path), f"cannot be listed: {error.strerror or error}", level))
        return Folder(path, sorted(sql), frozenset(others), sorted(folders))

    def _sort(self, entry: os.DirEntry[str], path: str, sql: list[str], others: list[str], folders: list[str]) -> None:
        name = entry.name
        is_sql = name[-4:].lower() == ".sql"
        if entry.is_file(follow_symlinks=False):
            (sql if is_sql else others).append(name)
        elif entry.is_dir(follow_symlinks=False):
            folders.append(name)
        elif is_sql:
            self._odd(entry, path, sql)
        elif not MIGRATION_WORDS.isdisjoint(words_of(name)):
            message = "is a link, and links to folders are not followed: name the folder it leads to"
            self.troubles.append(Trouble(self.shown(path, name), message, "warning"))

    def _odd(self, entry: os.DirEntry[str], path: str, sql: list[str]) -> None:
        """A .sql name that is no plain file: a link is taken when it leads to a file inside the root."""
        if not entry.is_symlink():
            self.troubles.append(Trouble(self.shown(path, entry.name), "is not a file; not read", "error"))
            return
        target = Path(os.path.realpath(f"{path}/{entry.name}"))  # a circle of links is no error here
        if not target.is_relative_to(self.root):
            self.troubles.append(
                Trouble(self.shown(path, entry.name), "is a link that leaves the repository; not read", "error")
            )
        elif target.is_file():
            sql.append(entry.name)
        elif not target.is_dir():
            self.troubles.append(
                Trouble(self.shown(path, entry.name), "is a link that leads nowhere; not read", "error")
            )


def _wanted(folder: Folder, name: str) -> bool:
    if name.startswith(".") or name in SKIPPED:
        return False
    return folder.others.isdisjoint(BUILD_OUTPUT.get(name, ()))


def head(path: str, most: int = 4096) -> bytes:
    """The first bytes of a file, without a UTF-8 byte order mark; empty when it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return file.read(most).removeprefix(b"\xef\xbb\xbf")
    except OSError:
        return b""
