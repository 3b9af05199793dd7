"""Binding of new tables: names of what is unnamed, NOT NULL of keys, indexes that InnoDB adds for foreign keys."""

from __future__ import annotations

from dbarch_lint.engines.mysql import columns as columns_
from dbarch_lint.engines.mysql import naming
from dbarch_lint.engines.mysql.outputs import with_outputs
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Column, ForeignKey, Index, IndexPart, Key, Options, Table, replace
from dbarch_lint.operations import CreateTable

DESCENDING = {"mysql": 80000, "mariadb": 100800}  # the version that stops ignoring DESC in keys and indexes
CHECKS = {"mysql": 80016, "mariadb": 100201}  # the version that stops reading CHECK and forgetting it
INLINE_REFERENCES = {"mysql": 90000, "mariadb": 100500}  # the version that stops ignoring REFERENCES on a column


def create_table(op: CreateTable, scope: Scope) -> CreateTable:
    """The whole definition as the server stores it."""
    known = scope.catalog.table(op.table)
    if op.if_not_exists and known is not None and not known.partial:
        return replace(op, exists=True)
    table = with_columns(replace(op.definition, name=op.table), scope)
    for like in op.likes:
        source = scope.catalog.table(scope.relation(like.table))
        table = copied(source, table, scope) if source is not None else replace(table, partial=True)
    if op.query is not None:
        table = with_outputs(table, op.query, scope)
    forgotten = () if honours_checks(scope) else op.definition.checks
    return replace(op, definition=completed(table, scope), likes=(), forgotten=forgotten)


def numbered_anew(checks: tuple[Check, ...]) -> tuple[Check, ...]:
    """Checks without their names, in the order in which MySQL gives them new ones."""
    return tuple(replace(c, name="") for c in sorted(checks, key=lambda c: c.name.lower()))


def copied(source: Table, table: Table, scope: Scope) -> Table:
    """CREATE TABLE ... LIKE: columns and indexes, no foreign keys."""
    return replace(
        table,
        columns=source.columns,
        primary_key=source.primary_key,
        uniques=source.uniques,
        indexes=source.indexes,
        checks=source.checks if scope.mariadb else numbered_anew(source.checks),
        options=source.options,
        comment=source.comment,
        partition_by=source.partition_by,
    )


def completed(table: Table, scope: Scope) -> Table:
    """A new table with all names, in the order in which the server gives them."""
    primary = table.primary_key
    if primary is not None:
        columns = spelled(table, primary.columns)
        key = cut_key(replace(primary, name=naming.PRIMARY, columns=columns), table, scope)
        table = replace(table, primary_key=key)
        table = replace(table, columns=tuple(required(c, columns) for c in table.columns))
    keys: list[Key] = []
    for key in table.uniques:
        taken = [*(k.name for k in keys), *(k.name for k in table.uniques), *(i.name for i in table.indexes)]
        keys.append(named_key(replace(key, columns=spelled(table, key.columns)), taken))
    table = replace(table, uniques=tuple(keys))
    made: list[Index] = []
    for index in table.indexes:
        taken = [*(k.name for k in keys), *(i.name for i in made), *(i.name for i in table.indexes)]
        made.append(named_index(replace(index, parts=bound_parts(table, index, scope)), taken))
    table = replace(table, indexes=tuple(made))
    wanted, checks = table.foreign_keys, table.checks
    table = replace(table, foreign_keys=(), checks=())
    for key_ in wanted:
        if not key_.inline or honours_inline_references(scope):
            table = with_foreign_key(table, key_, scope)
    for check in checks if honours_checks(scope) else ():
        table = replace(table, checks=(*table.checks, named_check(check, table, scope)))
    return table


def with_columns(table: Table, scope: Scope) -> Table:
    """The table with its columns as the server keeps them, and the checks that come with their types."""
    inherited = columns_.of_table(table, columns_.of_database(table, scope))
    bound = tuple(columns_.bound(c, inherited, scope) for c in table.columns)
    typed = [check for c in table.columns if (check := columns_.json_check(c, scope)) is not None]
    options = with_charset(table.options, inherited)
    return replace(table, columns=columns_.first_timestamp(bound), checks=(*typed, *table.checks), options=options)


def with_charset(options: Options, charset: columns_.Charset) -> Options:
    """The options of a table with its character set and collation under today's names."""
    rest = tuple(o for o in options if o[0] not in {"charset", "collation"})
    return (*rest, *(o for o in (("charset", charset.charset), ("collation", charset.collation)) if o[1]))


def named_check(check: Check, table: Table, scope: Scope) -> Check:
    """A check with its name; MariaDB keeps one that is written on a column there, under the column's name."""
    if scope.mariadb and check.column and check.name in {"", check.column}:
        return replace(check, name=check.column)
    name = check.name or naming.check_name(table, mariadb=scope.mariadb)
    return replace(check, name=name, column="")


def spelled(table: Table, names: tuple[str, ...]) -> tuple[str, ...]:
    """Columns as the table spells them."""
    known = {c.name.lower(): c.name for c in table.columns}
    return tuple([known.get(n.lower(), n) for n in names])


