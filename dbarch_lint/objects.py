"""What a schema is made of: tables, columns, constraints, indexes, types. Immutable values, engine-neutral."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from operator import attrgetter
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.datatypes import Type
from dbarch_lint.deferred import Deferred
from dbarch_lint.expression import Expression as Expression  # noqa: PLC0414 (a part of what is told here)
from dbarch_lint.names import Name, Reads, Rename
from dbarch_lint.source import Origin

replace = msgspec.structs.replace
TableKind = Literal["table", "partitioned", "partition", "foreign"]
ReplicaIdentity = Literal["default", "full", "nothing", "index"]  # default: the primary key


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column. `default` is also the expression of a generated column.

    `unfilled`: the number of the deployment that added it without a default and has not written to it since: every row
    has NULL in it (0: it may hold values). `repeated`: the same where a default gave every row one value, which may be
    another than the default is now. `created`: of the one that added it to a table that was there (0: none).
    `retyped`: where its type was last changed. `staged`: where it was made ready to be left out, by DROP NOT NULL in
    the deployment of the number `staged_in`, or by a name that says it goes.
    """

    name: str
    type: Type
    nullable: bool = True
    default: Expression | None = None
    identity: Literal["", "always", "by default"] = ""
    generated: Literal["", "stored", "virtual"] = ""
    collation: str = ""
    charset: str = ""
    on_update: Expression | None = None  # what every UPDATE of the row writes here
    invisible: bool = False  # SELECT * leaves it out
    comment: str = ""
    draws_from: Name | None = None  # the sequence that gives the default
    default_type: Name | None = None  # the user's type that the default is of, where the column is of another now
    sequence: Name | None = None  # the name that the author gives to the sequence of an identity column
    sequence_options: tuple[tuple[str, str], ...] = ()  # and what is said of its numbers
    inherited: bool = False
    not_null_name: str = ""  # PostgreSQL 18 names its NOT NULL constraints
    not_null_valid: bool = True
    not_null_inherited: bool = False  # only from parents
    not_null_local: bool = False  # NO INHERIT
    unfilled: int = 0
    repeated: int = 0
    created: int = 0
    origin: Origin | None = None
    retyped: Origin | None = None
    staged: Origin | None = None
    staged_in: int = 0


class Key(msgspec.Struct, frozen=True, kw_only=True):
    """A PRIMARY KEY or UNIQUE constraint with the index that it owns."""

    name: str
    columns: tuple[str, ...]
    lengths: tuple[int, ...] = ()  # how much of each column it holds (0: all); empty: all of all
    descending: tuple[bool, ...] = ()  # of each column; empty: none is
    include: tuple[str, ...] = ()
    nulls_distinct: bool = True
    deferrable: bool = False
    initially_deferred: bool = False
    without_overlaps: bool = False
    parent: str = ""  # the key, or index, of the partitioned table that it is a part of
    titles: tuple[str, ...] = ()  # what the index calls all its columns, where they were renamed since
    using_index: str = ""  # in an operation: the index that it takes over
    tablespace: str = ""  # empty: that of the database
    made: int = 0  # orders the keys and indexes of a table by age; as they stand in it, where it is the same
    replica_identity: bool = False  # it is the one that USING INDEX of the table names
    inherited: bool = False
    origin: Origin | None = None


class ForeignKey(msgspec.Struct, frozen=True, kw_only=True):
    """A FOREIGN KEY. Empty `target_columns` mean the primary key of a table that is not known.

    `key` is the name of the key or unique index of the target that it depends on; empty: not known.
    """

    name: str
    columns: tuple[str, ...]
    target: Name
    target_columns: tuple[str, ...] = ()
    key: str = ""
    on_delete: str = "NO ACTION"
    on_update: str = "NO ACTION"
    nulled: tuple[str, ...] = ()  # the columns that SET NULL or SET DEFAULT is limited to; empty: all
    match_full: bool = False
    deferrable: bool = False
    initially_deferred: bool = False
    validated: bool = True
    enforced: bool = True
    inherited: bool = False
    parent: str = ""  # the foreign key of the partitioned table that it is a copy of
    copies: tuple[tuple[Name, str], ...] = ()  # the constraints beside it that stand for partitions of its target
    inline: bool = False  # written as REFERENCES on its column, which some servers pass over
    index: str = ""  # in an operation: the name that the author gives to its index
    origin: Origin | None = None


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """A CHECK constraint."""

    name: str
    expression: Expression
    validated: bool = True
    enforced: bool = True
    no_inherit: bool = False
    inherited: bool = False
    column: str = ""  # that it is written on and goes with
    origin: Origin | None = None


