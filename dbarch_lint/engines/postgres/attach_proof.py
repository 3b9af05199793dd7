"""Whether CHECKs say as much as the bound of a partition: then ATTACH PARTITION reads no rows.

The bound is taken for the condition that the server makes of it (its get_qual_for_range): clauses that all must hold,
each of them arms of which one must. Values are compared as in bounds.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dbarch_lint.engines.postgres.bounds import (
    ENDLESS,
    Node,
    Term,
    Value,
    above,
    below,
    comparisons,
    conjuncts,
    disjuncts,
    ends,
    listed,
    ordered,
    value,
)

Wanted = tuple[str, str, str]  # column, operator, and the value as it is written
Clause = list[list[Wanted]]


def proves(checks: Sequence[Node], columns: Sequence[str], bound: str) -> bool:
    """Whether every row that satisfies these CHECKs is within the bound, as the engine writes it (FOR VALUES ...)."""
    try:
        return _proves(checks, columns, bound)
    except RecursionError:  # who nests so deep gets no proof
        return False


def _proves(checks: Sequence[Node], columns: Sequence[str], bound: str) -> bool:
    """The proof itself, for CHECKs of any depth."""
    said = [node for check in checks for node in conjuncts(check)]
    values = listed(bound)
    if values is not None:
        column = columns[0]
        return len(columns) == 1 and any(within(node, column, values) for node in said)
    wanted = clauses(columns, bound)
    return wanted is not None and all(implied(said, clause) for clause in wanted)


def within(node: Node, column: str, values: frozenset[Value]) -> bool:
    """Whether a condition allows nothing but some of these values."""
    either = disjuncts(node)
    if len(either) > 1:
        return all(any(within(part, column, values) for part in conjuncts(arm)) for arm in either)
    return any(operator == "in" and values.issuperset(found) for operator, found in comparisons(node, column))


def clauses(columns: Sequence[str], bound: str) -> list[Clause] | None:
    """What a range asks for; None where the bound is no range over these columns."""
    low, high = (end.split(", ") for end in ends(bound))
    if not len(low) == len(high) == len(columns) or low == [""]:
        return None
    same = next((n for n, (one, other) in enumerate(zip(low, high, strict=True)) if one != other), len(low))
    same = min([same, *[n for n, one in enumerate(low) if one in ENDLESS]])
    found: list[Clause] = [[[(column, "=", v)]] for column, v in zip(columns[:same], low[:same], strict=True)]
    for end, strict, open_end in ((low, ">", "MINVALUE"), (high, "<", "MAXVALUE")):
        arms = list(arms_of(columns[same:], end[same:], strict, open_end))
        if arms and [] not in arms:
            found.append(arms)
    return found


def arms_of(columns: Sequence[str], end: Sequence[str], strict: str, open_end: str) -> Iterator[list[Wanted]]:
    """One end of a range: each arm has one column beyond its value, and those before it at theirs."""
    equal: list[Wanted] = []
    following = [*[b for _, b in pairwise(end)], ""]
    for column, v, after in zip(columns, end, following, strict=True):
        if v in ENDLESS:
            if v == open_end and not equal:
                yield []  # nothing is asked for
            return
        last = after == "" if strict == ">" else False
        closed = last or after == open_end
        yield [*equal, (column, f"{strict}=" if closed else strict, v)]
        if after == open_end:
            return
        equal.append((column, "=", v))


def implied(said: Sequence[Node], clause: Clause) -> bool:
    """Whether conditions that all hold imply that one arm does."""
    if any(all(told(said, wanted) for wanted in arm) for arm in clause):
        return True
    return any(
        all(implied(list(conjuncts(arm)), clause) for arm in either)
        for either in map(disjuncts, said)
        if len(either) > 1
    )


def told(said: Sequence[Node], wanted: Wanted) -> bool:
    """Whether conditions that all hold imply one comparison."""
    column, operator, text = wanted
    terms = [term for node in said for term in comparisons(node, column)]
    end = value(text)
    if operator == "=":
        return any(op == "in" and set(values) == {end} for op, values in terms)
    if operator in {">=", "<"}:
        return above(terms, text) if operator == ">=" else below(terms, text)
    return any(beyond(term, operator, end) for term in terms)


def beyond(term: Term, operator: str, end: Value) -> bool:
    """Whether a comparison keeps above a value (`>`), or not above it (`<=`)."""
    said, values = term
    if operator == "<=":
        return said in {"<", "<=", "in"} and all(ordered(v, end) for v in values)
    return (said == ">" and ordered(end, values[0])) or (
        said in {">=", "in"} and all(v != end and ordered(end, v) for v in values)
    )
