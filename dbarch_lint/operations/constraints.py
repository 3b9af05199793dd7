"""Operations on constraints."""

from __future__ import annotations

from typing import Literal, Self

from dbarch_lint.catalog import Catalog, parents
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Check, Column, Exclusion, ForeignKey, Index, Key, Table, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.columns import AlterTable, drop_lost_references, with_not_null
from dbarch_lint.operations.not_null import KeptName, not_null_heirs, with_not_null_names, with_own_not_null
from dbarch_lint.operations.parts import next_made


class AddConstraint(AlterTable, frozen=True, kw_only=True):
    """Adding any constraint. `column_new`: it is written on a column that the same statement adds.

    `descendants` are the partitions (for a CHECK, inheritance children too) that get it, with its name there.
    """

    column_new: bool = False
    column: str = ""  # of a CHECK: the column that it is written on
    exists: bool = False  # bound: IF NOT EXISTS finds that column
    descendants: tuple[tuple[Name, str], ...] = ()

    def apply(self, catalog: Catalog) -> Catalog:
        if self.exists or (self.if_exists and self.table not in catalog.relations):
            return catalog
        catalog = catalog.alter(self.table, self.change)
        if isinstance(self, AddPrimaryKey | AddUnique) and self.using_index:
            catalog = parts_renamed(catalog, self.table, self.constraint.using_index, self.constraint.name)
        names = {self.table: self.constraint_name}
        for child, name in self.descendants:
            table = catalog.table(child)
            names[child] = name
            parent = names.get(table.partition_of, "") if table is not None and table.partition_of else ""
            if table is not None and table.constraint(name) is not None:
                proven = isinstance(self, AddForeignKey) and self.validated
                catalog = catalog.put(adopted(table, name, parent, proven=proven))
            else:
                catalog = catalog.alter(child, self.inherited(name, parent).change)
        return catalog

    @property
    def constraint_name(self) -> str:
        constraint: Key | ForeignKey | Check | Exclusion = self.constraint  # type: ignore[attr-defined]
        return constraint.name

    def inherited(self, name: str, parent: str) -> Self:
        """The same operation as it reaches a partition or child."""
        constraint: Key | ForeignKey | Check | Exclusion = self.constraint  # type: ignore[attr-defined]
        fields: dict[str, object] = {"name": name, "inherited": True}
        if not isinstance(constraint, Check):
            fields["parent"] = parent
        if isinstance(constraint, ForeignKey):
            fields["copies"] = ()
        return replace(self, constraint=replace(constraint, **fields))


def adopted(table: Table, name: str, parent: str, *, proven: bool = False) -> Table:
    """A partition or child whose own constraint or index of this name is its parent's too from now on.

    `proven`: the rows were found to satisfy it then.
    """

    def key(own: Key) -> Key:
        return replace(own, inherited=True, parent=parent) if own.name == name else own

    return replace(
        table,
        primary_key=key(table.primary_key) if table.primary_key is not None else None,
        uniques=tuple(map(key, table.uniques)),
        indexes=tuple(replace(i, inherited=True, parent=parent) if i.name == name else i for i in table.indexes),
        exclusions=tuple(replace(e, inherited=True, parent=parent) if e.name == name else e for e in table.exclusions),
        foreign_keys=tuple(
            replace(f, inherited=True, parent=parent, copies=(), validated=f.validated or proven)
            if f.name == name
            else f
            for f in table.foreign_keys
        ),
    )


class AddPrimaryKey(AddConstraint, frozen=True, kw_only=True):
    """ADD PRIMARY KEY. `using_index`: a unique index becomes the key; then nothing is built.

    `nullable_columns` are those that become NOT NULL by it: they are scanned unless `proof` says why not
    (`proven_by` names the first validated CHECK).
    """

    constraint: Key
    nullable_columns: tuple[str, ...] = ()
    proof: Literal["", "check", "already", "unknown"] = ""
    proven_by: str = ""

    @property
    def using_index(self) -> bool:
        return bool(self.constraint.using_index)

    def change(self, table: Table) -> Table:
        columns = tuple(replace(c, nullable=False) if c.name in self.constraint.columns else c for c in table.columns)
        key = with_past(self.constraint, table)
        return replace(without_index(table, self.constraint.using_index), primary_key=key, columns=columns)

    def apply(self, catalog: Catalog) -> Catalog:
        before, catalog = catalog, AddConstraint.apply(self, catalog)
        for child in [] if self.only or self.exists else catalog.descendants(self.table):
            changed = child
            for column in self.constraint.columns:
                changed = with_not_null(changed, column, before=before.table(child.name) or child)
            catalog = catalog.put(changed)
        return catalog


