"""The replayed schema: immutable objects in persistent maps, so that a step costs the same however many there are.

**Open world.** An object that the catalog does not hold is *unknown*, not absent, unless `Catalog.complete`
says that the history starts from an empty database.  A table that was altered before it was seen is kept
as `partial`: what is known of it is true, what is not known is not denied.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

import msgspec

from dbarch_lint.datatypes import SYSTEM_SCHEMA
from dbarch_lint.maps import Map, insert, remove
from dbarch_lint.named import Named, Others, table_dropped, table_moved
from dbarch_lint.names import Name, Rename
from dbarch_lint.objects import (
    NO_NAMES,
    Column,
    Function,
    IndexEntry,
    Relation,
    Sequence,
    Table,
    UserType,
    View,
    replace,
)


class Ordered:
    """The relations of one catalog in the order of their names."""

    def __init__(self) -> None:
        self.relations: Map[Name, Relation] | None = None
        self.found: list[Relation] = []


IN_ORDER = Ordered()


class Catalog(msgspec.Struct, frozen=True, kw_only=True):
    """All objects after some point of the history, and the links that a step must follow without a search."""

    complete: bool = True
    assumed: Name | None = None  # what the operation at hand takes for granted, before it was seen: then not complete
    missed: frozenset[Name] = NO_NAMES  # what was needed before, and nobody made
    deployment: int = 0
    indexes_in_schema: bool = True  # index names are unique in a schema, as on PostgreSQL; else only in their table
    relations: Map[Name, Relation] = Map()
    types: Map[Name, UserType] = Map()
    functions: Map[Name, tuple[Function, ...]] = Map()
    schemas: Map[str, Named] = Map()
    extensions: Map[str, Named] = Map()
    others: Others = Map()  # publications, roles, servers, ...
    publications: frozenset[str] = frozenset()  # the names of those
    ruled: bool = False  # there may be rules among those
    watched: bool = False  # and event triggers
    users: Map[Name, frozenset[Name]] = Map()  # relation -> views that read it
    referencing: Map[Name, frozenset[Name]] = Map()  # table -> tables with a foreign key to it
    # checks, foreign keys and NOT NULL constraints with a name of their own -> tables that have one of that name
    constraints: Map[Name, frozenset[Name]] = Map()
    children: Map[Name, frozenset[Name]] = Map()  # table -> partitions and inheritance children
    sequences_of: Map[Name, frozenset[Name]] = Map()  # table -> sequences that it owns
    drawing: Map[Name, frozenset[Name]] = Map()  # sequence or type -> tables with a default that needs it
    typed: Map[Name, frozenset[Name]] = Map()  # user type -> tables with a column of it
    policed: Map[Name, frozenset[Name]] = Map()  # relation -> tables with a policy that reads it
    passing: frozenset[Name] = NO_NAMES  # temporary tables that go when the transaction ends
    calling: Map[Name, frozenset[Name]] = Map()  # function -> tables and views with a trigger that calls it
    # What went with something that was dropped: partitions, and what CASCADE took
    taken_along: frozenset[Name] = NO_NAMES
    # Enums made in the transaction that is open (with ""), and values added in it.
    uncommitted: frozenset[tuple[Name, str]] = frozenset()

    # --- look-up

    def table(self, name: Name) -> Table | None:
        """The table of this name, or None."""
        found = self.relations.get(name)
        return found if type(found) is Table else None

    def view(self, name: Name) -> View | None:
        """The view of this name, or None."""
        found = self.relations.get(name)
        return found if type(found) is View else None

    def shows(self, name: Name) -> bool:
        """Whether all of the relation is known: it was seen created."""
        found = self.relations.get(name)
        return found is not None and not (type(found) is Table and found.partial)

    @property
    def tables(self) -> Iterator[Table]:
        """Every table that was seen created, by name."""
        return (t for t in self._sorted() if type(t) is Table and not t.partial)

    @property
    def views(self) -> Iterator[View]:
        return (v for v in self._sorted() if type(v) is View)

    def _sorted(self) -> list[Relation]:
        """The relations by name. The order of the last catalog that was asked is kept: all rules ask the same one."""
        if IN_ORDER.relations is not self.relations:
            IN_ORDER.relations = self.relations
            IN_ORDER.found = sorted(self.relations.values(), key=lambda r: (r.name.schema, r.name.name))
        return IN_ORDER.found

    def index_name(self, table: Name, index: str) -> Name:
        """The name under which an index of a table is kept."""
        return Name(table.schema if self.indexes_in_schema else table.full, index)

    def index_table(self, index: Name) -> Table | View | None:
        """The table that an index belongs to, or None."""
        entry = self.relations.get(index)
        if type(entry) is not IndexEntry:
            return None
        owner = self.relations.get(entry.table)
        return owner if isinstance(owner, Table | View) else None

    def is_empty(self, name: Name) -> bool:
        """Whether the table is known to hold no rows at this point of the deployment."""
        table = self.table(name)
        return table is not None and table.empty_in == self.deployment != 0

    def descendants(self, name: Name) -> list[Table]:
        """Partitions and inheritance children, all levels, parents first; each once, whatever the history claims."""
        if name not in self.children:  # most tables
            return []
        found: dict[Name, Table] = {}
        waiting = [name]
        while waiting:
            for child in sorted(self.children.get(waiting.pop(0), NO_NAMES)):
                table = self.table(child)
                if table is not None and child not in found and child != name:
                    found[child] = table
                    waiting.append(child)
        return list(found.values())

    # --- change

    def committed(self) -> Catalog:
        """After the end of a transaction."""
        if not self.uncommitted and not self.passing:
            return self
        return replace(self, uncommitted=frozenset(), passing=NO_NAMES)

    def put(self, relation: Relation) -> Catalog:
        """Add or replace a relation, and keep the links right."""
        name = relation.name
        old = self.relations.get(name)
        if old is not None and type(old) is not type(relation):
            return self.drop(name).put(relation)  # what was there must have gone: the newest statement is believed
        relations = insert(self.relations, name, relation)
        if type(relation) is Table:
            return self._put_table(old if type(old) is Table else None, relation, relations)
        changes: dict[str, Any] = {"relations": relations}
        if type(relation) is View:
            before = old.uses if type(old) is View else NO_NAMES
            changes["users"] = relink(self.users, name, before, relation.uses)
            if relation.triggers or (type(old) is View and old.triggers):
                changes["calling"] = relink(self.calling, name, called(old), called(relation))
            if relation.indexes or (type(old) is View and old.indexes):
                previous = {i.name for i in old.indexes} if type(old) is View else set[str]()
                after = {i.name for i in relation.indexes}
                changes["relations"] = reindex(relations, name, self.index_name(name, "").schema, previous, after)
        elif type(relation) is Sequence:
            before = owners(old) if type(old) is Sequence else NO_NAMES
            changes["sequences_of"] = relink(self.sequences_of, name, before, owners(relation))
        return replace(self, **changes)

    def _put_table(self, old: Table | None, new: Table, relations: Map[Name, Relation]) -> Catalog:
        changes: dict[str, Any] = {}
        name, blank = new.name, old or EMPTY
        keyed = (
            blank.uniques != new.uniques or blank.primary_key != new.primary_key or blank.exclusions != new.exclusions
        )
        if keyed or blank.indexes is not new.indexes:
            dropped, built = unlike(blank.indexes, new.indexes)
            had = set(blank.index_names) if keyed else {i.name for i in dropped}
            has = set(new.index_names) if keyed else {i.name for i in built}
            relations = reindex(relations, name, self.index_name(name, "").schema, had, has)
        changes["relations"] = relations
        keys_differ = blank.foreign_keys != new.foreign_keys
        if keys_differ:
            changes["referencing"] = relink(self.referencing, name, targets(blank), targets(new))
        same = blank.columns is new.columns
        gone, added = ((), ()) if same else unlike(blank.columns, new.columns)
        renamed = not same and (any_named(gone) or any_named(added))
        if renamed or keys_differ or blank.checks != new.checks:
            had, has = constraint_names(blank), constraint_names(new)
            lost, made = siblings(name, had - has), siblings(name, has - had)
            changes["constraints"] = relink(self.constraints, name, lost, made)
        if blank.inherits is not new.inherits or blank.partition_of != new.partition_of:
            changes["children"] = relink(self.children, name, parents(blank), parents(new))
        if blank.policies is not new.policies:
            changes["policed"] = relink(self.policed, name, policy_reads(blank), policy_reads(new))
        if blank.triggers is not new.triggers:
            changes["calling"] = relink(self.calling, name, called(blank), called(new))
        if not same and user_types(gone) != user_types(added):
            changes["typed"] = relink(self.typed, name, user_types(blank.columns), user_types(new.columns))
        if not same and needed_by_defaults(gone) != needed_by_defaults(added):
            before, after = needed_by_defaults(blank.columns), needed_by_defaults(new.columns)
            changes["drawing"] = relink(self.drawing, name, before, after)
        return replace(self, **changes)

    def alter(self, name: Name, change: Callable[[Table], Table], *, recurse: bool = False) -> Catalog:
        """Replace a table by `change(table)`; one not seen before becomes partial. `recurse`: its descendants too."""
        table = self.table(name)
        if table is None:
            if name in self.relations:
                return self
            return replace(self.put(change(Table(name=name, partial=True))), complete=False)
        catalog = self.put(change(table))
        if recurse:
            for child in self.descendants(name):
                catalog = catalog.put(change(child))
        return catalog

    def drop(self, name: Name) -> Catalog:
        """Take a relation out, with its indexes and owned sequences. Links to it go; dependents are the caller's."""
        old = self.relations.get(name)
        if old is None:
            return self
        catalog = self
        if type(old) is Table:
            for sequence in self.sequences_of.get(name, NO_NAMES):
                catalog = catalog.drop(sequence)
            catalog = catalog.put(Table(name=name))  # an empty table has no links left
        elif type(old) is View:
            catalog = catalog.put(View(name=name))
        elif type(old) is Sequence:
            catalog = catalog.put(Sequence(name=name)).redrawn_from(name, None)
        others = catalog.others if type(old) is Sequence else table_dropped(catalog.others, name)
        return replace(catalog, relations=remove(catalog.relations, name), others=others)

    def rename(self, old: Name, new: Name) -> Catalog:
        """Rename or move a relation; what points to it follows."""
        relation = self.relations.get(old)
        if relation is None or old == new:
            return self
        if new in self.relations:  # it must have gone in a way that the replay does not see
            return self.drop(new).rename(old, new)
        renamed = self._renamed(old, new)
        return replace(renamed, others=table_moved(renamed.others, old, new)) if self.others else renamed

    def _renamed(self, old: Name, new: Name) -> Catalog:
        relation = self.relations[old]
        readers, referrers = self.users.get(old, NO_NAMES), self.referencing.get(old, NO_NAMES)
        kids, owned = self.children.get(old, NO_NAMES), self.sequences_of.get(old, NO_NAMES)
        policed = self.policed.get(old, NO_NAMES)
        catalog = self._unlinked(old).put(replace(relation, name=new))
        if type(relation) is Sequence:
            catalog = catalog.redrawn_from(old, new)
        for reader in readers:
            view = catalog.view(reader)
            if view is not None:
                catalog = catalog.put(view.following(Rename(old, "", new)))
        for referrer in referrers | {new}:
            table = catalog.table(new if referrer == old else referrer)
            if table is not None and any(fk.target == old for fk in table.foreign_keys):
                keys = tuple(replace(fk, target=new) if fk.target == old else fk for fk in table.foreign_keys)
                catalog = catalog.put(replace(table, foreign_keys=keys))
        catalog = with_copies_renamed(with_parent_renamed(catalog, kids, old, new), old, new)
        for guarded in policed:
            catalog = catalog.with_policies(new if guarded == old else guarded, old, new)
        for sequence in owned:
            found = catalog.relations.get(sequence)
            if type(found) is Sequence:
                catalog = catalog.put(replace(found, owner=new))
                if old.schema != new.schema:
                    catalog = catalog.rename(sequence, Name(new.schema, sequence.name))
        return catalog

    def with_policies(self, table: Name, read: Name, new: Name | None) -> Catalog:
        """With policies of a table that know the new name of what they read; None: it is dropped, and takes them."""
        found = self.table(table)
        if found is None:
            return self
        kept = [p for p in found.policies if new is not None or read not in p.reads]
        moved = [replace(p, reads=tuple([new if new and r == read else r for r in p.reads])) for p in kept]
        return self.put(replace(found, policies=tuple(moved)))

    def redrawn_from(self, old: Name, new: Name | None) -> Catalog:
        """The defaults that draw from a sequence after it was renamed, or (None) dropped."""
        catalog = self
        for user in self.drawing.get(old, NO_NAMES):
            table = catalog.table(user)
            if table is not None:
                columns = tuple(redrawn(c, new) if c.draws_from == old else c for c in table.columns)
                catalog = catalog.put(replace(table, columns=columns))
        return catalog

    def _unlinked(self, name: Name) -> Catalog:
        """Without this relation and its own outgoing links (incoming links are the caller's)."""
        relation = self.relations[name]
        blank: Relation
        if type(relation) is Table:
            blank = Table(name=name)
        elif type(relation) is View:
            blank = View(name=name)
        elif type(relation) is Sequence:
            blank = Sequence(name=name)
        else:
            blank = relation
        catalog = self.put(blank)
        return replace(catalog, relations=remove(catalog.relations, name))


