"""DROP and RENAME statements."""

from __future__ import annotations

from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.lower.alter import renamed, wait
from dbarch_lint.engines.mysql.lower.create import requested_words
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.names import Name
from dbarch_lint.operations import Operation

Operations = tuple[Operation, ...]


def lower_drop_table(read: Reader) -> Operations:
    """DROP TABLE: one operation a table; CASCADE says nothing to this server."""
    if_exists = read.accept("IF", "EXISTS")
    tables = read.separated(read.name)
    read.one_of({"RESTRICT", "CASCADE"})
    wait(read)
    return tuple(ops.DropTable(statement=read.statement, table=t, if_exists=if_exists) for t in tables)


def lower_drop_view(read: Reader) -> Operations:
    """DROP VIEW."""
    if_exists = read.accept("IF", "EXISTS")
    views = read.separated(read.name)
    read.one_of({"RESTRICT", "CASCADE"})
    return tuple(ops.DropView(statement=read.statement, table=v, if_exists=if_exists) for v in views)


def lower_drop_index(read: Reader) -> Operations:
    """DROP INDEX ... ON table."""
    if_exists = read.accept("IF", "EXISTS")
    index = Name("", read.identifier())
    read.expect("ON")
    table = read.name()
    base: dict[str, Any] = {"statement": read.statement, "table": table, "requested": requested_words(read)}
    return (ops.DropIndex(**base, index=index, if_exists=if_exists),)


def lower_drop_trigger(read: Reader) -> Operations:
    """DROP TRIGGER: the trigger's table is found when it is bound."""
    if_exists = read.accept("IF", "EXISTS")
    name = read.name()
    return (
        ops.DropTrigger(statement=read.statement, table=Name(name.schema, ""), name=name.name, if_exists=if_exists),
    )


def lower_drop_routine(read: Reader) -> Operations:
    """DROP PROCEDURE and DROP FUNCTION."""
    if_exists = read.accept("IF", "EXISTS")
    return (ops.DropFunction(statement=read.statement, name=read.name(), if_exists=if_exists),)


def lower_drop_schema(read: Reader) -> Operations:
    """DROP DATABASE."""
    if_exists = read.accept("IF", "EXISTS")
    return (ops.DropSchema(statement=read.statement, name=read.identifier(), if_exists=if_exists, cascade=True),)


def lower_drop_sequence(read: Reader) -> Operations:
    """DROP SEQUENCE."""
    if_exists = read.accept("IF", "EXISTS")
    names = read.separated(read.name)
    return tuple(ops.DropSequence(statement=read.statement, table=n, if_exists=if_exists) for n in names)


def dropped(kind: str):  # type: ignore[no-untyped-def]
    """DROP of something of which only existence matters."""

    def take(read: Reader) -> Operations:
        if_exists = read.accept("IF", "EXISTS")
        name = read.name().full
        read.skip_to()  # the host of an account, and others
        return (ops.DropObject(statement=read.statement, kind=kind, name=name, if_exists=if_exists),)

    return take


def lower_rename_table(read: Reader) -> Operations:
    """RENAME TABLE a TO b, ..."""
    found: list[Operation] = []
    read.accept("IF", "EXISTS")
    while True:
        offset, old = read.offset, read.name()
        wait(read)
        read.expect("TO")
        found.append(renamed({"statement": read.statement, "offset": offset, "table": old}, read.name()))
        if not read.accept(","):
            return tuple(found)