class AddUnique(AddConstraint, frozen=True, kw_only=True):
    """ADD UNIQUE. `using_index`: a unique index becomes the constraint; then nothing is built."""

    constraint: Key

    @property
    def using_index(self) -> bool:
        return bool(self.constraint.using_index)

    def change(self, table: Table) -> Table:
        key = with_past(self.constraint, table)
        return replace(without_index(table, self.constraint.using_index), uniques=(*table.uniques, key))


def with_past(key: Key, table: Table) -> Key:
    """A new key of a table with the age of its index, and what this is a part of."""
    index = table.index(key.using_index) if key.using_index else None
    if index is None:
        return replace(key, made=next_made(table))
    return replace(
        key,
        made=index.made,
        parent=index.parent,
        inherited=index.inherited,
        replica_identity=index.replica_identity,
    )


def without_index(table: Table, name: str) -> Table:
    """The table without the index that a constraint takes over."""
    if not name:
        return table
    return replace(table, indexes=tuple(i for i in table.indexes if i.name != name))


class AddForeignKey(AddConstraint, frozen=True, kw_only=True):
    """ADD FOREIGN KEY. `checked`: rows already there are checked (false for a new column without a default)."""

    constraint: ForeignKey
    checked: bool = True
    beside_dropped: tuple[str, ...] = ()  # names that the same statement drops: MySQL counts on from them

    @property
    def validated(self) -> bool:
        return self.constraint.validated

    @property
    def enforced(self) -> bool:
        return self.constraint.enforced

    def change(self, table: Table) -> Table:
        return replace(table, foreign_keys=(*table.foreign_keys, self.constraint))


class AddCheck(AddConstraint, frozen=True, kw_only=True):
    """ADD CHECK. `forgotten`: the server reads it and keeps nothing, as MySQL before 8.0.16 does."""

    constraint: Check
    checked: bool = True
    forgotten: bool = False  # bound

    @property
    def validated(self) -> bool:
        return self.constraint.validated

    @property
    def enforced(self) -> bool:
        return self.constraint.enforced

    def change(self, table: Table) -> Table:
        return table if self.forgotten else replace(table, checks=(*table.checks, self.constraint))


class AddExclusion(AddConstraint, frozen=True, kw_only=True):
    """ADD EXCLUDE."""

    constraint: Exclusion

    def change(self, table: Table) -> Table:
        return replace(table, exclusions=(*table.exclusions, self.constraint))


class ValidateConstraint(AlterTable, frozen=True, kw_only=True):
    """VALIDATE CONSTRAINT. `kind` is check, foreign_key, not_null or unknown; `already`: it was valid before.

    `column`: the one whose NOT NULL has this name.
    """

    name: str
    column: str = ""
    kind: Literal["check", "foreign_key", "not_null", "unknown"] = "unknown"
    already: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        catalog = AlterTable.apply(self, catalog)
        return catalog if self.only else on_copies(self, catalog)

    def change(self, table: Table) -> Table:
        return replace(
            table,
            foreign_keys=tuple([replace(f, validated=True) if f.name == self.name else f for f in table.foreign_keys]),
            checks=tuple([replace(c, validated=True) if c.name == self.name else c for c in table.checks]),
            columns=tuple([replace(c, not_null_valid=True) if c.name == self.column else c for c in table.columns]),
        )


