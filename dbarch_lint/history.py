"""What the history says that the final catalog does not: what was dropped on purpose, filled, copied and granted.

It is evidence for the rules on design, gathered while the migrations are replayed, a look-up an operation.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, ForeignKey, IndexEntry, Table
from dbarch_lint.operations import (
    CreateTable,
    Delete,
    DropColumn,
    DropConstraint,
    DropIndex,
    DropNotNull,
    DropTable,
    Grant,
    Insert,
    Operation,
    RenameColumn,
    RenameTable,
    SetNotNull,
    Update,
)

if TYPE_CHECKING:
    from dbarch_lint.migrations import Migration
    from dbarch_lint.replay import Replayed, Step
    from dbarch_lint.source import Origin

ColumnName: TypeAlias = tuple[Name, str]
T = TypeVar("T")


class Right(msgspec.Struct, frozen=True):
    """Whom a privilege is granted to, on what: `kind` is table, function, schema, ... or default."""

    kind: str
    name: Name
    grantee: str
    privilege: str  # "all", or one word


class History:
    """The replayed past. Names are those of the end: what was renamed is known by its new name."""

    def __init__(self) -> None:
        self.length = 0  # migrations so far
        self.latest: Migration | None = None
        self.unreferenced: set[ColumnName] = set()  # a foreign key on them was dropped, and the column stayed
        self.filled: dict[ColumnName, Update] = {}  # the latest UPDATE that gave all rows a value
        self.tightened: set[ColumnName] = set()  # they were set NOT NULL at some time
        self.loosened: set[ColumnName] = set()  # their NOT NULL was dropped at some time
        self.seeded: set[Name] = set()  # the migrations insert rows into them
        self.thinned: set[Name] = set()  # the migrations delete rows of them
        self.copied: dict[Name, CreateTable] = {}  # made of what a query found
        self.dropped: dict[ColumnName, DropColumn] = {}  # columns that a table had once
        self.made: dict[Name, int] = {}  # the migration that had the first table of a name
        self.granted: dict[Right, Grant] = {}
        self.revoked: dict[Right, Grant] = {}
        self.renamed: dict[ColumnName, tuple[str, RenameColumn]] = {}  # what a column was called before
        self._numbers: dict[str, int] = {}
        self._stripped: dict[Name, list[tuple[Operation, Table, Table]]] = {}  # of a key or an index: before, after

    def add(self, replayed: Replayed) -> None:
        """Take one migration in."""
        self.length += 1
        self.latest = replayed.migration
        self._numbers[replayed.migration.source.path] = self.length
        for step in replayed.steps:
            record = RECORDS.get(type(step.operation))
            if record is not None:
                record(self, step.operation, step)

    def age(self, at: Origin | Operation | None) -> int:
        """How many migrations came after the one in which something was written; 0 where it is not known."""
        return self.length - (self._number(at) or self.length)

    def precedes(self, table: Name, column: Column, other: Name) -> bool:
        """Whether a migration gave a column its name before one made the other table: it meant something else then."""
        _, renaming = self.renamed.get((table, column.name), ("", None))
        named = max(self._number(column.origin), self._number(renaming))
        return 0 < named < self.made.get(other, 0)

    def when(self, origin: Origin | None) -> tuple[int, int]:
        """When something was written, to be compared with others: the migration, and the place in it."""
        return (self._number(origin), origin.span.start) if origin is not None else (0, 0)

    def _number(self, at: Origin | Operation | None) -> int:
        return self._numbers.get(at.statement.source.path, 0) if at is not None else 0

    def ended(self, name: Name, held: Callable[[Table], bool]) -> Operation | None:
        """The latest operation that took a key or an index of a table away, and with it what held until then."""
        losses = reversed(self._stripped.get(name, ()))
        return next((op for op, before, after in losses if held(before) and not held(after)), None)

    # --- records

    def dropped_part(self, op: DropColumn | DropConstraint | DropIndex, step: Step) -> None:
        before, after = (c.table(op.table) if op.table is not None else None for c in (step.before, step.after))
        if before is not None and after is not None and not {*before.index_names}.issubset(after.index_names):
            self._stripped.setdefault(after.name, []).append((op, before, after))

    def dropped_constraint(self, op: DropConstraint, step: Step) -> None:
        self.dropped_part(op, step)
        table = step.before.table(op.table)
        constraint = table.constraint(op.name) if table is not None else None
        if isinstance(constraint, ForeignKey):
            self.unreferenced.update((op.table, column) for column in constraint.columns)

    def updated(self, op: Update, step: Step) -> None:  # noqa: ARG002 (one shape for all records)
        terms = op.where.terms if op.where is not None else ()
        for column in op.given:
            unset = len(terms) == 1 and terms[0].operator == "is null" and terms[0].column == column
            if not op.has_where or (unset and op.where is not None and op.where.columns == {column}):
                self.filled[op.table, column] = op

    def inserted(self, op: Insert, step: Step) -> None:  # noqa: ARG002
        if op.rows:
            self.seeded.add(op.table)

    def deleted(self, op: Delete, step: Step) -> None:  # noqa: ARG002
        self.thinned.add(op.table)

    def set_not_null(self, op: SetNotNull, step: Step) -> None:  # noqa: ARG002
        self.tightened.add((op.table, op.column))

    def dropped_column(self, op: DropColumn, step: Step) -> None:
        self.dropped_part(op, step)
        self.dropped[op.table, op.column] = op

    def dropped_not_null(self, op: DropNotNull, step: Step) -> None:  # noqa: ARG002
        self.loosened.add((op.table, op.column))

    def created(self, op: CreateTable, step: Step) -> None:  # noqa: ARG002
        self.made.setdefault(op.table, self.length)
        if op.filled:
            self.copied[op.table] = op

    def dropped_table(self, op: DropTable, step: Step) -> None:  # noqa: ARG002
        self.copied.pop(op.table, None)
        self._stripped.pop(op.table, None)

    def renamed_table(self, op: RenameTable, step: Step) -> None:  # noqa: ARG002
        old, new = op.table, op.table.sibling(op.new_name)
        self.made.setdefault(new, self.made.get(old, 0))
        for tables in (self.seeded, self.thinned):
            if old in tables:
                tables.add(new)
        for columns in (self.unreferenced, self.tightened, self.loosened):
            columns.update([(new, column) for table, column in columns if table == old])
        moved(self.filled, old, new)
        moved(self.dropped, old, new)
        moved(self.renamed, old, new)
        if old in self.copied:
            self.copied[new] = self.copied.pop(old)
        if old in self._stripped:
            self._stripped[new] = self._stripped.pop(old)

    def renamed_column(self, op: RenameColumn, step: Step) -> None:  # noqa: ARG002
        old, new = (op.table, op.column), (op.table, op.new_name)
        self.renamed[new] = (op.column, op)
        for columns in (self.unreferenced, self.tightened, self.loosened):
            if old in columns:
                columns.add(new)
        if old in self.filled:
            self.filled[new] = self.filled.pop(old)

    def grant(self, op: Grant, step: Step) -> None:
        to, other = (self.revoked, self.granted) if op.revoke else (self.granted, self.revoked)
        for name in meant(op, step.after):
            for grantee in op.grantees:
                if op.revoke and not op.privileges:
                    for right in [r for r in other if (r.kind, r.name, r.grantee) == (op.kind, name, grantee)]:
                        del other[right]
                for privilege in op.privileges or ("all",):
                    right = Right(op.kind, name, grantee, privilege)
                    other.pop(right, None)
                    to[right] = op


def meant(op: Grant, catalog: Catalog) -> tuple[Name, ...]:
    """The objects that a GRANT is on; of a whole schema, the tables that it has by then."""
    if not op.all_in_schema:
        return op.names or (Name("", ""),)
    if op.kind != "table":
        return op.names
    schemas = {name.name for name in op.names}
    return tuple(name for name, r in catalog.relations.items() if name.schema in schemas and type(r) is not IndexEntry)


def moved(columns: dict[ColumnName, T], old: Name, new: Name) -> None:
    """Give what is known of a table's columns to its new name."""
    for table, column in [key for key in columns if key[0] == old]:
        columns[new, column] = columns.pop((table, column))


RECORDS: dict[type[Operation], Callable[..., None]] = {
    CreateTable: History.created,
    Delete: History.deleted,
    DropColumn: History.dropped_column,
    DropConstraint: History.dropped_constraint,
    DropIndex: History.dropped_part,
    DropNotNull: History.dropped_not_null,
    DropTable: History.dropped_table,
    Grant: History.grant,
    Insert: History.inserted,
    RenameColumn: History.renamed_column,
    RenameTable: History.renamed_table,
    SetNotNull: History.set_not_null,
    Update: History.updated,
}
