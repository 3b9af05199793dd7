"""Operations on columns."""

from __future__ import annotations

from typing import Literal

from dbarch_lint.catalog import Catalog, parents
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Expression, Index, IndexPart, Key, Sequence, Table, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.not_null import KeptName, not_null_heirs, with_not_null_names, with_own_not_null
from dbarch_lint.operations.parts import NewName, with_new_names, with_remade_last
from dbarch_lint.source import Origin

# How a default is computed when rows are already there:
DefaultWord = Literal["none", "implicit", "constant", "stable", "volatile", "unknown"]  # implicit: the type's zero
ALIKE: frozenset[DefaultWord] = frozenset({"implicit", "constant", "stable"})  # all of them get one and the same
TypeChange = Literal["none", "binary", "reindex", "rewrite", "unknown"]


class AlterTable(Operation, frozen=True, kw_only=True):
    """An action on an existing table; `only` leaves the children out."""

    table: Name
    if_exists: bool = False
    only: bool = False

    def change(self, table: Table) -> Table:
        """The table after the action."""
        return table

    def apply(self, catalog: Catalog) -> Catalog:
        if self.if_exists and self.table not in catalog.relations:
            return catalog
        return catalog.alter(self.table, self.change, recurse=not self.only)


class AlterColumn(AlterTable, frozen=True, kw_only=True):
    """An action on one column."""

    column: str

    def change(self, table: Table) -> Table:
        columns = tuple([self.alter(c) if c.name == self.column else c for c in table.columns])
        return replace(table, columns=columns)

    def alter(self, column: Column) -> Column:
        """The column after the action."""
        return column


class AddColumn(AlterTable, frozen=True, kw_only=True):
    """ADD COLUMN. Constraints written on it are operations of their own, right after it.

    `default` says how rows already there get their value; `exists`: IF NOT EXISTS finds it there.
    `constrained_domain`: the column's type is a domain with constraints, which rewrites the table on PostgreSQL;
    `domain_not_null`: NOT NULL is one of them; `notable` as in CreateTable.
    """

    column: Column
    if_not_exists: bool = False
    default: DefaultWord = "none"
    constrained_domain: bool = False
    domain_not_null: bool = False
    exists: bool = False
    notable: tuple[str, ...] = ()
    binds_children: bool = False  # bound: NOT NULL holds for a column that a child has already, too
    sequence: Sequence | None = None  # bound: of a serial or identity column
    after: str | None = None  # the column that it comes after; empty: it comes first; None: at the end

    @property
    def wants_value(self) -> bool:
        """Whether every row must have a value in the column and gets none: this fails as soon as there is a row.

        What comes after it therefore meets an empty table.
        """
        required = self.domain_not_null or not self.column.nullable
        return required and self.default == "none" and not self.column.generated and not self.exists

    def apply(self, catalog: Catalog) -> Catalog:
        if self.exists or (self.if_exists and self.table not in catalog.relations):
            return catalog
        now, alike = catalog.deployment, self.default in ALIKE and not self.column.generated
        unfilled = now if self.default == "none" and not self.column.identity else 0
        column = replace(self.column, unfilled=unfilled, repeated=now if alike else 0, created=now)
        emptied = {"empty_in": now} if self.wants_value else {}

        def change(table: Table) -> Table:
            if table.column(column.name) is not None:
                merged = self.binds_children and table.name != self.table
                return with_not_null(table, column.name, before=table) if merged else table
            own = column
            if table.name != self.table:
                own = replace(column, inherited=True, not_null_inherited=not column.nullable)
            return replace(table, columns=placed(table.columns, own, self.after), **emptied)

        catalog = catalog.alter(self.table, change, recurse=not self.only)
        return catalog.put(replace(self.sequence, created=catalog.deployment)) if self.sequence is not None else catalog


def placed(columns: tuple[Column, ...], new: Column, after: str | None) -> tuple[Column, ...]:
    """The columns with a new one in its place: as `AddColumn.after` says."""
    if after is None:
        return (*columns, new)
    at = next((i + 1 for i, c in enumerate(columns) if c.name == after), len(columns)) if after else 0
    return (*columns[:at], new, *columns[at:])


