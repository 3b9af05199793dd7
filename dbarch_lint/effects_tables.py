"""The files behind the effects: read, checked, and kept in a form that loads in no time.

People edit YAML. Reading it costs as much as judging a small migration, so `compile_tables` writes the same facts as
JSON beside it, with a checksum of the YAML: the JSON is used only as long as the YAML is what it was made from.
"""

# No `from __future__ import annotations`: msgspec would compile each annotation of the structs that it reads.
import re
import sys
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from dbarch_lint.errors import DbarchLintError

ENGINES = Path(__file__).parent / "engines"
SOURCES = ("effects.yaml", "refusals.yaml", "locks.yaml")
COMPILED = "effects.json"
Word = str | bool | int | None
Blocked = Literal["read", "write", "ddl"]


class Facts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all rows have: the operations, the words that must fit, the versions (`since` <= version < `until`)."""

    id: str
    op: str | list[str]
    when: dict[str, Word | list[Word]] = {}
    since: int = msgspec.field(default=0, name="from")
    until: int = sys.maxsize
    witness: str = ""
    given: str = ""  # SQL that must have run before the witness

    @property
    def ops(self) -> list[str]:
        """The operations that the row speaks of."""
        return self.op if isinstance(self.op, list) else [self.op]

    def conditions(self) -> Iterator[tuple[str, list[Word]]]:
        """Each word of `when` with the values that fit."""
        for word, allowed in self.when.items():
            yield word, allowed if isinstance(allowed, list) else [allowed]


class Row(Facts, frozen=True, kw_only=True):
    """One fact about locks and work.

    A key of `lock` and `work` may name several parts, each for some versions only: `target, children from 18`.
    """

    lock: dict[str, str] = {}
    work: dict[str, Literal["scan", "build", "rewrite"]] = {}
    follows: list[str] = []  # the parts that are locked as strongly as the statement locks its table
    algorithm: str = ""  # the cheapest way in which the server can do it, where SQL has words for that
    row_version: bool = False  # rows of the older shape stay, until the table is rebuilt
    may_fail: bool = False  # on rows that are there already
    transaction: Literal["allowed", "forbidden"] = "allowed"

    def parts(self, version: int | None = None) -> Iterator[tuple[str, str, str]]:
        """Part, lock and work at a version; None: at any."""
        work = dict(_each(self.work, version))
        for part, mode in _each(self.lock, version):
            yield part, mode, work.get(part, "none")


class RefusalRow(Facts, frozen=True, kw_only=True):
    """One thing that the server will not do, whatever the rows.

    `presumed`: it rests on an object not being there, which nobody knows of a history that began in the middle;
    `about` is the word that names it.
    """

    reason: str
    presumed: bool = False
    about: str = "target"


class Tables(msgspec.Struct, frozen=True, kw_only=True):
    """All facts about an engine, for all its versions."""

    versions: tuple[int, int]
    effects: list[Row]
    refusals: list[RefusalRow]
    modes: dict[str, list[str]]
    blocks: dict[str, str]
    index_use: str
    briefly: dict[str, tuple[Blocked, ...]] = {}  # by mode: who waits while the statement waits for them, and no longer
    algorithms: list[str] = []  # ways to do a change that an author may ask for, the cheapest first
    guards: dict[str, str] = {}  # by such a way: the words that ask for it
    replicas_wait: bool = False  # for a change of the schema to end on the source, before they begin with it
    row_versions: dict[int, int] = {}  # by the version from which it holds: how many a table may have
    checksum: int = 0


def _each(words: dict[str, Any], version: int | None) -> Iterator[tuple[str, Any]]:
    for key, value in words.items():
        for text in key.split(","):
            part, *limit = text.split()
            if version is None or _in_force(limit, version):
                yield part, value


def _in_force(limit: list[str], version: int) -> bool:
    """Whether `from 18` or `until 18` includes a version."""
    if not limit:
        return True
    word, number = limit
    return (version >= int(number)) == (word == "from")


@lru_cache(maxsize=8)
def read_tables(engine: str) -> Tables:
    """The facts about an engine: from the compiled file, or from YAML where that has changed since."""
    folder = ENGINES / engine
    texts = _texts(folder)
    try:
        compiled = msgspec.json.decode((folder / COMPILED).read_bytes(), type=Tables)
        if compiled.checksum == _checksum(texts):
            return compiled
    except (OSError, msgspec.DecodeError):
        pass  # not made yet, or by another version of this program: the YAML says the same, only slower
    return parse_tables(engine)


def parse_tables(engine: str) -> Tables:
    """The facts about an engine, from YAML."""
    document = _read(engine)
    effects = _spread(document["effects"], document.pop("besides", []))
    checksum = _checksum(_texts(ENGINES / engine))
    return msgspec.convert({**document, "effects": effects, "checksum": checksum}, type=Tables)


def _read(engine: str) -> dict[str, Any]:
    """The files of an engine as one document; of one that `extends` another, only what differs is in them."""
    import yaml

    documents: dict[str, Any] = {}
    for text in _own_texts(ENGINES / engine).values():
        documents |= yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 (a safe loader)
    base = documents.pop("extends", None)
    if base is None:
        return documents
    whole = _read(base)
    lists = {key: _merged(whole[key], documents.pop(key, [])) for key in ("effects", "refusals")}
    return {**whole, **documents, **lists}


def _spread(effects: list[dict[str, Any]], besides: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of effects, with what `besides` says of the other tables of all rows that lock their own."""

    def whole(row: dict[str, Any]) -> dict[str, Any]:
        ops = {row["op"]} if isinstance(row["op"], str) else set(row["op"])
        more = {part: mode for one in besides if ops <= set(one["op"]) for part, mode in one["lock"].items()}
        own = row.get("lock", {})
        return {**row, "lock": own | more} if any(part.startswith("target") for part in own) else row

    return [whole(row) for row in effects]


