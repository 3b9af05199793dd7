"""What ALTER COLUMN TYPE or SET EXPRESSION makes again on partitions, and the names that it has from then on.

The server drops all indexes and foreign keys of the column and makes them again, each with the name that it had. What
partitions have of them is made with them, so it gets the name that the server would choose today.
Source: PostgreSQL's ATPostAlterTypeCleanup.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import create, own_parts, partitions, spread
from dbarch_lint.engines.postgres.lower.common import PgExpression
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.types import type_node
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Exclusion, ForeignKey, Index, Key, Table, replace
from dbarch_lint.operations.columns import part_uses, with_new_titles
from dbarch_lint.operations.constraints import copies_of, part_of
from dbarch_lint.operations.parts import NewName

Remaking = ops.AlterColumnType | ops.SetExpression


def new_names(op: Remaking, scope: Scope) -> tuple[NewName, ...]:
    """The parts of partitions that are made again, if any of them gets another name."""
    catalog, table = scope.catalog, scope.catalog.table(op.table)
    holders = (op.table, *catalog.referencing.get(op.table, NO_NAMES))
    if table is None or not any(name in catalog.children for name in holders):
        return ()
    family = (table, *catalog.descendants(op.table))
    keys = tuple([key for one in family for key in foreign_keys(one, op.column, catalog)])
    scratch = Scope(without_parts(op, keys, catalog), scope.session, scope.version)
    made = [
        name for one in family for name in index_names(with_new_titles(one, op.column), op.column, catalog, scratch)
    ]
    made += [name for owner, key in keys for name in key_names(owner, key, catalog, scratch)]
    return tuple(made) if any(old != new for _, old, new, _ in made) else ()


def defaults(op: ops.AlterColumnType, scope: Scope) -> tuple[tuple[Name, PgExpression], ...]:
    """The defaults of the column, in children too, that are texts or NULL of the old type so far: they stay so."""
    table = scope.catalog.table(op.table)
    column = table.column(op.column) if table is not None else None
    if table is None or column is None or not column.type.known:
        return ()
    old, new = [(t.schema, t.name, t.array) for t in (column.type, op.type)]
    family = (table, *scope.catalog.descendants(op.table)) if old != new else ()
    return tuple([(one.name, said) for one in family if (said := default(one.column(op.column))) is not None])


def default(column: Column | None) -> PgExpression | None:
    """A default that is a text or NULL, with the type that it has been of."""
    node = node_of(column.default) if column is not None and not column.generated else None
    constant = node.get("A_Const", {}) if node is not None else {}
    if column is None or not ("sval" in constant or "isnull" in constant):
        return None
    return PgExpression({"TypeCast": {"arg": node, "typeName": type_node(column.type)}})


def foreign_keys(table: Table, column: str, catalog: Catalog) -> Iterator[tuple[Name, ForeignKey]]:
    """The foreign keys that hang on a column, with their tables; copies that partitions have are not among them."""
    for name in {table.name: None, **dict.fromkeys(sorted(catalog.referencing.get(table.name, NO_NAMES)))}:
        other = catalog.table(name)
        for key in other.foreign_keys if other is not None else ():
            pointing = key.target == table.name and column in key.target_columns
            if not key.parent and (pointing or (name == table.name and column in key.columns)):
                yield name, key


def parts_over(table: Table, column: str) -> Iterator[Key | Index | Exclusion]:
    """The keys, indexes and exclusions that hang on a column."""
    yield from (e for e in table.exclusions if part_uses(e.parts, e.where, column))
    yield from (k for k in table.keys if column in k.columns or column in k.include)
    yield from (i for i in table.indexes if i.uses(column))


def without_parts(op: Remaking, keys: tuple[tuple[Name, ForeignKey], ...], catalog: Catalog) -> Catalog:
    """The catalog without all that is made again."""
    for name in (op.table, *(t.name for t in catalog.descendants(op.table))):
        table = catalog.table(name)
        if table is not None:
            gone = frozenset(part.name for part in parts_over(table, op.column))
            catalog = catalog.put(partitions.without_indexes(table, gone))
    for owner, key in keys:
        catalog = partitions.without_copies_of(key, owner, catalog)
    return catalog


def index_names(table: Table, column: str, catalog: Catalog, scratch: Scope) -> Iterator[NewName]:
    """The names of the parts that partitions get of a table's own indexes, all of them."""
    for part in parts_over(table, column):
        if not part.parent:
            yield from part_names(part, table, catalog, scratch)


def part_names(part: Key | Index | Exclusion, table: Table, catalog: Catalog, scratch: Scope) -> Iterator[NewName]:
    """The names of the parts of one index."""
    old: dict[Name | None, str] = {table.name: part.name}
    new: dict[Name | None, str] = {table.name: part.name}
    for child in spread.below(table.name, catalog):
        above = old.get(child.partition_of)
        had = part_of(above, child) if above else None
        old[child.name] = had.name if had is not None else ""
        new[child.name] = create.part_name(child.name, part, scratch, primary=part is table.primary_key)
        made = Index(name=new[child.name], parts=())
        scratch.catalog = scratch.catalog.alter(child.name, partial(with_index, index=made))
        yield child.name, old[child.name], new[child.name], new[child.partition_of]


def with_index(table: Table, index: Index) -> Table:
    """A table with one index more."""
    return replace(table, indexes=(*table.indexes, index))


def key_names(owner: Name, key: ForeignKey, catalog: Catalog, scratch: Scope) -> Iterator[NewName]:
    """The names of the copies of one foreign key."""
    for partition, old in copies_of(catalog, owner, key.name).items():
        child = scratch.catalog.table(partition)
        if child is not None:
            new = own_parts.copy_name(child, key, scratch, frozenset())
            copy = replace(key, name=new, parent=key.name)
            scratch.catalog = scratch.catalog.put(replace(child, foreign_keys=(*child.foreign_keys, copy)))
            yield partition, old, new, key.name
