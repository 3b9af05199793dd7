"""Rows of a sample, in bounded memory: a cell is eight bytes, and of a long file a random part is kept."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterable, Sequence
from types import EllipsisType
from typing import ClassVar, NamedTuple

MOST_ROWS = 100_000  # that are kept
MOST_READ = 5_000_000
HALF = 2**32


class Place(NamedTuple):
    """Where a row stands."""

    path: str
    line: int


class Rows:
    """A table's sample by columns; values are numbers that stand for them, equal where the values are.

    Empty texts are NULL, `UNKNOWN` is what is not written down (a default, an expression). Of more than MOST_ROWS rows
    a random part is kept, every row with the same chance: the first ones would be alike in all that changes with time.
    """

    NULL: ClassVar[int] = -(2**62)
    UNKNOWN: ClassVar[int] = NULL + 1

    def __init__(self, names: Sequence[str]) -> None:
        self.columns = {name: array("q") for name in names}
        self.lines = array("q")  # of each row: the number of its file, and in the lower half its line
        self.files: list[str] = []
        self.remarks: list[str] = []
        self.read = 0
        self._random = random.Random(0)  # noqa: S311 - the same sample says the same twice

    def __len__(self) -> int:
        return len(self.lines)

    def begin(self, path: str) -> None:
        """What is added from now on stands in this file."""
        self.files.append(path)

    def place(self, number: int) -> Place:
        """Where a row stands."""
        file, line = divmod(self.lines[number], HALF)
        return Place(self.files[file], line)

    def add(self, line: int, values: Iterable[str | EllipsisType | None]) -> bool:
        """Take a row (`...` for unknown), or not; false when no more are wanted."""
        self.read += 1
        line += (len(self.files) - 1) * HALF
        if len(self.lines) < MOST_ROWS:
            self.lines.append(line)
            for column, value in zip(self.columns.values(), values, strict=True):
                column.append(self._number(value))
        elif (place := int(self._random.random() * self.read)) < MOST_ROWS:
            self.lines[place] = line
            for column, value in zip(self.columns.values(), values, strict=True):
                column[place] = self._number(value)
        return self.read < MOST_READ

    def _number(self, value: str | EllipsisType | None) -> int:
        if value is None or value == "":
            return self.NULL
        return self.UNKNOWN if isinstance(value, EllipsisType) else hash(value)

    def tuples(self, names: Sequence[str]) -> list[tuple[int, ...]]:
        """The rows with only these columns."""
        return list(zip(*(self.columns[name] for name in names), strict=True)) if names else [()] * len(self)

    def coded(self, name: str) -> list[int]:
        """A column with its values counted through from 1; 0 is NULL or unknown."""
        codes = {self.NULL: 0, self.UNKNOWN: 0}
        return [codes.setdefault(value, len(codes) - 1) for value in self.columns[name]]
