"""Samples from files: CSV, and Parquet where pyarrow is installed. The file is data, and may be anything."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TextIO

from dbarch_lint.errors import UsageError
from dbarch_lint.normalize.rows import MOST_ROWS, Rows
from dbarch_lint.objects import Table

LONGEST_LINE = 1 << 20  # characters
DELIMITERS = ",;\t|"
BATCH = 10_000


def read_sample(file: str, table: Table) -> Rows:
    """The rows of a file that names columns of the table. Raises UsageError."""
    path = Path(file)
    if not path.is_file():
        raise UsageError(f"{file}: there is no such file; --sample takes a CSV or Parquet file")
    read = _parquet if path.suffix.lower() in {".parquet", ".pq"} else _csv
    try:
        rows = read(path, table)
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror or 'it is damaged'}") from None
    if rows.read > len(rows):
        rows.remarks.append(f"{MOST_ROWS:,} of {rows.read:,} rows were kept, at random")
    return rows


def matching(names: Sequence[str], table: Table, file: Path) -> dict[str, int]:
    """The columns of the table that a header names, with their places. Raises UsageError when it names none."""
    known = {c.name.casefold(): c.name for c in table.columns}
    found = {known[n.strip().casefold()]: at for at, n in enumerate(names) if n.strip().casefold() in known}
    if not found:
        valid = ", ".join(c.name for c in table.columns[:8])
        raise UsageError(f"{file}: its first line names no column of {table.name} ({valid}); give it a header")
    return found


def _csv(path: Path, table: Table) -> Rows:
    """Lines of text; the delimiter is the one that makes most of the header."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        header = file.readline(LONGEST_LINE)
        delimiter = max(DELIMITERS, key=header.count)
        places = matching(next(csv.reader([header], delimiter=delimiter), []), table, path)
        rows = Rows(list(places))
        rows.begin(str(path))
        reader = csv.reader(_lines(file, path), delimiter=delimiter)
        last, pick = max(places.values()), _picking(list(places.values()))
        try:
            for cells in reader:
                if len(cells) > last and not rows.add(reader.line_num + 1, pick(cells)):
                    rows.remarks.append(f"the first {rows.read:,} rows were read")
                    break
        except csv.Error as error:
            raise UsageError(f"{path}:{reader.line_num + 1}: this is not CSV: {error}") from None
    return rows


def _picking(places: Sequence[int]) -> Callable[[Sequence[str]], Sequence[str]]:
    """What takes the wanted cells out of a row."""
    if len(places) == 1:
        return lambda cells: (cells[places[0]],)
    return itemgetter(*places)


def _lines(file: TextIO, path: Path) -> Iterator[str]:
    """The lines of a file; one without an end is refused before it fills the memory."""
    while line := file.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE:
            raise UsageError(f"{path}: a line is longer than a million characters; --sample takes a table's rows")
        yield line


def _parquet(path: Path, table: Table) -> Rows:
    """Batches of columns."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("Parquet needs pyarrow: pip install 'dbarch-lint[parquet]', or give a CSV file") from None
    try:
        file = parquet.ParquetFile(path)
        names = file.schema_arrow.names
        places = matching(names, table, path)
        rows = Rows(list(places))
        rows.begin(str(path))
        for batch in file.iter_batches(BATCH, columns=[names[at] for at in places.values()]):
            columns = [batch.column(names[at]).to_pylist() for at in places.values()]
            for values in zip(*columns, strict=True):
                if not rows.add(rows.read + 1, [None if v is None else str(v) for v in values]):
                    rows.remarks.append(f"the first {rows.read:,} rows were read")
                    return rows
    except pa.ArrowException as error:
        raise UsageError(f"{path}: this is not a Parquet file: {' '.join(str(error).split())[:100]}") from None
    return rows
