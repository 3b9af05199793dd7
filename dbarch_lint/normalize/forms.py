"""The normal form of a table, and the dependencies that keep it from the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, TypeAlias

import msgspec

from dbarch_lint.normalize.dependencies import FD, MVD, Attributes, Closure, canonical_cover, closing, implies, in_order
from dbarch_lint.normalize.keys import Keys, candidate_keys

Form: TypeAlias = Literal["1NF", "2NF", "3NF", "BCNF", "4NF"]
FORMS: tuple[Form, ...] = ("1NF", "2NF", "3NF", "BCNF", "4NF")
MOST_PROJECTED = 5_000  # dependencies of a projection


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


def projected(columns: Sequence[str], close: Closure, cover: Sequence[FD]) -> list[FD] | None:
    """The dependencies that hold between some columns, or None where they are too many to be found.

    The other columns are taken out one by one: what determined them determines what they determined (reduction by
    resolution, Gottlob, PODS 1987). In the worst case a projection is exponential.
    """
    kept = frozenset(columns)
    reach = close(columns)
    found = {(d.left, a) for d in cover if d.left <= reach for a in d.right - d.left}
    outside = sorted(reach - kept)
    for attribute in outside:
        makers = [left for left, right in found if right == attribute]
        users = [(left - {attribute}, right) for left, right in found if attribute in left]
        if len(makers) * len(users) > MOST_PROJECTED:
            return None
        resolved = {(maker | left, right) for maker in makers for left, right in users if right not in maker | left}
        found = {(left, right) for left, right in found if right != attribute and attribute not in left} | resolved
        if len(found) > MOST_PROJECTED:
            return None
    return [FD(left, frozenset({right})) for left, right in found]


def bcnf_violation(columns: Sequence[str], close: Closure, cover: Sequence[FD]) -> tuple[FD | None, bool]:
    """A dependency between some columns whose left side is no key of them, or None; and whether all were looked at."""
    given = _outright([d for d in cover if d.left <= frozenset(columns)], columns, close)
    if given is not None:
        return given, True
    within = projected(columns, close, cover)
    return _outright(within or (), columns, close), within is not None


def _outright(fds: Iterable[FD], columns: Sequence[str], close: Closure) -> FD | None:
    """The first dependency, by the order of the columns, whose left side is no key of them."""
    fragment = frozenset(columns)
    lefts = {d.left for d in fds if d.left < close(d.left) & fragment < fragment}
    place = {attribute: number for number, attribute in enumerate(columns)}
    first = min(lefts, key=lambda left: (len(left), sorted(place[a] for a in left)), default=None)
    return FD(first, (close(first) & fragment) - first) if first is not None else None
