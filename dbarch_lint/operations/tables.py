"""Operations on tables, views and partitions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, TypeVar

import msgspec

from dbarch_lint.catalog import Catalog, parents, wholes
from dbarch_lint.datatypes import Type
from dbarch_lint.maps import insert, remove
from dbarch_lint.names import Name
from dbarch_lint.objects import (
    NO_NAMES,
    Check,
    Column,
    Index,
    Key,
    Partitioning,
    Sequence,
    Table,
    View,
    replace,
)
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.not_null import KeptName, with_not_null_names
from dbarch_lint.operations.options import with_options, without_options
from dbarch_lint.operations.renames import read_as, staged_by, swapped
from dbarch_lint.operations.types import followed, moved_type, without_columns_of, without_functions_of, without_type


class LikeClause(msgspec.Struct, frozen=True, kw_only=True):
    """LIKE source INCLUDING ...: `including` holds lower-case words (defaults, constraints, indexes, all, ...).

    `at` is the number of columns written before it.
    """

    table: Name
    including: frozenset[str] = frozenset()
    at: int = 0


class CreateTable(Operation, frozen=True, kw_only=True):
    """CREATE TABLE, CREATE FOREIGN TABLE, CREATE TABLE AS and SELECT INTO.

    `definition` is the whole table; `reads` are the relations that AS SELECT reads (`filled`: with data).
    `notable` is what it says that some servers do not know, or all refuse: "two values" (of DEFAULT, IDENTITY and
    GENERATED), "NULL and NOT NULL", "two primary keys", "STORAGE", "COMPRESSION", "NOT NULL as a constraint".
    `not_nulls` are constraints on columns that come from elsewhere: column, name, whether children go without it.
    `forgotten` are the CHECKs that the server reads and does not keep.
    """

    table: Name
    definition: Table
    if_not_exists: bool = False
    likes: tuple[LikeClause, ...] = ()
    of_type: Type | None = None
    sequences: tuple[Sequence, ...] = ()  # bound: those of serial and identity columns
    reads: tuple[Name, ...] = ()
    as_query: bool = False
    query: dict[str, object] | None = None  # the engine's tree of it, for binding
    filled: bool = False
    exists: bool = False  # bound: a relation of this name was there already
    notable: tuple[str, ...] = ()
    not_nulls: tuple[tuple[str, str, bool], ...] = ()
    forgotten: tuple[Check, ...] = ()  # bound
    referring: tuple[Table, ...] = ()  # bound: those with a foreign key to what it is a partition of, as they are then

    def apply(self, catalog: Catalog) -> Catalog:
        if self.exists:
            return catalog
        for table in self.referring:
            catalog = catalog.put(table)
        known = catalog.table(self.table)
        created = replace(
            self.definition, created=catalog.deployment, empty_in=0 if self.filled else catalog.deployment
        )
        if known is not None and known.partial:  # referenced before it was seen created
            catalog = catalog.drop(self.table)
        catalog = catalog.put(created)
        for sequence in self.sequences:
            catalog = catalog.put(replace(sequence, created=catalog.deployment))
        if created.until_commit:
            return replace(catalog, passing=catalog.passing | {self.table})
        return catalog


class DropTable(Operation, frozen=True, kw_only=True):
    """DROP TABLE or DROP FOREIGN TABLE, one operation a table."""

    table: Name
    if_exists: bool = False
    cascade: bool = False
    keeps_references: bool = False  # bound: foreign keys to the table stay, for the next one of that name
    together: tuple[str, ...] = ()  # bound: what goes with it, where the statement does not name that

    def apply(self, catalog: Catalog) -> Catalog:
        return drop_relation(catalog, self.table, cascade=self.cascade, keeps_references=self.keeps_references)


class RenameTable(Operation, frozen=True, kw_only=True):
    """ALTER TABLE ... RENAME TO, also of foreign tables. `new_schema`: where it goes, if not where it is."""

    table: Name
    new_name: str
    new_schema: str = ""
    if_exists: bool = False
    kept: tuple[KeptName, ...] = ()  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        new = Name(self.new_schema or self.table.schema, self.new_name)
        catalog = with_not_null_names(catalog, self.kept).rename(self.table, new)
        catalog = followed(catalog, self.table, new)
        table = catalog.table(new)
        return catalog.put(replace(table, staged=staged_by(self, self.new_name))) if table is not None else catalog


class SetSchema(Operation, frozen=True, kw_only=True):
    """ALTER ... SET SCHEMA of a table, view, sequence, type, function or extension."""

    kind: str
    table: Name
    schema: str
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        new = Name(self.schema, self.table.name)
        if self.kind in {"type", "domain"}:
            return moved_type(catalog, self.table, new)
        if self.kind in {"function", "procedure", "aggregate", "routine"}:
            functions = catalog.functions.get(self.table)
            if functions is None:
                return catalog
            moved = tuple(replace(f, name=new) for f in functions)
            catalog = with_trigger_functions(catalog, {self.table: new})
            return replace(catalog, functions=insert(remove(catalog.functions, self.table), new, moved))
        return catalog.rename(self.table, new)


class SetTableOption(Operation, frozen=True, kw_only=True):
    """ALTER TABLE ... SET/RESET of something that is neither column nor constraint.

    `option`: storage_parameter, tablespace, logged, unlogged, access_method, owner, replica_identity, cluster_on,
    without_cluster, without_oids, of_type, not_of, options (foreign tables), inherit, no_inherit, reset_parameter;
    of MySQL engine, charset, collation, row_format, comment, convert_charset and others.
    """

    table: Name
    kind: str = "table"
    option: str
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()  # of those names, where it sets them
    value: str = ""
    parent: Name | None = None  # inherit, no_inherit
    columns: tuple[Column, ...] = ()  # bound: all of the table, where it changes them
    indexes: tuple[Index, ...] = ()  # bound: likewise
    recurse: bool = True
    kept: tuple[KeptName, ...] = ()  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        change = TABLE_OPTIONS.get(self.option)
        if change is None or catalog.table(self.table) is None:
            return catalog
        catalog = with_not_null_names(catalog, self.kept)
        catalog = catalog.alter(self.table, lambda table: change(table, self))
        table = catalog.table(self.table)
        if self.option != "no_inherit" or table is None:
            return catalog
        left = [catalog.table(p) for p in parents(table)]
        columns = {c.name for p in left if p is not None for c in p.columns}
        checks = {c.name for p in left if p is not None for c in p.checks}
        return catalog.put(
            replace(
                table,
                columns=tuple(replace(c, inherited=c.inherited and c.name in columns) for c in table.columns),
                checks=tuple(replace(c, inherited=c.inherited and c.name in checks) for c in table.checks),
            )
        )


def with_parent(table: Table, op: SetTableOption) -> Table:
    """The table after INHERIT."""
    return replace(table, inherits=(*table.inherits, op.parent)) if op.parent else table


def without_parent(table: Table, op: SetTableOption) -> Table:
    """The table after NO INHERIT."""
    return replace(table, inherits=tuple(p for p in table.inherits if p != op.parent))


def with_parameters(table: Table, op: SetTableOption) -> Table:
    """The table after SET of storage parameters."""
    return replace(table, options=with_options(table.options, op.names, op.values))


def with_logging(table: Table, *, unlogged: bool) -> Table:
    """The table after SET LOGGED or UNLOGGED; one that only stands for its partitions has nothing to log."""
    return table if table.partition_by is not None else replace(table, unlogged=unlogged)


def with_column_charset(table: Table, op: SetTableOption) -> Table:
    """The table after CHARACTER SET, COLLATE or CONVERT TO: `names` and `values` are its options from then on."""
    options = without_options(table.options, ("charset", "collation"))
    columns, indexes = op.columns or table.columns, op.indexes or table.indexes
    return replace(table, columns=columns, indexes=indexes, options=with_options(options, op.names, op.values))


def with_one_option(table: Table, op: SetTableOption) -> Table:
    """The table after an option of its own name was given a value."""
    return replace(table, options=with_options(table.options, (op.option,), (op.value,)))


KeyOrIndex = TypeVar("KeyOrIndex", Key, Index)


def with_replica_identity(table: Table, op: SetTableOption) -> Table:
    """The table after REPLICA IDENTITY: `value` says which, `names` the index."""

    def marked(index: KeyOrIndex) -> KeyOrIndex:
        chosen = index.name in op.names
        return index if index.replica_identity is chosen else replace(index, replica_identity=chosen)

    key = table.primary_key
    return replace(
        table,
        replica_identity=op.value,
        primary_key=key and marked(key),
        uniques=tuple(map(marked, table.uniques)),
        indexes=tuple(map(marked, table.indexes)),
    )


def with_row_type(table: Table, op: SetTableOption) -> Table:
    """The table after OF."""
    schema, _, name = op.value.rpartition(".")
    return replace(table, of_type=Name(schema or table.name.schema, name))


TABLE_OPTIONS: dict[str, Callable[[Table, SetTableOption], Table]] = {
    "of_type": with_row_type,
    "not_of": lambda table, _: replace(table, of_type=None),
    "cluster_on": lambda table, _: replace(table, clustered=True),
    "without_cluster": lambda table, _: replace(table, clustered=False),
    "logged": lambda table, _: with_logging(table, unlogged=False),
    "unlogged": lambda table, _: with_logging(table, unlogged=True),
    "storage_parameter": with_parameters,
    "reset_parameter": lambda table, op: replace(table, options=without_options(table.options, op.names)),
    "inherit": with_parent,
    "no_inherit": without_parent,
    "comment": lambda table, op: replace(table, comment=op.value),
    **dict.fromkeys(("charset", "collation", "convert_charset"), with_column_charset),
    "replica_identity": with_replica_identity,
    "owner": lambda table, op: replace(table, role=op.value),
    "tablespace": lambda table, op: replace(table, tablespace=op.value),
    "engine": with_one_option,
    "row_format": with_one_option,
}


class AlterPartitions(Operation, frozen=True, kw_only=True):
    """What is done to partitions that are parts of a table and no tables of their own.

    `action`: partition_by, remove_partitioning, add, drop, truncate, coalesce, reorganize, exchange, convert, rebuild,
    analyze, check, optimize, repair, discard, import. `names` are the partitions (empty: all, or not named), `other`
    the table that takes part.
    """

    table: Name
    action: str
    names: tuple[str, ...] = ()
    other: Name | None = None
    partitioning: Partitioning | None = None
    if_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.action not in {"partition_by", "remove_partitioning"} or catalog.table(self.table) is None:
            return catalog
        return catalog.alter(self.table, lambda t: replace(t, partition_by=self.partitioning))


class SetRowSecurity(Operation, frozen=True, kw_only=True):
    """ENABLE, DISABLE, FORCE or NO FORCE ROW LEVEL SECURITY."""

    table: Name
    enabled: bool | None = None
    forced: bool | None = None

    def apply(self, catalog: Catalog) -> Catalog:
        def change(table: Table) -> Table:
            enabled = table.row_security if self.enabled is None else self.enabled
            forced = table.force_row_security if self.forced is None else self.forced
            return replace(table, row_security=enabled, force_row_security=forced)

        return catalog.alter(self.table, change)


class AttachPartition(Operation, frozen=True, kw_only=True):
    """ALTER TABLE parent ATTACH PARTITION child. `proof`: a validated CHECK (`proven_by`) that saves the scan.

    `attached`: the partition, and those below it, with the keys, indexes and triggers that they get from the parent;
    and the tables with a foreign key to that.
    """

    table: Name
    partition: Name
    default: bool = False
    bound: str = ""
    proof: Literal["", "check", "unknown"] = ""
    proven_by: str = ""
    proven_below: tuple[Name, ...] = ()  # bound: the partitions of the new one that such a CHECK of their own saves
    attached: tuple[Table, ...] = ()  # bound; empty where one of the two is not known

    def apply(self, catalog: Catalog) -> Catalog:
        for known in self.attached:
            catalog = catalog.put(known)
        if self.attached:
            return catalog

        def change(table: Table) -> Table:
            kind = "partition" if table.kind == "table" else table.kind
            return replace(
                table,
                partition_of=self.table,
                partition_default=self.default,
                partition_bound=self.bound,
                kind=kind,
            )

        return catalog.alter(self.partition, change)


class DetachPartition(Operation, frozen=True, kw_only=True):
    """ALTER TABLE parent DETACH PARTITION child.

    `detached`: the tables that change by it: the partition, those below it, and those that refer to it.
    """

    table: Name
    partition: Name
    concurrent: bool = False
    finalize: bool = False
    detached: tuple[Table, ...] = ()  # bound; empty where the partition is not known

    def apply(self, catalog: Catalog) -> Catalog:
        for known in self.detached:
            catalog = catalog.put(known)
        return catalog if self.detached else catalog.alter(self.partition, without_place)


def without_place(table: Table) -> Table:
    """A partition that is a table of its own."""
    kind = "table" if table.kind == "partition" else table.kind
    return replace(table, partition_of=None, partition_default=False, partition_bound="", kind=kind)


class CreateView(Operation, frozen=True, kw_only=True):
    """CREATE [OR REPLACE] [MATERIALIZED] VIEW; `filled`: a materialized view that runs its query now.

    `retyped`: the columns of the view that it replaces that would get another type.
    """

    table: Name
    definition: View
    or_replace: bool = False
    if_not_exists: bool = False
    filled: bool = False
    exists: bool = False
    retyped: tuple[str, ...] = ()

    def apply(self, catalog: Catalog) -> Catalog:
        old = catalog.view(self.table)
        if self.exists and (self.if_not_exists or old is None):
            return catalog
        kept = {"indexes": old.indexes, "triggers": old.triggers, "role": old.role} if old is not None else {}
        created = old.created if old is not None else catalog.deployment
        return catalog.put(replace(self.definition, created=created, **kept))


class DropView(Operation, frozen=True, kw_only=True):
    """DROP [MATERIALIZED] VIEW."""

    table: Name
    materialized: bool = False
    if_exists: bool = False
    cascade: bool = False
    together: tuple[str, ...] = ()  # as in DropTable

    def apply(self, catalog: Catalog) -> Catalog:
        return drop_relation(catalog, self.table, cascade=self.cascade)


class RenameView(Operation, frozen=True, kw_only=True):
    """ALTER [MATERIALIZED] VIEW ... RENAME TO."""

    table: Name
    new_name: str
    materialized: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        return catalog.rename(self.table, self.table.sibling(self.new_name))


class AlterView(Operation, frozen=True, kw_only=True):
    """Any other ALTER [MATERIALIZED] VIEW; `option` as in SetTableOption, rename_column, column_default and so on.

    `names` are parameters, the old and the new name of a column, or the one thing that is named: an index, access
    method, role or tablespace. `column` is that of a column_..., `column_type` its known type. Nothing does "other".
    """

    table: Name
    materialized: bool = False
    option: str
    names: tuple[str, ...] = ()
    values: tuple[str, ...] = ()  # of the parameters
    column: str = ""
    column_type: Type | None = None  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        view = catalog.view(self.table)
        if view is not None and self.option == "storage_parameter":
            return catalog.put(replace(view, options=with_options(view.options, self.names, self.values)))
        if view is not None and self.option == "reset_parameter":
            return catalog.put(replace(view, options=without_options(view.options, self.names)))
        if view is not None and self.option in {"owner", "tablespace"}:
            (value,) = self.names
            return catalog.put(replace(view, role=value) if self.option == "owner" else replace(view, tablespace=value))
        if view is None or self.option != "rename_column":
            return catalog
        catalog = catalog.put(replace(view, columns=swapped(view.columns, *self.names)))
        return read_as(catalog, self.table, *self.names)


class RefreshView(Operation, frozen=True, kw_only=True):
    """REFRESH MATERIALIZED VIEW."""

    table: Name
    concurrent: bool = False
    filled: bool = True

    def apply(self, catalog: Catalog) -> Catalog:
        view = catalog.view(self.table)
        return catalog if view is None else catalog.put(replace(view, populated=self.filled))


def drop_relation(catalog: Catalog, name: Name, *, cascade: bool, keeps_references: bool = False) -> Catalog:
    """Drop a relation; with CASCADE the views that read it, and always the partitions that need it.

    Its foreign keys go with it, and those to it unless `keeps_references`.
    """
    doomed: dict[Name, None] = {name: None}
    waiting = [name]
    while waiting:
        current = waiting.pop()
        readers = catalog.users.get(current, NO_NAMES) if cascade else NO_NAMES
        children = catalog.children.get(current, NO_NAMES)
        for dependent in sorted(readers | children):
            table = catalog.table(dependent)
            if dependent not in doomed and (cascade or (table is not None and table.partition_of == current)):
                doomed[dependent] = None
                waiting.append(dependent)
    for gone in reversed(doomed):
        for target in () if keeps_references else wholes(catalog, gone) if cascade else (gone,):
            for referrer in sorted(catalog.referencing.get(target, NO_NAMES) - doomed.keys()):
                table = catalog.table(referrer)
                if table is not None:
                    kept = tuple(fk for fk in table.foreign_keys if fk.target != target)
                    catalog = catalog.put(replace(table, foreign_keys=kept))
        for guarded in sorted(catalog.policed.get(gone, NO_NAMES)) if cascade else ():
            catalog = catalog.with_policies(guarded, gone, None)
        catalog = without_functions_of(without_columns_of(catalog, gone), gone) if cascade else catalog
        catalog = catalog.drop(gone)
    return replace(catalog, taken_along=catalog.taken_along | doomed.keys() - {name}) if len(doomed) > 1 else catalog


def drop_schema(catalog: Catalog, schema: str) -> Catalog:
    """DROP SCHEMA CASCADE."""
    for name in [n for n in catalog.relations if n.schema == schema]:
        if name in catalog.relations:
            catalog = drop_relation(catalog, name, cascade=True)
    for name in [n for n in catalog.types if n.schema == schema]:
        catalog = without_type(catalog, name)
    gone = [n for n in catalog.functions if n.schema == schema]
    functions = catalog.functions
    for name in gone:
        functions = remove(functions, name)
    catalog = with_trigger_functions(catalog, dict.fromkeys(gone))
    schemas = remove(catalog.schemas, schema) if schema in catalog.schemas else catalog.schemas
    return replace(catalog, schemas=schemas, functions=functions)


def with_trigger_functions(catalog: Catalog, moved: Mapping[Name, Name | None]) -> Catalog:
    """The catalog after functions got another name; None: they were dropped with CASCADE, and their triggers go too."""
    for owner in sorted({owner for function in moved for owner in catalog.calling.get(function, NO_NAMES)}):
        relation = catalog.relations.get(owner)
        if isinstance(relation, Table | View):
            found = [(t, moved.get(t.function, t.function)) for t in relation.triggers]
            kept = tuple(replace(t, function=function) for t, function in found if function is not None)
            catalog = catalog.put(replace(relation, triggers=kept))
    return catalog
