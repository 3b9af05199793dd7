"""Liquibase: SQL files in the order in which the changelogs name them, or by path where no changelog is there.

A file that begins with `--liquibase formatted sql` is cut into changesets, each in a transaction of its own unless it
says `runInTransaction:false`; any other is one changeset. Changes in XML, YAML and JSON are named, not read.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from dbarch_lint.frameworks.base import Plan, Project, Remark, Step, migration
from dbarch_lint.frameworks.detect import CHANGELOGS, is_changelog
from dbarch_lint.frameworks.settings import UnusableError, json, text, yaml
from dbarch_lint.frameworks.tree import ENGINES, RESOURCES, Folder, Tree
from dbarch_lint.migrations import Migration, Wrapper
from dbarch_lint.source import Source

MASTERS = ("master", "root")
OURS = {"postgres", "mysql", "mariadb"}
DEEPEST = 20  # changelogs that include each other

POINTERS = frozenset({"include", "includeAll", "sqlFile"})
XML_POINTER = re.compile(r"""<(include|includeAll|sqlFile)\b[^>]*?\b(?:file|path)\s*=\s*["']([^"']+)""")
XML_SKIPPED = re.compile(r"<!--.*?-->|<rollback\b.*?</rollback>", re.DOTALL)
XML_CHANGE = re.compile(
    r"<(?:create|drop|add|rename|modify|alter|insert|update|delete|sql|load|merge|set)\w*\b(?<!<sqlFile)"
)
CHANGE = re.compile(r"(?:create|drop|add|rename|modify|alter|insert|update|delete|sql|load|merge|set)\w*(?<!sqlFile)")

HEADER = re.compile(rb"\s*--\s*liquibase\s+formatted\s+sql", re.IGNORECASE)
CHANGESET = re.compile(
    rb"""^[ \t]*--[ \t]*changeset[ \t]+("[^"\n]+"|[^:\n]+):[ \t]*("[^"\n]+"|\S+)([^\n]*)$""",
    re.IGNORECASE | re.MULTILINE,
)
BLANKS = re.compile(r"\\[nrst][*+?]?")  # a delimiter is a regular expression; of another's, only the plain words count
ATTRIBUTE = re.compile(r"""(\w+):("[^"]*"|\S+)""")
PROPERTY = re.compile(rb"^[ \t]*--[ \t]*property[ \t]+([^\n]*)$", re.IGNORECASE | re.MULTILINE)


class Changeset(NamedTuple):
    """A changeset of a formatted file: who and what it is, where its SQL begins and ends, and what is said of it."""

    id: str
    start: int
    end: int
    said: dict[str, str]

    def is_set(self, attribute: str) -> bool:
        return self.said.get(attribute.lower(), "").lower() == "true"

    def runs_on(self, engine: str | None) -> bool:
        """Whether `dbms` allows the engine; one that nobody knows is one of ours."""
        named = [name.strip().lower() for name in self.said.get("dbms", "").split(",") if name.strip()]
        refused = {ENGINES.get(name[1:], name[1:]) for name in named if name.startswith("!")}
        wanted = {ENGINES.get(name, name) for name in named if not name.startswith("!")}
        known = OURS if engine is None else {engine}
        return not known <= refused and (not wanted or "all" in wanted or not known.isdisjoint(wanted))


def plan(folder: Folder, tree: Tree) -> Plan | None:
    """The files that the nearest changelog names, as far as they lie in or below the folder; else all of them."""
    found = Plan(steps=[])
    master = _master(folder, tree)
    if master:
        paths = [
            path for path in dict.fromkeys(_named(master, folder, tree, found, [])) if path in _listed(folder, tree)
        ]
    else:
        paths = sorted(_listed(folder, tree))
    found.steps = [Step(path=path, id=path[len(folder.path) + 1 : -4]) for path in paths]
    return found if found.steps else None


def _listed(folder: Folder, tree: Tree) -> set[str]:
    return {place.file(name) for place in (folder, *tree.below(folder)) for name in place.sql}


def _master(folder: Folder, tree: Tree) -> str:
    """The changelog in the folder or nearest above it; the one that is called master, if there are several."""
    for here in tree.upward(folder):
        names = sorted(filter(is_changelog, here.others), key=lambda name: (not any(m in name for m in MASTERS), name))
        if names:
            return here.file(names[0])
    return ""


class Changelog(NamedTuple):
    """What a changelog points to, in order, and whether it holds changes of its own."""

    pointers: list[tuple[str, str]]
    changes: bool


def changelog(path: str) -> Changelog:
    """A changelog in XML, YAML or JSON; what is for rollbacks is left out. Raises UnusableError."""
    if path.lower().endswith(".xml"):
        words = XML_SKIPPED.sub("", text(path))
        return Changelog(XML_POINTER.findall(words), bool(XML_CHANGE.search(words)))
    found = Changelog([], changes=False)
    waiting: list[object] = [json(path) if path.lower().endswith(".json") else yaml(path)]
    seen: set[int] = set()  # a few lines of YAML can stand for billions of values, or for endless ones
    while waiting:
        value = waiting.pop()
        if id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, list):
            waiting += reversed(value)
        for key, inner in value.items() if isinstance(value, dict) else ():
            said = (inner.get("file") or inner.get("path")) if isinstance(inner, dict) else None
            if key in POINTERS and isinstance(said, str):
                found.pointers.append((key, said))
            elif isinstance(inner, dict | list) and key != "rollback":
                waiting.append(inner)
            if isinstance(key, str) and isinstance(inner, dict) and CHANGE.fullmatch(key):
                found = found._replace(changes=True)
    return found


