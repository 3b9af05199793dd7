"""sqlx: `<n>_<description>.sql`, or `.up.sql` and `.down.sql`, in one folder, by number; a transaction a file.

A file whose very first bytes are `-- no-transaction` goes to the server as it is, as one string.
"""

from __future__ import annotations

from dbarch_lint.frameworks.base import (
    Plan,
    Project,
    Remark,
    Step,
    Versioned,
    migration,
    not_run,
    repeated_versions,
)
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Migration, leading_digits
from dbarch_lint.source import Source

MARKER = b"-- no-transaction"
LARGEST = 2**63 - 1


def version_of(name: str) -> Versioned | None:
    """The version in a name, or None when sqlx does not take the file."""
    digits = leading_digits(name)
    if not digits or name[len(digits) : len(digits) + 1] != "_" or not name.endswith(".sql"):
        return None
    return Versioned(int(digits), name.endswith(".down.sql"), name)


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered files, by number."""
    found = sorted(version for version in map(version_of, folder.sql) if version)
    if not found:
        return None
    steps = [
        Step(path=folder.file(v.name), id=_id(v.name), direction=v.direction) for v in found if v.version <= LARGEST
    ]
    remarks = [
        Remark(tree.shown(folder, v.name), "is not run: its number is larger than sqlx can count")
        for v in found
        if v.version > LARGEST
    ]
    remarks += repeated_versions((((v.version, v.down), tree.shown(folder, v.name)) for v in found), "sqlx")
    remarks += not_run(folder, tree, [v.name for v in found], "<number>_<description>.sql")
    return Plan(steps=steps, remarks=remarks)


def _id(name: str) -> str:
    return name.removesuffix(".sql").removesuffix(".up").removesuffix(".down")


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """The whole file, in a transaction unless its first bytes say otherwise."""
    if not source.data.startswith(MARKER):
        return [migration(step, source)]
    if source.bom:
        message = "begins with a byte order mark, which hides `-- no-transaction` from sqlx: save the file without it"
        project.remark(source.path, message)
        return [migration(step, source)]
    return [migration(step, source, wrapper="implicit")]


def named_in_cargo(manifest: bytes) -> bool:
    """Whether a Cargo.toml has sqlx among its dependencies."""
    return any(
        line.startswith((b"sqlx ", b"sqlx=", b"sqlx."))
        or (line.startswith(b"[") and line.rstrip(b"] ").endswith(b".sqlx"))
        for line in map(bytes.strip, manifest.splitlines())
    )
