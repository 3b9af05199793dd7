"""What conditions on a column say of the values within the bound of a partition.

Bounds are compared by column, and only by whole numbers or texts; the server does not count, so that to it
`k > 9` is no proof of `k >= 10`. Texts must look like dates and times, or be
equal: others are not ordered by their letters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Node = dict[str, Any]
Value = int | str
Term = tuple[str, tuple[Value, ...]]  # an operator with its values: `in` has any number of them, the others one
FLIPPED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "<>": "<>"}
NEGATED = {"<": ">=", ">": "<=", "<=": ">", ">=": "<", "=": "<>", "<>": "="}
ENDLESS = frozenset({"MINVALUE", "MAXVALUE"})
OF_DATES = frozenset("0123456789-:. T+Z")


def inside(terms: list[Term], bound: str) -> bool:
    """Whether whatever the comparisons allow is within the bound."""
    allowed = listed(bound)
    if allowed is not None:
        return any(operator == "in" and allowed.issuperset(values) for operator, values in terms)
    low, high = ends(bound)
    return bool(high) and above(terms, low) and below(terms, high)


def excludes(check: Node | None, column: str, bound: str) -> bool:
    """Whether no row that satisfies the CHECK is within the bound: each of its alternatives lies beside it."""
    values = listed(bound)
    if values is not None:
        return all(apart(terms, values) for terms in arms(check or {}, column))
    low, high = ends(bound)
    return bool(high) and all(beside(terms, value(low), value(high)) for terms in arms(check or {}, column))


def arms(condition: Node, column: str) -> list[list[Term]]:
    """What each alternative of a condition says of a column; one that is never true is none."""
    possible = [arm for each in disjuncts(condition) if not any(map(is_false, arm := list(conjuncts(each))))]
    return [[term for node in arm for term in comparisons(node, column)] for arm in possible]


def is_false(node: Node) -> bool:
    """Whether a condition is the constant FALSE."""
    constant = node.get("A_Const", {})
    return "boolval" in constant and not constant["boolval"].get("boolval", False)


def ends(bound: str) -> tuple[str, str]:
    """The lower and the upper end of a range; empty where the bound is none."""
    low, between, high = bound.removeprefix("FOR VALUES FROM (").removesuffix(")").partition(") TO (")
    return (low, high) if between else ("", "")


def listed(bound: str) -> frozenset[Value] | None:
    """The values of a bound that lists them, or None."""
    if not bound.startswith("FOR VALUES IN ("):
        return None
    return frozenset(value(v) for v in bound.removeprefix("FOR VALUES IN (").removesuffix(")").split(", "))


def apart(terms: list[Term], values: frozenset[Value]) -> bool:
    """Whether comparisons keep from each of these values."""
    return all(any(keeps_from(v, operator, found) for operator, found in terms) for v in values)


def keeps_from(one: Value, operator: str, found: tuple[Value, ...]) -> bool:
    """Whether a comparison is not satisfied by a value."""
    end = found[0]
    if operator in {"in", "<>"}:
        return (one in found) == (operator == "<>")
    before, after = ordered(one, end), ordered(end, one)
    return {"<": after, ">": before, "<=": after and one != end, ">=": before and one != end}[operator]


def beside(terms: list[Term], low: Value, high: Value) -> bool:
    """Whether a comparison keeps below a range, or above it."""
    return any(
        all(
            (operator == "<" and ordered(end, low))
            or (operator in {"<=", "in"} and end != low and ordered(end, low))
            or (operator in {">", ">=", "in"} and ordered(high, end))
            for end in ends
        )
        for operator, ends in terms
    )


def above(terms: list[Term], low: str) -> bool:
    """Whether the comparisons keep to the lower end of a range, which is in it."""
    if low == "MINVALUE":
        return True
    end = value(low)
    return any(operator in {">=", ">", "in"} and all(ordered(end, v) for v in values) for operator, values in terms)


def below(terms: list[Term], high: str) -> bool:
    """Whether they keep to the upper end, which is not in it."""
    if high == "MAXVALUE":
        return True
    end = value(high)
    return any(
        (operator == "<" and ordered(values[0], end))
        or (operator in {"<=", "in"} and all(v != end and ordered(v, end) for v in values))
        for operator, values in terms
    )


def ordered(one: Value, other: Value) -> bool:
    """Whether one value is certainly not after the other."""
    if isinstance(one, int) and isinstance(other, int):
        return one <= other
    if isinstance(one, int) or isinstance(other, int):
        return False
    dates = len(one) == len(other) and OF_DATES.issuperset(one + other)
    return one == other or (dates and one <= other)


def value(text: str) -> Value:
    """A value of a bound: a whole number, or a text without its quotes."""
    try:
        return int(text)
    except ValueError:
        return text.removeprefix("'").removesuffix("'")


def conjuncts(node: Node) -> Iterator[Node]:
    """The conditions that AND joins."""
    waiting = [node]
    while waiting:
        item = waiting.pop()
        both = item.get("BoolExpr", {})
        if both.get("boolop") == "AND_EXPR":
            waiting.extend(both.get("args", ()))
        else:
            yield item


def disjuncts(node: Node) -> list[Node]:
    """The conditions that OR joins, or the node itself."""
    either = node.get("BoolExpr", {})
    return either.get("args", []) if either.get("boolop") == "OR_EXPR" else [node]


def comparisons(node: Node, column: str) -> Iterator[Term]:
    """Operator and values of a comparison of the column with constants; `in` for one of several."""
    negated = node.get("BoolExpr", {}) if node.get("BoolExpr", {}).get("boolop") == "NOT_EXPR" else None
    fields = (node if negated is None else negated["args"][0]).get("A_Expr", {})
    kind, left, right = fields.get("kind"), fields.get("lexpr") or {}, fields.get("rexpr") or {}
    operator = (fields.get("name") or [{}])[-1].get("String", {}).get("sval", "")
    if negated is not None:
        if kind != "AEXPR_OP":
            return
        operator = NEGATED.get(operator, "")
    if kind == "AEXPR_OP" and operator in FLIPPED:
        if is_column(right, column):
            left, right, operator = right, left, FLIPPED[operator]
        found = constants([right])
        if is_column(left, column) and found:
            yield ("in" if operator == "=" else operator), found
    elif kind in {"AEXPR_IN", "AEXPR_OP_ANY", "AEXPR_BETWEEN"} and is_column(left, column):
        items = right.get("A_ArrayExpr", {}).get("elements") or right.get("List", {}).get("items") or []
        found = constants(items)
        if kind == "AEXPR_BETWEEN" and len(found) == 2:
            yield ">=", found[:1]
            yield "<=", found[1:]
        elif kind != "AEXPR_BETWEEN" and found and operator == "=":
            yield "in", found
        elif kind == "AEXPR_IN" and operator == "<>":
            yield from (("<>", (v,)) for v in found)


def is_column(node: Node, column: str) -> bool:
    """Whether a node is the bare column."""
    names = [f.get("String", {}).get("sval") for f in node.get("ColumnRef", {}).get("fields", ())]
    return bool(names) and names[-1] == column


def constants(nodes: list[Node]) -> tuple[Value, ...]:
    """The values of constants, casts left out; empty if any of them is something else."""
    found: list[Value] = []
    for node in nodes:
        bare = node
        while "TypeCast" in bare:
            bare = bare["TypeCast"].get("arg", {})
        constant = bare.get("A_Const", {})
        if "ival" in constant:
            found.append(constant["ival"].get("ival", 0))
        elif "sval" in constant:
            found.append(constant["sval"].get("sval", ""))
        else:
            return ()
    return tuple(found)
