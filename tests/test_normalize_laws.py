"""What holds of dependencies, keys and decompositions whatever the table: by definition, or by a theorem."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from dbarch_lint.normalize.chase import chase
from dbarch_lint.normalize.decompose import decompose, not_preserved
from dbarch_lint.normalize.dependencies import FD, MVD, Attributes, canonical_cover, closure, equivalent, implies
from dbarch_lint.normalize.forms import verdict
from dbarch_lint.normalize.keys import candidate_keys

ORDER = "abcdef"
attributes = st.frozensets(st.sampled_from(ORDER), max_size=4)
some = st.frozensets(st.sampled_from(ORDER), min_size=1, max_size=3)
dependency = st.builds(FD, some, some)
dependencies = st.lists(dependency, max_size=8)
Rows = set[tuple[int, ...]]


def naive_closure(start: Attributes, fds: Sequence[FD]) -> Attributes:
    found, before = start, None
    while found != before:
        before = found
        for d in fds:
            found = found | d.right if d.left <= found else found
    return found


def subsets() -> list[Attributes]:
    return [frozenset(c) for size in range(len(ORDER) + 1) for c in combinations(ORDER, size)]


@given(attributes, attributes, dependencies)
def test_closure_is_a_closure(one: Attributes, more: Attributes, fds: list[FD]) -> None:
    found = closure(one, fds)
    assert found == naive_closure(one, fds)
    assert one <= found
    assert closure(found, fds) == found
    assert found <= closure(one | more, fds)


@given(dependencies)
def test_a_cover_says_the_same_with_nothing_to_spare(fds: list[FD]) -> None:
    cover = canonical_cover(fds, ORDER)
    assert equivalent(cover, fds)
    assert cover == canonical_cover(list(reversed(fds)), ORDER)
    for d in cover:
        assert len(d.right) == 1
        assert not implies([other for other in cover if other is not d], d)
        assert not any(implies(cover, FD(d.left - {a}, d.right)) for a in d.left)


@given(dependencies)
def test_keys_are_all_the_minimal_sets_that_determine_everything(fds: list[FD]) -> None:
    everything = frozenset(ORDER)
    superkeys = [s for s in subsets() if naive_closure(s, fds) == everything]
    minimal = {s for s in superkeys if not any(other < s for other in superkeys)}
    found = candidate_keys(ORDER, fds)
    assert found.complete
    assert set(found.keys) == minimal
    assert len(found.keys) == len(minimal)


@given(dependencies, st.integers(1, 3))
def test_a_bound_on_keys_is_kept_and_said(fds: list[FD], limit: int) -> None:
    every, some_ = candidate_keys(ORDER, fds), candidate_keys(ORDER, fds, limit=limit)
    assert len(some_.keys) == min(limit, len(every.keys))
    assert set(some_.keys) <= set(every.keys)
    assert some_.complete == (len(every.keys) <= limit)


def form_by_definition(fds: list[FD]) -> str:
    """The form, from the definitions, over all subsets."""
    everything = frozenset(ORDER)
    close = {s: naive_closure(s, fds) for s in subsets()}
    superkeys = {s for s in close if close[s] == everything}
    keys = [s for s in superkeys if not any(o < s for o in superkeys)]
    prime = frozenset().union(*keys)
    holds = [(s, a) for s in close for a in close[s] - s]
    if all(s in superkeys for s, _ in holds):
        return "BCNF"
    if all(s in superkeys or a in prime for s, a in holds):
        return "3NF"
    if not any(s < k and a not in prime for s, a in holds for k in keys):
        return "2NF"
    return "1NF"


@given(dependencies)
def test_the_verdict_is_that_of_the_definitions(fds: list[FD]) -> None:
    found = verdict(ORDER, fds)
    assert found.form == form_by_definition(fds)
    assert bool(found.violations) == (found.form != "BCNF")
    for violation in found.violations:
        assert isinstance(violation.dependency, FD)
        assert implies(fds, violation.dependency)
        assert closure(violation.dependency.left, fds) != frozenset(ORDER)


def satisfying(rows: list[tuple[int, ...]], fds: Sequence[FD]) -> Rows:
    """As many of the rows, in their order, as the dependencies let stand together."""
    kept: Rows = set()
    place = {a: n for n, a in enumerate(ORDER)}
    for row in rows:
        agree = [
            all(row[place[a]] == k[place[a]] for a in d.right)
            for k in kept
            for d in fds
            if all(row[place[a]] == k[place[a]] for a in d.left)
        ]
        if all(agree):
            kept.add(row)
    return kept


def joined(rows: Rows, parts: Sequence[Sequence[str]]) -> Rows:
    """The natural join of the projections."""
    found: list[dict[str, int]] = [{}]
    for part in parts:
        projected = {tuple(row[ORDER.index(a)] for a in part) for row in rows}
        tuples = [dict(zip(part, t, strict=True)) for t in projected]
        found = [{**f, **t} for f in found for t in tuples if all(f.get(a, t[a]) == t[a] for a in t)]
    return {tuple(f[a] for a in ORDER) for f in found}


row = st.tuples(*[st.integers(0, 2)] * len(ORDER))


@given(dependencies, st.lists(row, max_size=12))
@settings(deadline=None)
def test_a_decomposition_loses_nothing(fds: list[FD], rows: list[tuple[int, ...]]) -> None:
    found = decompose(ORDER, verdict(ORDER, fds))
    assume(found is not None)
    assert found is not None
    assert found.proof.lossless
    assert found.lost == ()
    assert not not_preserved(canonical_cover(fds, ORDER), [p.attributes for p in found.parts])
    assert frozenset().union(*(p.attributes for p in found.parts)) == frozenset(ORDER)
    kept = satisfying(rows, fds)
    assert joined(kept, [p.columns for p in found.parts]) == kept
    for part in found.parts:
        assert all(part.attributes <= closure(key, fds) for key in part.keys)
        assert not any(part.attributes < other.attributes for other in found.parts)


@given(dependencies)
@settings(deadline=None)
def test_parts_are_in_the_form_that_is_said(fds: list[FD]) -> None:
    found = decompose(ORDER, verdict(ORDER, fds))
    assume(found is not None)
    assert found is not None
    for part in found.parts:
        inside = [FD(s, closure(s, fds) & part.attributes) for s in subsets() if s <= part.attributes]
        form = verdict(part.columns, inside).form
        assert form == part.form
    assert (found.further is None) == (found.form == "BCNF")


multi = st.builds(MVD, some, some)


MANY_ROWS = (
    [FD(frozenset("abd"), frozenset("ac"))],
    [MVD(frozenset("a"), frozenset(r)) for r in ("abc", "abd")],
)  # the last step of the proof adds some 300 rows


@given(dependencies, st.lists(multi, min_size=1, max_size=2), st.lists(row, max_size=6))
@example(*MANY_ROWS, [])
@settings(deadline=None)
def test_a_split_by_multivalued_dependencies_is_proven_or_said_not_to_be(
    fds: list[FD], mvds: list[MVD], rows: list[tuple[int, ...]]
) -> None:
    found = decompose(ORDER, verdict(ORDER, fds, mvds), mvds)
    assume(found is not None)
    assert found is not None
    assert found.proof.lossless
    kept = satisfying(rows, fds)
    if all(joined(kept, [sorted(m.left | m.right), sorted(frozenset(ORDER) - m.right | m.left)]) == kept for m in mvds):
        assert joined(kept, [p.columns for p in found.parts]) == kept


@given(st.lists(some, min_size=1, max_size=4), dependencies, st.lists(row, min_size=1, max_size=10))
def test_what_the_chase_calls_lossless_is_so_on_rows(
    parts: list[Attributes], fds: list[FD], rows: list[tuple[int, ...]]
) -> None:
    parts = [*parts[:-1], parts[-1] | frozenset(ORDER) - frozenset().union(*parts)]
    kept = satisfying(rows, fds)
    if chase(ORDER, parts, fds).lossless:
        assert joined(kept, [sorted(p) for p in parts]) == kept


def test_the_chase_refuses_what_loses() -> None:
    assert not chase("abc", [frozenset("ab"), frozenset("bc")], []).lossless
    assert chase("abc", [frozenset("ab"), frozenset("bc")], [FD(frozenset("b"), frozenset("c"))]).lossless
    assert chase("abc", [frozenset("ab"), frozenset("bc")], [], [MVD(frozenset("b"), frozenset("a"))]).lossless
