"""Plain folders: every .sql file, in natural order, run by hand or by a script (`psql -f`), statement by statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from dbarch_lint.frameworks.base import Plan, Remark, Step
from dbarch_lint.frameworks.base import whole as read
from dbarch_lint.frameworks.tree import ENGINES, MIGRATION_WORDS, Folder, Tree, engine_in, words_of
from dbarch_lint.migrations import Direction, leading_digits

__all__ = ["plan", "read"]

DIGITS = re.compile(r"(\d+)", re.ASCII)

DOWN_FOLDERS = frozenset("down downgrade rollback rollbacks revert undo".split())
UP_FOLDERS = frozenset("up deploy".split())
DOWN_ENDS = (".down", ".rollback", ".undo", ".revert")
DOWN_STARTS = ("rollback", "undo_", "revert_")
BEFORE_VERSION = re.compile(r"[A-Za-z_.-]*[_.-](?=v?[0-9])")
UPDATES = MIGRATION_WORDS | {"update", "updates", "upgrade", "upgrades", "patch", "delta", "change", "changes"}
UP_DOWN = (("_down", "_up"), ("-down", "-up"))  # down only where the other half is there: `slow_down.sql` is no undo

# Beside numbered files, these are the outcome or the data, not a step.
NOT_STEPS = frozenset("schema structure dump latest seed seeds".split())

SNAPSHOTS = frozenset({"schema", "structure"})  # where there are no migrations, these say what there is


def natural(text: str) -> list[tuple[int, int, str]]:
    """A sort key in which `10` comes after `9`, and letters are of one size."""
    return [
        (0, int(part), "") if part.isascii() and part.isdigit() else (1, 0, part.casefold())
        for part in DIGITS.split(text)
        if part
    ]


def is_versioned(name: str) -> bool:
    """Whether a name begins with a number or `v` and a number."""
    return bool(leading_digits(name.removeprefix("v").removeprefix("V")))


def is_migration_folder(folder: Folder) -> bool:
    """Whether the folder's own name says that it holds migrations."""
    return not MIGRATION_WORDS.isdisjoint(words_of(folder.name))


def series(names: Sequence[str]) -> str:
    """What the names of some files begin with, if that says what they are and versions follow: `zm_update-1.35.2`."""
    starts = Counter(found[0] for name in names if (found := BEFORE_VERSION.match(name)) is not None)
    start, count = starts.most_common(1)[0] if starts else ("", 0)
    return start if count > 2 and not UPDATES.isdisjoint(words_of(start)) else ""


def is_set(folder: Folder, tree: Tree) -> bool:
    """Whether this looks like migrations without anyone having said so."""
    versions = sum(1 for child in tree.children(folder) if is_versioned(child.name) and child.sql)
    if is_migration_folder(folder):
        return versions > 0 or any(name[:-4].lower() not in NOT_STEPS for name in folder.sql)
    inside = versions > 1 or bool(folder.sql and engine_in(folder.name))  # migrations/v1/ and v2/, or postgres/
    if inside and any(is_migration_folder(above) for above in tree.upward(folder)):
        return True
    numbered = sum(is_versioned(name) for name in folder.sql)
    return (numbered > 1 and numbered * 2 > len(folder.sql)) or bool(series(folder.sql))


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """Every .sql file of the folder, and of its sub-folders when they look like versions of it."""
    found = Plan(steps=[])
    _collect(folder, folder, tree, found, "down" if folder.name.lower() in DOWN_FOLDERS else "up")
    found.steps.sort(key=lambda step: [natural(part) for part in step.path[len(folder.path) + 1 :].split("/")])
    return found if found.steps else None


def by_engine(folder: Folder, tree: Tree) -> Iterator[Plan]:
    """Histories of versions with a folder for each database, one an engine: `upgrade/3.1.0_schema/mysql/ddl.sql`."""
    if not any(map(is_migration_folder, tree.upward(folder))):
        return
    found: dict[str, list[Folder]] = {}
    for version in sorted(tree.children(folder), key=lambda child: natural(child.name)):
        for child in tree.children(version) if is_versioned(version.name) and not version.sql else ():
            if child.sql and child.name.lower() in ENGINES:
                found.setdefault(ENGINES[child.name.lower()], []).append(child)
    for engine, parts in found.items():
        paths = [part.file(name) for part in parts for name in sorted(part.sql, key=natural)]
        steps = [Step(path=path, id=path[len(folder.path) + 1 : -4], wrapper="none") for path in paths]
        if len(parts) > 1:
            yield Plan(steps=steps, engine=engine)


