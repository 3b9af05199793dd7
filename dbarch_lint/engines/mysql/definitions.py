"""Columns, keys, foreign keys and checks as CREATE TABLE and ALTER TABLE write them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from dbarch_lint.engines.mysql.expressions import expression, grouped, value
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.engines.mysql.types import data_type
from dbarch_lint.objects import Check, Column, ForeignKey, Index, IndexPart, Key, replace
from dbarch_lint.source import Origin

Constraint = Key | ForeignKey | Check | Index
METHODS = {"BTREE", "HASH", "RTREE", "HNSW"}
KINDS_OF_INDEX = {"FULLTEXT": "fulltext", "SPATIAL": "spatial", "VECTOR": "vector"}
INDEX_OPTIONS = {"KEY_BLOCK_SIZE", "ENGINE_ATTRIBUTE", "SECONDARY_ENGINE_ATTRIBUTE", "CLUSTERING", "M", "DISTANCE"}
ACTIONS = ("RESTRICT", "CASCADE", "NO ACTION", "SET NULL", "SET DEFAULT")


class Defined(msgspec.Struct):
    """A column as written, with what is written on it and where it goes.

    `after`: None at the end, "" first, else the column before it. `said`: the attributes that were written, in
    lower case: what MODIFY leaves out is gone.
    """

    column: Column
    after: str | None = None
    primary: bool = False
    unique: bool = False
    checks: list[Check] = msgspec.field(default_factory=list)
    reference: ForeignKey | None = None
    said: set[str] = msgspec.field(default_factory=set)
    offset: int = -1


def column_definition(read: Reader, *, placed: bool = False) -> Defined:
    """Read a column's name, type and attributes; `placed`: FIRST or AFTER may follow. Raises NotUnderstoodError."""
    offset = read.offset
    name = read.identifier()
    defined = column_body(read, name, offset)
    if placed:
        if read.accept("FIRST"):
            defined.after = ""
        elif read.accept("AFTER"):
            defined.after = read.identifier()
    return defined


def column_body(read: Reader, name: str, offset: int) -> Defined:
    """Read a column's type and attributes."""
    written = data_type(read)
    column = Column(
        name=name,
        type=written.type,
        charset=written.charset,
        collation=written.collation or "_bin" * written.binary,
        origin=Origin(read.statement, offset),
    )
    defined = Defined(column, offset=offset)
    if written.serial:
        defined.column = replace(column, nullable=False, identity="by default")
        defined.unique = True
    while attribute(read, defined):
        pass
    return defined


def attribute(read: Reader, defined: Defined) -> bool:
    """Read one attribute of a column; False if what comes next is none."""
    for words, take in ATTRIBUTES:
        if read.accept(*words):
            take(read, defined)
            return True
    return False


def changed(**fields: Any) -> Callable[[Reader, Defined], None]:
    """An attribute that only sets fields of the column."""

    def take(_: Reader, defined: Defined) -> None:
        defined.column = replace(defined.column, **fields)
        defined.said.update(fields)

    return take


def _default(read: Reader, defined: Defined) -> None:
    defined.said.add("default")
    found = value(read)
    defined.column = replace(defined.column, default=None if found.is_null else found)


def _on_update(read: Reader, defined: Defined) -> None:
    defined.said.add("on_update")
    defined.column = replace(defined.column, on_update=value(read))


def _generated(read: Reader, defined: Defined) -> None:
    formula = grouped(read)
    stored = bool(read.one_of({"STORED", "PERSISTENT"}))
    read.accept("VIRTUAL")
    defined.said.add("generated")
    defined.column = replace(defined.column, default=formula, generated="stored" if stored else "virtual")


def _comment(read: Reader, defined: Defined) -> None:
    defined.said.add("comment")
    defined.column = replace(defined.column, comment=read.string())


def _charset(read: Reader, defined: Defined) -> None:
    read.accept("=")
    defined.column = replace(defined.column, charset=read.word())


def _collate(read: Reader, defined: Defined) -> None:
    read.accept("=")
    defined.column = replace(defined.column, collation=read.word())


def _unique(read: Reader, defined: Defined) -> None:
    read.one_of({"KEY", "INDEX"})
    defined.unique = True


def _primary(read: Reader, defined: Defined) -> None:
    read.one_of({"CLUSTERED", "NONCLUSTERED"})
    defined.primary = True


def _check(read: Reader, defined: Defined) -> None:
    defined.checks.append(replace(check(read, ""), column=defined.column.name))


def _named_check(read: Reader, defined: Defined) -> None:
    name = "" if read.kind == "CHECK" else read.identifier()
    read.expect("CHECK")
    defined.checks.append(replace(check(read, name), column=defined.column.name))


