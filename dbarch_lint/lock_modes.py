"""The lock modes of an engine, as its locks.yaml has them."""

from __future__ import annotations

from dbarch_lint.effects_tables import Blocked, Tables


class Locks:
    """The lock modes of an engine: which is stronger, which conflict, what each one stops."""

    __slots__ = ("_blocks", "_briefly", "_conflicts", "_rank", "algorithms", "guards", "index_use")

    def __init__(self, tables: Tables) -> None:
        self._rank = {mode: rank for rank, mode in enumerate(tables.modes)}
        self._conflicts = {mode: frozenset(others) for mode, others in tables.modes.items()}
        self._blocks: dict[str, tuple[Blocked, ...]] = {
            mode: tuple(what for what, wanted in tables.blocks.items() if wanted in others)  # type: ignore[misc]
            for mode, others in self._conflicts.items()
        }
        self._briefly = tables.briefly
        self.index_use = self._rank[tables.index_use]
        self.algorithms = tables.algorithms
        self.guards = tables.guards

    def rank(self, mode: str) -> int:
        return self._rank[mode]

    def knows(self, mode: str) -> bool:
        """Whether this is a mode at all."""
        return mode in self._rank

    def stronger(self, a: str, b: str) -> str:
        """The stronger of two modes."""
        return a if self._rank[a] >= self._rank[b] else b

    def conflicts(self, a: str, b: str) -> bool:
        """Whether two sessions cannot hold these modes on one relation at the same time."""
        return b in self._conflicts[a]

    def blocks(self, mode: str) -> tuple[Blocked, ...]:
        """What a session that holds this mode stops others from doing."""
        return self._blocks[mode]

    def briefly(self, mode: str) -> tuple[Blocked, ...]:
        """What a session that waits for this mode stops others from doing meanwhile, and not when it has it."""
        return self._briefly.get(mode, ())
