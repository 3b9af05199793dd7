"""Evidence that is weighed: signs for a problem and against it add up, and a rule speaks from its threshold on.

Some rules see what nothing proves: that a column is meant to refer to a table, say. Such a rule names the signs that it
looks for on its page, each with a weight in points of 100 (below zero: it speaks against the problem), and yields every
problem of which it found a sign. Whether the problem is told, and how sure it is, follows from the sum.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from dbarch_lint.findings import Confidence, Problem

CERTAIN = 100
CONFIDENCE: tuple[tuple[int, Confidence], ...] = ((90, "high"), (65, "medium"), (0, "low"))  # from so many points on


class Sign(msgspec.Struct, frozen=True):
    """One sign on a rule's page: its weight, and what it says in words that follow "because"."""

    weight: int
    says: str


class Weighed(msgspec.Struct, frozen=True):
    """The signs of one problem by their names, and the points from which its rule speaks."""

    signs: dict[str, Sign]
    threshold: int

    @property
    def score(self) -> int:
        """The sum of the weights, between 0 and 100."""
        return max(0, min(CERTAIN, sum(sign.weight for sign in self.signs.values())))

    @property
    def for_it(self) -> int:
        """The points without those against it."""
        return min(CERTAIN, sum(sign.weight for sign in self.signs.values() if sign.weight > 0))

    @property
    def enough(self) -> bool:
        """Whether the rule speaks."""
        return self.score >= self.threshold

    @property
    def confidence(self) -> Confidence:
        """The score in one word."""
        return next(word for least, word in CONFIDENCE if self.score >= least)

    def __str__(self) -> str:
        """The signs in a sentence, the heaviest first."""
        ordered = sorted(self.signs.values(), key=lambda sign: -abs(sign.weight))
        speaking = ", ".join(sign.says for sign in ordered if sign.weight > 0)
        against = ", ".join(sign.says for sign in ordered if sign.weight < 0)
        said = f"{speaking}; against it: {against}" if against else speaking
        return f"{said} ({self.score} of {CERTAIN} points, told from {self.threshold})"


def weigh(signs: Mapping[str, Sign], threshold: int, problem: Problem) -> Weighed | None:
    """The evidence of a problem; None where its rule weighs none, or the problem is proven. Raises KeyError."""
    if not signs or problem.evidence is None:
        return None
    return Weighed({name: signs[name] for name in problem.evidence}, threshold)
