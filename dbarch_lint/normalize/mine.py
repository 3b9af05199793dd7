"""Dependencies that data suggest: always questions, because rows show what is and not what must be.

A sample refutes a declared dependency with two rows. For a suggestion it must be large, its left side must repeat, and
the right side must be predicted better than chance predicts it; what then is left is asked, in words.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

import msgspec

from dbarch_lint.normalize.declared import Relation
from dbarch_lint.normalize.dependencies import FD, Attributes, Closure, closing
from dbarch_lint.normalize.rows import Place, Rows
from dbarch_lint.objects import Column
from dbarch_lint.roles import is_audit
from dbarch_lint.vocabulary import Vocabulary
from dbarch_lint.words import words

FEWEST_ROWS = 1_000  # below it chance alone makes most of the dependencies (smaller samples can only refute)
FEWEST_REPEATING = 30  # left values with two rows or more
COVERED = 0.30  # share of the rows that have such a left value
MOST_DISTINCT = 0.50  # share of different values on the right, beyond which nearly every row has its own
SKEWED = 0.95  # share of the most frequent value, beyond which the right side is nearly constant
SCORE = 0.90
PAIRED = 20_000  # rows in which two columns on the left are looked at
GROUPS, ROWS_EACH = 40, 8  # a glance at so many rows, in which nearly all candidates fail already,
LENIENT = 0.50  # by a score below this
SECONDS = 20.0
MOST_QUESTIONS = 20
# Words of columns that hold measures or free text: they determine nothing and nothing determines them.
UNFIT = frozenset(
    """amount balance body comment content count description discount fee hash message note number password payload
    price quantity score size sum text token total""".split()
)
FIT_FAMILIES = frozenset("integer text uuid boolean enum other".split())


class Question(msgspec.Struct, frozen=True):
    """Is it true that the left side determines the right one? `exceptions` are rows that disagree."""

    dependency: FD
    score: float
    exceptions: int
    repeating: int
    coverage: float


class Refuted(msgspec.Struct, frozen=True):
    """A declared dependency, and two rows that contradict it."""

    dependency: FD
    places: tuple[Place, Place]


class Mined(msgspec.Struct, frozen=True):
    """What a sample of one table says. `complete`: all pairs were looked at."""

    rows: int
    complete: bool = True
    refuted: tuple[Refuted, ...] = ()
    questions: tuple[Question, ...] = ()
    remarks: tuple[str, ...] = ()


def mine(rel: Relation, rows: Rows, known: Vocabulary) -> Mined:
    """Hold the declared dependencies against the rows, and ask about others."""
    declared = [k.dependency for k in rel.known if k.origin == "declared" and isinstance(k.dependency, FD)]
    refuted = tuple(r for d in declared if (r := refutation(d, rows)) is not None)
    if len(rows) < FEWEST_ROWS:
        few = f"{len(rows):,} rows are too few to suggest dependencies (at least {FEWEST_ROWS:,} are needed)"
        return Mined(len(rows), refuted=refuted, remarks=(*rows.remarks, few))
    search = _Search(rel, rows, known)
    questions = sorted(search.questions(), key=lambda q: (-q.score, len(q.dependency.left), -q.coverage))
    remarks = list(rows.remarks)
    if len(questions) > MOST_QUESTIONS:
        remarks.append(f"{len(questions) - MOST_QUESTIONS} more candidates scored lower")
    if not search.complete:
        remarks.append(f"the search was stopped after {SECONDS:.0f} seconds; a sample with fewer columns goes further")
    return Mined(len(rows), search.complete, refuted, tuple(questions[:MOST_QUESTIONS]), tuple(remarks))


def refutation(dependency: FD, rows: Rows) -> Refuted | None:
    """Two rows with one left side (no NULL in it) and two right sides, or None."""
    if not rows.columns.keys() >= dependency.left:
        return None
    lefts = rows.tuples(sorted(dependency.left))
    rights = rows.tuples(sorted(dependency.right & rows.columns.keys()))
    first: dict[tuple[int, ...], int] = {}
    for number, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        if rows.NULL not in left and rows.UNKNOWN not in left + right:
            before = first.setdefault(left, number)
            if rights[before] != right:
                return Refuted(dependency, (rows.place(before), rows.place(number)))
    return None


class _Search:
    """Level by level: one column on the left, then two where neither of them suffices."""

    def __init__(self, rel: Relation, rows: Rows, known: Vocabulary) -> None:
        self.fit = [c.name for c in rel.table.columns if c.name in rows.columns and is_fit(c, known)]
        self.columns = {name: rows.coded(name) for name in self.fit}
        step = max(1, len(rows) // PAIRED)
        self.fewer = {name: column[::step] for name, column in self.columns.items()}
        self.rights = [name for name in self.fit if varies(self.columns[name])]
        self.close: Closure = closing(rel.functional())
        self.everything = frozenset(rel.order)
        self.deadline = time.monotonic() + SECONDS
        self.complete = True

    def questions(self) -> Iterator[Question]:
        """The dependencies that pass, minimal ones first."""
        found: dict[str, list[Attributes]] = {}
        for size in (1, 2):
            for left in combinations(self.fit, size):
                if time.monotonic() > self.deadline:
                    self.complete = False
                    return
                wanted = [r for r in self._open_to(frozenset(left)) if not any(f <= {*left} for f in found.get(r, ()))]
                for question in self._asked(left, wanted):
                    (right,) = question.dependency.right
                    found.setdefault(right, []).append(question.dependency.left)
                    yield question

    def _open_to(self, left: Attributes) -> list[str]:
        """What a left side may determine and is not known to; nothing if it is a key."""
        determined = self.close(left)
        return [] if determined >= self.everything else [r for r in self.rights if r not in determined]

    def _asked(self, left: tuple[str, ...], rights: Sequence[str]) -> Iterator[Question]:
        """The questions with this left side: a glance at a few groups of rows rules most of them out."""
        columns = self.columns if len(left) == 1 else self.fewer
        groups = Groups([columns[name] for name in left]) if rights else Groups([[]])
        if groups.repeating < FEWEST_REPEATING or groups.coverage < COVERED:
            return
        glance = groups.some()
        for right in rights:
            likely = glance.score(columns[right], constant=1.0) >= LENIENT
            if likely and (score := groups.score(columns[right])) >= SCORE:
                whole = groups if len(left) == 1 else Groups([self.columns[name] for name in left])
                wrong = whole.exceptions(self.columns[right])
                dependency = FD(frozenset(left), frozenset({right}))
                yield Question(dependency, round(score, 3), wrong, whole.repeating, round(whole.coverage, 2))


def varies(column: Sequence[int]) -> bool:
    """Whether there is something to predict: the column is neither nearly constant nor nearly unique."""
    counts = Counter(column)
    most = counts.most_common(1)[0][1]
    return len(counts) > 1 and len(counts) < MOST_DISTINCT * len(column) and most < SKEWED * len(column)


class Groups:
    """Rows by the values of their left side. Those with NULL in it are left out."""

    def __init__(self, lefts: Sequence[Sequence[int]], at: list[int] | None = None) -> None:
        values = list(lefts[0])
        for column in lefts[1:]:
            radix = max(column, default=0) + 1
            values = [a * radix + b if a and b else 0 for a, b in zip(values, column, strict=True)]
        self._all = values
        self._at = [number for number, value in enumerate(values) if value] if at is None else at
        self._values = values if len(self._at) == len(values) else [values[number] for number in self._at]
        self._counts = Counter(self._values)
        self._size = len(self._at)
        self.repeating = sum(n > 1 for n in self._counts.values())  # left values with two rows or more
        repeated = sum(n for n in self._counts.values() if n > 1)
        self.coverage = repeated / self._size if self._size else 0.0  # the share of the rows that have one of these

    def some(self) -> Groups:
        """A few rows of a few groups that repeat."""
        left = dict.fromkeys([value for value, n in self._counts.items() if n > 1][:GROUPS], ROWS_EACH)
        at = []
        for number in self._at:
            if left.get(self._all[number]):
                left[self._all[number]] -= 1
                at.append(number)
        return Groups([self._all], at)

    def _of(self, column: Sequence[int]) -> Sequence[int]:
        return column if self._size == len(column) else [column[number] for number in self._at]

    def score(self, column: Sequence[int], *, constant: float = 0.0) -> float:
        """mu+: how much better the left side predicts a column than chance would, 1 for always.

        Piatetsky-Shapiro and Matheus 1993; that it is the measure to trust: Parciak et al., ICDE 2024.
        """
        total, kinds = self._size, len(self._counts)
        rights = self._of(column)
        alone = sum(n * n for n in Counter(rights).values()) / total**2 if total else 1.0
        if total <= kinds or alone >= 1:
            return constant
        pairs = Counter(zip(self._values, rights, strict=True))
        given = sum(n * n / self._counts[left] for (left, _), n in pairs.items()) / total
        return max(0.0, 1 - (1 - given) / (1 - alone) * (total - 1) / (total - kinds))

    def exceptions(self, column: Sequence[int]) -> int:
        """The fewest rows without which the left side determines a column."""
        most: dict[int, int] = {}
        for (left, _), n in Counter(zip(self._values, self._of(column), strict=True)).items():
            most[left] = max(n, most.get(left, 0))
        return self._size - sum(most.values())


def is_fit(column: Column, known: Vocabulary) -> bool:
    """Whether dependencies of a column are worth a question: no measure, no time, no free text, no bookkeeping."""
    if known.family(column) not in FIT_FAMILIES or is_audit(column.name):
        return False
    return UNFIT.isdisjoint(words(column.name)[-1:])