def with_parent_renamed(catalog: Catalog, kids: Iterable[Name], old: Name, new: Name) -> Catalog:
    """The catalog in which the partitions and children of a table point to its new name."""
    for kid in kids:
        table = catalog.table(kid)
        if table is not None:
            parent = new if table.partition_of == old else table.partition_of
            above = tuple(new if p == old else p for p in table.inherits)
            catalog = catalog.put(replace(table, partition_of=parent, inherits=above))
    return catalog


def wholes(catalog: Catalog, name: Name) -> list[Name]:
    """A table and those that it is a partition of, all levels: what points to them points to its rows too."""
    found: dict[Name, None] = {}
    above: Name | None = name
    while above is not None and above not in found:
        found[above] = None
        table = catalog.table(above)
        above = table.partition_of if table is not None else None
    return list(found)


def with_copies_renamed(catalog: Catalog, old: Name, new: Name) -> Catalog:
    """The catalog in which foreign keys to what a table is a partition of know its new name."""
    for whole in wholes(catalog, new)[1:]:
        for name in catalog.referencing.get(whole, NO_NAMES):
            table = catalog.table(name)
            if table is not None and any(f.copies for f in table.foreign_keys):
                keys = [
                    replace(f, copies=tuple([(new if p == old else p, copy) for p, copy in f.copies]))
                    for f in table.foreign_keys
                ]
                catalog = catalog.put(replace(table, foreign_keys=tuple(keys)))
    return catalog


