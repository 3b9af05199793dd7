"""Binding of columns: types as this server spells them, character sets inherited from the table, old TIMESTAMPs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import repeat
from typing import NamedTuple

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.mysql.expressions import MySqlExpression
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.engines.mysql.types import spelled
from dbarch_lint.expression import Expression
from dbarch_lint.objects import Check, Column, Index, IndexPart, Key, Options, Table, replace
from dbarch_lint.operations import SetTableOption

WITHOUT_WIDTHS = 80019  # MySQL stops showing how many digits of an integer to display
EXPLICIT_TIMESTAMPS = {"mysql": 80002, "mariadb": 101000}  # a TIMESTAMP is a column like others by default
TEXTS = frozenset({"char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set"})
BINARY = {"char": "binary", "varchar": "varbinary", **{f"{s}text": f"{s}blob" for s in ("tiny", "", "medium", "long")}}
SIZES = ("tiny", "", "medium", "long")  # of TEXT and BLOB: one, two, three and four bytes of length
SHORTER_TEXTS = frozenset(f"{size}text" for size in SIZES[:-1])
LONGEST_CHARACTER = {"utf8mb4": 4, "utf8mb3": 3, "utf16": 4, "utf16le": 4, "utf32": 4, "ucs2": 2, "gb18030": 4, "": 4}
LONGEST_CHARACTER |= dict.fromkeys(("big5", "cp932", "euckr", "gb2312", "gbk", "sjis"), 2) | {"eucjpms": 3, "ujis": 3}
OLD_NAMES = {"utf8": "utf8mb3"}
BYTES = "binary"
PIVOT = 70
LENGTHS = frozenset({"char", "varchar", "binary", "varbinary"})
LONGEST_PART = 3072  # bytes of one column in an index
SHORTEST = 255  # bytes of a TINYTEXT
ZEROS = [  # of a TIMESTAMP, by its digits behind the second
    MySqlExpression([("SCONST", f"'0000-00-00 00:00:00{'.' * bool(n)}{'0' * n}'")]) for n in range(7)
]
NOW = MySqlExpression([("CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP")])


class Charset(NamedTuple):
    """A character set and a collation; an empty collation is the character set's own, and both empty the database's."""

    charset: str = ""
    collation: str = ""


INHERITED = Charset()


def charset(name: str, collation: str, inherited: Charset = INHERITED) -> Charset:
    """What is written, with today's names; the collation tells the character set; with neither, what is inherited."""
    name = OLD_NAMES.get(name, name)
    if not collation:
        return Charset(name) if name else inherited
    of, _, rest = collation.partition("_")
    if of in {"", "uca1400"}:  # of whatever character set it is: MariaDB's short names, and the attribute BINARY
        base = name or inherited.charset
        return Charset(base, f"{base}_{collation.lstrip('_')}" if base else collation)
    of = OLD_NAMES.get(of, of)
    return Charset(of, f"{of}_{rest}" if rest else of)


def of_table(table: Table | None, inherited: Charset = INHERITED) -> Charset:
    """What a table gives to its columns."""
    options = dict(table.options) if table is not None else {}
    return charset(options.get("charset", ""), options.get("collation", ""), inherited)


def of_database(table: Table, scope: Scope) -> Charset:
    """What the database gives to a new table, as far as the history says so."""
    database = scope.catalog.schemas.get(table.name.schema)
    return Charset(**{"charset": "", **dict(database.options)}) if database is not None else INHERITED


def of_options(options: Options) -> Options:
    """The character set and collation of a database with today's names."""
    said = dict(options)
    found = charset(said.get("charset", ""), said.get("collation", ""))
    return tuple(o for o in (("charset", found.charset), ("collation", found.collation)) if o[1])


def bound(column: Column, inherited: Charset, scope: Scope) -> Column:
    """A column as the server keeps it."""
    own = charset(column.charset, column.collation, inherited)
    type_ = server_type(column.type, own, column.charset, scope)
    if type_.name not in TEXTS:
        own = Charset()
    if scope.mariadb and column.type.name == "json":
        own = Charset("utf8mb4", "utf8mb4_bin")
    column = replace(column, type=type_, charset=own.charset, collation=own.collation)
    if column.default is not None and not column.generated:
        column = replace(column, default=as_stored(column.default, type_))
    return old_timestamp(column, scope) if type_.name == "timestamp" else column


