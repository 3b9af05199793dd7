"""What tells the rows of a table apart: keys, unique indexes, and the columns that ought to."""

from __future__ import annotations

from collections.abc import Iterator

from dbarch_lint.catalog import Catalog
from dbarch_lint.objects import NO_NAMES, Column, Expression, Index, Key, Table
from dbarch_lint.vocabulary import Vocabulary
from dbarch_lint.words import words


def unique_sets(table: Table) -> Iterator[frozenset[str]]:
    """The sets of columns of which no two rows have the same: keys and unique indexes, those of some rows too."""
    yield from (frozenset(key.columns) for key in table.keys)
    yield from (frozenset(p.column for p in exclusion.parts) for exclusion in table.exclusions)
    yield from (frozenset(i.columns) for i in table.indexes if i.unique and len(i.columns) == len(i.parts))


def has_keys(table: Table) -> bool:
    """Whether anything keeps rows of the table apart."""
    return bool(table.keys or table.exclusions) or any(index.unique for index in table.indexes)


def is_distinguished(table: Table, column: str) -> bool:
    """Whether some key, unique index or exclusion has to do with a column, by itself or within an expression."""
    return any(column in key.columns for key in table.keys) or any(
        p.column == column or (p.expression is not None and column in p.expression.columns)
        for parts in (*(i.parts for i in table.indexes if i.unique), *(e.parts for e in table.exclusions))
        for p in parts
    )


def referenced_keys(table: Table, catalog: Catalog) -> frozenset[frozenset[str]]:
    """The sets of columns of a table that foreign keys refer to."""
    children = (catalog.table(name) for name in catalog.referencing.get(table.name, NO_NAMES))
    keys = (fk for child in children if child is not None for fk in child.foreign_keys if fk.target == table.name)
    return frozenset(frozenset(fk.target_columns) for fk in keys)


PEOPLE = frozenset("account admin administrator author customer member operator person subscriber user".split())
SECRETS = frozenset("invitation invite key reset session token verification".split())
# What a thing is known by, and the tables whose rows are such things (none named: any).
KNOWN_BY: dict[str, frozenset[str]] = {
    **dict.fromkeys(("email", "handle", "login", "nickname", "username"), PEOPLE),
    **dict.fromkeys(("token", "hash", "digest", "fingerprint"), SECRETS),
    "domain": frozenset({"domain", "site", "tenant"}),
    "hostname": frozenset({"host", "machine", "node", "server"}),
    "isbn": frozenset({"book", "edition"}),
    "iso": frozenset({"country", "currency", "language"}),
    "sku": frozenset({"article", "item", "product", "sku", "variant"}),
    "slug": frozenset(),
    "vin": frozenset({"car", "vehicle"}),
}
PARTS = frozenset("address code name number value".split())  # email_address, user_name, iso_code


def identifying_column(table: Table, known: Vocabulary) -> Column | None:
    """The column by which people or machines know a row, by its name and that of the table: one that all rows have
    before one that may be empty.

    None where something else tells the rows apart already, or where the table holds some of its things only.
    """
    named = words(table.name.name)
    noun = named[-1:]
    if table.uniques or any(i.unique for i in table.indexes) or (len(named) > 1 and not PEOPLE.isdisjoint(noun)):
        return None
    candidates = known.saying(table, KNOWN_BY.keys())
    linked = table.linked_columns if candidates else frozenset()
    found = []
    for column in candidates:
        parts = words(column.name)
        stem = parts[:-1] if parts[-1:] and parts[-1] in PARTS else parts
        stem = stem[1:] if len(stem) > 1 and stem[:1] == noun else stem
        things = KNOWN_BY.get(stem[0]) if len(stem) == 1 else None
        if things is None or column.name in linked or column.generated or known.family(column) != "text":
            continue
        if not things or not things.isdisjoint(noun):
            found.append(column)
    return min(found, key=lambda column: column.nullable or column.default is not None, default=None)


UUID_MAKERS = frozenset(
    "gen_random_uuid newid uuid_generate_v1 uuid_generate_v4 uuid_generate_v7 uuidv4 uuidv7".split()
)
AROUND = frozenset({"lower"})


def makes_uuid(default: Expression) -> bool:
    """Whether a default is a new UUID and nothing beside it."""
    called = {name.rsplit(".", 1)[-1] for name in default.functions}
    return bool(called & UUID_MAKERS) and called <= UUID_MAKERS | AROUND and not default.constants


UUID_DIGITS = 32
HEXADECIMAL = frozenset("0123456789abcdef")


def is_no_uuid(default: Expression) -> bool:
    """Whether a default is a text that the type would refuse."""
    digits = (default.literal or "").strip("{}").replace("-", "").lower()
    return default.literal is not None and (len(digits) != UUID_DIGITS or not HEXADECIMAL.issuperset(digits))


def unique_indexes(table: Table) -> Iterator[Key | Index]:
    """Unique constraints and full unique indexes over plain columns; the primary key is none of them."""
    yield from table.uniques
    yield from (i for i in table.indexes if i.unique and i.where is None and len(i.columns) == len(i.parts))


MADE_UP = frozenset(
    """address checksum code digest fingerprint guid hash id identifier jti key nonce number path ref secret serial
    token uid url uri uuid""".split()
)
# What computes a value from a content, whatever follows: `md5`, `sha256_hex`, `crc32`.
HASHES = frozenset("blake cid crc etag hmac md md5 murmur phash sha sha1 sha224 sha256 sha384 sha512 xxh".split())


def is_unguessable(column: Column, known: Vocabulary) -> bool:
    """Whether nobody would want to use a value of a column again: a number, a hash, an id from elsewhere, a time."""
    parts = words(column.name)
    made_up = not MADE_UP.isdisjoint(parts[-1:]) or not HASHES.isdisjoint(parts)
    return made_up or known.family(column) != "text"