Options = tuple[tuple[str, str], ...]  # storage parameters, by name


class IndexPart(msgspec.Struct, frozen=True, kw_only=True):
    """One part of an index: a column, or an expression (then `column` is empty)."""

    column: str = ""
    expression: Expression | None = None
    collation: str = ""
    opclass: str = ""
    descending: bool = False
    nulls_first: bool = False
    title: str = ""  # what the index calls the column, where it was renamed since
    operator: str = ""  # of an exclusion constraint
    length: int = 0  # only so many characters or bytes of the column; 0: all of it

    @property
    def text(self) -> str:
        if not self.column:
            return f"({self.expression})"
        return f"{self.column}({self.length})" if self.length else self.column


class Exclusion(msgspec.Struct, frozen=True, kw_only=True):
    """An EXCLUDE constraint with the index that it owns."""

    name: str
    method: str
    parts: tuple[IndexPart, ...]
    include: tuple[str, ...] = ()
    where: Expression | None = None
    deferrable: bool = False
    initially_deferred: bool = False
    inherited: bool = False
    parent: str = ""  # as in Key
    tablespace: str = ""
    origin: Origin | None = None


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """An index that no constraint owns."""

    name: str
    parts: tuple[IndexPart, ...]
    unique: bool = False
    method: str = "btree"
    include: tuple[str, ...] = ()
    where: Expression | None = None
    nulls_distinct: bool = True
    valid: bool = True
    visible: bool = True  # the planner may use it
    automatic: bool = False  # the server made it for a foreign key; it goes when another index serves
    inherited: bool = False  # made by a partitioned parent's index
    parent: str = ""  # that index
    titles: tuple[str, ...] = ()  # what it calls its INCLUDE columns, where they were renamed since
    options: Options = ()
    tablespace: str = ""
    comment: str = ""
    made: int = 0  # as in Key
    replica_identity: bool = False  # as in Key
    origin: Origin | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """Its plain columns up to the first expression."""
        plain: list[str] = []
        for part in self.parts:
            if not part.column:
                break
            plain.append(part.column)
        return tuple(plain)

    def uses(self, column: str) -> bool:
        """Whether any part, INCLUDE column or the predicate names this column."""
        return (
            any(p.column == column or (p.expression is not None and column in p.expression.columns) for p in self.parts)
            or column in self.include
            or (self.where is not None and column in self.where.columns)
        )


class Trigger(msgspec.Struct, frozen=True, kw_only=True):
    """A trigger on a table or view."""

    name: str
    timing: str = ""  # BEFORE, AFTER, INSTEAD OF
    events: tuple[str, ...] = ()
    function: Name = Name("", "")
    row: bool = False
    constraint: bool = False
    columns: tuple[str, ...] = ()  # of UPDATE OF
    when: Expression | None = None
    arguments: tuple[str, ...] = ()
    constrained: Name | None = None  # the other table of a constraint trigger, after FROM
    transitions: tuple[tuple[str, str], ...] = ()  # OLD or NEW, and the name of the table of such rows
    deferrable: bool = False
    initially_deferred: bool = False
    enabled: bool = True
    answers: Literal["origin", "replica", "always"] = "origin"  # changes made here, replayed ones, or both
    inherited: bool = False
    origin: Origin | None = None


class Policy(msgspec.Struct, frozen=True, kw_only=True):
    """A row security policy. `reads`: the relations that its subqueries read."""

    name: str
    command: str = "all"
    permissive: bool = True
    roles: tuple[str, ...] = ()
    using: Expression | None = None
    check: Expression | None = None
    reads: tuple[Name, ...] = ()
    origin: Origin | None = None


class Partitioning(msgspec.Struct, frozen=True, kw_only=True):
    """PARTITION BY: `strategy` is range, list or hash."""

    strategy: str
    parts: tuple[IndexPart, ...]
    within: bool = False  # the partitions are parts of the table, not tables of their own

    def reads(self, column: str) -> bool:
        """Whether the key is made of the column, or computed from it."""
        return any(p.column == column or (p.expression and column in p.expression.columns) for p in self.parts)