class DropConstraint(AlterTable, frozen=True, kw_only=True):
    """DROP CONSTRAINT. `kind`: primary_key, unique, foreign_key, check, exclusion, not_null or unknown.

    `column`: the one whose NOT NULL has this name, given by the server.
    """

    name: str
    missing_ok: bool = False
    cascade: bool = False
    kind: str = "unknown"
    column: str = ""

    def change(self, table: Table) -> Table:
        key = table.primary_key
        return replace(
            table,
            primary_key=None if key is not None and self.means(key, "primary_key") else key,
            uniques=tuple(k for k in table.uniques if not self.means(k, "unique")),
            foreign_keys=tuple(f for f in table.foreign_keys if not self.means(f, "foreign_key")),
            checks=tuple(c for c in table.checks if not self.means(c, "check")),
            exclusions=tuple(e for e in table.exclusions if not self.means(e, "exclusion")),
            columns=tuple(self.without_not_null(c, table) for c in table.columns),
        )

    def means(self, constraint: Key | ForeignKey | Check | Exclusion, kind: str) -> bool:
        """Whether it names this constraint; on some servers constraints of several kinds may share a name."""
        return constraint.name == self.name and self.kind in {kind, "unknown"}

    def without_not_null(self, column: Column, table: Table) -> Column:
        """A column after the constraint is gone; a child that says NOT NULL itself goes on to do so."""
        meant = column.name == self.column or (column.not_null_name == self.name and table.name == self.table)
        if not meant or (table.name != self.table and not column.not_null_inherited):
            return column
        return replace(column, nullable=True, not_null_name="", not_null_inherited=False)

    def apply(self, catalog: Catalog) -> Catalog:
        before = catalog.table(self.table)
        if before is None:
            return catalog if self.if_exists else catalog.alter(self.table, self.change)
        key = before.constraint(self.name)
        if isinstance(key, Check):
            for name in self.check_heirs(catalog):
                catalog = catalog.alter(name, self.change)
            return catalog
        copies = copies_of(catalog, self.table, self.name) if key is not None else {}
        column = next((c.name for c in before.columns if c.not_null_name == self.name), self.column)
        if self.only and column:
            catalog = with_own_not_null(catalog, self.table, column)
        for name in not_null_heirs(catalog, self.table, column, only=self.only or not column):
            catalog = catalog.alter(name, replace(self, column=column).change)
        for partition, copy in copies.items():
            catalog = catalog.alter(partition, replace(self, name=copy, kind="unknown", column="").change)
        return drop_lost_references(catalog, before) if self.cascade else catalog

    def check_heirs(self, catalog: Catalog) -> list[Name]:
        """The tables that lose a CHECK: this one, and the children that have it from there and from nowhere else."""
        lost = {self.table: None}
        for child in [] if self.only else catalog.descendants(self.table):
            mine = child.constraint(self.name)
            others = [catalog.table(p) for p in parents(child) if p not in lost]
            elsewhere = any(p is not None and p.constraint(self.name) is not None for p in others)
            if isinstance(mine, Check) and mine.inherited and not elsewhere:
                lost[child.name] = None
        return list(lost)


def copies_of(catalog: Catalog, table: Name, name: str) -> dict[Name, str]:
    """The keys, indexes or foreign keys that partitions have from this one of the table above them, all levels."""
    names: dict[Name | None, str] = {table: name}
    found: dict[Name, str] = {}
    for partition in catalog.descendants(table):
        above = names.get(partition.partition_of, "")
        copy = part_of(above, partition) if above else None
        if copy is not None:
            names[partition.name] = found[partition.name] = copy.name
    return found


def part_of(parent: str, partition: Table) -> Key | Index | ForeignKey | Exclusion | None:
    """What a partition has in place of a key, index, foreign key or exclusion of the table above it."""
    groups = (partition.keys, partition.indexes, partition.foreign_keys, partition.exclusions)
    return next((part for group in groups for part in group if part.parent == parent), None)


def with_not_null_inherited(catalog: Catalog, name: Name, column: str, *, inherit: bool) -> Catalog:
    """The catalog after a NOT NULL is, or is no longer, one for the children too: these keep what they have."""
    table = catalog.table(name)
    if table is None:
        return catalog
    columns = tuple(replace(c, not_null_local=not inherit) if c.name == column else c for c in table.columns)
    catalog = catalog.put(replace(table, columns=columns))
    if not inherit:
        return with_own_not_null(catalog, name, column)
    for child in catalog.descendants(name):
        catalog = catalog.put(with_not_null(child, column, before=child))
    return catalog


def on_copies(op: ValidateConstraint | AlterConstraint, catalog: Catalog) -> Catalog:
    """The catalog in which copies, of whatever names, are changed as their foreign key is."""
    for partition, name in copies_of(catalog, op.table, op.name).items():
        catalog = catalog.alter(partition, replace(op, name=name).change)
    return catalog


