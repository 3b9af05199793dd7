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
    "SQL_TSI_YEAR": "year",
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
KEPT_DISPLAY_WIDTH = ("tinyint", 1)  # tinyint(1) says boolean, to all servers
DIGITS = {
    "tinyint": (4, 3),
    "smallint": (6, 5),
    "mediumint": (9, 8),
    "int": (11, 10),
    "bigint": (20, 20),
    "year": (4, 4),
}
WORDS_OF_NUMBERS = frozenset({"unsigned", "zerofill"})
FRACTIONS = frozenset({"time", "datetime", "timestamp"})
SINGLE = 24  # bits of a float; FLOAT(25) is a double


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
    national = word in {"NATIONAL", "NCHAR", "NVARCHAR"}
    if word == "NATIONAL":
        word = read.next().kind
    if word == "DOUBLE":
        read.accept("PRECISION")
    if word == "LONG":
        word = "MEDIUMBLOB" if read.accept("VARBINARY") else "LONG"
        if read.one_of({"VARCHAR", "VARCHARACTER"}) or read.peek() == "VARYING":
            read.accept("CHAR", "VARYING") or read.accept("CHARACTER", "VARYING")
    elif word in {"CHAR", "CHARACTER", "NCHAR"} and read.one_of({"VARYING", "VARCHAR", "VARCHARACTER"}):
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
    if national:
        charset = "utf8"
    return Written(
        _made(name, modifiers, unsigned=unsigned, zerofill=zerofill), charset, collation, word == "SERIAL", binary
    )


def _modifiers(read: Reader, name: str) -> tuple[int | str, ...]:
    if name in LISTS:
        return read.listed(read.string)
    if not read.accept("("):
        return (DEFAULT_LENGTH[name],) if name in DEFAULT_LENGTH else (10, 0) if name == "decimal" else ()
    if read.kind == ")":
        read.fail("a number expected")
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
        elif read.accept("BYTE"):
            charset = "binary"
        elif read.accept("ASCII"):
            charset = "latin1"
        elif read.accept("UNICODE"):
            charset = "ucs2"
        elif read.accept("CHARACTER", "SET") or read.accept("CHARSET") or read.accept("CHAR", "SET"):
            charset = read.word()
        elif read.accept("COLLATE"):
            read.accept("=")
            collation = read.word()
        else:
            return unsigned, zerofill, binary, charset, collation


def _made(name: str, modifiers: tuple[int | str, ...], *, unsigned: bool, zerofill: bool) -> Type:
    words: tuple[int | str, ...] = ("unsigned",) * (unsigned and name in NUMBERS) + ("zerofill",) * zerofill
    return spelled(Type(SYSTEM_SCHEMA, name, (*modifiers, *words)), widths=True)


def spelled(type_: Type, *, widths: bool) -> Type:
    """The type as the server keeps it; `widths`: it is one that shows how many digits of an integer to display.

    Display widths mean nothing, so they stand in the spelling alone.
    """
    name = type_.name
    numbers = tuple(m for m in type_.modifiers if m not in WORDS_OF_NUMBERS)
    words = tuple(m for m in type_.modifiers if m in WORDS_OF_NUMBERS) if name in NUMBERS else ()
    if name in LISTS:
        return Type(
            SYSTEM_SCHEMA, name, type_.modifiers, spelling=f"{name}({','.join(map(_literal, type_.modifiers))})"
        )
    shown: tuple[int | str, ...] = numbers
    if name in DIGITS:
        width = numbers or _written_width(type_, DIGITS[name]["unsigned" in words])
        keeps = widths or "zerofill" in words or (name, *width, *words) == KEPT_DISPLAY_WIDTH
        shown, numbers = width if keeps else (), ()
    elif name in FRACTIONS and numbers == (0,):
        shown = numbers = ()
    elif name == "float" and len(numbers) == 1:
        name, shown, numbers = ("double" if int(numbers[0]) > SINGLE else "float"), (), ()
    inner = f"({','.join(map(str, shown))})" if shown else ""
    return Type(SYSTEM_SCHEMA, name, (*numbers, *words), spelling=" ".join([name + inner, *map(str, words)]))


def _written_width(type_: Type, default: int) -> tuple[int | str, ...]:
    """The display width in the spelling of a type that was spelled before, or the usual one."""
    head = type_.spelling.partition(" ")[0]
    return (int(head[:-1].partition("(")[2]),) if head.endswith(")") else (default,)


def _literal(value: int | str) -> str:
    return "'" + str(value).replace("'", "''") + "'"