def snapshots(folder: Folder, tree: Tree) -> Iterator[Plan]:
    """Whole schemas in one file, one an engine: `schema.sql`, `mysql-schema.sql`, `mysql.sql` beside `postgresql.sql`.

    Rails and others write them after they have run migrations that are not SQL.
    """
    whose = {name for name in folder.sql if ENGINES.keys() >= set(words_of(name[:-4]))}
    names = [name for name in sorted(folder.sql) if is_snapshot(name) or (name in whose and len(whose) > 1)]
    by_engine = {engine_in(name): name for name in names}
    for engine, name in by_engine.items():
        remark = Remark(tree.shown(folder, name), "is a whole schema: judged as if it was made at once", "info")
        step = Step(path=folder.file(name), id=name[:-4], wrapper="none")
        yield Plan(steps=[step], remarks=[remark], engine=engine)


def is_snapshot(name: str) -> bool:
    """Whether a file's name says that it is a schema, and at most whose."""
    words = set(words_of(name[:-4]))
    return not SNAPSHOTS.isdisjoint(words) and words <= SNAPSHOTS | ENGINES.keys()


def _collect(top: Folder, folder: Folder, tree: Tree, found: Plan, direction: Direction) -> None:
    names = set(folder.sql)
    deeper = [child for child in tree.children(folder) if _belongs(child)]
    has_numbers = any(is_versioned(name) for name in names) or any(is_versioned(child.name) for child in deeper)
    start = "" if has_numbers or is_migration_folder(folder) else series(folder.sql)
    for name in folder.sql:
        stem = name[:-4]
        if (has_numbers and stem.lower() in NOT_STEPS) or not name.startswith(start):
            remark = Remark(tree.shown(folder, name), "is left out: beside numbered files it is no migration", "info")
            found.remarks.append(remark)
            continue
        path = folder.file(name)
        half = direction if direction == "down" or not _is_down(stem, names) else "down"
        found.steps.append(Step(path=path, id=path[len(top.path) + 1 : -4], direction=half, wrapper="none"))
    for child in deeper:
        down = direction == "down" or child.name.lower() in DOWN_FOLDERS
        _collect(top, child, tree, found, "down" if down else "up")


def left_out(folder: Folder, tree: Tree, taken: Container[str]) -> Iterator[Remark]:
    """What is said of the sub-folders of a history of which nothing is read; `taken` are the folders that are.

    Aloud where a file has a number, as the history's own have: it may be a step that someone runs. A database's folder
    is another history, and seeds are none.
    """
    for child in tree.children(folder):
        if child.path not in taken and child.sql and not engine_in(child.name):
            steps = [name for name in child.sql if is_versioned(name)] if child.name.lower() not in NOT_STEPS else []
            what = f"{steps[0]} is" if len(child.sql) == 1 and steps else "its SQL files are"
            message = f"is left out: nothing says that {what} part of the history; name it to check it alone"
            yield Remark(tree.shown(child), message, "warning" if steps else "info")
        elif not engine_in(child.name):
            yield from left_out(child, tree, taken)


def is_part(name: str) -> bool:
    """Whether a folder of this name is a part of the set around it: a version, or one direction."""
    return is_versioned(name) or name.lower() in DOWN_FOLDERS | UP_FOLDERS


def _belongs(folder: Folder) -> bool:
    return is_part(folder.name) or is_migration_folder(folder)


def _is_down(stem: str, names: set[str]) -> bool:
    folded = stem.lower()
    if folded.endswith(DOWN_ENDS) or folded.startswith(DOWN_STARTS):
        return True
    for down, up in UP_DOWN:
        if folded.endswith(down):
            base = stem[: -len(down)]
            return f"{base}{up}.sql" in names or f"{base}.sql" in names
    return False
