"""The migration tools: find the folders that hold migrations, and read them in the order in which their tool runs them.

for project in discover(Path("."), root=Path(".")):
    for migration in migrations(project):
        ...
"""

from __future__ import annotations

import errno
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec

from dbarch_lint.source import Source

replace = msgspec.structs.replace

if TYPE_CHECKING:
    from dbarch_lint.frameworks.base import Framework, Plan, Project, Step
    from dbarch_lint.frameworks.tree import Folder, Tree
    from dbarch_lint.migrations import Migration

# What users call a tool, and the module that knows it.
MODULES = {
    "atlas": "atlas",
    "dbmate": "dbmate",
    "diesel": "diesel",
    "drizzle": "drizzle",
    "flyway": "flyway",
    "golang-migrate": "golang_migrate",
    "goose": "goose",
    "graphile-migrate": "graphile_migrate",
    "liquibase": "liquibase",
    "node-pg-migrate": "node_pg_migrate",
    "prisma": "prisma",
    "sql-files": "sql_files",
    "sql-migrate": "sql_migrate",
    "sqlx": "sqlx",
    "supabase": "supabase",
    "tern": "tern",
}
NAMES = tuple(MODULES)
NOTHING: Mapping[str, Source] = {}

FOLDER_FILES = frozenset(("migration.sql", "up.sql", "down.sql"))  # one folder a migration: the project is above it
HIGHEST = 6  # folders that a file's migration folder may lie above it
LARGEST = 1 << 29  # bytes; a bigger file is a mistake or an attack


def load(name: str) -> Framework:
    """The tool of this name. Raises KeyError when there is none."""
    return cast("Framework", import_module(f"dbarch_lint.frameworks.{MODULES[name]}"))


def discover(path: Path, *, root: Path, framework: str | None = None) -> list[Project]:
    """The migration folders in a folder, or the one around a file. Raises OSError when the path is not there."""
    return discover_all([path], root=root, framework=framework)


def discover_all(paths: Iterable[Path], *, root: Path, framework: str | None = None) -> list[Project]:
    """The migration folders of several paths, each once, by their place."""
    found: dict[tuple[str, Path, str | None], Project] = {}
    homes: dict[Path, list[Path]] = {}
    for asked in dict.fromkeys(paths):
        path = asked.resolve(strict=True)
        if asked.absolute().is_relative_to(root.absolute()) and not path.is_relative_to(root.resolve()):
            found["", asked, None] = _refused(asked, root)
        else:
            homes.setdefault(_home(path, root.resolve()), []).append(path)
    for home, inside in homes.items():
        projects = _projects(home, root, framework)
        for path in inside:
            mine = [p for p in projects if path == home or _holds(p, path)]
            if not mine:
                mine = _alone(path, root, framework)
            for project in mine:
                key = (project.framework, project.folder, project.engine)
                known = found.setdefault(key, project)
                if known is not project and len(project.steps) > len(known.steps):
                    found[key] = project
    return sorted(found.values(), key=lambda project: (project.folder.as_posix(), project.framework))


def migrations(project: Project, texts: Mapping[str, Source] = NOTHING, new: str = "") -> list[Migration]:
    """All migrations of a project in the order in which its tool runs them, down parts among them.

    What cannot be read is left out and said in `project.remarks`.  `texts` stand for the files of these paths: an
    editor has them, and the disk has other versions of them.  The one of path `new` comes last where the disk has none.
    """
    from dbarch_lint.frameworks.tree import shown_below

    tool = load(project.framework)
    root = project.root.as_posix()
    found: list[Migration] = []
    for step in project.steps:
        shown = shown_below(root, step.path)
        source = texts.get(shown) or _read(step, shown, project)
        new = "" if shown == new else new
        if source:
            source.placeholders.update((name.encode(), value.encode()) for name, value in step.placeholders)
            found += tool.read(step, source, project)
    if new and project.steps:
        found += tool.read(replace(project.steps[-1], path=f"{root}/{new}"), texts[new], project)
    return [replace(m, framework=project.framework) for m in found]


def steps_with(project: Project, missing: Iterable[str]) -> Sequence[Step]:
    """The steps that the project would have if these SQL files (paths as shown) were still there."""
    from dbarch_lint.frameworks.tree import Tree

    tree = Tree(project.folder, project.root)
    tree.add(missing)
    plan = load(project.framework).plan(tree.folders[tree.start], tree)
    return plan.steps if plan else ()


def read_as(project: Project, path: str, source: Source) -> list[Migration]:
    """What the project's tool makes of another text of one of its files."""
    step = next(step for step in project.steps if step.path == f"{project.root.as_posix().rstrip('/')}/{path}")
    aside = msgspec.structs.replace(project, remarks=[])
    return [replace(m, framework=project.framework) for m in load(project.framework).read(step, source, aside)]


def _read(step: Step, shown: str, project: Project) -> Source | None:
    try:
        source = Source.read(step.path, shown_as=shown, most=LARGEST)
    except OSError as error:
        large = error.errno == errno.EFBIG
        why = f"is larger than {LARGEST >> 20} MiB; not read" if large else f"cannot be read: {error.strerror or error}"
        project.remark(shown, why, "error")
        return None
    if "\0" in source.text[:4096]:
        project.remark(shown, "is not text; not read", "error")
        return None
    return source


