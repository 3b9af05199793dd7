"""ALTER TABLE: a table from the words that begin an action to the function that reads it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.definitions import (
    Defined,
    IndexWritten,
    column_body,
    column_definition,
    element,
    index_options,
)
from dbarch_lint.engines.mysql.expressions import value
from dbarch_lint.engines.mysql.lower.options import partitioning, table_option
from dbarch_lint.engines.mysql.lower.order import ordered
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, ForeignKey, Index, Key, replace
from dbarch_lint.operations import Operation

Actions = Iterator[Operation]


class Altered(msgspec.Struct):
    """The table of an ALTER TABLE, and what holds for all its actions."""

    table: Name
    if_exists: bool = False
    algorithm: str = ""
    lock: str = ""

    def base(self, read: Reader, offset: int) -> dict[str, Any]:
        return {"statement": read.statement, "offset": offset, "table": self.table}

    def altering(self, read: Reader, offset: int) -> dict[str, Any]:
        return {**self.base(read, offset), "if_exists": self.if_exists}


Action = Callable[[Reader, Altered, int], Actions]


def lower_alter_table(read: Reader) -> tuple[Operation, ...]:
    """Read what follows ALTER [ONLINE] [IGNORE] TABLE. Raises NotUnderstoodError."""
    altered = Altered(Name("", ""))
    altered.if_exists = read.accept("IF", "EXISTS")
    altered.table = read.name()
    wait(read)
    found: list[Operation] = []
    while not read.done:
        found += action(read, altered)
        read.accept(",")
    found = ordered(found)
    requested = (altered.algorithm, altered.lock)
    if any(requested) or len(found) > 1:
        kinds = [type(op).__name__ for op in found]
        beside = [(*kinds[:i], *kinds[i + 1 :]) for i in range(len(kinds))]
        found = [replace(op, requested=requested, beside=b) for op, b in zip(found, beside, strict=True)]
    return tuple(found) or (ops.SetTableOption(**altered.base(read, -1), option="none"),)


def wait(read: Reader) -> None:
    """Read WAIT n or NOWAIT."""
    if read.accept("WAIT"):
        read.next()
    read.accept("NOWAIT")


def action(read: Reader, altered: Altered) -> Actions:
    """Read one action."""
    offset = read.offset
    for words, take in ACTIONS:
        if read.accept(*words):
            yield from take(read, altered, offset)
            return
    option = table_option(read)
    if option is None:
        read.fail("an action of ALTER TABLE expected")
    yield ops.SetTableOption(**altered.base(read, offset), option=option[0], value=option[1])


# --- ADD


def _add(read: Reader, altered: Altered, offset: int) -> Actions:
    made = element(read)
    if made is not None:
        yield constraint_operation(read, altered, offset, made)
        return
    read.accept("COLUMN")
    exists = read.accept("IF", "NOT", "EXISTS")
    if read.kind != "(":
        yield from added(read, altered, offset, column_definition(read, placed=True), exists)
        return
    read.expect("(")
    while True:
        offset, made = read.offset, element(read)
        if made is not None:
            yield constraint_operation(read, altered, offset, made)
        else:
            yield from added(read, altered, offset, column_definition(read), exists)
        if not read.accept(","):
            break
    read.expect(")")


def added(read: Reader, altered: Altered, offset: int, defined: Defined, exists: bool) -> Actions:
    """ADD COLUMN, and the constraints written on the column."""
    base = altered.altering(read, offset)
    yield ops.AddColumn(**base, column=defined.column, if_not_exists=exists, after=defined.after)
    yield from written_on(read, altered, offset, defined)


def written_on(read: Reader, altered: Altered, offset: int, defined: Defined) -> Actions:
    """The constraints that are written on a column."""
    base = {**altered.altering(read, offset), "column_new": True}
    key = Key(name="", columns=(defined.column.name,), origin=defined.column.origin)
    if defined.primary:
        yield ops.AddPrimaryKey(**base, constraint=key)
    if defined.unique:
        yield ops.AddUnique(**base, constraint=key)
    for check in defined.checks:
        yield ops.AddCheck(**base, constraint=check, column=defined.column.name)
    if defined.reference is not None:
        yield ops.AddForeignKey(**base, constraint=defined.reference)


def constraint_operation(
    read: Reader, altered: Altered, offset: int, made: tuple[str, Key | ForeignKey | Check | Index]
) -> Operation:
    """The operation that adds a key, index, foreign key or check."""
    what, constraint = made
    base = altered.altering(read, offset)
    if isinstance(constraint, Index):
        return ops.CreateIndex(**altered.base(read, offset), index=constraint)
    if isinstance(constraint, Key):
        return (ops.AddPrimaryKey if what == "primary" else ops.AddUnique)(**base, constraint=constraint)
    if isinstance(constraint, ForeignKey):
        return ops.AddForeignKey(**base, constraint=constraint)
    return ops.AddCheck(**base, constraint=constraint)


# --- DROP


def _drop_column(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("COLUMN")
    missing_ok = read.accept("IF", "EXISTS")
    column = read.identifier()
    read.one_of({"RESTRICT", "CASCADE"})
    yield ops.DropColumn(**altered.altering(read, offset), column=column, missing_ok=missing_ok)


def _drop_index(read: Reader, altered: Altered, offset: int) -> Actions:
    missing_ok = read.accept("IF", "EXISTS")
    index = Name("", read.identifier())
    yield ops.DropIndex(**altered.base(read, offset), index=index, if_exists=missing_ok)


def dropping(kind: str) -> Action:
    """DROP of a constraint of this kind."""

    def take(read: Reader, altered: Altered, offset: int) -> Actions:
        missing_ok = read.accept("IF", "EXISTS")
        name = "PRIMARY" if kind == "primary_key" else read.name().name  # MariaDB lets the table stand before it
        yield ops.DropConstraint(**altered.altering(read, offset), name=name, missing_ok=missing_ok, kind=kind)

    return take


# --- MODIFY, CHANGE, ALTER


def _modify(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("COLUMN")
    read.accept("IF", "EXISTS")
    name = read.identifier()
    yield from redefined(read, altered, offset, name, name)


def _change(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("COLUMN")
    read.accept("IF", "EXISTS")
    old = read.identifier()
    yield from redefined(read, altered, offset, old, read.identifier())


def redefined(read: Reader, altered: Altered, offset: int, old: str, new: str) -> Actions:
    """MODIFY and CHANGE: the column's whole definition."""
    defined = column_body(read, new, offset)
    if read.accept("FIRST"):
        defined.after = ""
    elif read.accept("AFTER"):
        defined.after = read.identifier()
    yield ops.RedefineColumn(
        **altered.altering(read, offset),
        column=old,
        definition=defined.column,
        after=defined.after,
        moves=defined.after is not None,
        said=frozenset(defined.said),
    )
    yield from (op for op in written_on(read, altered, offset, defined))


