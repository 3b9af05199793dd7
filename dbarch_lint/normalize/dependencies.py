"""Functional and multivalued dependencies: closure, implication, canonical cover.

Attributes are column names; a set of them is a frozenset. Whatever has an order takes it from the table's columns, so
that two runs say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

import msgspec

Attributes: TypeAlias = frozenset[str]
Closure: TypeAlias = Callable[[Iterable[str]], Attributes]


class FD(msgspec.Struct, frozen=True):
    """Rows that agree on `left` agree on `right`."""

    left: Attributes
    right: Attributes

    @property
    def trivial(self) -> bool:
        return self.right <= self.left


class MVD(msgspec.Struct, frozen=True):
    """What rows with one `left` say in `right`, they say with every combination of what they say elsewhere."""

    left: Attributes
    right: Attributes


def fd(left: Iterable[str], right: Iterable[str]) -> FD:
    """A dependency from any collections of names."""
    return FD(frozenset(left), frozenset(right))


def closing(fds: Sequence[FD]) -> Closure:
    """The function that finds all attributes which some given ones determine.

    Each call is linear in the size of `fds`: a counter a dependency says how many attributes of its left side are
    still missing (Beeri and Bernstein, TODS 1979).
    """
    uses: dict[str, list[int]] = {}
    for number, dependency in enumerate(fds):
        for attribute in dependency.left:
            uses.setdefault(attribute, []).append(number)
    counts = [len(dependency.left) for dependency in fds]
    at_once = [a for dependency in fds if not dependency.left for a in dependency.right]

    def closure(start: Iterable[str]) -> Attributes:
        found = {*start, *at_once}
        missing, waiting = counts.copy(), list(found)
        while waiting:
            for number in uses.get(waiting.pop(), ()):
                missing[number] -= 1
                if missing[number] == 0:
                    new = fds[number].right - found
                    found |= new
                    waiting += new
        return frozenset(found)

    return closure


def closure(start: Iterable[str], fds: Sequence[FD]) -> Attributes:
    """All attributes that `start` determines."""
    return closing(fds)(start)


def implies(fds: Sequence[FD], dependency: FD) -> bool:
    """Whether the dependency follows from the others (Armstrong 1974)."""
    return dependency.right <= closing(fds)(dependency.left)


def equivalent(one: Sequence[FD], other: Sequence[FD]) -> bool:
    """Whether each set of dependencies implies the other."""
    return all(implies(one, d) for d in other) and all(implies(other, d) for d in one)


def in_order(attributes: Iterable[str], order: Sequence[str]) -> tuple[str, ...]:
    """Attributes in the order of the table's columns."""
    wanted = frozenset(attributes)
    return tuple(a for a in order if a in wanted)


def canonical_cover(fds: Iterable[FD], order: Sequence[str]) -> list[FD]:
    """Dependencies that say the same with nothing to spare (Maier, JACM 1980).

    One attribute on each right side, none too many on a left side, none that the others imply. Which of several
    covers it is depends on `order` alone.
    """
    place = {attribute: number for number, attribute in enumerate(order)}

    def rank(dependency: FD) -> tuple[int, list[int], list[int]]:
        left, right = (sorted(place[a] for a in side) for side in (dependency.left, dependency.right))
        return len(left), left, right

    single = {FD(d.left, frozenset({a})) for d in fds for a in d.right - d.left}
    close = closing(list(single))
    reduced = sorted({FD(_reduced(d, close, order), d.right) for d in single}, key=rank)
    kept = list(reduced)
    for dependency in reversed(reduced):  # of two that imply each other, the one with the longer left side goes
        others = [d for d in kept if d is not dependency]
        if implies(others, dependency):
            kept = others
    return kept


def _reduced(dependency: FD, close: Closure, order: Sequence[str]) -> Attributes:
    """The left side without attributes that it does not need, the last columns first."""
    left = dependency.left
    for attribute in reversed(in_order(left, order)):
        if dependency.right <= close(left - {attribute}):
            left -= {attribute}
    return left


def merged(fds: Iterable[FD]) -> list[FD]:
    """One dependency a left side."""
    sides: dict[Attributes, Attributes] = {}
    for dependency in fds:
        sides[dependency.left] = sides.get(dependency.left, frozenset()) | dependency.right
    return [FD(left, right) for left, right in sides.items()]


def text(dependency: FD | MVD, order: Sequence[str]) -> str:
    """`a, b -> c`, as it is written in the configuration."""
    arrow = "->" if isinstance(dependency, FD) else "->>"
    left, right = (", ".join(in_order(side, order)) for side in (dependency.left, dependency.right))
    return f"{left} {arrow} {right}"
