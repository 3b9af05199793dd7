"""The chase: whether the parts of a table, joined again, are the table and no more.

A row a part, with the symbol that all parts share in the columns that it has, and symbols of its own in the others. The
dependencies make symbols equal. When one row has the common symbol in every column, every row of the join was a row of
the table (Aho, Beeri, Ullman 1979; with multivalued dependencies: Maier, Mendelzon, Sagiv 1979).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from dbarch_lint.normalize.dependencies import FD, MVD, Attributes, in_order

MOST_ROWS = 500  # that multivalued dependencies may add
COMMON = 0  # the symbol that all parts share in a column
Row = dict[str, int]


class Step(msgspec.Struct, frozen=True):
    """A dependency made the rows that agree on its left side agree on `columns`."""

    dependency: FD | MVD
    columns: tuple[str, ...]


class Proof(msgspec.Struct, frozen=True):
    """Whether the join loses nothing, and the steps that show it. `part` is the one whose row became the table's."""

    lossless: bool
    steps: tuple[Step, ...]
    part: int = -1


def chase(order: Sequence[str], parts: Sequence[Attributes], fds: Sequence[FD], mvds: Sequence[MVD] = ()) -> Proof:
    """Try to prove that joining `parts` gives back the table with columns `order`."""
    rows: list[Row] = [
        {a: COMMON if a in part else number * len(order) + place for place, a in enumerate(order)}
        for number, part in enumerate(parts, 1)
    ]
    steps: list[Step] = []
    while not _complete(rows):
        before = len(steps), len(rows)
        for dependency in fds:
            steps += _equate(rows, dependency, order)
        if not _complete(rows):
            for multi in mvds:
                steps += _swap(rows, multi, order)
        if (len(steps), len(rows)) == before or len(rows) > MOST_ROWS:
            break
    done = _complete(rows)
    if not done:
        return Proof(lossless=False, steps=tuple(steps))
    return Proof(lossless=True, steps=tuple(steps), part=rows.index(done[0]))


def _complete(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if not any(row.values())]


def _equate(rows: list[Row], dependency: FD, order: Sequence[str]) -> list[Step]:
    """Rows that agree on the left get the smallest symbol of theirs on the right."""
    left, changed = in_order(dependency.left, order), set()
    groups: dict[tuple[int, ...], list[Row]] = {}
    for row in rows:
        groups.setdefault(tuple(row[a] for a in left), []).append(row)
    for attribute in dependency.right:
        for group in groups.values():
            symbols = {row[attribute] for row in group}
            if len(symbols) > 1:
                changed.add(attribute)
                best = min(symbols)
                for row in rows:
                    if row[attribute] in symbols:
                        row[attribute] = best
    return [Step(dependency, in_order(changed, order))] if changed else []


def _swap(rows: list[Row], dependency: MVD, order: Sequence[str]) -> list[Step]:
    """For two rows that agree on the left, the row with the right side of one and the rest of the other."""
    known = {tuple(row[a] for a in order) for row in rows}
    added = 0
    for one in tuple(rows):
        for other in tuple(rows):
            if one is other or any(one[a] != other[a] for a in dependency.left):
                continue
            new = {a: (one if a in dependency.right else other)[a] for a in order}
            symbols = tuple(new.values())
            if symbols not in known and len(rows) <= MOST_ROWS:
                known.add(symbols)
                rows.append(new)
                added += 1
    return [Step(dependency, in_order(dependency.right - dependency.left, order))] if added else []