def _alter_index(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("IF", "EXISTS")
    index = Name("", read.identifier())
    written = IndexWritten("", ())
    index_options(read, written)
    option = "visible" if written.visible else "invisible"
    yield ops.AlterIndex(**altered.base(read, offset), index=index, option=option)


def _alter_constraint(read: Reader, altered: Altered, offset: int) -> Actions:
    name = read.identifier()
    enforced = not read.accept("NOT")
    read.expect("ENFORCED")
    yield ops.AlterConstraint(**altered.altering(read, offset), name=name, enforced=enforced)


def _alter_column(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("COLUMN")
    read.accept("IF", "EXISTS")
    base = {**altered.altering(read, offset), "column": read.identifier()}
    if read.accept("SET", "DEFAULT"):
        default = value(read)
        yield ops.DropDefault(**base) if default.is_null else ops.SetDefault(**base, value=default)
    elif read.accept("DROP", "DEFAULT"):
        yield ops.DropDefault(**base)
    else:
        read.expect("SET")
        option = read.one_of({"VISIBLE", "INVISIBLE"}) or read.fail("VISIBLE or INVISIBLE expected")
        yield ops.SetColumnOption(**base, option=option.lower())


# --- RENAME


def _rename_column(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("IF", "EXISTS")
    old = read.identifier()
    read.expect("TO")
    yield ops.RenameColumn(**altered.altering(read, offset), column=old, new_name=read.identifier())


def _rename_index(read: Reader, altered: Altered, offset: int) -> Actions:
    read.accept("IF", "EXISTS")
    old = Name("", read.identifier())
    read.expect("TO")
    yield ops.RenameIndex(**altered.base(read, offset), index=old, new_name=read.identifier())


def _rename(read: Reader, altered: Altered, offset: int) -> Actions:
    read.one_of({"TO", "AS", "="})
    new = read.name()
    yield renamed(altered.base(read, offset), new)


def renamed(base: dict[str, Any], new: Name) -> Operation:
    """RENAME of a table, into another database when one is named."""
    return ops.RenameTable(**base, new_name=new.name, new_schema=new.schema)


# --- the table as a whole


def _convert(read: Reader, altered: Altered, offset: int) -> Actions:
    if not read.accept("CHARSET"):
        read.one_of({"CHARACTER", "CHAR"})
        read.expect("SET")
    charset = read.word()
    collation = read.word() if read.accept("COLLATE") else ""
    yield ops.SetTableOption(
        **altered.base(read, offset), option="convert_charset", value=charset, names=(collation,) if collation else ()
    )


def _order(read: Reader, altered: Altered, offset: int) -> Actions:
    read.skip_to()
    yield ops.SetTableOption(**altered.base(read, offset), option="order_by")


def option(name: str, value_: str = "") -> Action:
    """An action of fixed words."""

    def take(read: Reader, altered: Altered, offset: int) -> Actions:
        yield ops.SetTableOption(**altered.base(read, offset), option=name, value=value_)

    return take


def _algorithm(read: Reader, altered: Altered, _: int) -> Actions:
    read.accept("=")
    altered.algorithm = read.next().kind
    yield from ()


def _lock(read: Reader, altered: Altered, _: int) -> Actions:
    read.accept("=")
    altered.lock = read.next().kind
    yield from ()


def _nothing(_: Reader, __: Altered, ___: int) -> Actions:
    yield from ()


def _tidb(name: str) -> Action:
    def take(read: Reader, altered: Altered, offset: int) -> Actions:
        start, end = read.skip_to(",")
        yield ops.SetTableOption(**altered.base(read, offset), option=name, value=read.between(start, end))

    return take


# --- partitions


def _partition_by(read: Reader, altered: Altered, offset: int) -> Actions:
    by = partitioning(read)
    yield ops.AlterPartitions(**altered.base(read, offset), action="partition_by", partitioning=by)


def partitions(action_: str) -> Action:
    """An action on partitions by name, or on all of them."""

    def take(read: Reader, altered: Altered, offset: int) -> Actions:
        base = altered.base(read, offset)
        read.one_of({"NO_WRITE_TO_BINLOG", "LOCAL"})
        if_exists = read.accept("IF", "EXISTS") or read.accept("IF", "NOT", "EXISTS")
        names: tuple[str, ...] = ()
        if action_ == "coalesce" or (action_ == "add" and read.accept("PARTITIONS")):
            read.next()
        elif action_ == "add" and not read.done:
            names = tuple(partition_names(read))
        elif not read.accept("ALL") and not read.done:
            names = read.separated(read.identifier)
        read.accept("TABLESPACE")
        other = None
        if action_ == "reorganize" and read.accept("INTO"):
            read.parenthesised()
        if action_ == "exchange":
            read.expect("WITH", "TABLE")
            other = read.name()
        if action_ == "convert":
            read.expect("TO", "TABLE")
            other = read.name()
        read.skip_to(",", "WITH", "WITHOUT", "ALGORITHM", "LOCK")
        yield ops.AlterPartitions(**base, action=action_, names=names, other=other, if_exists=if_exists)

    return take


def partition_names(read: Reader) -> Iterator[str]:
    """Read (PARTITION name ..., ...) or PARTITION name ..., and give the names."""
    grouped = read.accept("(")
    while True:
        read.accept("PARTITION")
        yield read.identifier()
        read.skip_to(",")
        if not read.accept(","):
            break
    if grouped:
        read.expect(")")


def _convert_table(read: Reader, altered: Altered, offset: int) -> Actions:
    other = read.name()
    read.skip_to(",")
    yield ops.AlterPartitions(**altered.base(read, offset), action="convert", other=other)


def _remove_partitioning(read: Reader, altered: Altered, offset: int) -> Actions:
    yield ops.AlterPartitions(**altered.base(read, offset), action="remove_partitioning")


def _period(read: Reader, altered: Altered, offset: int) -> Actions:
    read.identifier()
    if read.kind == "(":
        read.parenthesised()
    yield ops.SetTableOption(**altered.base(read, offset), option="period")


PARTITION_WORDS = (
    "TRUNCATE",
    "COALESCE",
    "REORGANIZE",
    "EXCHANGE",
    "ANALYZE",
    "CHECK",
    "OPTIMIZE",
    "REBUILD",
    "REPAIR",
)

# In the order of trying: longer phrases before what they begin with
ACTIONS: tuple[tuple[tuple[str, ...], Action], ...] = (
    (("ADD", "PARTITION"), partitions("add")),
    (("ADD", "SYSTEM", "VERSIONING"), option("system_versioning", "add")),
    (("ADD", "PERIOD", "FOR"), _period),
    (("ADD",), _add),
    (("DROP", "PARTITION"), partitions("drop")),
    (("DROP", "SYSTEM", "VERSIONING"), option("system_versioning", "drop")),
    (("DROP", "PERIOD", "FOR"), _period),
    (("DROP", "PRIMARY", "KEY"), dropping("primary_key")),
    (("DROP", "FOREIGN", "KEY"), dropping("foreign_key")),
    (("DROP", "INDEX"), _drop_index),
    (("DROP", "KEY"), _drop_index),
    (("DROP", "CHECK"), dropping("check")),
    (("DROP", "CONSTRAINT"), dropping("unknown")),
    (("DROP",), _drop_column),
    (("MODIFY",), _modify),
    (("CHANGE",), _change),
    (("ALTER", "INDEX"), _alter_index),
    (("ALTER", "KEY"), _alter_index),
    (("ALTER", "CHECK"), _alter_constraint),
    (("ALTER", "CONSTRAINT"), _alter_constraint),
    (("ALTER",), _alter_column),
    (("RENAME", "COLUMN"), _rename_column),
    (("RENAME", "INDEX"), _rename_index),
    (("RENAME", "KEY"), _rename_index),
    (("RENAME",), _rename),
    (("CONVERT", "PARTITION"), partitions("convert")),
    (("CONVERT", "TABLE"), _convert_table),
    (("CONVERT", "TO"), _convert),
    (("ORDER", "BY"), _order),
    (("ENABLE", "KEYS"), option("keys", "enable")),
    (("DISABLE", "KEYS"), option("keys", "disable")),
    (("DISCARD", "PARTITION"), partitions("discard")),
    (("IMPORT", "PARTITION"), partitions("import")),
    (("DISCARD", "TABLESPACE"), option("tablespace_file", "discard")),
    (("IMPORT", "TABLESPACE"), option("tablespace_file", "import")),
    (("FORCE",), option("force")),
    (("ALGORITHM",), _algorithm),
    (("LOCK",), _lock),
    (("WITH", "VALIDATION"), _nothing),
    (("WITHOUT", "VALIDATION"), _nothing),
    *(((word, "PARTITION"), partitions(word.lower())) for word in PARTITION_WORDS),
    (("REMOVE", "PARTITIONING"), _remove_partitioning),
    (("PARTITION", "BY"), _partition_by),
    (("SET", "TIFLASH"), _tidb("tiflash")),
    (("REMOVE", "TTL"), option("ttl", "remove")),
    (("SECONDARY_LOAD",), option("secondary", "load")),
    (("SECONDARY_UNLOAD",), option("secondary", "unload")),
    (("CACHE",), option("cache", "on")),
    (("NOCACHE",), option("cache", "off")),
)
