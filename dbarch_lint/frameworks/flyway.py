"""Flyway: `V<version>__<description>.sql` in a folder and all below it, by version number part by part.

`R__` files run after the versioned ones, by description; `U` files undo; the newest `B` file stands for all versions
up to its own on a new database. A transaction a file, unless its settings say otherwise or all its statements are of
the kinds that Flyway knows cannot be in one.
"""

from __future__ import annotations

from typing import NamedTuple

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, migration, repeated_versions
from dbarch_lint.frameworks.flyway_locations import Together, together
from dbarch_lint.frameworks.flyway_settings import Settings, settings_of
from dbarch_lint.frameworks.settings import UnusableError, properties
from dbarch_lint.frameworks.tree import Folder, Tree, engine_in
from dbarch_lint.frameworks.words import begins, openings
from dbarch_lint.migrations import Migration
from dbarch_lint.source import Source

RUN = "flyway"  # the one transaction, with group=true

# The statements that make Flyway leave out the transaction.
ALONE = (
    ("CREATE|DROP", "DATABASE|TABLESPACE|SUBSCRIPTION"),
    ("CREATE|DROP", "INDEX", "CONCURRENTLY"),
    ("CREATE|DROP", "UNIQUE", "INDEX", "CONCURRENTLY"),
    ("REINDEX", "SCHEMA|DATABASE|SYSTEM"),
    ("REINDEX", "VERBOSE", "SCHEMA|DATABASE|SYSTEM"),
    ("ALTER", "SYSTEM"),
    ("DISCARD", "ALL"),
    ("VACUUM",),
)
# One word of each, so that most files are not looked at twice.
TELLTALE = (b"CONCURRENTLY", b"DATABASE", b"TABLESPACE", b"SUBSCRIPTION", b"SCHEMA", b"SYSTEM", b"DISCARD", b"VACUUM")
# Files named after these moments run around the migrations; they are not migrations.
CALLBACKS = ("before", "after", "createSchema")
LOOKED_AT = 1 << 20  # bytes; a longer file is a load of data


class Named(NamedTuple):
    """A file name taken apart. `kind` is the name of the setting that holds its prefix."""

    kind: str
    version: tuple[int, ...]
    description: str


class Found(NamedTuple):
    """A file that Flyway takes."""

    name: Named
    folder: Folder
    file: str


