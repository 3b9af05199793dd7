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
from dbarch_lint.frameworks.dialects import dialect_of
from dbarch_lint.frameworks.tree import Folder, Tree, head
from dbarch_lint.migrations import Wrapper, leading_digits

__all__ = ["plan", "read"]

LARGEST = 2**64 - 1
DATE = 8  # digits
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
    if not found or found[-1].version > LARGEST or _is_one_of_many(folder, tree):
        return None  # numbers that it cannot count are another tool's
    mine = _may_use_it(folder, tree)
    if not mine and all(len(leading_digits(v.name)) >= DATE for v in found):
        found.sort(key=lambda v: v.name)  # dates, some with seconds: another tool's, which sorts them as text
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
    remarks = []
    if mine:
        last = [v for v in found if v.version == found[-1].version]  # who came past an earlier pair has another tool
        keys = ((v.version, v.down, dialect_of(v.name)) for v in last)  # others have a file for each database
        shown = (tree.shown(folder, v.name) for v in last)
        remarks = repeated_versions(zip(keys, shown, strict=True), "golang-migrate")
    remarks += not_run(folder, tree, [v.name for v in found], "<number>_<title>.up.sql")
    return Plan(steps=steps, remarks=remarks)


def _is_one_of_many(folder: Folder, tree: Tree) -> bool:
    """Whether folders with numbers for names hold the files, counted anew in each: one history of another tool."""
    parent = tree.parent(folder)
    return folder.name.isdigit() and parent is not None and sum(name.isdigit() for name in parent.folders) > 2


def _may_use_it(folder: Folder, tree: Tree) -> bool:
    """Whether the module around the folder names it; without a go.mod, the names of the files are all there is."""
    module = next((here for here in tree.upward(folder) if "go.mod" in here.others), None)
    return module is None or b"golang-migrate" in head(module.file("go.mod"), 1 << 18)
