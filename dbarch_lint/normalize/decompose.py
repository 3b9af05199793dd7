"""Taking a table apart: 3NF synthesis, BCNF and 4NF splits, and what each keeps.

Every decomposition that leaves this module was chased: `proof` says whether it loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from dbarch_lint.normalize.chase import Proof, chase
from dbarch_lint.normalize.dependencies import (
    FD,
    MVD,
    Attributes,
    Closure,
    closing,
    implies,
    in_order,
    merged,
)
from dbarch_lint.normalize.forms import Form, Verdict, bcnf_violation, multivalued
from dbarch_lint.normalize.keys import minimal


class Part(msgspec.Struct, frozen=True):
    """A table of a decomposition: its columns, and keys of it (not always all), the first the one to refer to."""

    columns: tuple[str, ...]
    keys: tuple[tuple[str, ...], ...]
    form: Form = "3NF"

    @property
    def attributes(self) -> Attributes:
        return frozenset(self.columns)


class Decomposition(msgspec.Struct, frozen=True):
    """The parts, the form that all are in, dependencies that no part can check, and the proof that the join is whole.

    `further` is the dependency by which it could be split into BCNF, and `price` what that would lose.
    """

    parts: tuple[Part, ...]
    form: Form
    proof: Proof
    lost: tuple[FD, ...] = ()
    further: FD | None = None
    price: tuple[FD, ...] = ()


def decompose(order: Sequence[str], found: Verdict, mvds: Sequence[MVD] = ()) -> Decomposition | None:
    """What to make of a table that violates some form: 3NF, BCNF where no dependency is lost, 4NF if asked for.

    None: the table is in BCNF, or splitting it further would lose a dependency and nothing is gained.
    """
    work = _Work(order, found)
    parts, further, price = work.without_loss()
    if mvds:
        pieces = [piece for part in parts for piece in work.by_mvds(part, mvds)]
        parts = list({piece.columns: piece for piece in pieces}.values())  # several splits may come to one part
    if len(parts) < 2 and further is None:
        return None
    return work.judged(parts, mvds, further, price)


Group: TypeAlias = tuple[list[Attributes], Attributes]  # left sides that determine each other, and their right sides


def all_bcnf(parts: Sequence[Part]) -> bool:
    """Whether each part is proven to be in BCNF."""
    return all(part.form == "BCNF" for part in parts)


class _Work:
    """The dependencies of one table, and the closure under them."""

    def __init__(self, order: Sequence[str], found: Verdict) -> None:
        self.order = order
        self.found = found
        self.cover = list(found.cover)
        self.close: Closure = closing(self.cover)

    def without_loss(self) -> tuple[list[Part], FD | None, tuple[FD, ...]]:
        """Parts in BCNF that keep all dependencies, else 3NF, and what stands against going on."""
        whole = [self.part(self.order, [tuple(in_order(k, self.order)) for k in self.found.keys.keys])]
        breaks = {v.breaks for v in self.found.violations}
        parts = self.synthesis() if breaks & {"2NF", "3NF"} else whole
        if all_bcnf(parts):
            return parts, None, ()
        split = [self.part(columns, []) for columns in self.bcnf(tuple(self.order))]
        price = tuple(not_preserved(self.cover, [p.attributes for p in split]))
        if not price and all_bcnf(split):
            return split, None, ()
        further = next((v for p in parts if (v := self.broken(p.columns)) is not None), None)
        return parts, further, price if further is not None else ()

    def broken(self, columns: tuple[str, ...]) -> FD | None:
        """What keeps some columns from BCNF, if anything is found."""
        return bcnf_violation(columns, self.close, self.cover)[0]

    def part(self, columns: Sequence[str], keys: Sequence[tuple[str, ...]]) -> Part:
        """A part with its key (one is found where none is given) and its form."""
        columns = in_order(columns, self.order)
        everything = frozenset(columns)
        close = self.close
        found = tuple(keys) or (in_order(minimal(everything, everything, close, self.order), self.order),)
        broken, all_seen = bcnf_violation(columns, close, self.cover)
        return Part(columns, found, "BCNF" if broken is None and all_seen else "3NF")

    def synthesis(self) -> list[Part]:
        """3NF, lossless and dependency-preserving (Bernstein, TODS 1976; Biskup, Dayal, Bernstein, SIGMOD 1979).

        Left sides that determine each other make one part: kept apart, they would say the same twice.
        """
        schemes = [(frozenset().union(*lefts, rights), lefts) for lefts, rights in self.equivalent_lefts()]
        if not any(self.close(columns) >= frozenset(self.order) for columns, _ in schemes):
            key = self.found.keys.keys[0]
            schemes.append((key, [key]))
        parts = []
        for number, (columns, lefts) in enumerate(schemes):
            inside = [c for n, (c, _) in enumerate(schemes) if columns < c or (columns == c and n < number)]
            if not inside:
                keys = dict.fromkeys(in_order(minimal(k, columns, self.close, self.order), self.order) for k in lefts)
                parts.append(self.part(tuple(columns), list(keys)))
        return sorted(parts, key=lambda p: self.order.index(p.keys[0][0]) if p.keys[0] else -1)

    def equivalent_lefts(self) -> list[Group]:
        """The cover by left sides, those that determine each other together, without what then is redundant."""
        groups: dict[Attributes, list[Attributes]] = {}
        for dependency in merged(self.cover):
            groups.setdefault(self.close(dependency.left), []).append(dependency.left)
        links = [FD(a, b) for lefts in groups.values() for a in lefts for b in lefts if a != b]
        kept = [d for d in self.cover if not any(d.left == link.left and d.right <= link.right for link in links)]
        for dependency in tuple(reversed(kept)):
            others = [d for d in kept if d is not dependency]
            if implies([*links, *others], dependency):
                kept = others
        return [(lefts, frozenset().union(*(d.right for d in kept if d.left in lefts))) for lefts in groups.values()]

    def bcnf(self, columns: tuple[str, ...]) -> list[tuple[str, ...]]:
        """Splits by one violation after the other; lossless, and maybe not dependency-preserving."""
        done: list[tuple[str, ...]] = []
        waiting = [columns]
        while waiting:
            now = waiting.pop()
            broken = self.broken(now)
            if broken is None:
                done.append(now)
                continue
            waiting.append(in_order(broken.left | broken.right, self.order))
            waiting.append(in_order(frozenset(now) - broken.right, self.order))
        sets = [frozenset(c) for c in done]
        return [c for n, c in enumerate(done) if not any(sets[n] < other for other in sets)]

    def by_mvds(self, part: Part, mvds: Sequence[MVD]) -> list[Part]:
        """Split by the multivalued dependencies that break 4NF in a part (Fagin 1977)."""
        for mvd in mvds:
            if mvd.left <= part.attributes:
                here = MVD(mvd.left, (mvd.right & part.attributes) - mvd.left)
                if next(multivalued([here], self.close, part.attributes), None) is not None:
                    split = (here.left | here.right, part.attributes - here.right)
                    return [p for c in split for p in self.by_mvds(self.part(tuple(c), []), mvds)]
        return [msgspec.structs.replace(part, form="4NF") if part.form == "BCNF" else part]

    def judged(
        self, parts: Sequence[Part], mvds: Sequence[MVD], further: FD | None, price: tuple[FD, ...]
    ) -> Decomposition:
        """The decomposition with its proofs."""
        sets = [p.attributes for p in parts]
        proof = chase(self.order, sets, merged(self.cover), mvds)
        lost = tuple(not_preserved(self.cover, sets))
        forms = {p.form for p in parts}
        form: Form = "3NF" if "3NF" in forms else "BCNF" if "BCNF" in forms else "4NF"
        return Decomposition(tuple(parts), form, proof, lost, further, price)


def not_preserved(fds: Sequence[FD], parts: Sequence[Attributes]) -> list[FD]:
    """The dependencies that do not follow from those within the parts (Beeri and Honeyman, SIAM J. Comput. 1981)."""
    close = closing(fds)
    return [d for d in fds if not d.right <= _within(d.left, parts, close)]


def _within(start: Attributes, parts: Sequence[Attributes], close: Closure) -> Attributes:
    """What `start` determines by dependencies that some part can check."""
    found, before = start, None
    while found != before:
        before = found
        for part in parts:
            found |= close(found & part) & part
    return found