def parts_renamed(catalog: Catalog, table: Name, old: str, new: str) -> Catalog:
    """The catalog in which partitions of a table, and foreign keys to it, know the new name of a key or index of it."""
    for name in catalog.referencing.get(table, NO_NAMES):
        referrer = catalog.table(name)
        if referrer is not None:
            keys = tuple(
                replace(f, key=new) if f.target == table and f.key == old else f for f in referrer.foreign_keys
            )
            catalog = catalog.put(replace(referrer, foreign_keys=keys))
    for name in catalog.children.get(table, NO_NAMES):
        child = catalog.table(name)
        if child is not None and part_of(old, child) is not None:
            primary = child.primary_key
            renamed = replace(
                child,
                primary_key=replace(primary, parent=new) if primary and primary.parent == old else primary,
                uniques=tuple(replace(k, parent=new) if k.parent == old else k for k in child.uniques),
                indexes=tuple(replace(i, parent=new) if i.parent == old else i for i in child.indexes),
                foreign_keys=tuple(replace(f, parent=new) if f.parent == old else f for f in child.foreign_keys),
                exclusions=tuple(replace(e, parent=new) if e.parent == old else e for e in child.exclusions),
            )
            catalog = catalog.put(renamed)
    return catalog


class RenameConstraint(AlterTable, frozen=True, kw_only=True):
    """RENAME CONSTRAINT; an index that the constraint owns is renamed with it."""

    name: str
    new_name: str
    column: str = ""  # bound: the one whose NOT NULL has this name, given by the server

    def change(self, table: Table) -> Table:
        named = with_constraint_renamed(table, self.name, self.new_name)
        if not self.column:
            return named
        columns = [replace(c, not_null_name=self.new_name) if c.name == self.column else c for c in named.columns]
        return replace(named, columns=tuple(columns))

    def apply(self, catalog: Catalog) -> Catalog:
        table = catalog.table(self.table)
        found = table.constraint(self.name) if table is not None else None
        own = found is not None and not isinstance(found, Check)  # children have this one under a name of their own
        catalog = AlterTable.apply(replace(self, only=True) if own else self, catalog)
        return parts_renamed(catalog, self.table, self.name, self.new_name)


def with_constraint_renamed(table: Table, old: str, new: str) -> Table:
    """The table with a constraint of another name."""
    table = with_key_renamed(table, old, new)
    return replace(
        table,
        foreign_keys=tuple(replace(f, name=new) if f.name == old else f for f in table.foreign_keys),
        checks=tuple(replace(c, name=new) if c.name == old else c for c in table.checks),
        columns=tuple(replace(c, not_null_name=new) if c.not_null_name == old else c for c in table.columns),
    )


def with_key_renamed(table: Table, old: str, new: str) -> Table:
    """The table with a constraint that owns an index under another name."""
    key = table.primary_key
    return replace(
        table,
        primary_key=replace(key, name=new) if key is not None and key.name == old else key,
        uniques=tuple(replace(k, name=new) if k.name == old else k for k in table.uniques),
        exclusions=tuple(replace(e, name=new) if e.name == old else e for e in table.exclusions),
    )


class AlterConstraint(AlterTable, frozen=True, kw_only=True):
    """ALTER CONSTRAINT: deferrability, enforcement, inheritance. Copies of a foreign key follow it, ONLY or not.

    `column` (bound) is the one that the constraint makes NOT NULL.
    """

    name: str
    deferrable: bool | None = None
    initially_deferred: bool = False
    enforced: bool | None = None
    inherit: bool | None = None
    column: str = ""
    kept: tuple[KeptName, ...] = ()  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        if self.column and self.inherit is not None:
            catalog = with_not_null_names(catalog, self.kept)
            return with_not_null_inherited(catalog, self.table, self.column, inherit=self.inherit)
        return on_copies(self, AlterTable.apply(replace(self, only=True), catalog))

    def change(self, table: Table) -> Table:
        keys = []
        for fk in table.foreign_keys:
            altered = fk
            if fk.name == self.name and self.deferrable is not None:
                altered = replace(fk, deferrable=self.deferrable, initially_deferred=self.initially_deferred)
            if fk.name == self.name and self.enforced is not None:
                altered = replace(altered, enforced=self.enforced, validated=self.enforced and fk.validated)
            keys.append(altered)
        return replace(table, foreign_keys=tuple(keys))


class SetConstraints(Operation, frozen=True, kw_only=True):
    """SET CONSTRAINTS ... DEFERRED or IMMEDIATE."""

    names: tuple[str, ...] = ()
    deferred: bool = False
