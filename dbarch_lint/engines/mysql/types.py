"""Column types: read from tokens, spelled as `information_schema.columns.column_type` does."""

from __future__ import annotations

from typing import NamedTuple

from dbarch_lint.datatypes import SYSTEM_SCHEMA, Type
from dbarch_lint.engines.mysql.reader import Reader

# What the author may write -> what the server calls it
SYNONYMS = {
    "INTEGER": "int",
    "INT1": "tinyint",
    "INT2": "smallint",
    "INT3": "mediumint",
    "MIDDLEINT": "mediumint",
    "INT4": "int",
    "INT8": "bigint",
    "DEC": "decimal",
    "NUMERIC": "decimal",
    "FIXED": "decimal",
    "REAL": "double",
    "FLOAT8": "double",
    "FLOAT4": "float",
    "CHARACTER": "char",
    "NCHAR": "char",
    "NVARCHAR": "varchar",
    "VARCHARACTER": "varchar",
    "VARCHAR2": "varchar",
    "GEOMCOLLECTION": "geomcollection",
    "LONG": "mediumtext",
    "BOOL": "tinyint",
    "BOOLEAN": "tinyint",
    "SERIAL": "bigint",
    "CLOB": "longtext",
    "NUMBER": "decimal",
    "RAW": "varbinary",
}
PLAIN = frozenset(
    """tinyint smallint mediumint int bigint decimal float double bit date time datetime timestamp year char varchar
    binary varbinary tinyblob blob mediumblob longblob tinytext text mediumtext longtext enum set json geometry point
    linestring polygon multipoint multilinestring multipolygon geometrycollection geomcollection vector uuid inet4 inet6
    xmltype""".split()
)
INTEGERS = frozenset({"tinyint", "smallint", "mediumint", "int", "bigint"})
NUMBERS = INTEGERS | {"decimal", "float", "double"}
LISTS = frozenset({"enum", "set"})
DEFAULT_LENGTH = {"char": 1, "binary": 1, "bit": 1}
KEPT_DISPLAY_WIDTH = ("tinyint", 1)  # tinyint(1) says boolean; other widths mean nothing, and newer servers drop them


class Written(NamedTuple):
    """A type as written, with the words that belong to the column rather than to the type."""

    type: Type
    charset: str = ""
    collation: str = ""
    serial: bool = False  # SERIAL: also NOT NULL AUTO_INCREMENT UNIQUE
    binary: bool = False  # the BINARY attribute: the binary collation of the character set


def data_type(read: Reader) -> Written:
    """Read a column type with its attributes. Raises NotUnderstoodError."""
    word = read.next().kind
    if word == "NATIONAL":
        word = read.next().kind
    if word == "DOUBLE":
        read.accept("PRECISION")
    if word == "LONG":
        word = "MEDIUMBLOB" if read.accept("VARBINARY") else "LONG"
        read.accept("VARCHAR")
    if word in {"CHAR", "CHARACTER", "NCHAR"} and (read.accept("VARYING") or read.accept("VARCHAR")):
        word = "VARCHAR"
    name = SYNONYMS.get(word, word.lower())
    if name not in PLAIN:
        read.at -= 1
        read.fail("a column type expected")
    modifiers = _modifiers(read, name)
    unsigned, zerofill, binary, charset, collation = _attributes(read)
    if word in {"BOOL", "BOOLEAN"}:
        modifiers = (1,)
    if word == "SERIAL":
        unsigned = True
    return Written(
        _made(name, modifiers, unsigned=unsigned, zerofill=zerofill), charset, collation, word == "SERIAL", binary
    )


def _modifiers(read: Reader, name: str) -> tuple[int | str, ...]:
    if name in LISTS:
        return read.listed(read.string)
    if not read.accept("("):
        return (DEFAULT_LENGTH[name],) if name in DEFAULT_LENGTH else (10, 0) if name == "decimal" else ()
    values: list[int | str] = []
    while not read.accept(")"):
        token = read.next()
        text = read.text(token)
        if token.kind != ",":
            values.append(int(text) if text.isdigit() else text)
    if name == "decimal" and len(values) == 1:
        values.append(0)
    return tuple(values)


def _attributes(read: Reader) -> tuple[bool, bool, bool, str, str]:
    unsigned = zerofill = binary = False
    charset = collation = ""
    while True:
        if read.accept("UNSIGNED"):
            unsigned = True
        elif read.accept("ZEROFILL"):
            unsigned = zerofill = True
        elif read.accept("SIGNED"):
            continue
        elif read.accept("BINARY"):
            binary = True
        elif read.accept("ASCII"):
            charset = "latin1"
        elif read.accept("UNICODE"):
            charset = "ucs2"
        elif read.accept("CHARACTER", "SET") or read.accept("CHARSET"):
            charset = read.identifier().lower()
        elif read.accept("COLLATE"):
            read.accept("=")
            collation = read.identifier().lower()
        else:
            return unsigned, zerofill, binary, charset, collation


def _made(name: str, modifiers: tuple[int | str, ...], *, unsigned: bool, zerofill: bool) -> Type:
    if name in INTEGERS and not zerofill and (unsigned or (name, *modifiers) != KEPT_DISPLAY_WIDTH):
        modifiers = ()
    if name == "year":
        modifiers = ()
    inner = ",".join(f"'{m.replace(chr(39), chr(39) * 2)}'" if name in LISTS else str(m) for m in map(str, modifiers))
    spelling = name + (f"({inner})" if modifiers else "")
    spelling += " unsigned" * (unsigned and name in NUMBERS) + " zerofill" * zerofill
    return Type(SYSTEM_SCHEMA, name, modifiers, spelling=spelling)
