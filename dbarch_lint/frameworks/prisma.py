"""Prisma: `<time>_<name>/migration.sql`, by folder name; each file is sent as one string."""

from __future__ import annotations

from dbarch_lint.frameworks.base import Plan, Remark, Step
from dbarch_lint.frameworks.base import whole as read
from dbarch_lint.frameworks.settings import UnusableError, table, toml
from dbarch_lint.frameworks.tree import Folder, Tree, engine_word

__all__ = ["plan", "read"]

LOCK = "migration_lock.toml"
FILE = "migration.sql"
UNDO = "down.sql"  # not Prisma's, but its documentation has people write one


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The sub-folders with a migration.sql, by name."""
    steps = []
    remarks = []
    for child in tree.children(folder):
        if FILE in child.sql:
            steps.append(Step(path=child.file(FILE), id=child.name, wrapper="implicit"))
        elif LOCK in folder.others and not child.name.startswith("."):
            remarks.append(
                Remark(tree.shown(child), f"has no {FILE}; Prisma refuses this: restore it, or delete the folder")
            )
        if UNDO in child.sql:
            steps.append(Step(path=child.file(UNDO), id=child.name, direction="down", wrapper="implicit"))
    if not any(step.direction == "up" for step in steps):
        return None
    remarks += [
        Remark(tree.shown(folder, name), f"is not run: Prisma runs <time>_<name>/{FILE}", "info") for name in folder.sql
    ]
    found = Plan(steps=steps, remarks=remarks)
    if LOCK in folder.others:
        try:
            found.engine = engine_word(table({"lock": toml(folder.file(LOCK))}, "lock").get("provider"))
        except UnusableError as error:
            found.remarks.append(Remark(tree.shown(folder, LOCK), str(error)))
    return found