class DropColumn(AlterColumn, frozen=True, kw_only=True):
    """DROP COLUMN, with the indexes and constraints that go with it.

    `replaced`: the same statement adds another of that name, and indexes go on with that one (MySQL).
    """

    cascade: bool = False
    missing_ok: bool = False
    replaced: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.if_exists and self.table not in catalog.relations:
            return catalog
        if self.replaced:
            return catalog.alter(
                self.table, lambda t: replace(t, columns=tuple(c for c in t.columns if c.name != self.column))
            )
        if catalog.table(self.table) is None:
            return catalog.alter(self.table, lambda t: without_column(t, self.column))
        for name in heirs(catalog, self.table, self.column, only=self.only):
            catalog = drop_column(catalog, name, self.column, cascade=self.cascade)
        return catalog


def heirs(catalog: Catalog, table: Name, column: str, *, only: bool) -> list[Name]:
    """The tables that lose a column with this one: children that have it from there and from nowhere else."""
    lost = {table: None}
    for child in [] if only else catalog.descendants(table):
        mine = child.column(column)
        others = [catalog.table(p) for p in parents(child) if p not in lost]
        elsewhere = any(p is not None and p.column(column) is not None for p in others)
        if mine is not None and mine.inherited and not elsewhere:
            lost[child.name] = None
    return list(lost)


def drop_column(catalog: Catalog, name: Name, column: str, *, cascade: bool) -> Catalog:
    """Drop a column of one table, with what is generated from it and the sequences that it owns.

    CASCADE takes the views that read any of them.
    """
    readers = sorted(catalog.users.get(name, NO_NAMES)) if cascade else ()
    lost = lost_columns(catalog.table(name), column) if readers else ()
    for reader in readers:
        view = catalog.view(reader)
        if view is not None and any(view.uses_column(name, each) for each in lost):
            from dbarch_lint.operations.tables import drop_relation

            catalog = drop_relation(catalog, reader, cascade=True)
    for owned in catalog.sequences_of.get(name, NO_NAMES):
        sequence = catalog.relations.get(owned)
        if type(sequence) is Sequence and sequence.owner_column == column:
            catalog = catalog.drop(owned)
    before = catalog.table(name)
    if before is None:
        return catalog
    return drop_lost_references(catalog.put(without_column(before, column)), before)


def lost_columns(table: Table | None, column: str) -> set[str]:
    """A column, and those that are generated from it."""
    if table is None:
        return {column}
    kept = {c.name for c in without_column(table, column).columns}
    return {column, *(c.name for c in table.columns if c.name not in kept)}


def drop_lost_references(catalog: Catalog, before: Table) -> Catalog:
    """Drop the foreign keys of other tables that pointed to a key which `before` had and its successor has not."""
    after = catalog.table(before.name)
    if after is None or (
        before.primary_key is after.primary_key and before.uniques == after.uniques and before.indexes == after.indexes
    ):
        return catalog
    names = set(before.index_names).difference(after.index_names)
    columns = before.referable.keys() - after.referable.keys()
    for referrer in catalog.referencing.get(before.name, NO_NAMES) if names else ():
        table = catalog.table(referrer)
        if table is not None:
            kept = tuple(
                fk
                for fk in table.foreign_keys
                if fk.target != before.name
                or (fk.key not in names if fk.key else frozenset(fk.target_columns) not in columns)
            )
            if len(kept) != len(table.foreign_keys):
                catalog = catalog.put(replace(table, foreign_keys=kept))
    return catalog


def without_column(table: Table, column: str) -> Table:
    """The table without a column and without all that names it."""
    for other in table.columns:  # what is computed from it goes too
        if other.generated and other.name != column and other.default is not None and column in other.default.columns:
            table = without_column(table, other.name)

    def in_key(key: Key | None) -> bool:
        return key is not None and (column in key.columns or column in key.include)

    return replace(
        table,
        columns=tuple([c for c in table.columns if c.name != column]),
        policies=tuple([p for p in table.policies if not any(e and column in e.columns for e in (p.using, p.check))]),
        triggers=tuple(
            [t for t in table.triggers if column not in t.columns and not (t.when and column in t.when.columns)]
        ),
        primary_key=None if in_key(table.primary_key) else table.primary_key,
        uniques=tuple([k for k in table.uniques if not in_key(k)]),
        foreign_keys=tuple([fk for fk in table.foreign_keys if column not in fk.columns]),
        checks=tuple([c for c in table.checks if c.column != column and column not in c.expression.columns]),
        exclusions=tuple([e for e in table.exclusions if not part_uses(e.parts, e.where, column)]),
        indexes=tuple([i for i in table.indexes if not i.uses(column)]),
    )


def part_uses(parts: tuple[IndexPart, ...], where: Expression | None, column: str) -> bool:
    """Whether parts or predicate of an index-like thing name the column."""
    return Index(name="", parts=parts, where=where).uses(column)