NO_USER_SCHEMA = ("", SYSTEM_SCHEMA)  # of types that are not known, and of built-in ones
EMPTY = Table(name=Name("", ""))


def targets(table: Table) -> frozenset[Name]:
    """The tables that foreign keys of this one point to."""
    return frozenset([fk.target for fk in table.foreign_keys])


Part = TypeVar("Part")
Parts: TypeAlias = "tuple[Part, ...] | list[Part]"
Columns: TypeAlias = "Parts[Column]"


def unlike(old: Parts[Part], new: Parts[Part]) -> tuple[Parts[Part], Parts[Part]]:
    """What of the old columns, or indexes, is not among the new ones as it is, and the other way round."""
    kept = len(old)
    if old is new or new[:kept] == old:
        return (), new[kept:]
    before, after = set(map(id, old)), set(map(id, new))
    return [c for c in old if id(c) not in after], [c for c in new if id(c) not in before]


NOT_NULL_NAME = attrgetter("not_null_name")


def any_named(columns: Columns) -> bool:
    """Whether a NOT NULL of the columns has a name of its own."""
    return any(map(NOT_NULL_NAME, columns))


def constraint_names(table: Table) -> set[str]:
    """The names of the checks, foreign keys and named NOT NULL constraints of a table."""
    names = {c.name for c in table.checks}
    names.update([f.name for f in table.foreign_keys])
    names.update([name for f in table.foreign_keys if f.copies for _, name in f.copies])
    names.update([c.not_null_name for c in table.columns if c.not_null_name])
    return names


