"""Supabase: `supabase/migrations/<digits>_<name>.sql`, by file name as text; the statements go as one batch.

The command line tool runs statements that cannot be in a transaction by themselves (creating indexes concurrently and
the like since 2.109, dropping them a little later). The batch is cut there, so such a file has no transaction.
"""

from __future__ import annotations

import re

from dbarch_lint.frameworks.base import (
    Plan,
    Project,
    Remark,
    Step,
    migration,
    not_run,
    repeated_versions,
)
from dbarch_lint.frameworks.tree import Folder, Tree
from dbarch_lint.frameworks.words import begins, openings
from dbarch_lint.migrations import Migration, leading_digits
from dbarch_lint.source import Source

OLD_INIT = "20211209000000"  # an earlier first file called <time>_init.sql is the dump of an old version: it is skipped
ALONE = (
    ("CREATE|DROP", "INDEX", "CONCURRENTLY"),
    ("CREATE", "UNIQUE", "INDEX", "CONCURRENTLY"),
    ("REINDEX", "INDEX|TABLE|SCHEMA|DATABASE|SYSTEM", "CONCURRENTLY"),
    ("REINDEX", "VERBOSE|CONCURRENTLY"),
    ("VACUUM",),
    ("CLUSTER",),
    ("ALTER", "SYSTEM"),
)
HINT = re.compile(
    rb"concurrently|vacuum|cluster|alter\s+system", re.IGNORECASE
)  # nothing of these: no need to look closer
LOOKED_AT = 1 << 20  # bytes; a longer file is a load of data


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The numbered files, by name."""
    names = [
        n
        for n in folder.sql
        if n[len(leading_digits(n)) :].startswith("_") and leading_digits(n) and n.endswith(".sql")
    ]
    if not names:
        return None
    remarks = not_run(folder, tree, names, "<time>_<name>.sql")
    first = names[0]
    if first.endswith("_init.sql") and len(leading_digits(first)) == len(OLD_INIT) and first < OLD_INIT:
        remarks.append(
            Remark(tree.shown(folder, first), "is not run: Supabase skips an init file from before December 2021")
        )
        names = names[1:]
    steps = [Step(path=folder.file(name), id=name.removesuffix(".sql"), wrapper="implicit") for name in names]
    remarks += repeated_versions(((leading_digits(name), tree.shown(folder, name)) for name in names), "Supabase")
    return Plan(steps=steps, remarks=remarks, engine="postgres")


def read(step: Step, source: Source, project: Project) -> list[Migration]:  # noqa: ARG001 - the shape of Framework.read
    """The whole file, one batch unless a statement in it has to run by itself."""
    text = source.data[:LOOKED_AT]
    if HINT.search(text) and any(begins(words, ALONE) for words in openings(text)):
        return [migration(step, source, wrapper="none")]
    return [migration(step, source)]
