"""From paths to migrations: which files are judged, and which are history around them."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from dbarch_lint.errors import UsageError
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

if TYPE_CHECKING:
    from dbarch_lint.config import Config
    from dbarch_lint.frameworks.base import Project, Remark
    from dbarch_lint.released import Released
    from dbarch_lint.revisions import Comparison

replace = msgspec.structs.replace
DEFAULT_ENGINE = "postgres"
NOTHING: Mapping[str, str] = {}


class Wanted(msgspec.Struct, frozen=True):
    """What a run is asked for beside the paths.

    `since` and `pending_from` narrow what is judged: to what a git ref lacks, to one migration and those behind it.
    `reasons`: also why rules are silent, which takes about as long again.  `unfolded`: every finding, also where one
    may stand for many.  `changes`: also what the judged migrations do to locks and schema.
    """

    since: str = ""
    pending_from: str = ""
    reasons: bool = False
    unfolded: bool = False
    changes: bool = False


EVERYTHING = Wanted()


class Scope(msgspec.Struct, frozen=True):
    """The files and folders (these end with a slash) that were asked for, as findings show them."""

    files: frozenset[str]
    folders: tuple[str, ...]

    def holds(self, path: str) -> bool:
        """Whether a file is among them."""
        if path in self.files or not (self.files or self.folders):
            return True
        return "./" in self.folders or path.startswith(self.folders)


class Work(msgspec.Struct, frozen=True):
    """One migration history: in deployment order, the judged ones marked pending.

    `before` is what others have deployed from, where git was asked; `unreleased` are the files that production has
    not seen; `twice` are remarks on files of one version.
    """

    migrations: tuple[Migration, ...]
    engine: str
    version: str
    framework: str = ""
    project: Project | None = None
    scope: Scope = Scope(frozenset(), ())
    before: Comparison | None = None
    unreleased: frozenset[str] = frozenset()
    twice: tuple[Remark, ...] = ()


class Collected(msgspec.Struct, frozen=True):
    """All histories of a run, and what is to say of files: of odd ones, of unreadable ones, and of those beside.

    `together`: the pending ones were named one by one, so they are one deployment.
    `whole`: all that a folder holds is judged, and nobody said what of it is new.
    """

    projects: tuple[Work, ...]
    remarks: tuple[str, ...]
    unread: tuple[str, ...]
    beside: tuple[str, ...]
    together: bool
    whole: bool


def collect(
    paths: Sequence[str],
    config: Config,
    *,
    root: Path,
    stdin: tuple[str, str] | None = None,
    texts: Mapping[str, str] = NOTHING,
    wanted: Wanted = EVERYTHING,
) -> Collected:
    """Find the histories that `paths` name.

    A folder: all migrations in it are judged.  A file: its folder is history, only the file is judged.  `wanted`
    narrows that further.  `stdin` is a path with its text, and `texts` (by path, as findings show it) stand for more
    files, that one among them.

    Raises UsageError for a path that is not there, for paths without any migration, and where git cannot answer.
    """
    from dbarch_lint.engines import supported
    from dbarch_lint.frameworks import discover_all, migrations
    from dbarch_lint.frameworks.dialects import engine_of

    asked = [Path(p) for p in paths if p != "-" and (stdin is None or p != stdin[0])]
    for path in asked:
        if not (path.is_file() or path.is_dir()):
            raise UsageError(f"{path}: {why_unusable(path)}")
    files = {shown(p, root) for p in asked if p.is_file()}
    folders = tuple(shown(p, root) + "/" for p in asked if p.is_dir())
    around, unsaved = list(asked), ""
    if stdin is not None:
        parent = Path(stdin[0]).parent
        around.append(parent if parent.is_dir() else root)
        unsaved = shown(Path(stdin[0]), root)
        files.add(unsaved)
        texts = {unsaved: stdin[1], **texts}
    scope = Scope(frozenset(files), folders)
    found = discover_all(around or [root], root=root, framework=config.framework)
    sources = {path: Source(path, text) for path, text in texts.items()}
    histories: list[Work] = []
    remarks: dict[str, list[str]] = {"error": [], "warning": [], "info": []}
    for whole in found:
        name = config.engine or engine_of(whole) or DEFAULT_ENGINE
        project, others = of_one_engine(replace(whole, engine=name), name)
        if others:
            message = f"{shown(project.folder, root)} holds {others} files for other databases than {name}: not read"
            remarks["info"].append(message)
        every = [
            replace(m, pending=scope.holds(m.path), wrapper=config.transaction or m.wrapper)
            for m in migrations(project, sources, unsaved)
        ]
        fill(every, config)
        known = bool(every) and (config.engine is not None or supported(name))
        twice = tuple(remark for remark in project.remarks if remark.twice and known)
        for remark in project.remarks:
            if remark not in twice:
                remarks[remark.level].append(f"{remark.path} {remark.message}")
        if known:
            version = str(config.engine_version or "")
            histories.append(Work(tuple(every), name, version, project.framework, project, scope, twice=twice))
        elif every:
            message = f"{shown(project.folder, root)} holds migrations for {name}, which are not checked yet"
            remarks["warning"].append(message)
    if not histories and unsaved:
        alone = Migration(id=unsaved, source=sources[unsaved], wrapper=config.transaction or "none")
        histories.append(Work((alone,), config.engine or DEFAULT_ENGINE, str(config.engine_version or ""), "sql-files"))
    if not histories:
        places = ", ".join(str(p) for p in asked) or str(root)
        more = "".join(f" ({said})" for said in (remarks["error"] or remarks["warning"])[:1])
        raise UsageError(f"{places}: no SQL migrations found here{more}; name the folder that holds them")
    narrow = bool(wanted.since or wanted.pending_from)
    all_of_it = not narrow and bool(folders or not files)
    said, unread, beside = (tuple(dict.fromkeys(remarks[level])) for level in ("warning", "error", "info"))
    works = tuple(narrowed(histories, wanted, config.released or "", root))
    return Collected(works, said, unread, beside, narrow or bool(files), all_of_it)


def narrowed(histories: Sequence[Work], wanted: Wanted, released: str, root: Path) -> Iterator[Work]:
    """The histories with what is judged narrowed to what is wanted, and with what production has not seen marked."""
    if wanted.pending_from:
        histories = [_pending_from(work, wanted.pending_from) for work in histories]
        if not any(m.pending for work in histories for m in work.migrations):
            message = f"--pending-from: no migration is called {wanted.pending_from!r}"
            raise UsageError(f"{message}; give its number, its file name or its path")
    if not (wanted.since or released):
        yield from histories
        return
    from dbarch_lint.engines import engine
    from dbarch_lint.released import Released
    from dbarch_lint.revisions import Revision

    sources = {m.path: m.source for work in histories for m in work.migrations}.values()
    merged = Revision.since(wanted.since, root).compare(sources, root) if wanted.since else None
    release = Revision.released(released, root).compare(sources, root) if released else None
    unreleased = release.added if release is not None else frozenset[str]()
    for work in histories:
        base, seen = (
            Released(each, work.project, engine(work.engine), work.migrations) if each is not None else None
            for each in (merged, release or merged)
        )
        marked = [_marked(m, base, seen, unreleased) for m in work.migrations]
        yield replace(work, migrations=tuple(marked), before=merged or release, unreleased=unreleased)


def _marked(migration: Migration, base: Released | None, seen: Released | None, new: Collection[str]) -> Migration:
    """A migration with what follows from what the base branch has, and production has seen.

    Of one that both have, the statements alone are judged that were not in it: no database that has run it runs them.
    """
    pending = migration.pending and (base is None or base.differs(migration))
    released = seen is not None and seen.has(migration)
    judged = base.news(migration) if base is not None and pending and released and base.has(migration) else None
    return replace(migration, pending=pending, released=released, judged=judged, unreleased=migration.path in new)


def _pending_from(work: Work, name: str) -> Work:
    """The history with only the migrations from one on judged; none where it has no such migration."""
    first = next((i for i, m in enumerate(work.migrations) if m.direction == "up" and name in m.names), None)
    late = len(work.migrations) if first is None else first
    marked = tuple(replace(m, pending=m.pending and i >= late) for i, m in enumerate(work.migrations))
    return replace(work, migrations=marked)


def fill(migrations: Sequence[Migration], config: Config) -> None:
    """Tell the sources what the configuration puts in the place of their placeholders."""
    values = {f"${{{name}}}".encode(): value.encode() for name, value in config.placeholders.items()}
    for migration in migrations if values else ():
        migration.source.placeholders.update(values)


SHOWN = 3  # placeholders


def unfilled(placeholders: Collection[bytes]) -> list[str]:
    """What to say of placeholders that were read with a name of ours in their place."""
    if not placeholders:
        return []
    first = [p.decode("utf-8", "replace") for p in sorted(placeholders)[:SHOWN]]
    more = f" and {len(placeholders) - SHOWN} more" if len(placeholders) > SHOWN else ""
    said = f"{', '.join(first)}{more}: nobody says what stands here when it runs, so a made-up name was read"
    return [f"{said}; say it under `placeholders` in the configuration"]


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


def shown(path: Path, root: Path) -> str:
    """A path as findings show it: relative to the root where it lies below it."""
    full = Path(os.path.realpath(path))
    try:
        return full.relative_to(os.path.realpath(root)).as_posix()
    except ValueError:
        return full.as_posix()
