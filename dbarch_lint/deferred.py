"""Values that are found when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Deferred(Generic[Value]):
    """A value that takes time to find and that few ask for. Two are equal when their values are."""

    __slots__ = ("_find", "_found")

    def __init__(self, find: Callable[[], Value]) -> None:
        self._find: Callable[[], Value] | None = find
        self._found: list[Value] = []

    @property
    def value(self) -> Value:
        if self._find is not None:
            self._found.append(self._find())
            self._find = None  # and with it goes what the value was found in
        return self._found[0]

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Deferred) and bool(self.value == other.value))

    def __hash__(self) -> int:
        return hash(self.value)
