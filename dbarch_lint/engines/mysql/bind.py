"""Binding: names as their tables spell them, names for what has none, and the words that fact tables match on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.mysql import columns, create, naming, words
from dbarch_lint.engines.mysql.redefine import redefined
from dbarch_lint.engines.mysql.row_versions import with_row_versions
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import Index, Key, Table, replace
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session

Bound = Operation | Sequence[Operation]
OFF = frozenset({"0", "off", "OFF", "false", "FALSE"})
CREATED = (ops.CreateTable, ops.CreateView, ops.CreateSequence)


def binder(*, mariadb: bool) -> Callable[[Operation, Catalog, Session, int], Bound]:
    """The `bind` of one of the two families."""

    def bind(op: Operation, catalog: Catalog, session: Session, version: int) -> Bound:
        scope = Scope(catalog, session, version, mariadb=mariadb)
        op = with_names(op, scope)
        special = SPECIAL.get(type(op))
        bound = special(op, scope) if special is not None else op
        return bound if mariadb else with_row_versions(bound, scope)

    return bind


def with_names(op: Operation, scope: Scope) -> Operation:
    """Tables and columns as the catalog knows them."""
    changes: dict[str, Any] = {}
    table: Name | None = getattr(op, "table", None)
    if table is not None and table.name:
        found = scope.made(table, op) if isinstance(op, CREATED) else scope.relation(table)
        if found is not table:
            changes["table"] = table = found
    column = getattr(op, "column", None)
    if table is not None and type(column) is str and column:
        known = scope.column(table, column)
        if known != column:
            changes["column"] = known
    reads = getattr(op, "reads", None)
    if reads:
        changes["reads"] = scope.relations(reads)
    other = getattr(op, "other", None)
    if other is not None:
        changes["other"] = scope.relation(other)
    return replace(op, **changes) if changes else op


def table_of(op: Any, scope: Scope) -> Table | None:
    """The table of an operation, where known."""
    return scope.catalog.table(op.table) if op.table is not None else None


# --- columns


def add_column(op: ops.AddColumn, scope: Scope) -> Bound:
    """ADD COLUMN: how rows that are there get their value, and where it goes."""
    table = table_of(op, scope)
    exists = table is not None and scope.column(op.table, op.column.name) in {c.name for c in table.columns}
    after = scope.column(op.table, op.after) if op.after else op.after
    column = columns.bound(op.column, columns.of_table(table), scope)
    column = columns.following(column, columns.before(table, after)) if table is not None else column
    bound = replace(op, column=column, default=words.default_word(column), exists=exists, after=after)
    check = columns.json_check(op.column, scope)
    if check is None or exists:
        return bound
    base: dict[str, Any] = {
        "statement": op.statement,
        "offset": op.offset,
        "requested": op.requested,
        "beside": op.beside,
    }
    return (bound, ops.AddCheck(**base, table=op.table, constraint=check, column=column.name, column_new=True))


def drop_column(op: ops.DropColumn, scope: Scope) -> Bound:
    """DROP COLUMN: MySQL takes the column out of the indexes that hold it, and drops those that hold nothing else."""
    table = table_of(op, scope)
    if table is None or op.replaced:
        return op
    narrowed: list[ops.NarrowIndex] = []
    for index in table.indexes:
        if len(index.parts) > 1 and any(p.column == op.column for p in index.parts):
            parts = tuple(p for p in index.parts if p.column != op.column)
            narrowed.append(narrow(op, index, replace(index, parts=parts)))
    for key in table.keys:
        if len(key.columns) > 1 and op.column in key.columns:
            rest = tuple(c for c in key.columns if c != op.column)
            lengths = tuple(n for c, n in zip(key.columns, key.lengths, strict=False) if c != op.column)
            down = tuple(d for c, d in zip(key.columns, key.descending, strict=False) if c != op.column)
            narrowed.append(narrow(op, key, replace(key, columns=rest, lengths=lengths, descending=down)))
    return (*narrowed, *freed(narrowed, table, scope), op) if narrowed else op


def freed(narrowed: Sequence[ops.NarrowIndex], table: Table, scope: Scope) -> Iterator[ops.DropIndex]:
    """The ends of indexes that the server made for foreign keys which the narrower indexes now serve."""
    names = {op.name for op in narrowed}
    others = replace(table, indexes=tuple(i for i in table.indexes if i.name not in names))
    for op in narrowed:
        for index in create.without_automatic(others, serving(op.index, table, scope))[1]:
            base: dict[str, Any] = {"statement": op.statement, "offset": op.offset, "table": op.table}
            yield ops.DropIndex(**base, index=scope.catalog.index_name(op.table, index.name))


def serving(index: Index | Key, table: Table | None, scope: Scope) -> tuple[str, ...]:
    """The columns by which an index may serve a foreign key."""
    if isinstance(index, Index) and index.method != "btree":
        return ()
    if scope.mariadb and table is not None and columns.hashed(index, table):
        return ()
    parts = index.parts if isinstance(index, Index) else columns.parts_of(index)
    return tuple(p.column for p in takewhile(lambda part: create.serves(part, mariadb=scope.mariadb), parts))


def narrow(op: ops.DropColumn, old: Index | Key, new: Index | Key) -> ops.NarrowIndex:
    """An index or key that goes on with fewer columns."""
    base: dict[str, Any] = {
        "statement": op.statement,
        "offset": op.offset,
        "requested": op.requested,
        "beside": op.beside,
    }
    return ops.NarrowIndex(**base, table=op.table, name=old.name, column=op.column, index=new)


def set_table_option(op: ops.SetTableOption, scope: Scope) -> Bound:
    """An option of a table. A new character set is for new columns only, unless the table is converted to it."""
    table = table_of(op, scope)
    if table is None or op.option not in {"charset", "collation", "convert_charset"}:
        return op
    return columns.recoded(op, table, scope)


# --- keys, foreign keys, checks


def add_primary_key(op: ops.AddPrimaryKey, scope: Scope) -> Bound:
    """ADD PRIMARY KEY: always called PRIMARY."""
    table = table_of(op, scope)
    names = scope.columns(op.table, op.constraint.columns)
    nullable = tuple(c.name for c in table.columns if c.name in names and c.nullable) if table is not None else ()
    key = replace(op.constraint, name=naming.PRIMARY, columns=names)
    key = create.cut_key(key, table, scope) if table is not None else key
    serves = serving(key, table, scope)
    return with_automatic_gone(replace(op, constraint=key, nullable_columns=nullable), table, serves, scope)


def add_unique(op: ops.AddUnique, scope: Scope) -> Bound:
    """ADD UNIQUE: its name."""
    table = table_of(op, scope)
    key = replace(op.constraint, columns=scope.columns(op.table, op.constraint.columns))
    if not key.name:
        key = create.named_key(key, names_left(table, key.columns))
    return with_automatic_gone(replace(op, constraint=key), table, serving(key, table, scope), scope)


def names_left(table: Table | None, columns: tuple[str, ...]) -> list[str]:
    """The names of a table's indexes that are taken when an index over these columns gets one."""
    return list(create.without_automatic(table, columns)[0].index_names) if table is not None else []