def version_parts(text: str) -> tuple[int, ...] | None:
    """`1.2`, `1_2` and `1.2.0` are the same version; None when it is no version."""
    parts = text.replace("_", ".").split(".")
    if not all(part.isascii() and part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def taken_apart(name: str, settings: Settings) -> Named | None:
    """A file name as Flyway reads it, or None when it is not one of its migrations."""
    folded = name.lower()
    suffix = next((suffix for suffix in settings.suffixes if folded.endswith(suffix.lower())), None)
    if suffix is None:
        return None
    stem = name[: len(name) - len(suffix)]
    kinds = sorted(("prefix", "undo", "baseline", "repeatable"), key=lambda kind: -len(getattr(settings, kind)))
    kind = next((kind for kind in kinds if stem.startswith(getattr(settings, kind))), None)
    if kind is None:
        return None
    version, separator, description = stem[len(getattr(settings, kind)) :].partition(settings.separator)
    if kind == "repeatable":
        return Named(kind, (), description) if separator and not version else None
    parts = version_parts(version)
    return None if parts is None else Named(kind, parts, description)


def located(folder: Folder, settings: Settings) -> list[Found]:
    """The migrations right in one folder."""
    others = [name for name in folder.others if not name.endswith(".conf")] if settings.suffixes != (".sql",) else []
    names = sorted([*folder.sql, *others])
    return [Found(named, folder, name) for name in names if (named := taken_apart(name, settings))]


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """All migrations in the folder and below it, or in the folders that are read together with it."""
    remarks: list[Remark] = []
    settings = settings_of(folder, tree, remarks)
    groups = [group for group in together(folder, tree, settings) if not _clash(group, settings)]
    mine = next((group for group in groups if group.home is folder), None)
    if mine is None and any(group.holds(folder) for group in groups):
        return None
    inside = _read_together(mine, tree) if mine else [folder, *_same_location(folder, tree)]
    found = [each for place in inside for each in located(place, settings)]
    if all(each.name.kind == "undo" for each in found):
        return None
    kinds: dict[str, list[Found]] = {"prefix": [], "undo": [], "baseline": [], "repeatable": []}
    for each in found:
        kinds[each.name.kind].append(each)
    for kind in ("prefix", "undo", "baseline"):
        kinds[kind].sort(key=lambda each: each.name.version)
        twice = repeated_versions(
            ((each.name.version, tree.shown(each.folder, each.file)) for each in kinds[kind]), "Flyway"
        )
        if twice and not mine and not located(folder, settings):
            return None  # several locations side by side: each sub-folder is one
        remarks += twice
    kinds["repeatable"].sort(key=lambda each: (each.name.description, each.file))
    versioned = _after_baseline(kinds["prefix"], kinds["baseline"], tree, remarks)
    remarks += _left(inside, found, tree)
    around = mine.inside if mine else folder.path
    steps = [_step(each, around, tree, settings, remarks) for each in versioned + kinds["repeatable"] + kinds["undo"]]
    unread = [place.path for top in (mine.unread if mine else ()) for place in (top, *tree.below(top)) if place.sql]
    message = f"is not run: {settings.file} does not name it among Flyway's locations"
    remarks += [Remark(tree.shown(place), message, "info") for place in unread]
    engine = settings.engine or (next(filter(None, (engine_in(m.name) for m in mine.members)), None) if mine else None)
    return Plan(steps=steps, remarks=remarks, engine=engine, unread=unread)


def _read_together(group: Together, tree: Tree) -> list[Folder]:
    """The folders of a group with all below them."""
    return [place for member in group.members for place in (member, *tree.below(member))]


def _clash(group: Together, settings: Settings) -> bool:
    """Whether two folders of a group that nobody named have a version in common: then they are no group."""
    versions = [{each.name.version for each in located(member, settings)} - {()} for member in group.members]
    return not settings.locations and sum(map(len, versions)) > len(set().union(*versions))


def _same_location(folder: Folder, tree: Tree) -> list[Folder]:
    """The folders below; one named after an engine is a location of its own."""
    places: list[Folder] = []
    for child in tree.children(folder):
        if not engine_in(child.name):
            places += [child, *_same_location(child, tree)]
    return places


def _after_baseline(versioned: list[Found], baselines: list[Found], tree: Tree, remarks: list[Remark]) -> list[Found]:
    """What runs on a new database: the newest baseline and the versions after it, or simply all versions."""
    if not baselines:
        return versioned
    newest = baselines[-1]
    after = [each for each in versioned if each.name.version > newest.name.version]
    shown = tree.shown(newest.folder, newest.file)
    replaced = [each for each in versioned + baselines[:-1] if each not in after]
    remarks += [
        Remark(tree.shown(each.folder, each.file), f"is not replayed: {shown} stands for it on a new database", "info")
        for each in replaced
    ]
    return [newest, *after]


def _left(inside: list[Folder], found: list[Found], tree: Tree) -> list[Remark]:
    taken = {(each.folder.path, each.file) for each in found}
    return [
        Remark(
            tree.shown(place, name),
            "is a callback, not a migration: it is not replayed"
            if name.startswith(CALLBACKS)
            else "is not run: its name is not V<version>__<description>.sql",
            "info",
        )
        for place in inside
        for name in place.sql
        if (place.path, name) not in taken
    ]


def _step(each: Found, around: str, tree: Tree, settings: Settings, remarks: list[Remark]) -> Step:
    path = each.folder.file(each.file)
    transaction: bool | None = None
    if f"{each.file}.conf" in each.folder.others:
        try:
            said = properties(f"{path}.conf").get("executeInTransaction", "")
            transaction = said.lower() == "true" if said else None
        except UnusableError as error:
            remarks.append(
                Remark(tree.shown(each.folder, f"{each.file}.conf"), f"{error}; Flyway's defaults are used", "error")
            )
    hints = {"mixed"} if settings.mixed else set()
    if transaction is None:  # the file itself says nothing: Flyway looks at its statements
        transaction = settings.transaction
        hints.add("look")
    return Step(
        path=path,
        id=path[len(around) + 1 :].rpartition(".")[0],
        direction="down" if each.name.kind == "undo" else "up",
        wrapper="explicit" if transaction else "none",
        run=RUN if settings.group and each.name.kind != "undo" else "",
        repeatable=each.name.kind == "repeatable",
        hints=frozenset(hints),
        placeholders=settings.placeholders,
        schema=settings.schema,
        unlocked=settings.unlocked,
    )


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """The whole file; its statements may say that it runs without a transaction."""
    source.delimiter_above = True
    if step.wrapper == "none" or "look" not in step.hints:
        return [migration(step, source)]
    data = source.data[:LOOKED_AT]
    capitals = data.upper()
    if not any(word in capitals for word in TELLTALE):
        return [migration(step, source)]
    kinds = (begins(words, ALONE) for words in openings(data))
    if "mixed" in step.hints:
        return [migration(step, source, wrapper="none" if any(kinds) else None)]
    if not next(kinds, False):
        return [migration(step, source)]
    if all(kinds):
        return [migration(step, source, wrapper="none")]
    message = (
        "mixes statements that need a transaction with some that cannot be in one; Flyway refuses it:"
        " move the latter to a file of their own"
    )
    project.remark(source.path, message)
    return [migration(step, source)]
