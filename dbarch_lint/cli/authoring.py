"""`init`, `new-rule` and `test`: for those who set the linter up or write rules."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from dbarch_lint.cli import base
from dbarch_lint.cli.declared import FOLDER, argument, command, option
from dbarch_lint.config import YAML_NAMES
from dbarch_lint.errors import UsageError

if TYPE_CHECKING:
    from dbarch_lint.frameworks.base import Project

TEMPLATE = """\
# The configuration of dbarch-lint. Every key is optional; `dbarch-lint schema-of config` describes them all.

# What to check when the command line names no path.
paths: [{paths}]

# {engine_found}
{engine_mark}engine: {engine}

# The oldest server version that runs these migrations: locks and rewrites differ between versions.
# engine-version: 14

# {framework_found}
{framework_mark}framework: {framework}

# How much to hear: default, strict (also what is often meant so), audit (also what only needs a look).
profile: default

# Rules to leave out: codes (LK101), families (LK, locking) or names (column-dropped). `dbarch-lint rules` lists them.
# ignore: [TY101]

# Rules to suppress in some files.
# per-path-ignores:
#   {example}/legacy/**: [LK]

# Per rule: its severity, its options, and the threshold of a rule that weighs evidence.
# rules:
#   column-dropped:
#     severity: error

# The least severity that makes the exit code 1: error, warning, info, never.
fail-on: warning
"""


@command(
    argument("folder", default=".", kind=FOLDER),
)
def init(folder: str) -> None:
    """Look for migrations in FOLDER and write a commented .dbarch-lint.yaml there."""
    file = Path(folder, YAML_NAMES[0])
    if os.path.lexists(file):  # also a link that leads nowhere: nothing is written through it
        raise UsageError(f"{file} exists already; edit it, or move it away first")
    from dbarch_lint.frameworks import discover

    top = Path(folder).resolve()
    projects = discover(top, root=top)
    try:
        file.write_text(configuration(projects, top), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None
    for project in projects:
        place = project.folder.relative_to(top).as_posix()
        base.say(f"found {len(project.files)} files of {project.framework} in {place}")
    if not projects:
        base.say("found no migrations: write their folder under `paths`")
    base.say(f"wrote {file}")


def configuration(projects: list[Project], top: Path) -> str:
    """The text of a configuration for these projects."""
    folders = [project.folder.resolve().relative_to(top).as_posix() for project in projects]
    engines = sorted({project.engine for project in projects if project.engine})
    tools = sorted({project.framework for project in projects})
    one_engine, one_tool = len(engines) == 1, len(tools) == 1
    return TEMPLATE.format(
        paths=", ".join(_quoted(name) for name in folders),
        engine=engines[0] if one_engine else "postgres",
        engine_mark="" if one_engine else "# ",
        engine_found="The database." if one_engine else "The database, where the migration tool does not say it.",
        framework=tools[0] if one_tool else "flyway",
        framework_mark="" if one_tool and tools[0] != "sql-files" else "# ",
        framework_found="The migration tool." if one_tool else "The migration tool: found out for each folder.",
        example=folders[0] if folders and folders[0].isidentifier() else "migrations",
    )


def _quoted(name: str) -> str:
    """A YAML text: in JSON's quotes, which YAML reads, where it is more than a plain path."""
    import json

    plain = name.replace("/", "").replace("_", "").replace("-", "").isalnum() and not name.startswith("-")
    return name if plain and name.isascii() and not name.isdigit() else json.dumps(name)


@command(
    argument("name", metavar="NAME"),
    option("--family", default="", metavar="FOLDER", help="The family it belongs to: a folder of the pack."),
    option("--code", default="", metavar="CODE", help="Its code; the next free one of the family if left out."),
    option("--pack", default="rules", metavar="FOLDER", show_default=True, help="The rule pack."),
)
def new_rule(name: str, family: str, code: str, pack: str) -> None:
    """Write the page and the function of a new rule called NAME, to start from: both load, and the examples pass."""
    from dbarch_lint.scaffold import new_rule as write

    for file in write(Path(pack), code, family, name):
        base.say(f"wrote {file}")
    base.say(f"next: edit both, then run `dbarch-lint test {pack}`")


@command(
    argument("pack", default="rules", metavar="PACK"),
)
def test(pack: str) -> int:
    """Run every example on the pages of the rules in PACK, a folder with a pack.yaml."""
    from dbarch_lint.testing import run_pack

    count, failures = run_pack(Path(pack))
    for failure in failures:
        base.emit(f"{failure}\n")
    failed = len({failure.example.id for failure in failures})  # one example may fail on several versions
    base.say(f"{count} examples, {failed} failed" if failures else f"{count} examples, all as they should be")
    return int(bool(failures))
