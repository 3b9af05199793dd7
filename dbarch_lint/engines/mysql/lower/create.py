"""CREATE TABLE, INDEX, VIEW and the other CREATE statements."""

from __future__ import annotations

from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql.definitions import (
    KINDS_OF_INDEX,
    column_definition,
    element,
    index_body,
    index_of,
    key_of,
)
from dbarch_lint.engines.mysql.lower.options import partitioning, table_option
from dbarch_lint.engines.mysql.lower.queries import relations_read
from dbarch_lint.engines.mysql.outputs import query
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.objects import (
    Check,
    Column,
    ForeignKey,
    Function,
    Index,
    Key,
    Options,
    Sequence,
    Table,
    Trigger,
    View,
    replace,
)
from dbarch_lint.operations import LikeClause, Operation
from dbarch_lint.source import Origin

Operations = tuple[Operation, ...]
OPTIONS_OF_DATABASE = frozenset({"DEFAULT", "CHARACTER", "CHARSET", "COLLATE", "ENCRYPTION", "COMMENT", "READ", "CHAR"})


def lower_create_table(read: Reader) -> Operations:
    """Read what follows CREATE [OR REPLACE] [TEMPORARY] TABLE."""
    words = [t.kind for t in read.tokens[: read.at]]
    if_not_exists = read.accept("IF", "NOT", "EXISTS")
    name = read.name()
    table = Table(name=name, temporary="TEMPORARY" in words, origin=Origin(read.statement))
    dropped: Operations = ()
    if "REPLACE" in words:
        dropped = (ops.DropTable(statement=read.statement, table=name, if_exists=True),)
    base: dict[str, Any] = {"statement": read.statement, "table": name, "if_not_exists": if_not_exists}
    like = read.sees("(", "LIKE")
    if like:
        read.next()
    if read.accept("LIKE"):
        source = read.name()
        if like:
            read.expect(")")
        clause = LikeClause(table=source, including=frozenset({"all"}))
        return (*dropped, ops.CreateTable(**base, definition=table, likes=(clause,)))
    if read.kind == "(" and not read.sees_query:
        table = with_elements(read, table)
    table = with_options(read, table)
    read.one_of({"IGNORE", "REPLACE"})
    read.accept("AS")
    if read.done:
        return (*dropped, ops.CreateTable(**base, definition=table))
    if not read.sees_query:
        read.fail("an option of the table or a query expected")
    plain = query(read)
    reads = relations_read(read)
    created = ops.CreateTable(**base, definition=table, reads=reads, as_query=True, query=plain, filled=True)
    return (*dropped, created)


def with_elements(read: Reader, table: Table) -> Table:
    """Read the columns, keys and constraints in parentheses."""
    columns: list[Column] = []
    made: list[tuple[str, Key | ForeignKey | Check | Index]] = []
    read.expect("(")
    while True:
        found = element(read)
        if found is not None:
            made.append(found)
        elif read.accept("PERIOD", "FOR"):
            read.identifier()
            read.parenthesised()
        else:
            defined = column_definition(read)
            columns.append(defined.column)
            key = Key(name="", columns=(defined.column.name,), origin=defined.column.origin)
            made += [("primary", key)] if defined.primary else []
            made += [("unique", key)] if defined.unique else []
            made += [("check", check) for check in defined.checks]
            made += [("inline_reference", defined.reference)] if defined.reference is not None else []
        if not read.accept(","):
            break
    read.expect(")")
    primary = next((c for what, c in made if what == "primary" and isinstance(c, Key)), None)
    return replace(
        table,
        columns=tuple(columns),
        primary_key=primary,
        uniques=tuple(c for what, c in made if what == "unique" and isinstance(c, Key)),
        foreign_keys=tuple(c for _, c in made if isinstance(c, ForeignKey)),
        checks=tuple(c for _, c in made if isinstance(c, Check)),
        indexes=tuple(c for _, c in made if isinstance(c, Index)),
    )


def with_options(read: Reader, table: Table) -> Table:
    """Read the options of a table and PARTITION BY."""
    options: list[tuple[str, str]] = []
    while True:
        if read.accept("PARTITION", "BY"):
            table = replace(table, partition_by=partitioning(read))
            continue
        option = table_option(read)
        if option is None:
            break
        read.accept(",")
        options.append(option)
    comment = dict(options).get("comment", "")
    return replace(table, options=tuple(o for o in options if o[0] != "comment"), comment=comment)