def _references(read: Reader, defined: Defined) -> None:
    defined.reference = replace(references(read, "", (defined.column.name,), defined.offset), inline=True)


def _word(read: Reader, _: Defined) -> None:
    read.accept("=")
    read.next()


def _serial_default(read: Reader, defined: Defined) -> None:
    read.expect("DEFAULT", "VALUE")
    defined.column = replace(defined.column, nullable=False, identity="by default")
    defined.unique = True


def _maybe_group(read: Reader, _: Defined) -> None:
    if read.kind == "(":
        read.parenthesised()


def _compressed(read: Reader, _: Defined) -> None:
    if read.accept("="):
        read.next()


def _nothing(_: Reader, __: Defined) -> None:
    """An attribute that the catalog does not keep."""


# In the order of trying: longer phrases before what they begin with
ATTRIBUTES: tuple[tuple[tuple[str, ...], Callable[[Reader, Defined], None]], ...] = (
    (("NOT", "NULL"), changed(nullable=False)),
    (("NULL",), changed(nullable=True)),
    (("DEFAULT",), _default),
    (("ON", "UPDATE"), _on_update),
    (("AUTO_INCREMENT",), changed(identity="by default")),
    (("AUTO_RANDOM",), _maybe_group),
    (("UNIQUE",), _unique),
    (("PRIMARY", "KEY"), _primary),
    (("KEY",), _primary),
    (("COMMENT",), _comment),
    (("GENERATED", "ALWAYS", "AS", "ROW", "START"), _nothing),
    (("GENERATED", "ALWAYS", "AS", "ROW", "END"), _nothing),
    (("GENERATED", "ALWAYS", "AS"), _generated),
    (("AS", "ROW", "START"), _nothing),
    (("AS", "ROW", "END"), _nothing),
    (("AS",), _generated),
    (("CHARACTER", "SET"), _charset),
    (("CHARSET",), _charset),
    (("CHAR", "SET"), _charset),
    (("COLLATE",), _collate),
    (("REFERENCES",), _references),
    (("CONSTRAINT",), _named_check),
    (("CHECK",), _check),
    (("VISIBLE",), changed(invisible=False)),
    (("INVISIBLE",), changed(invisible=True)),
    (("SERIAL",), _serial_default),
    (("COLUMN_FORMAT",), _word),
    (("STORAGE",), _word),
    (("ENGINE_ATTRIBUTE",), _word),
    (("SECONDARY_ENGINE_ATTRIBUTE",), _word),
    (("SRID",), _word),
    (("REF_SYSTEM_ID",), _word),
    (("NOT", "SECONDARY"), _nothing),
    (("WITH", "SYSTEM", "VERSIONING"), _nothing),
    (("WITHOUT", "SYSTEM", "VERSIONING"), _nothing),
    (("COMPRESSED",), _compressed),
)


def check(read: Reader, name: str) -> Check:
    """Read what follows CHECK."""
    formula = grouped(read)
    enforced = True
    while read.kind == "ENFORCED" or read.sees("NOT", "ENFORCED"):
        enforced = not read.accept("NOT")
        read.next()
    return Check(name=name, expression=formula, enforced=enforced)


def references(read: Reader, name: str, columns: tuple[str, ...], offset: int) -> ForeignKey:
    """Read what follows REFERENCES."""
    target = read.name()
    wanted = tuple(p.column for p in read.listed(lambda: index_part(read))) if read.kind == "(" else ()
    full = False
    actions = {"DELETE": "NO ACTION", "UPDATE": "NO ACTION"}
    while True:
        if read.accept("MATCH"):
            full = read.next().kind == "FULL"
        elif read.kind == "ON" and read.peek() in actions:
            read.next()
            event = read.next().kind
            actions[event] = referential_action(read)
        else:
            break
    return ForeignKey(
        name=name,
        columns=columns,
        target=target,
        target_columns=wanted,
        on_delete=actions["DELETE"],
        on_update=actions["UPDATE"],
        match_full=full,
        origin=Origin(read.statement, offset),
    )


def referential_action(read: Reader) -> str:
    """Read RESTRICT, CASCADE, NO ACTION, SET NULL or SET DEFAULT."""
    for action in ACTIONS:
        if read.accept(*action.split()):
            return action
    return read.fail("a referential action expected")


def index_part(read: Reader) -> IndexPart:
    """Read one part of an index: a column with its length, or an expression in parentheses."""
    if read.kind == "(":
        start = read.at
        read.parenthesised()
        part = IndexPart(expression=expression(read, start, read.at))
    else:
        part = IndexPart(column=read.identifier())
        if read.accept("("):
            length = read.text(read.next())
            if not length.isdigit():
                read.fail("a length expected; an expression stands in parentheses of its own")
            part = replace(part, length=int(length))
            read.expect(")")
    descending = read.one_of({"ASC", "DESC"}) == "DESC"
    return replace(part, descending=descending)


