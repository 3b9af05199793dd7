"""The normal form of a table, and the dependencies that keep it from the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.normalize.dependencies import FD, MVD, Attributes, Closure, canonical_cover, closing, implies, in_order
from dbarch_lint.normalize.keys import Keys, candidate_keys

Form: TypeAlias = Literal["1NF", "2NF", "3NF", "BCNF", "4NF"]
FORMS: tuple[Form, ...] = ("1NF", "2NF", "3NF", "BCNF", "4NF")
MOST_PROJECTED = 12  # attributes of a fragment whose every subset is closed: a projection is exponential


class Violation(msgspec.Struct, frozen=True):
    """A dependency that a form does not allow: the lowest such form, and for 2NF the key that it takes a part of."""

    breaks: Form
    dependency: FD | MVD
    key: Attributes = frozenset()


class Verdict(msgspec.Struct, frozen=True):
    """The highest form that a table is in, its keys, and what breaks the forms above, the lowest form first.

    `controlled` would break a form too, but something sees to it that no two rows disagree.
    """

    form: Form
    keys: Keys
    cover: tuple[FD, ...]
    violations: tuple[Violation, ...] = ()
    controlled: tuple[Violation, ...] = ()


def verdict(
    order: Sequence[str],
    fds: Sequence[FD],
    mvds: Sequence[MVD] = (),
    *,
    known: Sequence[Attributes] = (),
    controlled: Sequence[FD] = (),
) -> Verdict:
    """Judge a table by the dependencies that hold in it. 4NF is said only where there are multivalued ones to judge.

    `known` are superkeys to begin with. What follows from the `controlled` ones of `fds` is no fault.
    """
    cover = canonical_cover(fds, order)
    keys = candidate_keys(order, cover, known=known)
    close, everything = closing(cover), frozenset(order)
    every: list[Violation] = [
        *partial(order, keys, close, cover),
        *beyond(cover, keys, close, everything),
        *multivalued(mvds, close, everything),
    ]
    every.sort(key=lambda v: FORMS.index(v.breaks))
    held = tuple(v for v in every if isinstance(v.dependency, FD) and implies(controlled, v.dependency))
    found = tuple(v for v in every if v not in held)
    top: Form = "4NF" if mvds else "BCNF"
    form = FORMS[FORMS.index(found[0].breaks) - 1] if found else top
    return Verdict(form, keys, tuple(cover), found, held)


def partial(order: Sequence[str], keys: Keys, close: Closure, cover: Sequence[FD]) -> Iterator[Violation]:
    """Attributes of no key that a part of some key determines: against 2NF (Codd 1971)."""
    prime, told = keys.prime, set()
    for key in keys.keys:
        for dependency in cover:
            if dependency.left < key and dependency.right.isdisjoint(prime) and dependency not in told:
                told.add(dependency)
                yield Violation("2NF", dependency, key)
    seen = close(frozenset().union(*(d.left | d.right for d in told))) if told else frozenset()
    for key in keys.keys:  # what only follows from several dependencies
        for attribute in in_order(key, order):
            rest = key - {attribute}
            lost = close(rest) - prime - seen
            if rest and lost:
                seen |= lost
                yield Violation("2NF", FD(rest, lost), key)


def beyond(cover: Sequence[FD], keys: Keys, close: Closure, everything: Attributes) -> Iterator[Violation]:
    """Left sides that are no superkeys: against 3NF where the right side is in no key, else against BCNF only."""
    prime = keys.prime
    for dependency in cover:
        if everything <= close(dependency.left):
            continue
        if dependency.right <= prime:
            yield Violation("BCNF", dependency)
        elif not any(dependency.left < key for key in keys.keys):
            yield Violation("3NF", dependency)


def multivalued(mvds: Sequence[MVD], close: Closure, everything: Attributes) -> Iterator[Violation]:
    """Declared multivalued dependencies that do not come from a key: against 4NF (Fagin 1977)."""
    for dependency in mvds:
        left, right = dependency.left, dependency.right - dependency.left
        trivial = not right or left | right >= everything
        if not (trivial or everything <= close(left)):
            yield Violation("4NF", dependency)


def bcnf_violation(columns: Sequence[str], close: Closure, cover: Sequence[FD]) -> FD | None:
    """A dependency between these columns of a larger table whose left side is no key of them, or None.

    The given left sides are tried first, then every set of columns, for as many as `MOST_PROJECTED`: whether a
    fragment is in BCNF is co-NP-complete (Beeri and Bernstein 1979).
    """
    fragment = frozenset(columns)
    given = (d.left for d in cover if d.left <= fragment)
    every = (
        frozenset(left)
        for size in range(1, len(fragment) if len(fragment) <= MOST_PROJECTED else 1)
        for left in combinations(columns, size)
    )
    for lefts in (given, every):
        for left in lefts:
            determined = close(left) & fragment
            if left < determined < fragment:
                return FD(left, determined - left)
    return None


def in_bcnf(columns: Sequence[str], close: Closure, cover: Sequence[FD]) -> bool:
    """Whether a fragment is proven to be in BCNF."""
    if len(columns) > MOST_PROJECTED and not closed_by_keys(columns, close, cover):
        return False
    return bcnf_violation(columns, close, cover) is None


def closed_by_keys(columns: Sequence[str], close: Closure, cover: Sequence[FD]) -> bool:
    """Whether the given left sides are all there is to look at: no dependency leads out of the fragment, or no column
    follows from all but itself and one other (a test that suffices, by Tsou and Fischer 1982).
    """
    fragment = frozenset(columns)
    if all(d.right <= fragment for d in cover if d.left <= fragment):
        return True
    return not any(a in close(fragment - {a, b}) for a in columns for b in columns if a != b)