class AlterColumnType(AlterColumn, frozen=True, kw_only=True):
    """ALTER COLUMN ... TYPE. `old` is the type before (None: unknown), `type_change` what the server must do.

    `indexed`, `checked`, `referenced`: whether indexes, CHECKs or foreign keys hang on the column.
    """

    type: Type
    collation: str = ""
    using: Expression | None = None
    old: Type | None = None
    type_change: TypeChange = "unknown"
    zone_decides: bool = False  # bound: it rewrites or not by the session's time zone, which the migrations do not set
    nature: str = ""  # bound: the kind of change, in the engine's words
    rebuilds: tuple[str, ...] = ()  # names of the indexes that are built again
    rechecks: bool = False  # a CHECK on the column is verified again
    defaults: tuple[tuple[Name, Expression], ...] = ()  # bound, by table: those that say now of what type they are
    renamed: tuple[NewName, ...] = ()  # bound: what partitions have of indexes and foreign keys that are made again

    def alter(self, column: Column) -> Column:
        retyped = Origin(self.statement, self.offset)
        repeated = column.repeated if self.using is None else 0
        column = self.with_default(column)
        return replace(column, type=self.type, collation=self.collation, retyped=retyped, repeated=repeated)

    def with_default(self, column: Column) -> Column:
        """A column with a default that stays of the type that the column was of."""
        was = column.type
        if column.default is None or column.generated or was.builtin or not was.schema or was.same(self.type):
            return column
        return replace(column, default_type=column.default_type or Name(was.schema, was.name))

    def change(self, table: Table) -> Table:
        said = dict(self.defaults).get(table.name) if self.defaults else None
        if said is not None:
            columns = tuple([replace(c, default=said) if c.name == self.column else c for c in table.columns])
            table = replace(table, columns=columns)
        return with_remade_last(with_new_titles(AlterColumn.change(self, table), self.column), self.column)

    def apply(self, catalog: Catalog) -> Catalog:
        catalog = self.with_checks(with_new_names(AlterTable.apply(self, catalog), self.renamed))
        for table in (self.table, *(child.name for child in catalog.descendants(self.table))):
            for owned in catalog.sequences_of.get(table, NO_NAMES):
                sequence = catalog.relations.get(owned)
                if type(sequence) is Sequence and sequence.identity and sequence.owner_column == self.column:
                    catalog = catalog.put(replace(sequence, type=str(self.type)))
        return catalog

    def with_checks(self, catalog: Catalog) -> Catalog:
        """CHECKs on the column are made again, and are as little valid in the children as they are here."""
        table = catalog.table(self.table)
        again = {c.name for c in (table.checks if table is not None else ()) if not c.validated}
        for child in catalog.descendants(self.table) if again else ():
            made = [c for c in child.checks if c.inherited and c.name in again and self.column in c.expression.columns]
            checks = tuple([replace(c, validated=False) if c in made else c for c in child.checks])
            catalog = catalog.put(replace(child, checks=checks))
        return catalog


def with_new_titles(table: Table, column: str) -> Table:
    """A table whose indexes over a column were made again: they call their columns what these are called now."""

    def key(k: Key) -> Key:
        return replace(k, titles=()) if k.titles and column in (*k.columns, *k.include) else k

    def index(i: Index) -> Index:
        if not i.uses(column) or not (i.titles or any(p.title for p in i.parts)):
            return i
        return replace(i, titles=(), parts=tuple(replace(p, title="") for p in i.parts))

    primary = table.primary_key
    return replace(
        table,
        primary_key=key(primary) if primary is not None else None,
        uniques=tuple(map(key, table.uniques)),
        indexes=tuple(map(index, table.indexes)),
    )


class SetDefault(AlterColumn, frozen=True, kw_only=True):
    """ALTER COLUMN ... SET DEFAULT. `forgotten`: it is NULL, which the server does not keep."""

    value: Expression
    forgotten: bool = False  # bound
    draws_from: Name | None = None  # bound

    def alter(self, column: Column) -> Column:
        if self.forgotten:
            return replace(column, default=None, draws_from=None, default_type=None)
        return replace(column, default=self.value, draws_from=self.draws_from, default_type=None)


class DropDefault(AlterColumn, frozen=True, kw_only=True):
    """ALTER COLUMN ... DROP DEFAULT."""

    clock: bool = False  # bound: what every UPDATE writes there goes too

    def alter(self, column: Column) -> Column:
        on_update = None if self.clock else column.on_update
        return replace(column, default=None, draws_from=None, default_type=None, on_update=on_update)


