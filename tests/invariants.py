"""What holds of every catalog, whatever the history was: each link leads to something that says the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from dbarch_lint.catalog import Catalog, called, owners, parents, targets, user_types
from dbarch_lint.names import Name
from dbarch_lint.objects import IndexEntry, Sequence, Table, View

Key = TypeVar("Key")


def broken(catalog: Catalog) -> list[str]:
    """The invariants that do not hold, a line each."""
    return [*_names(catalog), *_indexes(catalog), *_links(catalog)]


def _names(catalog: Catalog) -> Iterator[str]:
    for group in (catalog.relations, catalog.types):
        for name, found in group.items():
            if found.name != name:
                yield f"{name.full} holds an object that is called {found.name.full}"
    for name, overloads in catalog.functions.items():
        if not overloads or any(f.name != name for f in overloads):
            yield f"the functions of {name.full} have other names, or there are none"
        if len({f.arguments for f in overloads}) != len(overloads):
            yield f"two functions {name.full} have the same arguments"


def _indexes(catalog: Catalog) -> Iterator[str]:
    for name, found in catalog.relations.items():
        if isinstance(found, IndexEntry):
            owner = catalog.relations.get(found.table)
            if not isinstance(owner, Table | View) or name.name not in index_names(owner):
                yield f"the index {name.full} is not one of {found.table.full}"


def index_names(owner: Table | View) -> list[str]:
    return list(owner.index_names) if isinstance(owner, Table) else [index.name for index in owner.indexes]


def _links(catalog: Catalog) -> Iterator[str]:
    users: dict[Name, set[Name]] = defaultdict(set)
    referencing: dict[Name, set[Name]] = defaultdict(set)
    children: dict[Name, set[Name]] = defaultdict(set)
    sequences: dict[Name, set[Name]] = defaultdict(set)
    typed: dict[Name, set[Name]] = defaultdict(set)
    calling: dict[Name, set[Name]] = defaultdict(set)
    for name, found in catalog.relations.items():
        _add(calling, called(found), name)
        if isinstance(found, View):
            _add(users, found.uses, name)
        elif isinstance(found, Sequence):
            _add(sequences, owners(found), name)
        elif isinstance(found, Table):
            _add(referencing, targets(found), name)
            _add(children, parents(found), name)
            _add(typed, user_types(found.columns), name)
    expected = {
        "users": users,
        "referencing": referencing,
        "children": children,
        "sequences_of": sequences,
        "typed": typed,
        "calling": calling,
    }
    for field, links in expected.items():
        kept = {name: set(names) for name, names in getattr(catalog, field).items()}
        if kept != links:
            wrong = sorted(n.full for n in kept.keys() | links.keys() if kept.get(n) != links.get(n))
            yield f"{field} is wrong for {', '.join(wrong)}"


def _add(links: dict[Name, set[Name]], keys: frozenset[Name], name: Name) -> None:
    for key in keys:
        links[key].add(name)


def impossible(catalog: Catalog) -> Iterator[str]:
    """What no server would have: a history that a server takes whole never leads there."""
    for name, found in catalog.relations.items():
        for index in index_names(found) if isinstance(found, Table | View) else ():
            if not isinstance(catalog.relations.get(name.sibling(index)), IndexEntry):
                yield f"the index {index} of {name.full} is not among the relations"
    for table in catalog.tables:
        columns = [column.name for column in table.columns]
        if len(set(columns)) != len(columns):
            yield f"{table.name.full} has a column twice"
        for key in table.keys:
            missing = set(key.columns) - set(columns)
            if missing:
                yield f"the key {key.name} of {table.name.full} names {', '.join(sorted(missing))}, which are not there"