def lower_create_index(read: Reader) -> Operations:
    """Read what follows CREATE [OR REPLACE] [ONLINE] [UNIQUE | FULLTEXT | SPATIAL | VECTOR] INDEX."""
    words = {t.kind for t in read.tokens[: read.at]}
    method = next((KINDS_OF_INDEX[w] for w in words if w in KINDS_OF_INDEX), "btree")
    if_not_exists = read.accept("IF", "NOT", "EXISTS")
    name = read.identifier()
    using = ""
    if read.one_of({"USING", "TYPE"}):
        using = read.next().kind.lower()
    read.expect("ON")
    table = read.name()
    if read.kind != "(":
        read.fail("the columns of the index expected")
    written = index_body(read, method)
    written.name = name
    written.method = using or written.method
    requested = requested_words(read)
    base: dict[str, Any] = {"statement": read.statement, "table": table, "requested": requested}
    if "UNIQUE" in words and written.plain and written.visible and not if_not_exists:
        return (ops.AddUnique(**base, constraint=key_of(written, -1, read)),)
    index = index_of(written, -1, read, unique="UNIQUE" in words)
    return (ops.CreateIndex(**base, index=index, if_not_exists=if_not_exists),)


def requested_words(read: Reader) -> tuple[str, str]:
    """Read ALGORITHM and LOCK, and WAIT."""
    algorithm = lock = ""
    while not read.done:
        if read.accept("ALGORITHM"):
            read.accept("=")
            algorithm = read.next().kind
        elif read.accept("LOCK"):
            read.accept("=")
            lock = read.next().kind
        elif read.accept("WAIT"):
            read.next()
        elif not read.accept("NOWAIT"):
            break
    return algorithm, lock


def lower_create_view(read: Reader) -> Operations:
    """Read what follows CREATE ... VIEW."""
    words = [t.kind for t in read.tokens[: read.at]]
    if_not_exists = read.accept("IF", "NOT", "EXISTS")
    name = read.name()
    columns = read.listed(read.identifier) if read.kind == "(" else ()
    read.expect("AS")
    uses = frozenset(relations_read(read))
    view = View(name=name, columns=columns, uses=uses, origin=Origin(read.statement))
    return (
        ops.CreateView(
            statement=read.statement,
            table=name,
            definition=view,
            or_replace="REPLACE" in words or words[0] == "ALTER",
            if_not_exists=if_not_exists,
        ),
    )


def lower_create_trigger(read: Reader) -> Operations:
    """Read what follows CREATE ... TRIGGER, up to its body."""
    read.accept("IF", "NOT", "EXISTS")
    name = read.name()
    timing = read.one_of({"BEFORE", "AFTER"}) or read.fail("BEFORE or AFTER expected")
    event = read.one_of({"INSERT", "UPDATE", "DELETE"}) or read.fail("INSERT, UPDATE or DELETE expected")
    read.expect("ON")
    table = read.name()
    trigger = Trigger(
        name=name.name, timing=timing, events=(event,), function=name, row=True, origin=Origin(read.statement)
    )
    return (ops.CreateTrigger(statement=read.statement, table=table, trigger=trigger),)


def routine(kind: str):  # type: ignore[no-untyped-def]
    """CREATE PROCEDURE and CREATE FUNCTION: its name; the body is not looked into."""

    def take(read: Reader) -> Operations:
        read.accept("IF", "NOT", "EXISTS")
        definition = Function(name=read.name(), kind=kind, language="sql", origin=Origin(read.statement))
        return (ops.CreateFunction(statement=read.statement, definition=definition),)

    return take


def named(kind: str):  # type: ignore[no-untyped-def]
    """CREATE of something of which only existence matters."""

    def take(read: Reader) -> Operations:
        read.accept("IF", "NOT", "EXISTS")
        return (ops.CreateObject(statement=read.statement, kind=kind, name=read.name().full),)

    return take


def lower_create_schema(read: Reader) -> Operations:
    """CREATE DATABASE."""
    exists = read.accept("IF", "NOT", "EXISTS")
    name, options = read.identifier(), database_options(read)
    return (ops.CreateSchema(statement=read.statement, name=name, if_not_exists=exists, options=options),)


def lower_alter_schema(read: Reader) -> Operations:
    """ALTER DATABASE: its character set and collation; all else about it matters to nobody here."""
    name = "" if read.kind in OPTIONS_OF_DATABASE and read.peek() != "." else read.identifier()
    options = database_options(read)
    if not options:
        return (ops.Ignored(statement=read.statement, what="ALTER DATABASE"),)
    return (ops.AlterSchema(statement=read.statement, name=name, options=options),)


def database_options(read: Reader) -> Options:
    """Read the options of a database; its character set and collation."""
    found: list[tuple[str, str]] = []
    while not read.done:
        option = table_option(read)
        if option is None:
            read.skip_to()  # READ ONLY, UPGRADE DATA DIRECTORY NAME
            break
        found += [option] if option[0] in {"charset", "collation"} else []
    return tuple(found)


def lower_create_sequence(read: Reader) -> Operations:
    """CREATE SEQUENCE of MariaDB and TiDB."""
    if_not_exists = read.accept("IF", "NOT", "EXISTS")
    name = read.name()
    definition = Sequence(name=name, origin=Origin(read.statement))
    return (
        ops.CreateSequence(statement=read.statement, table=name, definition=definition, if_not_exists=if_not_exists),
    )