class SetNotNull(AlterColumn, frozen=True, kw_only=True):
    """SET NOT NULL, or ADD CONSTRAINT ... NOT NULL.

    `proof` says why the server need not scan: a validated CHECK (its name is in `proven_by`), the column is
    NOT NULL already, or the table is new.  Empty: it scans. `no_inherit`: children go without it. `as_constraint`: it
    is written as ADD CONSTRAINT, which asks more of a NOT NULL that is there. `converts_nulls`: the server writes a
    value of its own in the place of each NULL, without an error.
    """

    name: str = ""
    as_constraint: bool = False
    validated: bool = True
    no_inherit: bool = False
    proof: Literal["", "check", "already", "unknown"] = ""
    proven_by: str = ""
    converts_nulls: bool = False
    kept: tuple[KeptName, ...] = ()  # bound

    def alter(self, column: Column) -> Column:
        name = self.name or ("" if column.nullable else column.not_null_name)
        valid, column = self.validated, replace(column, staged=None)
        column = replace(column, not_null_local=column.not_null_local or self.no_inherit)
        return replace(column, nullable=False, not_null_name=name, not_null_valid=valid, not_null_inherited=False)

    def apply(self, catalog: Catalog) -> Catalog:
        here = replace(self, only=True) if self.no_inherit else self
        return AlterColumn.apply(here, with_not_null_names(catalog, self.kept))

    def change(self, table: Table) -> Table:
        altered = AlterColumn.change(self, table)
        return altered if table.name == self.table else with_not_null(altered, self.column, before=table)


def with_not_null(altered: Table, column: str, *, before: Table) -> Table:
    """A child whose column became NOT NULL: by its parent alone, unless it was so before."""
    was = before.column(column)
    only = was is not None and (was.nullable or was.not_null_inherited)
    columns = tuple(
        replace(c, nullable=False, not_null_inherited=only) if c.name == column else c for c in altered.columns
    )
    return replace(altered, columns=columns)


class DropNotNull(AlterColumn, frozen=True, kw_only=True):
    """DROP NOT NULL. `children_keep_own`: a child that says NOT NULL itself goes on to do so."""

    children_keep_own: bool = False  # bound
    deployment: int = 0  # that it is applied in

    def apply(self, catalog: Catalog) -> Catalog:
        op = replace(self, deployment=catalog.deployment)
        table = catalog.table(self.table)
        if not self.children_keep_own or table is None:
            return AlterColumn.apply(op, catalog)
        column = table.column(self.column)
        if column is not None and column.nullable:
            return catalog
        if self.only:
            catalog = with_own_not_null(catalog, self.table, self.column)
        for name in not_null_heirs(catalog, self.table, self.column, only=self.only):
            catalog = catalog.alter(name, op.change)
        return catalog

    def alter(self, column: Column) -> Column:
        staged = Origin(self.statement, self.offset)
        return replace(
            column, nullable=True, not_null_name="", not_null_inherited=False, staged=staged, staged_in=self.deployment
        )


class SetExpression(AlterColumn, frozen=True, kw_only=True):
    """SET EXPRESSION of a generated column (PostgreSQL 17)."""

    value: Expression
    stored: bool = True
    renamed: tuple[NewName, ...] = ()  # bound, as in AlterColumnType

    def alter(self, column: Column) -> Column:
        return replace(column, default=self.value)

    def change(self, table: Table) -> Table:
        return with_remade_last(with_new_titles(AlterColumn.change(self, table), self.column), self.column)

    def apply(self, catalog: Catalog) -> Catalog:
        return with_new_names(AlterTable.apply(self, catalog), self.renamed)


class DropExpression(AlterColumn, frozen=True, kw_only=True):
    """DROP EXPRESSION: a stored generated column becomes an ordinary one."""

    missing_ok: bool = False

    def alter(self, column: Column) -> Column:
        return replace(column, generated="", default=None) if column.generated else column


class SetColumnOption(AlterColumn, frozen=True, kw_only=True):
    """Settings of a column that change no value: `option` is statistics, storage, compression, attribute or options;
    of MySQL visible or invisible.
    """

    option: str
    value: str = ""

    def alter(self, column: Column) -> Column:
        seen = {"visible": False, "invisible": True}.get(self.option)
        return replace(column, invisible=seen) if seen is not None else column
