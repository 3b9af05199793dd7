"""Folders that Flyway reads together: `db/migration/common` and `db/migration/postgresql` are one history.

The settings name them (`locations`); where nobody does, a folder called common serves the engines beside it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from dbarch_lint.frameworks.flyway_settings import Settings
from dbarch_lint.frameworks.sql_files import is_migration_folder
from dbarch_lint.frameworks.tree import RESOURCES, Folder, Tree, engine_in

VENDOR = "{vendor}"
SHARED = frozenset("common shared generic all any".split())


class Together(NamedTuple):
    """Some folders that are one history, the folder by which it is known, and the folders beside that nobody reads."""

    home: Folder
    members: tuple[Folder, ...]
    unread: tuple[Folder, ...] = ()

    @property
    def inside(self) -> str:
        """The path around all of them."""
        return os.path.commonpath([member.path for member in self.members])

    def holds(self, folder: Folder) -> bool:
        """Whether the folder is read by it, left unread by it, or lies around its members and below its home."""
        places = [self.home, *self.members, *self.unread]
        return any(f"{folder.path}/".startswith(f"{place.path}/") for place in places) or folder.path == self.inside


def together(folder: Folder, tree: Tree, settings: Settings) -> list[Together]:
    """The histories of more than one folder that this one has to do with."""
    if not settings.locations:
        return list(_beside_common(folder, tree))
    named = [place for each in settings.locations if VENDOR not in each and (place := _find(each, folder, tree))]
    fixed = [place for place in named if not any(place.path.startswith(f"{other.path}/") for other in named)]
    parents = [
        place for each in settings.locations if VENDOR in each and (place := _find(each.split(VENDOR)[0], folder, tree))
    ]
    vendors = [child for parent in parents for child in tree.children(parent) if engine_in(child.name)]
    if vendors:
        return [Together(vendor, (*fixed, vendor)) for vendor in vendors]
    return [_named_ones(fixed, tree)] if len(fixed) > 1 else []


def _named_ones(places: list[Folder], tree: Tree) -> Together:
    """Locations that are all named: what lies beside them runs only where a profile of the settings says so."""
    around = tree.folders.get(os.path.commonpath([place.path for place in places]))
    engines = [place for place in places if engine_in(place.name)]
    home = engines[0] if len(engines) == 1 else places[0]
    if around is None or around in places:
        return Together(home, tuple(places))
    known = is_migration_folder(around) or around.name == "flyway"
    unread = [child for child in tree.children(around) if not _touches(child, places)]
    return Together(around if known else home, tuple(places), tuple(unread if known else ()))


def _touches(folder: Folder, places: list[Folder]) -> bool:
    return any(f"{place.path}/".startswith(f"{folder.path}/") for place in places)


def _find(location: str, folder: Folder, tree: Tree) -> Folder | None:
    """The listed folder that a location means, seen from this folder."""
    for here in tree.upward(folder):
        for root in RESOURCES:
            found = tree.folders.get(here.file(f"{root}{location.strip('/')}"))
            if found is not None:
                return found
    return None


def _beside_common(folder: Folder, tree: Tree) -> Iterator[Together]:
    parent = tree.parent(folder)
    around = [here for here in (folder, parent) if here is not None and here.path in tree.folders]
    for here in around:
        shared = [child for child in tree.children(here) if child.name.lower() in SHARED and child.sql]
        engines = [child for child in tree.children(here) if engine_in(child.name) and child.sql]
        if shared and engines:
            yield from (Together(engine, (*shared, engine)) for engine in engines)