def _merged(base: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of an engine before those that it takes over; a row of a known name changes that one where it stands."""
    changed = {row["id"]: row for row in own}
    known = {row["id"] for row in base}
    return [row for row in own if row["id"] not in known] + [{**row, **changed.get(row["id"], {})} for row in base]


def compile_tables(engine: str) -> bytes:
    """What belongs into the compiled file, a row a line: all but the words that only people and tests read."""
    tables = msgspec.to_builtins(parse_tables(engine))
    lists = []
    for name in ("effects", "refusals"):
        rows = ({k: v for k, v in row.items() if k not in {"witness", "given"}} for row in tables.pop(name))
        lists.append(b'"%s": [\n%s\n]' % (name.encode(), b",\n".join(msgspec.json.encode(row) for row in rows)))
    head = msgspec.json.encode(tables).removesuffix(b"}")
    return b",\n".join([head, *lists]) + b"}\n"


def _texts(folder: Path) -> dict[str, bytes]:
    """The files that an engine's facts are made of: also those of the engine that it extends."""
    own = _own_texts(folder)
    found = re.match(rb"(?:#.*\n|\n)*extends: (\w+)", own[SOURCES[0]])
    if found is None:
        return own
    base = _texts(folder.parent / found[1].decode())
    return {**{f"{found[1].decode()}/{name}": text for name, text in base.items()}, **own}


def _own_texts(folder: Path) -> dict[str, bytes]:
    try:
        found = {name: (folder / name).read_bytes() for name in SOURCES if (folder / name).exists()}
        found[SOURCES[0]]
    except (OSError, KeyError) as error:
        raise DbarchLintError(f"this installation has no tables for engine {folder.name}: {error}") from error
    return found


def _checksum(texts: dict[str, bytes]) -> int:
    return zlib.crc32(b"\n".join(texts.values()))