def as_stored(default: Expression, type_: Type) -> Expression:
    """A default as the server keeps it: bits in binary, and a year of one or two digits as one of 1970 to 2069."""
    value = default.literal
    if value is None or not value.isdecimal() or str(default)[:1] in "bBxX":
        return default
    number = int(value)
    if type_.name == "bit":
        return MySqlExpression([("SCONST", f"b'{number:b}'")])
    if type_.name == "year" and 0 < number < 100:
        return MySqlExpression([("SCONST", f"'{number + (1900 if number >= PIVOT else 2000)}'")])
    return default


def recoded(op: SetTableOption, table: Table, scope: Scope) -> SetTableOption:
    """CHARACTER SET, COLLATE or CONVERT TO with the options and, where it converts, the columns that it leads to."""
    before = of_table(table)
    if op.option == "convert_charset" and op.value.upper() == "DEFAULT":
        own = of_database(table, scope)
    elif op.option == "collation":
        own = charset("", op.value, before)
    else:
        own = charset(op.value, op.names[0] if op.names else "", before)
    pairs = tuple(pair for pair in (("charset", own.charset), ("collation", own.collation)) if pair[1])
    op = replace(op, names=tuple(n for n, _ in pairs), values=tuple(v for _, v in pairs))
    if op.option != "convert_charset":
        return op
    columns = tuple(converted(c, own) for c in table.columns)
    for column in columns if scope.mariadb else ():
        table = replace(table, indexes=cut_indexes(table, column.name, column, mariadb=True))
    return replace(op, columns=columns, indexes=table.indexes)


def converted(column: Column, own: Charset) -> Column:
    """A column after CONVERT TO: a TEXT whose characters grow becomes the next larger one."""
    if column.type.name not in TEXTS:
        return column
    return replace(column, type=grown(column, own), charset=own.charset, collation=own.collation)


def grown(column: Column, own: Charset) -> Type:
    """The type of text that holds as many characters of another character set."""
    stem, kind = column.type.name[:-4], column.type.name[-4:]
    before, after = (LONGEST_CHARACTER.get(c, 1) for c in (column.charset if kind == "text" else BYTES, own.charset))
    if kind not in {"text", "blob"} or stem not in SIZES[:-1] or after <= before:
        return column.type
    return spelled(Type(column.type.schema, SIZES[SIZES.index(stem) + 1] + "text"), widths=False)


def server_type(type_: Type, own: Charset, written: str, scope: Scope) -> Type:
    """A type under the name that this server has for it."""
    name, modifiers = type_.name, type_.modifiers
    if written == "binary":
        name = BINARY.get(name, name)
    if name in {"text", "blob"} and modifiers:
        name, modifiers = sized(name, int(modifiers[0]), own), ()
    if scope.mariadb:
        name = {"json": "longtext", "geomcollection": "geometrycollection"}.get(name, name)
    elif scope.version >= 80000:
        name = "geomcollection" if name == "geometrycollection" else name
    widths = scope.mariadb or scope.version < WITHOUT_WIDTHS
    return spelled(Type(type_.schema, name, modifiers, spelling=type_.spelling), widths=widths)


def sized(name: str, length: int, own: Charset) -> str:
    """TEXT(n) and BLOB(n): the smallest type that holds so many characters or bytes."""
    size = length * (LONGEST_CHARACTER.get(own.charset, 1) if name == "text" else 1)
    at = next((i for i in range(len(SIZES)) if size < 256 ** (i + 1)), len(SIZES) - 1)
    return SIZES[at] + name


def index_part(part: IndexPart, column: Column | None, *, mariadb: bool) -> IndexPart:
    """A part of an index with its length: none where it covers the whole column.

    MariaDB cuts what is too long for an index, with a warning.
    """
    if column is None:
        return part
    name, length = column.type.name, part.length
    character = width(column)
    large = name.endswith(("text", "blob"))
    declared = int(column.type.modifiers[0]) if name in LENGTHS and column.type.modifiers else 0
    if (length and not large and name not in LENGTHS) or (declared and length >= declared):
        length = 0
    longest = SHORTEST if name.startswith("tiny") else LONGEST_PART // character
    if mariadb and (not length or length > longest) and (large or declared * character > LONGEST_PART):
        length = longest
    return replace(part, length=length) if length != part.length else part


def parts_of(key: Key) -> Iterator[IndexPart]:
    """The parts of the index of a key."""
    lengths, descending = key.lengths or repeat(0), key.descending or repeat(False)
    for column, length, down in zip(key.columns, lengths, descending, strict=False):
        yield IndexPart(column=column, length=length, descending=down)


