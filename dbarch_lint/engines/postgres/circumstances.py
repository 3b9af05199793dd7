"""What a routine knows when it runs: the values of TG_OP and its like, put into its SQL, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from dbarch_lint.engines.postgres.constants import text_value
from dbarch_lint.engines.postgres.expressions import column_of, names_of

Node = dict[str, Any]
Known = Mapping[str, str]
UNKNOWN_VALUE: Node = {"ParamRef": {"number": 1}}
COMPARE: dict[str, Callable[[Any, Any], bool]] = {"=": eq, "<>": ne, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def put_in(tree: Any, known: Known, variables: frozenset[str]) -> Any:
    """A tree with known values in the place of their names, and some value in the place of each other variable."""
    if type(tree) is list:
        return [put_in(item, known, variables) for item in tree]
    if type(tree) is not dict:
        return tree
    if len(tree) == 1:
        ((kind, fields),) = tree.items()
        found = REPLACED[kind](fields, known, variables) if kind in REPLACED else None
        if found is not None:
            return found
    return {key: put_in(value, known, variables) for key, value in tree.items()}


def _column(fields: Node, known: Known, variables: frozenset[str]) -> Node | None:
    names = names_of(fields["fields"])
    if len(names) < len(fields["fields"]) or not names:  # all of a row
        return None
    if len(names) == 1 and names[0] in known:
        return text(known[names[0]])
    return UNKNOWN_VALUE if names[0] in variables else None


def _element(fields: Node, known: Known, variables: frozenset[str]) -> Node | None:
    """TG_ARGV[n], and elements of other arrays."""
    names = column_of(fields["arg"])
    if not names or names[0] not in variables:
        return None
    index = fields["indirection"][0].get("A_Indices", {}).get("uidx", {}).get("A_Const", {})
    value = known.get(f"{names[0]}[{index['ival'].get('ival', 0)}]") if "ival" in index else None
    return UNKNOWN_VALUE if value is None else text(value)


def _call(fields: Node, known: Known, _: frozenset[str]) -> Node | None:
    value = known.get(f"{names_of(fields['funcname'])[-1]}()")
    return None if value is None else text(value)


REPLACED: dict[str, Callable[[Node, Known, frozenset[str]], Node | None]] = {
    "ColumnRef": _column,
    "A_Indirection": _element,
    "FuncCall": _call,
}


def text(value: str) -> Node:
    """A constant."""
    return {"A_Const": {"sval": {"sval": value}, "location": 1}}


# --- conditions


def ruled_out(condition: Node | None, known: Known) -> bool:
    """Whether a condition is certain not to hold."""
    try:
        return condition is not None and truth(put_in(condition, known, frozenset())) is False
    except RecursionError:  # who nests so deep gets no answer
        return False


def truth(node: Node) -> bool | None:
    """Whether a condition holds, its known values put in; None: that depends on more."""
    ((kind, fields),) = node.items()
    judge = JUDGES.get(kind)
    return judge(fields) if judge is not None else None


def _logic(fields: Node) -> bool | None:
    found = [truth(arg) for arg in fields["args"]]
    if fields["boolop"] == "NOT_EXPR":
        return None if found[0] is None else not found[0]
    decisive: bool = fields["boolop"] == "OR_EXPR"
    if decisive in found:
        return decisive
    return None if None in found else not decisive


def _comparison(fields: Node) -> bool | None:
    kind, name = fields.get("kind", ""), names_of(fields["name"])[-1]
    if kind not in LISTS and kind != "AEXPR_OP":
        return None
    left = value(fields.get("lexpr", {}))
    right = fields["rexpr"]
    others = [value(item) for item in LISTS[kind](right)] if kind in LISTS else [value(right)]
    compare = COMPARE.get(name)
    if left is None or compare is None or not others:
        return None
    found = [None if other is None else compare(*alike(left, other)) for other in others]
    every = kind == "AEXPR_IN" and name == "<>"
    if (not every) in found:
        return not every
    return None if None in found else every


def items(node: Node) -> list[Node]:
    """The members of a list."""
    return node.get("List", {}).get("items", [])  # type: ignore[no-any-return]


def elements(node: Node) -> list[Node]:
    """The members of an array."""
    while "TypeCast" in node:
        node = node["TypeCast"]["arg"]
    return node.get("A_ArrayExpr", {}).get("elements", [])  # type: ignore[no-any-return]


LISTS: dict[str, Callable[[Node], list[Node]]] = {"AEXPR_IN": items, "AEXPR_OP_ANY": elements}


def alike(left: str, right: str) -> tuple[str, str] | tuple[int, int]:
    """Two values to compare: as numbers, where both are."""
    return (int(left), int(right)) if left.isdecimal() and right.isdecimal() else (left, right)


def value(node: Node) -> str | None:
    """The value of a constant expression as a text; None: that depends on more."""
    number = node.get("A_Const", {}).get("ival")
    if number is not None:
        return str(number.get("ival", 0))
    return text_value(node) if node else None


def _constant(fields: Node) -> bool | None:
    return "boolval" in fields["boolval"] if "boolval" in fields else None  # the JSON leaves out what is false


JUDGES: dict[str, Callable[[Node], bool | None]] = {
    "BoolExpr": _logic,
    "A_Expr": _comparison,
    "A_Const": _constant,
}
