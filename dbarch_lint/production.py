"""The facts file: how large the tables of production are, and how often they are written to.

`dbarch-lint facts --query` prints the SQL that makes it.  With it, "depends on the size" becomes a number in the
message, and what takes no time because the table is small is suppressed, with the number as the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from dbarch_lint.errors import ConfigError, UsageError
from dbarch_lint.findings import Finding, Size

MAX_BYTES = 64 << 20  # some 500,000 tables
UNITS = ("bytes", "kB", "MB", "GB", "TB", "PB")
replace = msgspec.structs.replace


class TableFacts(msgspec.Struct, frozen=True, kw_only=True):
    """One table, partitioned table (the sum of its partitions) or materialized view."""

    schema: str
    name: str
    bytes: Annotated[int, Meta(ge=0, description="On disk, with indexes and TOAST.")]
    rows: Annotated[int, Meta(ge=0)] | None = None
    writes_per_second: (
        Annotated[float, Meta(ge=0, description="Rows inserted, updated and deleted; null where a replica was asked.")]
        | None
    ) = None


class Production(msgspec.Struct, frozen=True, kw_only=True):
    """A database at some moment."""

    version: Literal[1]
    engine: str
    taken: Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}", description="When, in ISO 8601.")]
    tables: list[TableFacts]
    engine_version: str = ""

    @property
    def day(self) -> str:
        return self.taken[:10]

    def by_name(self) -> dict[str, TableFacts]:
        """The tables by their qualified names."""
        return {f"{table.schema}.{table.name}": table for table in self.tables}


def read(file: Path) -> Production:
    """The facts in a file. Raises ConfigError and UsageError."""
    shown = str(file)
    try:
        if not file.is_file():
            way_out = "`dbarch-lint facts --query` prints the SQL that makes it"
            raise UsageError(f"there is no facts file {shown}; {way_out}", key="facts")
        if file.stat().st_size > MAX_BYTES:
            raise ConfigError("this file is larger than 64 MB: too large for facts about tables", file=shown)
        data = file.read_bytes()
    except OSError as error:
        raise ConfigError(f"these facts cannot be read: {error.strerror}", file=shown) from None
    try:
        return msgspec.json.decode(data, type=Production)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        what = " ".join(str(error).split())
        raise ConfigError(f"this is not what `dbarch-lint facts --query` makes: {what}", file=shown) from None


def weighed(findings: Iterable[Finding], production: Production, small_mb: float) -> Iterator[Finding]:
    """The findings with the sizes of their tables in the message, suppressed where all of these are small."""
    known = production.by_name()
    for found in findings:
        facts = [known.get(size.relation) for size in found.sizes]
        measured = {size.relation: fact for size, fact in zip(found.sizes, facts, strict=True) if fact is not None}
        yield _with_sizes(found, measured, production.day, small_mb * 1_000_000) if measured else found


def _with_sizes(found: Finding, measured: Mapping[str, TableFacts], day: str, small: float) -> Finding:
    sizes = tuple(_measured(size, measured.get(size.relation)) for size in found.sizes)
    told = "; ".join(f"{name.removeprefix('public.')}: {in_words(fact)}" for name, fact in measured.items())
    if len(measured) < len(sizes):
        return replace(found, message=_inserted(found.message, told), sizes=sizes)
    settled = replace(found, sizes=sizes, needs=tuple(need for need in found.needs if need != "size"))
    if all(fact.bytes < small for fact in measured.values()):
        return replace(settled, suppressed=f"small on {day}: {told}", outside=True)
    return replace(settled, message=_inserted(found.message, told))


def _measured(size: Size, fact: TableFacts | None) -> Size:
    if fact is None:
        return size
    return Size(size.relation, rows=fact.rows, bytes=fact.bytes, writes_per_second=fact.writes_per_second)


def _inserted(message: str, told: str) -> str:
    """The message with the numbers behind the harm, before the imperative."""
    harm, mark, way_out = message.rpartition("; ")
    return f"{harm} ({told}); {way_out}" if mark else f"{message} ({told})"


def in_words(fact: TableFacts) -> str:
    """12.3 million rows, 3.1 GB, 40 writes a second."""
    parts = [counted(fact.rows)] if fact.rows is not None else []
    parts.append(size_in_words(fact.bytes))
    if fact.writes_per_second is not None and fact.writes_per_second >= 1:
        parts.append(f"up to {fact.writes_per_second:,.0f} writes a second")
    return ", ".join(parts)


def counted(rows: int) -> str:
    """A number of rows, to three digits."""
    for limit, word in ((10**9, "billion"), (10**6, "million")):
        if rows >= limit:
            return f"{rows / limit:.3g} {word} rows" if rows < 1000 * limit else f"{rows // limit:,} {word} rows"
    return f"{rows:,} row" if rows == 1 else f"{rows:,} rows"


def size_in_words(size: float) -> str:
    """A size in decimal units, to two or three digits."""
    unit = 0
    while size >= 1000 and unit < len(UNITS) - 1:
        size, unit = size / 1000, unit + 1
    return f"{size:.1f} {UNITS[unit]}" if unit and size < 9.95 else f"{size:,.0f} {UNITS[unit]}"


def schema() -> dict[str, Any]:
    """The JSON Schema of a facts file, generated from Production."""
    about = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "dbarch-lint facts"}
    return {**about, **msgspec.json.schema(Production)}
