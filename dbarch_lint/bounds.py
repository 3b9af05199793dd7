"""The bounds of partitions, as far as their text tells: where one ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dbarch_lint.objects import Table
from dbarch_lint.regex import regex

RANGE = regex(r"FOR VALUES FROM \((?P<low>.*)\) TO \((?P<high>.*)\)\Z")
HASH = regex(r"FOR VALUES WITH \(MODULUS (?P<modulus>\d+), REMAINDER (?P<remainder>\d+)\)\Z")
FINEST = 10_000  # a larger modulus is nobody's


def partition_gap(partitions: Sequence[Table]) -> tuple[Table, str] | None:
    """The partition behind a gap, and the gap; None where there is none, or where the texts do not tell."""
    ranges = [(m["low"], m["high"], t) for t in partitions if (m := RANGE.match(t.partition_bound))]
    if len(ranges) == len(partitions) > 1:
        return range_gap(ranges)
    hashes = [(int(m["modulus"]), int(m["remainder"]), t) for t in partitions if (m := HASH.match(t.partition_bound))]
    return hash_gap(hashes) if len(hashes) == len(partitions) > 0 else None


def range_gap(ranges: Sequence[tuple[str, str, Table]]) -> tuple[Table, str] | None:
    """The first gap between ranges of texts of one length (dates, times), which sort as their values do."""
    ends = [text for low, high, _ in ranges for text in (low, high) if text not in {"MINVALUE", "MAXVALUE"}]
    if len({len(text) for text in ends}) != 1 or any("," in text or not text.startswith("'") for text in ends):
        return None
    ordered = sorted(ranges, key=lambda r: (r[0] != "MINVALUE", r[0]))
    for (_, high, _), (low, _, behind) in pairwise(ordered):
        if high < low and high != "MAXVALUE":
            return behind, f"{high} to {low}"
    return None


def hash_gap(hashes: Sequence[tuple[int, int, Table]]) -> tuple[Table, str] | None:
    """The first remainder of the largest modulus that no partition takes."""
    most = max(modulus for modulus, _, _ in hashes)
    if most > FINEST:
        return None
    taken = {n for modulus, remainder, _ in hashes for n in range(remainder, most, modulus)}
    missing = next((n for n in range(most) if n not in taken), None)
    return (hashes[-1][2], f"remainder {missing} of {most}") if missing is not None else None