def add_foreign_key(op: ops.AddForeignKey, scope: Scope) -> Bound:
    """ADD FOREIGN KEY: its name and target, and the index that InnoDB adds."""
    if op.constraint.inline and not create.honours_inline_references(scope):
        return ops.Ignored(statement=op.statement, offset=op.offset, what="REFERENCES on a column")
    table = table_of(op, scope)
    given = op.constraint.name or op.constraint.index
    key = create.bound_foreign_key(op.constraint, table or Table(name=op.table), scope, op.beside_dropped)
    op = replace(op, constraint=key, checked=(scope.session.setting("foreign_key_checks") or ("1",))[0] not in OFF)
    if table is None or create.served(table, key.columns, mariadb=scope.mariadb):
        return op
    base: dict[str, Any] = {
        "statement": op.statement,
        "offset": op.offset,
        "requested": op.requested,
        "beside": op.beside,
    }
    gone = [i for i in table.indexes if i.automatic and i.columns == key.columns]
    left = replace(table, indexes=tuple(i for i in table.indexes if i not in gone))
    index = create.automatic_index(given, key, left)
    dropped = (ops.DropIndex(**base, table=op.table, index=scope.catalog.index_name(op.table, i.name)) for i in gone)
    return (*dropped, ops.CreateIndex(**base, table=op.table, index=index), op)