def _home(path: Path, root: Path) -> Path:
    """Where to look from: the highest folder around the path that is called migrations, else its own."""
    from dbarch_lint.frameworks.sql_files import is_part
    from dbarch_lint.frameworks.tree import MIGRATION_WORDS, words_of

    home = path if path.is_dir() else path.parent
    if not home.is_relative_to(root) or path == root:
        return home
    one_migration = path.name in FOLDER_FILES or (
        path.is_dir() and any((path / name).is_file() for name in FOLDER_FILES)
    )
    while home.parent.is_relative_to(root) and (one_migration or is_part(home.name)):
        home, one_migration = home.parent, False
    for above in [home, *home.parents][:HIGHEST]:
        if above == root or not above.is_relative_to(root):
            break
        if not MIGRATION_WORDS.isdisjoint(words_of(above.name)):
            home = above
    return home


def _holds(project: Project, path: Path) -> bool:
    """Whether the project has this file, or a file in this folder."""
    place = path.as_posix()
    return any(step.path == place or step.path.startswith(f"{place}/") for step in project.steps)


def _alone(path: Path, root: Path, framework: str | None) -> list[Project]:
    """A folder looked at by itself; a file that is nobody's migration is plain SQL."""
    from dbarch_lint.frameworks.base import Plan, Step
    from dbarch_lint.frameworks.tree import Tree

    if path.is_dir():
        return _projects(path, root, framework)
    tree = Tree(path.parent, root, deep=False)
    step = Step(path=path.as_posix(), id=path.stem, wrapper="none")
    return [_project("sql-files", tree.folders[tree.start], tree, Plan(steps=[step]))]


def _refused(link: Path, root: Path) -> Project:
    """A path that looks as if it were in the repository, and leads out of it."""
    from dbarch_lint.frameworks.base import Plan
    from dbarch_lint.frameworks.tree import Tree

    tree = Tree(root, root, deep=False)
    project = _project("sql-files", tree.folders[tree.start], tree, Plan(steps=[]))
    project.remark(tree.shown(link.absolute().as_posix()), "is a link that leaves the repository; not read", "error")
    return project


def _projects(start: Path, root: Path, framework: str | None) -> list[Project]:
    """The projects at and below `start`."""
    from dbarch_lint.frameworks.base import Plan
    from dbarch_lint.frameworks.sql_files import by_engine, left_out
    from dbarch_lint.frameworks.tree import Tree

    tree = Tree(start, root)
    taken: set[str] = set()
    found: list[Project] = []
    plain: list[Folder] = []
    for folder in tree.folders.values():
        if folder.path in taken:
            continue
        if not framework:
            found += [_claim("sql-files", folder, tree, plan, taken) for plan in by_engine(folder, tree)]
        name, plan = _best(folder, tree, framework)
        if name == "sql-files" and not framework:
            plain.append(folder)  # looked at again when it is known what belongs to the tools
        elif plan:
            found.append(_claim(name, folder, tree, plan, taken))
    for folder in plain:
        found += _plain(folder, tree, taken)
    top = tree.folders[tree.start]
    if not found and top.sql and not framework:
        found += _plain(top, tree, taken)
    for project in found:
        if project.framework == "sql-files":
            project.remarks.extend(left_out(tree.folders[project.folder.as_posix()], tree, taken))
    if not found and not framework:
        found = _snapshots(tree)
    if tree.troubles and not found:
        found.append(_project(framework or "sql-files", top, tree, Plan(steps=[])))
    _say_troubles(tree, found)
    return found


def _best(folder: Folder, tree: Tree, framework: str | None) -> tuple[str, Plan | None]:
    from dbarch_lint.frameworks.detect import candidates

    for name in [framework] if framework else candidates(folder, tree):
        if plan := load(name).plan(folder, tree):
            return name, plan
    return "", None


def _plain(folder: Folder, tree: Tree, taken: set[str]) -> list[Project]:
    """The plain SQL files of a folder that no tool has taken."""
    if folder.path in taken:
        return []
    plan = load("sql-files").plan(folder, tree)
    if plan:
        plan.steps = [step for step in plan.steps if step.path.rpartition("/")[0] not in taken]
    if not plan or not plan.steps:
        return []
    return [_claim("sql-files", folder, tree, plan, taken)]


def _snapshots(tree: Tree) -> list[Project]:
    """The schemas that stand there as a whole; only asked for where nobody has migrations."""
    from dbarch_lint.frameworks.sql_files import snapshots

    return [_project("sql-files", f, tree, plan) for f in tree.folders.values() for plan in snapshots(f, tree)]


def _claim(name: str, folder: Folder, tree: Tree, plan: Plan, taken: set[str]) -> Project:
    taken.add(folder.path)
    taken.update(step.path.rpartition("/")[0] for step in plan.steps)
    taken.update(plan.unread)
    return _project(name, folder, tree, plan)


def _project(name: str, folder: Folder, tree: Tree, plan: Plan) -> Project:
    from dbarch_lint.frameworks.base import Project, Remark
    from dbarch_lint.frameworks.detect import stranger

    if name == "sql-files" and plan.steps and (tool := stranger(folder)):
        message = f"looks like {tool}, which is not known here: each file is read whole, as plain SQL"
        plan.remarks.append(Remark(tree.shown(folder), message))
    return Project(
        framework=name,
        folder=Path(folder.path),
        root=Path(tree.root),
        engine=plan.engine or tree.engine_of(folder),
        steps=tuple(plan.steps),
        files=tuple(dict.fromkeys(tree.shown(step.path) for step in plan.steps)),
        remarks=plan.remarks,
    )


def _say_troubles(tree: Tree, found: Sequence[Project]) -> None:
    """Each trouble of the listing goes to the project it lies in, else to the first one."""
    for trouble in sorted(tree.troubles):
        around = (p for p in found if trouble.path.startswith(tree.shown(p.folder.as_posix()) + "/"))
        next(around, found[0]).remark(trouble.path, trouble.message, trouble.level)
