"""Atlas: every .sql file of the folder that holds atlas.sum, by name as text.

A transaction a file, unless `-- atlas:txmode none` stands in the comments at its top, with an empty line below them.
A checkpoint stands for what comes before it, for those who do not have that any more.
"""

from __future__ import annotations

import re

from dbarch_lint.frameworks.base import Plan, Project, Step, migration
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

SUM = "atlas.sum"
TOP = re.compile(rb"(?:(?:--|#)[^\n]*\n)+(?=\r?\n)")
DIRECTIVE = re.compile(rb"^[ -~]*atlas:(\w+)(?: +([^\r\n]+))?", re.MULTILINE)


def plan(folder: Folder, tree: Tree) -> Plan | None:  # noqa: ARG001 - the shape of Framework.plan
    """All SQL files, by name."""
    names = [name for name in folder.sql if name.endswith(".sql")]
    steps = [Step(path=folder.file(name), id=name.removesuffix(".sql")) for name in names]
    return Plan(steps=steps) if steps else None


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """The whole file; nothing of a checkpoint that has its history before it."""
    top = TOP.match(source.data)
    said = dict(DIRECTIVE.findall(top.group())) if top else {}
    if b"checkpoint" in said and step != project.steps[0]:
        return []
    return [migration(step, source, wrapper="none" if said.get(b"txmode") == b"none" else None)]