def bound_parts(table: Table, index: Index, scope: Scope) -> tuple[IndexPart, ...]:
    """Parts of an index with columns as the table spells them, and their lengths as the server keeps them."""
    named = [replace(p, column=spelled(table, (p.column,))[0]) if p.column else p for p in index.parts]
    if scope.version < DESCENDING["mariadb" if scope.mariadb else "mysql"]:
        named = [replace(p, descending=False) for p in named]
    cuts = scope.mariadb and not index.unique
    if scope.mariadb and columns_.hashed(index, table):
        named = [replace(p, descending=False) for p in named]
    if index.method not in {"btree", "hash"}:
        return tuple(named)
    return tuple([columns_.index_part(p, table.column(p.column), mariadb=cuts) for p in named])


def cut_key(key: Key, table: Table, scope: Scope) -> Key:
    """A primary key with how much it holds of its columns, as the server keeps it."""
    if key.descending and scope.version < DESCENDING["mariadb" if scope.mariadb else "mysql"]:
        key = replace(key, descending=())
    if not any(key.lengths):
        return replace(key, lengths=()) if key.lengths else key
    parts = [IndexPart(column=c, length=n) for c, n in zip(key.columns, key.lengths, strict=True)]
    lengths = tuple(columns_.index_part(p, table.column(p.column), mariadb=False).length for p in parts)
    return replace(key, lengths=lengths if any(lengths) else ())


def required(column: Column, names: tuple[str, ...]) -> Column:
    """A column of the primary key is NOT NULL."""
    return replace(column, nullable=False) if column.name in names else column


def named_key(key: Key, taken: list[str]) -> Key:
    """A unique key with its name."""
    return key if key.name else replace(key, name=naming.index_name([IndexPart(column=key.columns[0])], taken))


def without_automatic(table: Table, columns: tuple[str, ...]) -> tuple[Table, tuple[Index, ...]]:
    """The table without the automatic indexes that one over these columns makes unnecessary, and those."""
    gone = tuple(i for i in table.indexes if i.automatic and i.columns == columns[: len(i.columns)])
    return replace(table, indexes=tuple(i for i in table.indexes if i not in gone)), gone


def named_index(index: Index, taken: list[str]) -> Index:
    """An index with its name."""
    return index if index.name else replace(index, name=naming.index_name(index.parts, taken))


def bound_foreign_key(key: ForeignKey, table: Table, scope: Scope, dropped: tuple[str, ...] = ()) -> ForeignKey:
    """A foreign key with its name, its target and the columns there."""
    target = scope.relation(key.target if key.target.schema else Name(table.name.schema, key.target.name))
    other = table if target == table.name else scope.catalog.table(target)
    columns = key.target_columns
    if not columns and other is not None and other.primary_key is not None:
        columns = other.primary_key.columns
    return replace(
        key,
        inline=False,
        index="",
        name=key.name or (key.index if names_by_index(scope) else "") or naming.foreign_key_name(table, dropped),
        target=target,
        columns=spelled(table, key.columns),
        target_columns=spelled(other, columns) if other is not None else columns,
    )


def names_by_index(scope: Scope) -> bool:
    """Whether FOREIGN KEY name (...) names the foreign key, and not its index alone."""
    return scope.mariadb or scope.version < 80016


def with_foreign_key(table: Table, key: ForeignKey, scope: Scope) -> Table:
    """The table with a foreign key, and with the index that InnoDB makes for it where none begins with its columns."""
    bound = bound_foreign_key(key, table, scope)
    table = replace(table, foreign_keys=(*table.foreign_keys, bound))
    if served(table, bound.columns, mariadb=scope.mariadb):
        return table
    kept = tuple(i for i in table.indexes if not (i.automatic and i.columns == bound.columns))
    table = replace(table, indexes=kept)
    return replace(table, indexes=(*kept, automatic_index(key.name or key.index, bound, table)))


def automatic_index(name: str, key: ForeignKey, table: Table) -> Index:
    """The index that InnoDB makes for a foreign key, with the name that the author gave to the key if any."""
    parts = tuple(IndexPart(column=c) for c in key.columns)
    index = Index(name=name, parts=parts, automatic=True, origin=key.origin)
    return named_index(index, list(table.index_names))


def served(table: Table, columns: tuple[str, ...], *, mariadb: bool) -> bool:
    """Whether an index begins with exactly these columns in this order; on MySQL, with ascending ones.

    One over just these that the server made for another key does not count: the new key's own takes its place.
    """
    count = len(columns)
    keys = (k for k in table.keys if k.columns[:count] == columns)
    if any(not (columns_.hashed(k, table) if mariadb else any(k.descending[:count])) for k in keys):
        return True
    for index in table.indexes:
        first = index.parts[:count]
        replaced = index.automatic and len(index.parts) == count
        tree = index.method == "btree" and not (mariadb and columns_.hashed(index, table))
        whole = tree and all(serves(part, mariadb=mariadb) for part in first)
        if whole and not replaced and tuple(part.column for part in first) == columns:
            return True
    return False


def serves(part: IndexPart, *, mariadb: bool) -> bool:
    """Whether a part of an index may serve a foreign key: it holds the whole column; MySQL wants it ascending."""
    return not part.length and (mariadb or not part.descending)


def honours_checks(scope: Scope) -> bool:
    """Whether CHECK makes a constraint."""
    return scope.version >= CHECKS["mariadb" if scope.mariadb else "mysql"]


def honours_inline_references(scope: Scope) -> bool:
    """Whether REFERENCES behind a column makes a foreign key."""
    return scope.version >= INLINE_REFERENCES["mariadb" if scope.mariadb else "mysql"]
