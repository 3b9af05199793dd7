"""Migrations as a commit has them, beside those of today: which are new, edited, renamed or gone."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from dbarch_lint.git import Repository
from dbarch_lint.source import Source

TRIVIAL = 24  # bytes, such as `SELECT 1;` or a comment
GLOB = frozenset("*?[")


class Comparison(msgspec.Struct, frozen=True):
    """What became of the SQL files of a commit. Paths are as findings show them."""

    name: str  # of the commit, for messages
    added: frozenset[str]
    edited: Mapping[str, Source]  # by path: the text that it had
    renamed: Mapping[str, str]  # by path: the one that it had
    gone: frozenset[str]
    unknown: frozenset[str]  # other than they were, and this clone lacks what they were
    revision: Revision

    @property
    def changed(self) -> frozenset[str]:
        """The files with a text that the commit does not have."""
        return self.added | self.edited.keys() | self.unknown


class Revision:
    """The SQL files of one commit."""

    def __init__(self, repository: Repository, commit: str, name: str) -> None:
        self.name = name
        self._repository = repository
        self._ids = repository.sql_files(commit)

    @classmethod
    def since(cls, ref: str, root: Path) -> Revision:
        """The commit at which this branch left `ref`. Raises UsageError."""
        repository = Repository(root, "--since")
        return cls(repository, repository.merge_base(ref), ref)

    @classmethod
    def released(cls, release: str, root: Path) -> Revision:
        """What production has seen: a ref, or the tag with the highest version that matches a pattern.

        Raises UsageError.
        """
        repository = Repository(root, "released")
        ref = release if GLOB.isdisjoint(release) else repository.newest_tag(release)
        return cls(repository, repository.commit(ref), ref.removeprefix("refs/tags/"))

    def compare(self, sources: Iterable[Source], root: Path) -> Comparison:
        """The commit beside the files of today."""
        today = {source.path: source for source in sources}
        suspects = {path: s for path, s in today.items() if path in self._ids and self._blob_id(s) != self._ids[path]}
        before = self.texts(suspects)
        edited = {path: old for path, old in before.items() if plain(old) != plain(suspects[path])}
        missing = {p: each for p, each in self._ids.items() if p not in today and not os.path.lexists(root / p)}
        strangers = {path: self._blob_id(source) for path, source in today.items() if path not in self._ids}
        trivial = {each for path, each in strangers.items() if len(today[path].data.strip()) <= TRIVIAL}
        renamed = paired(strangers, missing, trivial)
        return Comparison(
            name=self.name,
            added=frozenset(strangers.keys() - renamed.keys()),
            edited=edited,
            renamed=renamed,
            gone=frozenset(missing.keys() - set(renamed.values())),
            unknown=frozenset(suspects.keys() - before.keys()),
            revision=self,
        )

    def texts(self, paths: Iterable[str]) -> dict[str, Source]:
        """The files of these paths, as far as this clone has their content."""
        wanted = {path: self._ids[path] for path in paths}
        contents = self._repository.contents(wanted.values())
        return {path: Source.from_bytes(path, contents[each]) for path, each in wanted.items() if each in contents}

    @cached_property
    def _hash(self) -> str:
        return "sha1" if all(len(each) == 40 for each in self._ids.values()) else "sha256"

    def _blob_id(self, source: Source) -> str:
        import hashlib

        found = hashlib.new(self._hash, b"blob %d\0" % len(source.data), usedforsecurity=False)
        found.update(source.data)
        return found.hexdigest()


def paired(strangers: Mapping[str, str], missing: Mapping[str, str], trivial: Collection[str]) -> dict[str, str]:
    """New paths with the missing one of the same content: of the same file name, or else the only one of that content.

    All map paths to contents.  Files that say next to nothing are often alike, and are not taken for renamed ones.
    """
    free: dict[str, list[str]] = {}
    for path, content in missing.items():
        free.setdefault(content, []).append(path)
    alike = Counter(strangers.values())
    found: dict[str, str] = {}
    for path, content in strangers.items():
        name = path.rpartition("/")[2]
        old = next((old for old in free.get(content, ()) if old.rpartition("/")[2] == name), None)
        if old is not None:
            found[path] = old
            free[content].remove(old)
            alike[content] -= 1
    for path, content in strangers.items():
        alone = alike[content] == 1 and len(free.get(content, ())) == 1
        if path not in found and alone and content not in trivial:
            found[path] = free[content].pop()
    return found


def plain(source: Source) -> bytes:
    """The text whatever the line ends, which git may change on the way to a working tree."""
    return source.data.replace(b"\r\n", b"\n")