def _named(path: str, folder: Folder, tree: Tree, found: Plan, around: list[str]) -> Iterator[str]:
    """The SQL files that a changelog names, and those of the changelogs that it includes, in order."""
    if path in around or len(around) == DEEPEST:
        return
    try:
        said = changelog(path)
    except UnusableError as error:
        found.remarks.append(Remark(tree.shown(path), str(error), "error"))
        return
    if said.changes:
        message = "holds changes that are not in SQL files: they are not read, so what they change is unknown"
        found.remarks.append(Remark(tree.shown(path), message))
    for kind, value in said.pointers:
        place = _resolved(value, path, folder, tree)
        included = tree.folders.get(place) if place else None
        every = sorted(_below(included, tree)) if included and kind == "includeAll" else [place]
        for each in filter(None, every):
            if each.lower().endswith(CHANGELOGS):
                yield from _named(each, folder, tree, found, [*around, path])
            elif each.lower().endswith(".sql"):
                yield each


def _below(folder: Folder, tree: Tree) -> Iterator[str]:
    """What `includeAll` takes."""
    for place in (folder, *tree.below(folder)):
        yield from (
            place.file(name) for name in (*place.sql, *place.others) if name.lower().endswith((".sql", *CHANGELOGS))
        )


def _resolved(value: str, path: str, folder: Folder, tree: Tree) -> str | None:
    """The listed file or folder that a changelog means: beside it, or below one of the folders above."""
    name = value.removeprefix("classpath:").strip("/")
    bases = [path.rpartition("/")[0]]
    bases += [here.file(root) for here in tree.upward(folder) for root in RESOURCES]
    for base in bases:
        meant = posixpath.normpath(f"{base}/{name}")
        place, _, file = meant.rpartition("/")
        listed = tree.folders.get(place)
        if meant in tree.folders or (listed and (file in listed.sql or file in listed.others)):
            return meant
    return None


def changesets(data: bytes) -> Iterator[Changeset]:
    """The changesets of a formatted file, in its order."""
    marks = list(CHANGESET.finditer(data))
    ends = [mark.start() for mark in marks[1:]] + [len(data)]
    for mark, end in zip(marks, ends, strict=True):
        author, name, rest = (part.decode("utf-8", "replace").strip().strip('"') for part in mark.groups())
        said = {key.lower(): value.strip('"') for key, value in ATTRIBUTE.findall(rest)}
        yield Changeset(f"{author}:{name}", mark.end(), end, said)


def read(step: Step, source: Source, project: Project) -> list[Migration]:
    """One migration a changeset; without the first line of formatted SQL, the whole file is one."""
    data = source.data
    if not HEADER.match(data):
        return [migration(step, source)]
    for line in PROPERTY.findall(data):
        said = dict(ATTRIBUTE.findall(line.decode("utf-8", "replace")))
        if "name" in said and "value" in said:
            source.placeholders.setdefault(f"${{{said['name']}}}".encode(), said["value"].strip('"').encode())
    return [
        migration(
            step,
            source,
            wrapper=_wrapper(changeset),
            ranges=tuple(_pieces(data, changeset)),
            suffix=f"::{changeset.id}",
            repeatable=changeset.is_set("runOnChange") or changeset.is_set("runAlways"),
        )
        for changeset in changesets(data)
        if changeset.runs_on(project.engine) and not changeset.is_set("ignore")
    ]


def _wrapper(changeset: Changeset) -> Wrapper:
    if changeset.said.get("runintransaction", "").lower() != "false":
        return "explicit"
    return "implicit" if changeset.said.get("splitstatements", "").lower() == "false" else "none"


def _pieces(data: bytes, changeset: Changeset) -> Iterator[tuple[int, int]]:
    """The stretches of SQL between the words that end a statement, where these are not semicolons."""
    word = BLANKS.sub("", changeset.said.get("enddelimiter", ";").split("|")[0]).encode()
    at = changeset.start
    if word and word != b";":
        for found in re.finditer(re.escape(word) + rb"[ \t\r]*$", data[: changeset.end], re.MULTILINE):
            if found.start() >= at:
                yield at, found.start()
                at = found.end()
    if at < changeset.end:
        yield at, changeset.end