def add_check(op: ops.AddCheck, scope: Scope) -> Bound:
    """ADD CHECK: its name."""
    table = table_of(op, scope)
    check = create.named_check(op.constraint, table or Table(name=op.table), scope)
    forgotten = not create.honours_checks(scope)
    return replace(op, constraint=check, checked=check.enforced and not forgotten, forgotten=forgotten)


def drop_table(op: ops.DropTable, scope: Scope) -> Bound:  # noqa: ARG001
    """DROP TABLE: with foreign_key_checks off, foreign keys to it stay; with them on, there are none."""
    return replace(op, keeps_references=True)


def drop_constraint(op: ops.DropConstraint, scope: Scope) -> Bound:
    """DROP CONSTRAINT, also DROP PRIMARY KEY, FOREIGN KEY and CHECK: what kind it was."""
    table = table_of(op, scope)
    found = table.constraint(op.name) if table is not None else None
    if op.kind != "unknown" or table is None or found is None:
        return op
    if any(i.name == op.name and i.unique for i in table.indexes):  # not the check of that name
        index = scope.catalog.index_name(op.table, op.name)
        return ops.DropIndex(statement=op.statement, offset=op.offset, table=op.table, index=index)
    kinds = {"ForeignKey": "foreign_key", "Check": "check"}
    return replace(op, kind=key_kind(table, op.name) or kinds[type(found).__name__])


def set_default(op: ops.SetDefault, scope: Scope) -> Bound:
    """SET DEFAULT: of a column that counts by itself it is taken and forgotten."""
    table = table_of(op, scope)
    column = table.column(op.column) if table is not None else None
    if column is None:
        return op
    if column.identity:
        return ops.Ignored(statement=op.statement, offset=op.offset, what="SET DEFAULT of a column that counts")
    return replace(op, value=columns.as_stored(op.value, column.type))


def drop_default(op: ops.DropDefault, scope: Scope) -> Bound:
    """DROP DEFAULT: on MariaDB ON UPDATE goes too."""
    return replace(op, clock=scope.mariadb)


# --- indexes


def create_index(op: ops.CreateIndex, scope: Scope) -> Bound:
    """CREATE INDEX: its name; the index that the server made for a foreign key goes when this one serves."""
    table = table_of(op, scope)
    parts = create.bound_parts(table or Table(name=op.table), op.index, scope)
    index = replace(op.index, parts=parts)
    whole = serving(index, table, scope)
    if not index.name:
        index = create.named_index(index, names_left(table, whole))
    exists = op.if_not_exists and table is not None and index.name in set(table.index_names)
    bound = replace(op, index=index, exists=exists)
    return bound if index.automatic or exists else with_automatic_gone(bound, table, whole, scope)


def with_automatic_gone(op: Any, table: Table | None, names: tuple[str, ...], scope: Scope) -> Bound:
    """The operation, and the end of automatic indexes that a new index over these columns makes unnecessary."""
    gone = create.without_automatic(table, names)[1] if table is not None else ()
    base: dict[str, Any] = {"statement": op.statement, "offset": op.offset, "table": op.table}
    drops = (ops.DropIndex(**base, index=scope.catalog.index_name(op.table, i.name)) for i in gone)
    return (*drops, op) if gone else op


def drop_index(op: ops.DropIndex, scope: Scope) -> Bound:
    """DROP INDEX: a unique one is a constraint too, and `PRIMARY` the primary key."""
    table = table_of(op, scope)
    if op.table is None:
        return op
    name = scope.index(op.table, op.index.name)
    kind = key_kind(table, name) if table is not None else ""
    base: dict[str, Any] = {
        "statement": op.statement,
        "offset": op.offset,
        "requested": op.requested,
        "beside": op.beside,
    }
    if kind:
        return ops.DropConstraint(**base, table=op.table, name=name, missing_ok=op.if_exists, kind=kind)
    return replace(op, index=scope.catalog.index_name(op.table, name))


