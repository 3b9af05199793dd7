"""From paths to migrations: which files are judged, and which are history around them."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dbarch_lint.errors import UsageError
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

if TYPE_CHECKING:
    from dbarch_lint.config import Config
    from dbarch_lint.frameworks.base import Project

replace = msgspec.structs.replace
DEFAULT_ENGINE = "postgres"


class Work(msgspec.Struct, frozen=True):
    """One migration history: in deployment order, the judged ones marked pending."""

    migrations: tuple[Migration, ...]
    engine: str
    version: str
    framework: str = ""


class Collected(msgspec.Struct, frozen=True):
    """All histories of a run. `together`: the pending ones were named one by one, so they are one deployment."""

    projects: tuple[Work, ...]
    remarks: tuple[str, ...]
    unread: tuple[str, ...]
    together: bool


def collect(
    paths: Sequence[str],
    config: Config,
    *,
    root: Path,
    stdin: tuple[str, str] | None = None,
    only: Collection[str] | None = None,
) -> Collected:
    """Find the histories that `paths` name.

    A folder: all migrations in it are judged.  A file: its folder is history, only the file is judged.  `only`
    (paths relative to `root`) narrows that further.  Raises UsageError for a path that is not there, and for paths
    without any migration.
    """
    from dbarch_lint.engines import supported
    from dbarch_lint.frameworks import discover_all, migrations

    asked = [Path(p) for p in paths if p != "-" and (stdin is None or p != stdin[0])]
    for path in asked:
        if not (path.is_file() or path.is_dir()):
            raise UsageError(f"{path}: {why_unusable(path)}")
    files = {shown(p, root) for p in asked if p.is_file()}
    folders = tuple(shown(p, root) + "/" for p in asked if p.is_dir())
    around = list(asked)
    if stdin is not None:
        parent = Path(stdin[0]).parent
        around.append(parent if parent.is_dir() else root)
        files.add(shown(Path(stdin[0]), root))
    found = discover_all(around or [root], root=root, framework=config.framework)
    unsaved = Source(shown(Path(stdin[0]), root), stdin[1]) if stdin is not None else None
    histories: list[Work] = []
    remarks: dict[str, list[str]] = {"error": [], "warning": [], "info": []}
    for whole in found:
        name = config.engine or whole.engine or DEFAULT_ENGINE
        project, others = of_one_engine(whole, name)
        if others:
            message = f"{shown(project.folder, root)} holds {others} files for other databases than {name}: not read"
            remarks["info"].append(message)
        every = migrations(project, unsaved)
        marked = [
            replace(m, pending=is_judged(m, files, folders, only), wrapper=config.transaction or m.wrapper)
            for m in every
        ]
        for remark in project.remarks:
            remarks[remark.level].append(f"{remark.path} {remark.message}")
        if marked and not (config.engine or supported(name)):
            message = f"{shown(project.folder, root)} holds migrations for {name}, which are not checked yet"
            remarks["warning"].append(message)
        elif marked:
            histories.append(Work(tuple(marked), name, str(config.engine_version or ""), project.framework))
    if not histories and unsaved is not None:
        alone = Migration(id=unsaved.path, source=unsaved, wrapper=config.transaction or "none")
        histories.append(Work((alone,), config.engine or DEFAULT_ENGINE, str(config.engine_version or ""), "sql-files"))
    if not histories:
        places = ", ".join(str(p) for p in asked) or str(root)
        more = "".join(f" ({said})" for said in (remarks["error"] or remarks["warning"])[:1])
        raise UsageError(f"{places}: no SQL migrations found here{more}; name the folder that holds them")
    together = bool(files or only is not None)
    said, unread = (tuple(dict.fromkeys(remarks[level])) for level in ("warning", "error"))
    return Collected(tuple(histories), said, unread, together)


def of_one_engine(project: Project, engine: str) -> tuple[Project, int]:
    """The project without the files that name another database, and how many those are."""
    from dbarch_lint.frameworks.dialects import for_engine

    steps, others = for_engine(project.steps, engine)
    return (replace(project, steps=steps), others) if others else (project, 0)


def why_unusable(path: Path) -> str:
    """Why a path that the user named cannot be looked at, and what to do."""
    if path.exists():
        return "this is neither a file nor a folder; pipe its text in, with --stdin-filename for its name"
    if path.is_symlink():
        return "this link leads nowhere; repair it, or name the file it was meant for"
    return "there is no such file or folder; check the spelling, and the folder you are in"


def is_judged(migration: Migration, files: set[str], folders: tuple[str, ...], only: Collection[str] | None) -> bool:
    """Whether a migration is reported on. All paths are as findings show them; a folder ends with a slash."""
    if only is not None and migration.path not in only:
        return False
    if migration.path in files or not (files or folders):
        return True
    return "./" in folders or migration.path.startswith(folders)


def shown(path: Path, root: Path) -> str:
    """A path as findings show it: relative to the root where it lies below it."""
    full = Path(os.path.realpath(path))
    try:
        return full.relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return full.as_posix()
