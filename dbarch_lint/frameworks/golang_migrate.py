"""golang-migrate: `<n>_<title>.up.sql` and `.down.sql` in one folder, by number; each file is sent as one string."""

from __future__ import annotations

from dbarch_lint.frameworks.base import (
    Plan,
    Step,
    Versioned,
    not_run,
    repeated_versions,
)
from dbarch_lint.frameworks.base import whole as read
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Wrapper, leading_digits

__all__ = ["plan", "read"]

LARGEST = 2**64 - 1
WRAPPERS: dict[str | None, Wrapper] = {"sqlite": "explicit"}  # its SQLite driver alone adds a transaction


def version_of(name: str) -> Versioned | None:
    """The version in a name, or None when golang-migrate does not take the file."""
    digits = leading_digits(name)
    title = name[len(digits) :]
    up, down = title.rfind(".up."), title.rfind(".down.")
    if not digits or not title.startswith("_") or max(up, down) < 1 or not name.endswith(".sql"):
        return None
    return Versioned(int(digits), down > up, name)


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered pairs, by number."""
    found = sorted(version for version in map(version_of, folder.sql) if version)
    if not found or found[-1].version > LARGEST:
        return None  # numbers that it cannot count are another tool's
    wrapper = WRAPPERS.get(tree.engine_of(folder), "implicit")
    steps = [
        Step(
            path=folder.file(v.name),
            id=v.name[: v.name.rfind(f".{v.direction}.")],
            direction=v.direction,
            wrapper=wrapper,
        )
        for v in found
    ]
    remarks = repeated_versions((((v.version, v.down), tree.shown(folder, v.name)) for v in found), "golang-migrate")
    remarks += not_run(folder, tree, [v.name for v in found], "<number>_<title>.up.sql")
    return Plan(steps=steps, remarks=remarks)
