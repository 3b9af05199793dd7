"""Drizzle: `<tag>.sql` in the order of `meta/_journal.json`, or (v1) `<time>_<name>/migration.sql` by folder name.

All pending migrations run in one transaction; no file can leave it.
"""

from __future__ import annotations

from typing import Any

import msgspec

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, migration
from dbarch_lint.frameworks.settings import UnusableError, json
from dbarch_lint.frameworks.tree import Folder, Tree, engine_word
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

RUN = "drizzle"  # the one transaction
JOURNAL = "_journal.json"
FILE = "migration.sql"
SNAPSHOT = "snapshot.json"
BREAKPOINT = b"--> statement-breakpoint"  # where a file is cut: what stands between two of them is sent by itself


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """By the journal where there is one, else by folder, else by file name."""
    meta = tree.folders.get(folder.file("meta"))
    if meta and JOURNAL in meta.others:
        return _by_journal(folder, meta, tree)
    return _by_folder(folder, tree) or _by_name(folder, tree)


def _by_journal(folder: Folder, meta: Folder, tree: Tree) -> Plan:
    journal = tree.shown(meta, JOURNAL)
    try:
        tags, engine = _entries(json(meta.file(JOURNAL)))
    except UnusableError as error:
        by_name = _by_name(folder, tree) or Plan(steps=[])
        by_name.remarks = [Remark(journal, f"{error}; the files are taken in the order of their names", "error")]
        return by_name
    if not any(f"{tag}.sql" in folder.sql for tag in tags):
        by_name = _by_name(folder, tree) or Plan(steps=[])
        by_name.steps = [msgspec.structs.replace(step, run="", wrapper="none") for step in by_name.steps]
        message = "names no file that is there, so Drizzle runs none; they are taken by name, without a transaction"
        by_name.remarks = [Remark(journal, message)] if folder.sql else []
        by_name.engine = engine
        return by_name
    found = Plan(steps=[], engine=engine)
    for tag in dict.fromkeys(tags):
        if f"{tag}.sql" in folder.sql:
            found.steps.append(Step(path=folder.file(f"{tag}.sql"), id=tag, run=RUN))
        else:
            found.remarks.append(
                Remark(journal, f"names {tag!r}, and there is no such file; Drizzle stops there", "error")
            )
    listed = {f"{tag}.sql" for tag in tags}
    found.remarks += [
        Remark(tree.shown(folder, name), f"is never run: {journal} does not name it")
        for name in folder.sql
        if name not in listed
    ]
    return found


def _entries(journal: Any) -> tuple[list[str], str | None]:
    """The tags in order, and the engine."""
    entries = journal.get("entries") if isinstance(journal, dict) else None
    if not isinstance(entries, list):
        raise UnusableError("has no list of entries")
    tags = [entry.get("tag") if isinstance(entry, dict) else None for entry in entries]
    if not all(isinstance(tag, str) for tag in tags):
        raise UnusableError("has an entry without a tag")
    return [str(tag) for tag in tags], engine_word(journal.get("dialect"))


def _by_folder(folder: Folder, tree: Tree) -> Plan | None:
    steps = [Step(path=c.file(FILE), id=c.name, run=RUN) for c in tree.children(folder) if FILE in c.sql]
    return Plan(steps=steps) if steps else None


def _by_name(folder: Folder, tree: Tree) -> Plan | None:
    steps = [Step(path=folder.file(name), id=name[:-4], run=RUN) for name in folder.sql]
    missing = Remark(tree.shown(folder), f"has no meta/{JOURNAL}; the files are taken in the order of their names")
    return Plan(steps=steps, remarks=[missing]) if steps else None


def read(step: Step, source: Source, project: Project) -> list[Migration]:  # noqa: ARG001 - the shape of Framework.read
    """One migration, in the pieces that the tool sends: the last statement of each needs no semicolon."""
    if BREAKPOINT not in source.data:
        return [migration(step, source)]
    ranges, at = [], 0
    for piece in source.data.split(BREAKPOINT):
        ranges.append((at, at + len(piece)))
        at += len(piece) + len(BREAKPOINT)
    return [migration(step, source, ranges=tuple(ranges))]
