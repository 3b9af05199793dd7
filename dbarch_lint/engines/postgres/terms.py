"""What the conditions of an expression say of single columns: the conjunction in it, as far as it is simple."""

from __future__ import annotations

from typing import Any, TypeAlias

import msgspec

from dbarch_lint.engines.postgres.expressions import (
    column_names,
    constant_text,
    function_name,
    names_of,
    text_of,
    walk,
    without_casts,
)
from dbarch_lint.expression import Term

Node: TypeAlias = dict[str, Any]

COMPARISONS = {"=": "=", "<>": "<>", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
TURNED = {"=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
TESTS = {"IS_NULL": "is null", "IS_NOT_NULL": "is not null", "IS_TRUE": "is true", "IS_FALSE": "is false"}


def literal(node: Node) -> str | None:
    """The text of a constant under any casts; None for what is no constant, and for NULL."""
    found = without_casts(node)
    return None if found is None or "isnull" in found else constant_text(found)


def terms(node: Node) -> tuple[Term, ...]:
    """The simple conditions that AND joins, in the order of reading."""
    found: list[Term] = []
    waiting = [node]
    while waiting:
        part = waiting.pop()
        joined = part.get("BoolExpr")
        if joined is not None and joined["boolop"] == "AND_EXPR":
            waiting.extend(reversed(joined["args"]))
        else:
            found.extend(_terms_of(part))
    return tuple(found)


def _terms_of(node: Node) -> tuple[Term, ...]:
    ((kind, fields),) = node.items()
    if kind == "A_Expr":
        return _compared(fields)
    column = _column(fields.get("arg", {})) if kind in {"NullTest", "BooleanTest"} else _column(node)
    if not column:
        negated = kind == "BoolExpr" and fields["boolop"] == "NOT_EXPR" and _column(fields["args"][0])
        return (Term(negated, "is false"),) if negated else ()
    test = TESTS.get(fields.get("nulltesttype") or fields.get("booltesttype") or "IS_TRUE")
    return (Term(column, test),) if test is not None else ()


def _compared(fields: Node) -> tuple[Term, ...]:
    operator, kind = names_of(fields.get("name", []))[-1:], fields["kind"]
    left, right = fields.get("lexpr", {}), fields.get("rexpr", {})
    if kind == "AEXPR_OP" and operator and operator[0] in COMPARISONS:
        return _pair(COMPARISONS[operator[0]], left, right)
    column = _column(left)
    values = _values(right) if column else None
    if values is None:
        return ()
    if kind == "AEXPR_BETWEEN" and len(values) == 2:
        return Term(column, ">=", values[:1]), Term(column, "<=", values[1:])
    if kind in {"AEXPR_IN", "AEXPR_OP_ANY"} and operator == ("=",):
        return (Term(column, "in", values),)
    return ()


def _pair(operator: str, left: Node, right: Node) -> tuple[Term, ...]:
    """A comparison of two sides, told of each column that is one of them."""
    found: list[Term] = []
    for one, word, two in ((left, operator, right), (right, TURNED[operator], left)):
        column, other = _column(one), _column(two)
        if column and (other or not column_names(two)):
            value = literal(two)
            found.append(Term(column, word, (value,) if value is not None else (), other))
    return tuple(found)


def _column(node: Node) -> str:
    """The column that a node is, under any casts; empty for anything else."""
    while "TypeCast" in node:
        node = node["TypeCast"].get("arg", {})
    fields = node.get("ColumnRef", {}).get("fields", ())
    return str(fields[-1].get("String", {}).get("sval", "")) if fields else ""


def _values(node: Node) -> tuple[str, ...] | None:
    """The constants of a list or an array; None where one of them is something else."""
    while "TypeCast" in node:
        node = node["TypeCast"].get("arg", {})
    items = node.get("List", {}).get("items") or node.get("A_ArrayExpr", {}).get("elements")
    found = [literal(item) for item in items or ()]
    return tuple([v for v in found if v is not None]) if found and None not in found else None


def row_calls(node: Node) -> frozenset[str]:
    """Names of the functions that are called outside any query within the expression."""
    found: set[str] = set()
    waiting: list[Any] = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(item)
        elif isinstance(item, dict):
            call = item.get("FuncCall")
            if call is not None:
                found.add(".".join(names_of(call["funcname"])).removeprefix("pg_catalog."))
            waiting.extend(value for key, value in item.items() if key != "SubLink")
    return frozenset(found)


def text_constants(node: Node | None) -> tuple[str, ...]:
    """The texts that an expression holds, in the order of reading."""
    constants = (fields["sval"] for kind, fields in walk(node or {}) if kind == "A_Const" and "sval" in fields)
    return tuple([constant.get("sval", "") for constant in constants])


BITWISE = frozenset({"&", "|", "#"})
INTO_JSON = frozenset({"->", "->>", "?"})


class Facts(msgspec.Struct, frozen=True):
    """What else design rules ask of an expression, found in one walk."""

    functions: frozenset[str]
    constants: tuple[str, ...] = ()
    casts: frozenset[tuple[str, str]] = frozenset()
    tests_bits: bool = False
    reads_tables: bool = False
    json_keys: frozenset[tuple[str, str]] = frozenset()


def facts(node: Node) -> Facts:
    """What it calls and casts, its texts and keys of JSON, and whether it takes bits apart or holds a query."""
    if "A_Const" in node:  # most defaults
        return Facts(
            frozenset(), tuple([text.get("sval", "") for text in (node["A_Const"].get("sval"),) if text is not None])
        )
    constants: list[str] = []
    called: set[str] = set()
    casts: set[tuple[str, str]] = set()
    keys: set[tuple[str, str]] = set()
    bits = query = False
    for kind, fields in walk(node):
        if kind == "A_Const":
            if "sval" in fields:
                constants.append(fields["sval"].get("sval", ""))
        elif kind == "FuncCall":
            called.add(function_name(fields))
        elif kind == "TypeCast":
            if "ColumnRef" in fields.get("arg", {}):
                casts.add((_column(fields["arg"]), names_of(fields["typeName"]["names"])[-1]))
        elif kind == "A_Expr":
            operator = names_of(fields.get("name", []))
            bits = bits or not BITWISE.isdisjoint(operator)
            if not INTO_JSON.isdisjoint(operator) and "ColumnRef" in fields.get("lexpr", {}):
                keys.update((_column(fields["lexpr"]), key) for key in (text_of(fields["rexpr"]),) if key)
        elif kind == "SubLink":
            query = True
    return Facts(frozenset(called), tuple(constants), frozenset(casts), bits, query, frozenset(keys))