def siblings(table: Name, names: Iterable[str]) -> frozenset[Name]:
    """Names in the schema of a table."""
    return frozenset([Name(table.schema, name) for name in names])


def policy_reads(table: Table) -> frozenset[Name]:
    """What the policies of a table read beside it."""
    return frozenset([name for p in table.policies for name in p.reads if name != table.name])


def parents(table: Table) -> frozenset[Name]:
    """What a table inherits from, or is a partition of."""
    return frozenset((*table.inherits, table.partition_of) if table.partition_of else table.inherits)


def called(owner: Relation | None) -> frozenset[Name]:
    """The functions that the triggers of a relation call."""
    triggers = owner.triggers if type(owner) is Table or type(owner) is View else ()
    return frozenset([t.function for t in triggers]) if triggers else NO_NAMES


def owners(sequence: Sequence) -> frozenset[Name]:
    """The table that owns a sequence, as a set."""
    return frozenset([sequence.owner]) if sequence.owner else NO_NAMES


def user_types(columns: Columns) -> frozenset[Name]:
    """The user-defined types of columns."""
    types = [t for c in columns if (t := c.type).schema not in NO_USER_SCHEMA]
    return frozenset([Name(t.schema, t.name) for t in types]) if types else NO_NAMES


def needed_by_defaults(columns: Columns) -> frozenset[Name]:
    """The sequences and types that the defaults of columns need."""
    needed = [c.draws_from for c in columns if c.draws_from is not None]
    needed += [c.default_type for c in columns if c.default_type is not None]
    return frozenset(needed) if needed else NO_NAMES


