"""Candidate keys (Lucchesi and Osborn, JCSS 1978), up to a bound: there may be exponentially many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from dbarch_lint.normalize.dependencies import FD, Attributes, Closure, closing, in_order, merged

MOST_KEYS = 64


class Keys(msgspec.Struct, frozen=True):
    """The candidate keys of a table. `complete`: there are no more."""

    keys: tuple[Attributes, ...]
    complete: bool = True

    @property
    def prime(self) -> Attributes:
        """The attributes that are in some key."""
        return frozenset().union(*self.keys)


def minimal(superkey: Attributes, everything: Attributes, close: Closure, order: Sequence[str]) -> Attributes:
    """A candidate key within a superkey; the last columns are given up first."""
    key = superkey
    for attribute in reversed(in_order(superkey, order)):
        if everything <= close(key - {attribute}):
            key -= {attribute}
    return key


def candidate_keys(
    order: Sequence[str], fds: Sequence[FD], *, known: Iterable[Attributes] = (), limit: int = MOST_KEYS
) -> Keys:
    """All candidate keys of the columns `order`, or the first `limit`; those within the `known` superkeys first.

    A key from which some attributes are taken that a dependency gives back, with its left side instead, is a superkey
    again. Every key is found so from any other one.
    """
    everything = frozenset(order)
    dependencies = merged(fds)
    close = closing(dependencies)
    starts = [k for k in known if everything <= close(k)] or [everything]
    keys = list(dict.fromkeys(minimal(start, everything, close, order) for start in starts))
    for key in keys:  # it grows while we walk
        for dependency in dependencies:
            if dependency.right.isdisjoint(key):
                continue
            superkey = dependency.left | (key - dependency.right)
            if not any(other <= superkey for other in keys):
                if len(keys) >= limit:
                    return Keys(tuple(keys), complete=False)
                keys.append(minimal(superkey, everything, close, order))
    return Keys(tuple(keys))
