"""diesel: `<version>_<name>/up.sql` and `down.sql`, by version as text; a transaction a migration.

A `metadata.toml` beside them may turn the transaction off; one that does not mention it turns it off as well.
"""

from __future__ import annotations

from dbarch_lint.frameworks.base import Plan, Remark, Step, repeated_versions
from dbarch_lint.frameworks.base import whole as read
from dbarch_lint.frameworks.settings import UnusableError, toml
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Direction, Wrapper

__all__ = ["plan", "read"]

METADATA = "metadata.toml"
KEY = "run_in_transaction"
FILES: tuple[tuple[str, Direction], ...] = (("up.sql", "up"), ("down.sql", "down"))


def version_of(name: str) -> str:
    """The version as diesel compares it."""
    return name.partition("_")[0].replace("-", "")


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The sub-folders with an up.sql, by version."""
    children = [child for child in tree.children(folder) if "up.sql" in child.sql]
    if not children:
        return None
    children.sort(key=lambda child: (version_of(child.name), child.name))
    found = Plan(steps=[])
    for child in children:
        wrapper = _wrapper(child, tree, found.remarks)
        found.steps += [
            Step(path=child.file(name), id=child.name, direction=direction, wrapper=wrapper)
            for name, direction in FILES
            if name in child.sql
        ]
    found.remarks += repeated_versions(((version_of(c.name), tree.shown(c)) for c in children), "diesel")
    return found


def _wrapper(child: Folder, tree: Tree, remarks: list[Remark]) -> Wrapper:
    if METADATA not in child.others:
        return "explicit"
    shown = tree.shown(child, METADATA)
    try:
        metadata = toml(child.file(METADATA))
    except UnusableError as error:
        remarks.append(Remark(shown, f"{error}; diesel then uses a transaction"))
        return "explicit"
    if KEY not in metadata:
        remarks.append(Remark(shown, f"does not say {KEY}, which diesel takes for false: say true or false"))
    return "explicit" if metadata.get(KEY) is True else "implicit"