def width(column: Column) -> int:
    """How many bytes its longest character takes."""
    return LONGEST_CHARACTER.get(column.charset, 1) if column.type.name in TEXTS else 1


def hashed(key: Key | Index, table: Table) -> bool:
    """Whether an index is unique and too long for a tree: MariaDB keeps a hash of its values, which helps no search."""
    if isinstance(key, Index) and not key.unique:
        return False
    parts: Iterable[IndexPart] = parts_of(key) if isinstance(key, Key) else key.parts
    return any(_too_long(part, column) for part in parts if (column := table.column(part.column)) is not None)


def _too_long(part: IndexPart, column: Column) -> bool:
    declared = int(column.type.modifiers[0]) if column.type.name in LENGTHS and column.type.modifiers else 0
    if not part.length and column.type.name.endswith(("text", "blob")):
        return True
    return (part.length or declared) * width(column) > LONGEST_PART


def cut_indexes(table: Table, name: str, new: Column, *, mariadb: bool) -> tuple[Index, ...]:
    """The indexes of a table after a column of another type took the place of one."""
    after = replace(table, columns=tuple(replace(new, name=name) if c.name == name else c for c in table.columns))

    def part(each: IndexPart, index: Index) -> IndexPart:
        unordered = mariadb and each.descending and hashed(index, after)
        each = replace(each, descending=False) if unordered else each
        return index_part(each, new, mariadb=mariadb and not index.unique) if each.column == name else each

    return tuple(
        replace(i, parts=tuple(part(p, i) for p in i.parts)) if i.method == "btree" else i for i in table.indexes
    )


def cut_primary_key(table: Table, name: str, new: Column) -> Key | None:
    """The primary key of a table after a column of another type took the place of one."""
    key = table.primary_key
    if key is None or not any(key.lengths):
        return key
    lengths = tuple(
        index_part(IndexPart(column=c, length=n), new, mariadb=False).length if c == name else n
        for c, n in zip(key.columns, key.lengths, strict=True)
    )
    return replace(key, lengths=lengths if any(lengths) else ())


def json_check(column: Column, scope: Scope) -> Check | None:
    """The check that MariaDB adds to a JSON column."""
    if not scope.mariadb or column.type.name != "json":
        return None
    call = [("JSON_VALID", "json_valid"), ("(", "("), ("IDENT", f"`{column.name}`"), (")", ")")]
    return Check(name=column.name, expression=MySqlExpression(call), column=column.name, origin=column.origin)


def old_timestamp(column: Column, scope: Scope) -> Column:
    """A TIMESTAMP on a server that makes it NOT NULL unless NULL is written; its default is then zero.

    The first one of a table that says nothing gets the current time instead: `first_timestamp`.
    """
    explicit = EXPLICIT_TIMESTAMPS["mariadb" if scope.mariadb else "mysql"]
    if scope.version >= explicit or (column.nullable and says_null(column)):
        return column
    if column.default is None and not column.generated:
        return replace(column, nullable=False, default=ZEROS[int((*column.type.modifiers, "0")[0])])
    return replace(column, nullable=False)


def says_null(column: Column) -> bool:
    """Whether NULL is written behind the type, as an attribute or as the default."""
    span = column.origin.span if column.origin is not None else None
    before, depth = "", 0
    for token in span.source.tokens(span.start, span.end) if span is not None else ():
        depth += (token.kind == "(") - (token.kind == ")")
        if token.kind == "NULL" and not depth and before not in {"NOT", "SET"}:
            return True
        before = token.kind
    return False


def first_timestamp(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table whose first TIMESTAMP says neither NULL nor a default: it follows the clock."""
    first = next((c for c in columns if c.type.name == "timestamp"), None)
    return tuple(following(c) if c is first else c for c in columns)


def following(column: Column, before: Iterable[Column] = ()) -> Column:
    """A column that follows the clock if it is the first TIMESTAMP and gets a zero for want of a default."""
    silent = column.on_update is None and any(column.default is zero for zero in ZEROS)
    if not silent or any(c.type.name == "timestamp" for c in before):
        return column
    return replace(column, default=NOW, on_update=NOW)


def before(table: Table, after: str | None) -> tuple[Column, ...]:
    """The columns before a place: behind one of them, at the end (None), or as the first (empty)."""
    names = [c.name for c in table.columns]
    if after is None:
        return table.columns
    return table.columns[: names.index(after) + 1] if after in names else ()
