"""Publications: what they send, and whether the rows that they send can be told apart.

Measured on 13 to 18: an UPDATE or DELETE of a table that a publication sends is refused, whatever rows it finds, as
long as the table has no replica identity, or one that the row filter or the list of columns leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from dbarch_lint.catalog import Catalog
from dbarch_lint.named import ALL_TABLES, SCHEMA, Named
from dbarch_lint.names import Name, quoted
from dbarch_lint.objects import Index, Key, Table
from dbarch_lint.operations import AlterObject, CreateObject, DropConstraint, DropIndex, Operation, SetTableOption

Identified: TypeAlias = AlterObject | CreateObject | DropConstraint | DropIndex | SetTableOption
CHANGES = ("update", "delete")  # what needs a replica identity
EVERYTHING = "insert, update, delete, truncate"


def events(publication: Named) -> frozenset[str]:
    """What a publication sends: of insert, update, delete and truncate."""
    given = dict(publication.options).get("publish", EVERYTHING)
    return frozenset(word.strip().lower() for word in given.split(","))


def publications_of(table: Table, catalog: Catalog) -> Iterator[Named]:
    """The publications that send the table: for itself, its schema, a table that it is a partition of, or as any."""
    if not catalog.publications or table.unlogged or table.temporary or table.kind == "foreign":
        return
    wholes = {t.name for t in with_wholes(table, catalog)}
    schemas = {(SCHEMA, name.schema) for name in wholes}
    for name in sorted(catalog.publications):
        found = catalog.others[("publication", name)]
        if (ALL_TABLES, "") in found.options or wholes & set(found.tables) or schemas & set(found.options):
            yield found


def with_wholes(table: Table | None, catalog: Catalog) -> Iterator[Table]:
    """A table, and the tables that it is a partition of."""
    seen: set[Name] = set()
    while table is not None and table.name not in seen:
        yield table
        seen.add(table.name)
        table = catalog.table(table.partition_of) if table.partition_of is not None else None


def replica_identity(table: Table) -> frozenset[str]:
    """The columns by which logical replication tells the rows of a table apart; none: it cannot."""
    if table.replica_identity == "full":
        return frozenset([column.name for column in table.columns])
    if table.replica_identity == "default":
        key = table.primary_key
        return frozenset(key.columns) if key is not None and not key.deferrable else frozenset()
    every: list[Key | Index] = [*table.keys, *table.indexes]
    return frozenset([column for index in every if index.replica_identity for column in index.columns])


def refusing(table: Table | None, changes: Iterable[str], catalog: Catalog) -> Named | None:
    """The publication because of which the server refuses these changes of rows (update, delete); None: there is none.

    A table that may have what was not seen is taken for one that has it.
    """
    if not catalog.publications or table is None or table.partial or table.partition_by is not None:
        return None
    wanted = frozenset(changes)
    identity = replica_identity(table)
    for publication in publications_of(table, catalog):
        if wanted & events(publication) and not serves(identity, table, publication):
            return publication
    return None


def serves(identity: frozenset[str], table: Table, publication: Named) -> bool:
    """Whether a publication can send old rows of the table by this identity."""
    listed = {column for name, column in publication.listed if name == table.name}
    filtering = {c for name, c in publication.columns - publication.listed if name == table.name}
    if not identity or not filtering <= identity:
        return False
    return not listed or (table.replica_identity != "full" and identity <= listed)


def no_longer_changed(op: Identified, before: Catalog, after: Catalog, result: Catalog) -> list[Table]:
    """The tables whose rows an operation has kept from being changed, as they still are at the end of its deployment.

    A publication that other than migrations have made is taken for one that sends all changes.
    """
    if isinstance(op, AlterObject) and op.action in {"add", "set"} and op.name not in before.publications:
        named = [t for name in op.tables if (t := result.table(name)) is not None]
        return [t for t in named if not (t.partial or t.partition_by is not None or replica_identity(t))]
    now, later = ({t.name: t for t in concerned(op, c) if refusing(t, CHANGES, c) is not None} for c in (after, result))
    names = [n for n in now if n in later and refusing(before.table(n), CHANGES, before) is None]
    return [later[name] for name in names]


def concerned(op: Operation, result: Catalog) -> Iterable[Table]:
    """The tables that may be sent, or lose what tells their rows apart, by an operation."""
    if isinstance(op, AlterObject | CreateObject):
        return result.tables if op.kind == "publication" else ()
    table = result.table(op.target) if op.target is not None else None
    return (table,) if table is not None else ()


def identity_clause(table: Table) -> str:
    """What REPLICA IDENTITY could be: the narrowest unique index of columns that are never NULL, or else whole rows."""
    required = {column.name for column in table.columns if not column.nullable}
    every: list[Key | Index] = [k for k in table.keys if not k.deferrable]
    every += [i for i in table.indexes if i.unique and i.valid and i.where is None and len(i.columns) == len(i.parts)]
    usable = [index for index in every if required.issuperset(index.columns)]
    return f"USING INDEX {quoted(min(usable, key=lambda i: len(i.columns)).name)}" if usable else "FULL"