class IndexWritten(msgspec.Struct):
    """An index or key as written."""

    name: str
    parts: tuple[IndexPart, ...]
    method: str = "btree"
    visible: bool = True
    comment: str = ""

    @property
    def plain(self) -> bool:
        """Whether all its parts are whole columns in ascending order."""
        return all(p.column and not p.length and not p.descending for p in self.parts)


def index_body(read: Reader, method: str = "btree") -> IndexWritten:
    """Read [name] [USING method] (parts) [options]."""
    read.accept("IF", "NOT", "EXISTS")
    nameless = read.kind in {"(", "USING"} or (read.kind == "TYPE" and read.peek() in METHODS)
    name = "" if nameless else read.identifier()
    written = IndexWritten(name, (), method)
    index_options(read, written)
    written.parts = read.listed(lambda: index_part(read))
    index_options(read, written)
    return written


def index_options(read: Reader, written: IndexWritten) -> None:
    """Read USING, COMMENT, VISIBLE and their kin."""
    while True:
        if read.kind in {"USING", "TYPE"} and read.peek() in METHODS:
            read.next()
            method = read.next().kind.lower()
            written.method = method if written.method == "btree" else written.method
        elif read.accept("COMMENT"):
            written.comment = read.string()
        elif read.accept("INVISIBLE") or read.accept("IGNORED"):
            written.visible = False
        elif (
            read.accept("VISIBLE")
            or read.accept("NOT", "IGNORED")
            or read.one_of({"CLUSTERED", "NONCLUSTERED", "GLOBAL"})
        ):
            continue
        elif read.accept("WITH", "PARSER"):
            read.identifier()
        elif read.kind in INDEX_OPTIONS or read.kind == "IDENT":
            read.next()
            read.accept("=")
            read.next()
        else:
            return


def key_of(written: IndexWritten, offset: int, read: Reader) -> Key:
    """A primary key or unique constraint."""
    columns = tuple(p.column for p in written.parts)
    lengths = tuple(p.length for p in written.parts) if any(p.length for p in written.parts) else ()
    descending = tuple(p.descending for p in written.parts) if any(p.descending for p in written.parts) else ()
    origin = Origin(read.statement, offset)
    return Key(name=written.name, columns=columns, lengths=lengths, descending=descending, origin=origin)


def index_of(written: IndexWritten, offset: int, read: Reader, *, unique: bool = False) -> Index:
    """An index that is no constraint, or a unique one over parts of columns or expressions."""
    return Index(
        name=written.name,
        parts=written.parts,
        unique=unique,
        method=written.method,
        visible=written.visible,
        comment=written.comment,
        origin=Origin(read.statement, offset),
    )


def element(read: Reader) -> tuple[str, Constraint] | None:
    """Read a key, index, foreign key or check of a table; None if what comes next is a column.

    The text says what it is: primary, unique, index, foreign_key, check; unique over parts of columns is an index.
    """
    offset, name = read.offset, ""
    named = read.kind == "CONSTRAINT"
    if read.accept("CONSTRAINT") and read.kind not in {"PRIMARY", "UNIQUE", "FOREIGN", "CHECK"}:
        read.accept("IF", "NOT", "EXISTS")
        name = read.identifier()
    if read.kind in {"INDEX", "KEY"} and not named:
        read.next()
        return "index", index_of(index_body(read), offset, read)
    if read.kind in {"FULLTEXT", "SPATIAL"} or read.sees("VECTOR", "INDEX") or read.sees("VECTOR", "KEY"):
        method = KINDS_OF_INDEX[read.next().kind]
        read.one_of({"INDEX", "KEY"})
        return "index", index_of(index_body(read, method), offset, read)
    if read.accept("PRIMARY", "KEY"):
        return "primary", key_of(index_body(read), offset, read)
    if read.accept("UNIQUE"):
        read.one_of({"INDEX", "KEY"})
        written = index_body(read)
        written.name = written.name or name
        if written.plain and written.visible:
            return "unique", key_of(written, offset, read)
        return "index", index_of(written, offset, read, unique=True)
    if read.accept("FOREIGN", "KEY"):
        read.accept("IF", "NOT", "EXISTS")
        own = "" if read.kind == "(" else read.identifier()
        columns = tuple(p.column for p in read.listed(lambda: index_part(read)))
        read.expect("REFERENCES")
        return "foreign_key", replace(references(read, name, columns, offset), index=own)
    if read.accept("CHECK"):
        return "check", replace(check(read, name), origin=Origin(read.statement, offset))
    if named:
        read.fail("a constraint expected")
    return None