def redrawn(column: Column, sequence: Name | None) -> Column:
    """A column whose default draws from a sequence that has another name now, or is gone."""
    if sequence is None or column.default is None:
        return replace(column, default=None, draws_from=None)
    return replace(column, default=column.default.drawing_from(sequence), draws_from=sequence)


def relink(
    links: Map[Name, frozenset[Name]], name: Name, before: frozenset[Name], after: frozenset[Name]
) -> Map[Name, frozenset[Name]]:
    """Move `name` from the sets of `before` to the sets of `after`."""
    if before == after:
        return links
    for gone in before - after:
        rest = links.get(gone, NO_NAMES) - {name}
        links = insert(links, gone, rest) if rest else remove(links, gone) if gone in links else links
    for new in after - before:
        links = insert(links, new, links.get(new, NO_NAMES) | {name})
    return links


def reindex(
    relations: Map[Name, Relation], table: Name, schema: str, before: set[str], after: set[str]
) -> Map[Name, Relation]:
    """Keep the index names of one table, in the schema of its indexes, right among the relations."""
    for gone in before - after:
        name = Name(schema, gone)
        entry = relations.get(name)
        if type(entry) is IndexEntry and entry.table == table:
            relations = remove(relations, name)
    for new in after - before:
        name = Name(schema, new)
        if not isinstance(relations.get(name), Table | View | Sequence):  # the server refuses a name that is taken
            relations = insert(relations, name, IndexEntry(name, table))
    return relations
