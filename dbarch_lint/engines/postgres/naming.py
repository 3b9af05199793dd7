"""The names that PostgreSQL gives to constraints and indexes without one.

Source: PostgreSQL's makeObjectName, ChooseRelationName, ChooseConstraintName, ChooseIndexName and FigureColname.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from dbarch_lint.objects import IndexPart

LIMIT = 63  # NAMEDATALEN - 1, in bytes


def clip(text: str, limit: int) -> str:
    """The longest prefix of at most `limit` bytes that ends at a character."""
    return text.encode()[:limit].decode("utf-8", "ignore")


def make_name(table: str, addition: str, label: str) -> str:
    """`table_addition_label`, the longer of the first two cut until the whole fits."""
    room = LIMIT - len(label.encode()) - 1 - (1 if addition else 0)
    first, second = len(table.encode()), len(addition.encode())
    if first + second > room:
        while first + second > room:
            if first > second:
                first -= 1
            else:
                second -= 1
        table, addition = clip(table, first), clip(addition, second)
    return "_".join((table, addition, label) if addition else (table, label))


def choose(table: str, addition: str, label: str, taken: Callable[[str], bool]) -> str:
    """The first free name: with the label alone, then with 1, 2, ... after it."""
    name = make_name(table, addition, label)
    number = 0
    while taken(name):
        number += 1
        name = make_name(table, addition, f"{label}{number}")
    return name


def joined(columns: Iterable[str]) -> str:
    """Column names as one addition; the server stops once it is longer than a name can be."""
    text = ""
    for column in columns:
        text = f"{text}_{column}" if text else column
        if len(text.encode()) > LIMIT:
            break
    return text


def index_columns(parts: Sequence[IndexPart], include: Sequence[str]) -> list[str]:
    """The column names of an index as its name uses them: expressions by their function, doubles numbered."""
    names: list[str] = []
    for name in [
        part.title or part.column or figure(getattr(part.expression, "node", None)) or "expr" for part in parts
    ] + list(include):
        unique, number = name, 0
        while unique in names:
            number += 1
            unique = f"{clip(name, LIMIT - len(str(number)))}{number}"
        names.append(unique)
    return names


def figure(node: dict[str, Any] | None) -> str:
    """The name that the server would give to an output column with this expression; empty: none."""
    return _figure(node)[0] if node else ""


def _figure(node: dict[str, Any]) -> tuple[str, int]:  # noqa: PLR0911
    """A name and how sure it is: 2 of its own, 1 by its type, 0 none."""
    ((kind, value),) = node.items()
    if kind == "ColumnRef":
        names = [f["String"]["sval"] for f in value["fields"] if "String" in f]
        return (names[-1], 2) if names and "String" in value["fields"][-1] else ("", 0)
    if kind == "FuncCall":
        return value["funcname"][-1]["String"]["sval"], 2
    if kind == "TypeCast":
        name, strength = _figure(value["arg"]) if "arg" in value else ("", 0)
        return (name, strength) if strength > 1 else (value["typeName"]["names"][-1]["String"]["sval"], 1)
    if kind == "CollateClause":
        return _figure(value["arg"])
    if kind == "CaseExpr":
        name, strength = _figure(value["defresult"]) if "defresult" in value else ("", 0)
        return (name, strength) if strength > 1 else ("case", 1)
    if kind == "A_Indirection":
        fields = [i["String"]["sval"] for i in value.get("indirection", ()) if "String" in i]
        return (fields[-1], 2) if fields else _figure(value["arg"])
    if kind == "A_Expr" and value.get("kind") == "AEXPR_NULLIF":
        return "nullif", 2
    if kind == "MinMaxExpr":
        return ("least" if value.get("op") == "IS_LEAST" else "greatest"), 2
    if kind == "SQLValueFunction":
        return value.get("op", "").removeprefix("SVFOP_").removesuffix("_N").lower(), 2
    return FIXED.get(kind, ("", 0))


FIXED = {
    "CoalesceExpr": ("coalesce", 2),
    "A_ArrayExpr": ("array", 2),
    "RowExpr": ("row", 2),
    "GroupingFunc": ("grouping", 2),
    "XmlSerialize": ("xmlserialize", 2),
}