class Table(msgspec.Struct, frozen=True, kw_only=True):
    """A table. `created` is the number of the deployment that created it (0: history, or not seen at all).

    `partial` marks a table that was altered or referenced before any CREATE TABLE was seen; `clustered` one that had
    an index to be ordered by; `until_commit` one that goes when its transaction ends. `empty_in` is the deployment in
    which it is known to hold no rows (0: not known): only as long as that runs, for the application writes afterwards.
    `staged` is where it got a name that says it goes. `role` owns it; empty, as of all: who runs the migrations.
    """

    name: Name
    kind: TableKind = "table"
    columns: tuple[Column, ...] = ()
    primary_key: Key | None = None
    uniques: tuple[Key, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    checks: tuple[Check, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    policies: tuple[Policy, ...] = ()
    partition_by: Partitioning | None = None
    partition_of: Name | None = None
    partition_default: bool = False
    partition_bound: str = ""  # FOR VALUES ..., as the engine writes it
    server: str = ""  # of a foreign table
    inherits: tuple[Name, ...] = ()
    of_type: Name | None = None
    temporary: bool = False
    until_commit: bool = False
    unlogged: bool = False
    clustered: bool = False
    row_security: bool = False
    force_row_security: bool = False
    replica_identity: ReplicaIdentity = "default"
    options: tuple[tuple[str, str], ...] = ()
    tablespace: str = ""
    role: str = ""
    comment: str = ""
    partial: bool = False
    row_versions: tuple[Origin, ...] = ()  # what left rows of an older shape behind, since the last rebuild (MySQL)
    empty_in: int = 0
    created: int = 0
    origin: Origin | None = None
    staged: Origin | None = None

    def column(self, name: str) -> Column | None:
        """The column of this name, or None."""
        for column in self.columns:
            if column.name == name:
                return column
        return None

    @property
    def keys(self) -> tuple[Key, ...]:
        """Primary key and unique constraints."""
        return (self.primary_key, *self.uniques) if self.primary_key else self.uniques

    @property
    def referable(self) -> dict[frozenset[str], str]:
        """Sets of columns that foreign keys may point to, each with the first key or index that checks it at once."""
        indexes = [i for i in self.indexes if i.unique and i.where is None and len(i.columns) == len(i.parts)]
        every: list[Key | Index] = [*(k for k in self.keys if not k.deferrable), *indexes]
        every.sort(key=attrgetter("made"))
        return {frozenset(k.columns): k.name for k in reversed(every)}

    @property
    def linked_columns(self) -> frozenset[str]:
        """The columns of keys and foreign keys."""
        return frozenset([name for group in (self.keys, self.foreign_keys) for key in group for name in key.columns])

    @property
    def constraint_names(self) -> Iterator[str]:
        names = [c.name for group in (self.keys, self.foreign_keys, self.checks, self.exclusions) for c in group]
        return iter(names + [c.not_null_name for c in self.columns if c.not_null_name])

    @property
    def index_names(self) -> Iterator[str]:
        """Names of all indexes, those owned by constraints too."""
        return iter([k.name for k in self.keys] + [e.name for e in self.exclusions] + [i.name for i in self.indexes])

    def constraint(self, name: str) -> Key | ForeignKey | Check | Exclusion | None:
        """The constraint of this name, or None."""
        groups = (self.keys, self.foreign_keys, self.checks, self.exclusions)
        return next((c for group in groups for c in group if c.name == name), None)

    def index(self, name: str) -> Index | None:
        """The index of this name that no constraint owns, or None."""
        return next((i for i in self.indexes if i.name == name), None)

    def unique_over(self, columns: Iterable[str]) -> Key | Index | None:
        """A key or full unique index over exactly these columns in any order, or None."""
        wanted = frozenset(columns)
        for key in self.keys:
            if frozenset(key.columns) == wanted:
                return key
        for index in self.indexes:
            whole = index.unique and index.where is None and len(index.columns) == len(index.parts)
            if whole and frozenset(index.columns) == wanted:
                return index
        return None

    def covering_index(self, columns: tuple[str, ...]) -> Key | Index | None:
        """An index that finds rows by all of `columns`: they are its first parts in any order.

        Full, or partial only by IS NOT NULL on those columns; valid; B-tree or hash.
        """
        index, found = self.narrowing_index(columns)
        return index if len(found) == len(frozenset(columns)) else None

    def narrowing_index(self, columns: tuple[str, ...]) -> tuple[Key | Index | None, tuple[str, ...]]:
        """The index that narrows a search by `columns` most, and which of them begin it. Usable as above."""
        wanted = frozenset(columns)
        usable = [i for i in self.indexes if i.valid and i.method in {"btree", "hash"} and not excludes_rows(i, wanted)]
        best: tuple[Key | Index | None, tuple[str, ...]] = (None, ())
        every: list[Key | Index] = [*self.keys, *usable]
        for index in every:
            found = tuple(dict.fromkeys(takewhile(wanted.__contains__, index.columns)))
            if len(found) > len(best[1]):
                best = (index, found)
        return best


def excludes_rows(index: Index, columns: frozenset[str]) -> bool:
    """Whether an index leaves out more than the rows with NULL in some of these columns."""
    if index.where is None:
        return False
    parts = index.where.text.replace("(", "").replace(")", "").split(" AND ")
    allowed = {f"{column} IS NOT NULL" for column in columns}
    return not all(part.replace('"', "") in allowed for part in parts)


class View(msgspec.Struct, frozen=True, kw_only=True):
    """A view or materialized view; `uses` are the relations that it reads, `columns_used` what it names of them.

    `columns_read` says of which relation each column is. `renames`: what has been renamed since, of what it reads.
    `stars`: what each `*` of its query meant when it was made, as pairs of the name in FROM and the column.
    """

    name: Name
    materialized: bool = False
    columns: tuple[str, ...] = ()
    uses: frozenset[Name] = frozenset()
    columns_used: frozenset[str] = frozenset()
    columns_read: Deferred[Reads] = Deferred(frozenset)
    renames: tuple[Rename, ...] = ()
    stars: tuple[tuple[tuple[str, str], ...], ...] = ()
    indexes: tuple[Index, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    populated: bool = True
    options: Options = ()
    tablespace: str = ""
    role: str = ""
    comment: str = ""
    created: int = 0
    origin: Origin | None = None

    def uses_column(self, relation: Name, column: str) -> bool:
        """Whether it reads this column of this relation."""
        unsaid = self.origin is not None and not self.renames and not self.origin.statement.may_name(column)
        return not unsaid and not self.columns_read.value.isdisjoint({(relation, column), (relation, "*")})

    def following(self, rename: Rename) -> View:
        """The view after a relation that it reads, or a column of it, got a new name."""
        new, read = rename.new, self.columns_read
        uses = self.uses - {rename.relation} | {new} if isinstance(new, Name) else self.uses
        now = Deferred(lambda: rename.of(read.value))
        return replace(self, uses=uses, columns_read=now, renames=(*self.renames, rename))


class Sequence(msgspec.Struct, frozen=True, kw_only=True):
    """A sequence; `owner` is the table and column that it dies with (and the role is that of the table, not `role`)."""

    name: Name
    type: str = "bigint"
    owner: Name | None = None
    owner_column: str = ""
    identity: bool = False
    options: tuple[tuple[str, str], ...] = ()  # start, increment, minvalue, maxvalue, cache, cycle
    role: str = ""
    created: int = 0
    origin: Origin | None = None


class IndexEntry(msgspec.Struct, frozen=True):
    """An index's place among the relations: it shares the name space of tables."""

    name: Name
    table: Name


class Enum(msgspec.Struct, frozen=True, kw_only=True):
    """An enumerated type."""

    name: Name
    values: tuple[str, ...]
    role: str = ""
    created: int = 0
    origin: Origin | None = None


class Domain(msgspec.Struct, frozen=True, kw_only=True):
    """A domain."""

    name: Name
    type: Type
    nullable: bool = True
    default: Expression | None = None
    checks: tuple[Check, ...] = ()
    collation: str = ""
    role: str = ""
    created: int = 0
    origin: Origin | None = None


class Composite(msgspec.Struct, frozen=True, kw_only=True):
    """A composite, range or other user-defined type: `kind` says which."""

    name: Name
    kind: str = "composite"
    columns: tuple[Column, ...] = ()
    role: str = ""
    created: int = 0
    origin: Origin | None = None


class Function(msgspec.Struct, frozen=True, kw_only=True):
    """A function, procedure or aggregate, told apart by its argument types; the last `optional` have defaults.

    `makes`: its body may make objects, which nobody sees when it is called.
    """

    name: Name
    arguments: tuple[str, ...] = ()
    optional: int = 0
    returns: str = ""
    language: str = ""
    kind: str = "function"
    volatility: Literal["immutable", "stable", "volatile"] = "volatile"
    security_definer: bool = False
    makes: bool = False
    settings: tuple[str, ...] = ()
    role: str = ""
    created: int = 0
    origin: Origin | None = None


Relation: TypeAlias = Table | View | Sequence | IndexEntry
UserType: TypeAlias = Enum | Domain | Composite
NO_NAMES: frozenset[Name] = frozenset()
