"""Persistent maps: a change gives a new map, which shares nearly all with the old one.

Two packages have them. `immutables` finds a key in a third of the time and adds one in a sixth of it, but has no wheels
for Python 3.14; there it is `rpds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

K = TypeVar("K")
V = TypeVar("V")

if TYPE_CHECKING:
    from rpds import HashTrieMap as Map

    def insert(known: Map[K, V], key: K, value: V, /) -> Map[K, V]:
        """The map with a value for a key."""

    def remove(known: Map[K, V], key: K, /) -> Map[K, V]:
        """The map without a key. Raises KeyError where it has none."""

else:
    try:
        from immutables import Map

        insert, remove = Map.set, Map.delete
    except ImportError:
        from rpds import HashTrieMap as Map

        insert, remove = Map.insert, Map.remove

__all__ = ["Map", "insert", "remove"]
