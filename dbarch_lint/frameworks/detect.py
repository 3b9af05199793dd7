"""Which tool runs a folder: the most specific sign wins.

1. the tool's own file in the folder (or, for Supabase, the folder's place)   2. a marker in the first files
3. a folder for each migration   4. the shape of the file names, with the nearest manifest where two tools share one
5. numbered files, or a folder that is called migrations: plain SQL
"""

from __future__ import annotations

from collections.abc import Iterator

from dbarch_lint.frameworks import sql_files
from dbarch_lint.frameworks.tree import Folder, Tree, head
from dbarch_lint.migrations import leading_digits

FIRST_FILES = 3  # markers are looked for in these, and in the last one

# What stands at the beginning of a line (after `--` and blanks) in a file of each tool.
MARKERS = {
    b"+goose ": "goose",
    b"migrate:up": "dbmate",
    b"migrate:down": "dbmate",
    b"> statement-breakpoint": "drizzle",
    b"+migrate ": "sql-migrate",
    b"-- create above / drop below ----": "tern",
    b"! Previous:": "graphile-migrate",
    b"Up Migration": "node-pg-migrate",
    b"liquibase formatted sql": "liquibase",
}
# The own files of tools that are not known here.
STRANGER_FILES = {
    "sqitch.plan": "Sqitch",
    "yoyo.ini": "yoyo",
}
CHANGELOGS = (".xml", ".yaml", ".yml", ".json")  # of Liquibase


def is_changelog(name: str) -> bool:
    """Whether a file's name says that it is a changelog of Liquibase."""
    return "changelog" in name.lower() and name.lower().endswith(CHANGELOGS)


def marker_in(text: bytes) -> str | None:
    """The tool whose marker is in the text."""
    for line in text.splitlines():
        if line.startswith(b"--"):
            comment = line[2:].lstrip()
            for mark, tool in MARKERS.items():
                if comment.startswith(mark):
                    return tool
        elif b"--> statement-breakpoint" in line:
            return "drizzle"
    return None


def marked(folder: Folder) -> str | None:
    """The tool that the first files of the folder name."""
    names = folder.sql[:FIRST_FILES]
    if len(folder.sql) > FIRST_FILES:
        names = [*names, folder.sql[-1]]
    return next((tool for name in names if (tool := marker_in(head(folder.file(name))))), None)


def stranger(folder: Folder) -> str | None:
    """The tool that runs this folder, when it is one that is not known here."""
    return next((tool for name, tool in STRANGER_FILES.items() if name in folder.others), None)


def candidates(folder: Folder, tree: Tree) -> Iterator[str]:
    """The tools that may run this folder, the best sign first."""
    yield from _by_own_file(folder, tree)
    if folder.sql and (tool := marked(folder)):
        yield tool
        return
    yield from _by_sub_folders(folder, tree)
    yield from _by_file_names(folder, tree)
    if "atlas.sum" in folder.others:  # last: Atlas also writes files for the other tools
        yield "atlas"
    if sql_files.is_set(folder, tree):
        yield "sql-files"


def _by_own_file(folder: Folder, tree: Tree) -> Iterator[str]:
    if "migration_lock.toml" in folder.others:
        yield "prisma"
    meta = tree.folders.get(folder.file("meta"))
    if meta and "_journal.json" in meta.others:
        yield "drizzle"
    if "tern.conf" in folder.others:
        yield "tern"
    committed = tree.folders.get(folder.file("committed"))
    if committed and committed.sql and marked(committed) == "graphile-migrate":
        yield "graphile-migrate"
    if any(is_changelog(name) and b"databaseChangeLog" in head(folder.file(name), 1 << 16) for name in folder.others):
        yield "liquibase"
    parent = tree.parent(folder)
    if folder.name == "migrations" and parent and parent.name == "supabase":
        yield "supabase"


def _by_sub_folders(folder: Folder, tree: Tree) -> Iterator[str]:
    holders = [child for child in tree.children(folder) if "migration.sql" in child.sql]
    if holders:
        yield "drizzle" if any("snapshot.json" in child.others for child in holders) else "prisma"
    if any("up.sql" in child.sql for child in tree.children(folder)):
        yield "diesel"


def _by_file_names(folder: Folder, tree: Tree) -> Iterator[str]:
    if _flyway_location(folder, tree):
        yield "flyway"
    numbered = [
        name for name in folder.sql if name[len(leading_digits(name)) :].startswith("_") and leading_digits(name)
    ]
    if numbered and _uses_sqlx(folder, tree):
        yield "sqlx"
    if any(".up." in name or ".down." in name for name in numbered):
        yield "golang-migrate"


def _flyway_location(folder: Folder, tree: Tree) -> bool:
    """Whether Flyway files lie here, or Flyway's settings stand above, or this is a folder of folders of such files."""
    if _flyway_names(folder):
        return True
    if tree.nearest(folder, "flyway.toml", "flyway.conf") and (folder.sql or folder.name == "sql"):
        return True
    below = tree.below(folder) if sql_files.is_migration_folder(folder) else ()
    beside = tree.children(folder) if folder.name == "flyway" and folder.path != tree.root else ()
    return any(map(_flyway_names, below)) or any(map(_flyway_names, beside))


def _flyway_names(folder: Folder) -> bool:
    return any(
        (name[:1] in {"V", "B"} and "__" in name and name[1:2].isdigit()) or name.startswith("R__")
        for name in folder.sql
    )


def _uses_sqlx(folder: Folder, tree: Tree) -> bool:
    """Whether the nearest sign of a Rust crate says sqlx."""
    for here in tree.upward(folder):
        if "sqlx.toml" in here.others or ".sqlx" in here.folders:
            return True
        if "Cargo.toml" in here.others:
            from dbarch_lint.frameworks.sqlx import named_in_cargo

            return named_in_cargo(head(here.file("Cargo.toml"), 1 << 18))
    return False