def key_kind(table: Table, name: str) -> str:
    """primary_key or unique if a key bears the name; else nothing."""
    if table.primary_key is not None and table.primary_key.name == name:
        return "primary_key"
    return "unique" if any(k.name == name for k in table.uniques) else ""


def rename_index(op: ops.RenameIndex | ops.AlterIndex, scope: Scope) -> Bound:
    """RENAME INDEX and ALTER INDEX."""
    if op.table is None:
        return op
    return replace(op, index=scope.catalog.index_name(op.table, scope.index(op.table, op.index.name)))


# --- the rest


def rename_table(op: ops.RenameTable, scope: Scope) -> Bound:
    """RENAME: foreign keys and checks that the server named after the table get names after the new one."""
    table = table_of(op, scope)
    if table is None:
        return op
    base: dict[str, Any] = {"statement": op.statement, "offset": op.offset, "table": op.table}
    old, new = op.table.name, op.new_name
    named = [c.name for group in (table.foreign_keys, table.checks) for c in group]
    renamed = [(n, naming.after_table(n, old, new)) for n in named]
    return (*(ops.RenameConstraint(**base, name=a, new_name=b) for a, b in renamed if a != b), op)


def alter_schema(op: ops.AlterSchema, scope: Scope) -> Bound:
    """ALTER DATABASE: where the history neither makes nor uses it, it is taken to be the one that all is in."""
    own = op.name in scope.catalog.schemas or scope.database
    return replace(op, name=(op.name or scope.database) if own else "", options=columns.of_options(op.options))


def create_schema(op: ops.CreateSchema, scope: Scope) -> Bound:  # noqa: ARG001
    """CREATE DATABASE: its character set and collation."""
    return replace(op, options=columns.of_options(op.options))


def create_view(op: ops.CreateView, scope: Scope) -> Bound:
    """CREATE VIEW: the tables that it reads."""
    uses = frozenset(scope.relation(n) for n in op.definition.uses)
    return replace(
        op, definition=replace(op.definition, name=op.table, uses=uses), exists=op.table in scope.catalog.relations
    )


def drop_trigger(op: ops.DropTrigger, scope: Scope) -> Bound:
    """DROP TRIGGER names no table: the one that has it."""
    for table in scope.catalog.tables:
        if any(t.name == op.name for t in table.triggers):
            return replace(op, table=table.name)
    return op


def bounded_write(op: ops.Update | ops.Delete, scope: Scope) -> Bound:
    """UPDATE and DELETE of few rows: WHERE gives values to all columns of a key."""
    table = table_of(op, scope) if op.fixed and not op.bounded else None
    if table is None:
        return op
    fixed = set(scope.columns(op.table, op.fixed))
    return replace(op, bounded=any(fixed.issuperset(k.columns) for k in table.keys))


SPECIAL: dict[type[Operation], Callable[[Any, Scope], Bound]] = {
    ops.CreateTable: create.create_table,
    ops.DropTable: drop_table,
    ops.AddColumn: add_column,
    ops.DropColumn: drop_column,
    ops.RedefineColumn: redefined,
    ops.SetDefault: set_default,
    ops.DropDefault: drop_default,
    ops.SetTableOption: set_table_option,
    ops.AddPrimaryKey: add_primary_key,
    ops.AddUnique: add_unique,
    ops.AddForeignKey: add_foreign_key,
    ops.AddCheck: add_check,
    ops.DropConstraint: drop_constraint,
    ops.CreateIndex: create_index,
    ops.DropIndex: drop_index,
    ops.RenameIndex: rename_index,
    ops.AlterIndex: rename_index,
    ops.RenameTable: rename_table,
    ops.CreateSchema: create_schema,
    ops.AlterSchema: alter_schema,
    ops.CreateView: create_view,
    ops.DropTrigger: drop_trigger,
    ops.Update: bounded_write,
    ops.Delete: bounded_write,
}
