"""Options of tables, and PARTITION BY."""

from __future__ import annotations

from collections.abc import Callable

from dbarch_lint.engines.mysql.definitions import index_part
from dbarch_lint.engines.mysql.expressions import grouped
from dbarch_lint.engines.mysql.reader import Reader
from dbarch_lint.engines.mysql.reserved import RESERVED
from dbarch_lint.objects import IndexPart, Partitioning

# Options with one value, in lower case as the catalog keeps them
OPTIONS = frozenset(
    """ENGINE TYPE AUTO_INCREMENT AVG_ROW_LENGTH CHECKSUM TABLE_CHECKSUM COMMENT COMPRESSION CONNECTION DELAY_KEY_WRITE
    ENCRYPTION ENGINE_ATTRIBUTE SECONDARY_ENGINE_ATTRIBUTE SECONDARY_ENGINE INSERT_METHOD KEY_BLOCK_SIZE MAX_ROWS
    MIN_ROWS PACK_KEYS PASSWORD ROW_FORMAT STATS_AUTO_RECALC STATS_PERSISTENT STATS_SAMPLE_PAGES AUTOEXTEND_SIZE
    ENCRYPTED ENCRYPTION_KEY_ID IETF_QUOTES PAGE_CHECKSUM PAGE_COMPRESSED PAGE_COMPRESSION_LEVEL SEQUENCE TRANSACTIONAL
    AUTO_ID_CACHE SHARD_ROW_ID_BITS PRE_SPLIT_REGIONS AUTO_RANDOM_BASE TTL_ENABLE TTL_JOB_INTERVAL ATTRIBUTES
    AUTOEXTEND""".split()
)


def table_option(read: Reader) -> tuple[str, str] | None:
    """Read one option of a table: its name in lower case, and its value. None if what comes next is none."""
    read.accept("DEFAULT")
    for words, name, take in PHRASES:
        if read.accept(*words):
            return name, take(read)
    if read.peek() == "=" and read.kind not in OPTIONS and read.kind not in RESERVED:
        return read.identifier().lower(), _value(read)  # MariaDB: of a storage engine or plugin
    word = read.one_of(OPTIONS)
    return ({"TYPE": "engine"}.get(word, word.lower()), _value(read)) if word else None


def _lower(read: Reader) -> str:
    return _value(read).lower()


def _group(read: Reader) -> str:
    read.accept("=")
    read.parenthesised()
    return ""


def _tablespace(read: Reader) -> str:
    value = _value(read)
    if read.accept("STORAGE"):
        read.next()
    return value


def _nothing(_: Reader) -> str:
    return ""


def _up_to_comma(read: Reader) -> str:
    start, end = read.skip_to(",", "TTL_ENABLE")
    return read.between(start, end)


def _value(read: Reader) -> str:
    read.accept("=")
    if read.kind == "SCONST":
        return read.string()
    token = read.next()
    text = read.text(token)
    return text[1:-1] if token.kind == "IDENT" else text


# Options that take more than one word, or a value of their own kind
PHRASES: tuple[tuple[tuple[str, ...], str, Callable[[Reader], str]], ...] = (
    (("CHARACTER", "SET"), "charset", _lower),
    (("CHARSET",), "charset", _lower),
    (("CHAR", "SET"), "charset", _lower),
    (("COLLATE",), "collation", _lower),
    (("DATA", "DIRECTORY"), "directory", _value),
    (("INDEX", "DIRECTORY"), "directory", _value),
    (("UNION",), "union", _group),
    (("TABLESPACE",), "tablespace", _tablespace),
    (("STORAGE",), "storage", _value),
    (("START", "TRANSACTION"), "start_transaction", _nothing),
    (("WITH", "SYSTEM", "VERSIONING"), "system_versioning", _nothing),
    (("PLACEMENT", "POLICY"), "placement_policy", _value),
    (("TTL",), "ttl", _up_to_comma),
)


def partitioning(read: Reader) -> Partitioning:
    """Read what follows PARTITION BY, with the list of partitions."""
    read.accept("LINEAR")
    word = read.next().kind
    strategy = {"RANGE": "range", "LIST": "list", "HASH": "hash", "KEY": "key"}.get(word, word.lower())
    if read.accept("ALGORITHM"):
        read.accept("=")
        read.next()
    parts: tuple[IndexPart, ...] = ()
    if read.one_of({"COLUMNS", "FIELDS"}) or word == "KEY":
        if read.sees("(", ")"):
            read.parenthesised()
        else:
            parts = read.listed(lambda: index_part(read))
    elif read.kind == "(":
        parts = (IndexPart(expression=grouped(read)),)
    while True:
        if read.accept("PARTITIONS") or read.accept("SUBPARTITIONS"):
            read.next()
        elif read.accept("SUBPARTITION", "BY"):
            read.skip_to("SUBPARTITIONS", "(")
            if read.kind == "(":
                read.parenthesised()
        elif read.kind == "(":
            read.parenthesised()
        elif read.one_of({"INTERVAL", "LIMIT", "AUTO"}):  # MariaDB's system versioning
            read.skip_to("PARTITIONS", "(")
        else:
            return Partitioning(strategy=strategy, parts=parts, within=True)
