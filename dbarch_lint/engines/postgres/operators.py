"""What certainly does not exist: an operator between these types, a function of them, a truth that is a number.

operators.json holds what any version of the server has. A type is the server's name of a plain built-in one, `enum` and
the name of one of the history's, `unknown` for a text constant that takes whatever type is wanted, or None: not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.expressions import known_functions, names_of
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Domain, Enum

Node = dict[str, Any]
Columns = Callable[[list[Node]], "str | None"]  # the type of a column, by the parts of its name
NO_OPERATOR, NO_FUNCTION = "an operator for other types", "a function for other types"
NO_TRUTH, NO_VALUE, NO_ORDER = "a condition that is no truth", "a value of another type", "values without an order"
UNKNOWN = "unknown"
ANY = frozenset("anyelement anynonarray anycompatible anycompatiblenonarray any".split())
DEEPEST = 100  # expressions within each other
# Extensions that bring neither operators between plain types of the server nor casts of them that nobody asks for.
HARMLESS = frozenset(
    """plpgsql citext uuid-ossp pgcrypto unaccent fuzzystrmatch btree_gin tablefunc hstore ltree pg_stat_statements
    pg_trgm""".split()
)
TRIGRAMS = frozenset("% <% %> <<% %>> <-> <<-> <->> <<<-> <->>>".split())  # of pg_trgm, between texts


OF_LETTERS = frozenset("text varchar bpchar name char".split())


class Known(msgspec.Struct, frozen=True):
    """The table of the server's operators (left or "", right, result), casts, and functions (result, arguments)."""

    types: frozenset[str]
    implicit: dict[str, frozenset[str]]
    assigned: dict[str, frozenset[str]]
    operators: dict[str, tuple[tuple[str, str, str], ...]]
    functions: dict[str, tuple[tuple[str, ...], ...]]


@cache
def known() -> Known:
    """operators.json, read once and only when types are compared."""
    return msgspec.json.decode(Path(__file__).with_name("operators.json").read_bytes(), type=Known)


def plain(type_: Type, catalog: Catalog) -> str | None:
    """The name of a type as it is used here; a domain is what it is made of."""
    if type_.array or not type_.known:
        return None
    if type_.builtin:
        return type_.name if type_.name in known().types else None
    found = catalog.types.get(Name(type_.schema, type_.name))
    if isinstance(found, Domain):
        return plain(found.type, catalog) if found.type != type_ else None
    return f"enum {found.name}" if isinstance(found, Enum) else None


def settled(catalog: Catalog) -> bool:
    """Whether the server's own operators and casts are all that there are."""
    return catalog.complete and HARMLESS.issuperset(catalog.extensions) and not any_own(catalog)


class Asked:
    """The objects of one catalog, and whether there are operators or casts among them: most catalogs share them."""

    others: object = None
    found = False


def any_own(catalog: Catalog) -> bool:
    """Whether the history made an operator or a cast. The latest answer is kept: a step costs the same with many."""
    if Asked.others is not catalog.others:
        Asked.found = any(kind in {"operator", "cast"} for kind, _ in catalog.others)
        Asked.others = catalog.others
    return Asked.found


def becomes(given: str | None, wanted: str) -> bool:
    """Whether a value of one type is taken for another without being told, or may be."""
    if given is None or given in {UNKNOWN, wanted} or wanted in ANY:
        return True
    if given.startswith("enum "):
        return wanted == "anyenum"
    return wanted in known().implicit.get(given, ())


def assignable(given: str | None, wanted: str | None) -> bool:
    """Whether a value of one type is written to a column of another; texts take what anything looks like."""
    if given is None or wanted is None or becomes(given, wanted) or wanted in OF_LETTERS:
        return True
    return wanted in known().assigned.get(given, ())


@lru_cache(maxsize=4096)
def results(operator: str, left: str | None, right: str | None) -> frozenset[str]:
    """The types that an operator may give between these; empty where there is no such operator. "" is no left side."""
    rows = known().operators.get(operator)
    if rows is None or operator in TRIGRAMS:
        return frozenset({UNKNOWN})
    exact = frozenset([result for one, other, result in rows if one == left and other == right])
    if exact:
        return exact
    enums = {t for t in (left, right) if t is not None and t.startswith("enum ")}
    return frozenset(
        result
        for one, other, result in rows
        if (one == "") == (left == "") and becomes(left, one) and becomes(right, other)
        if not (one == other == "anyenum" and len(enums) > 1)
    )


class Typer:
    """Reads expressions; `found` are the faults so far. `own`: whether the history made a function of a name."""

    def __init__(self, catalog: Catalog, columns: Columns, own: Callable[[str], bool]) -> None:
        self.catalog = catalog
        self.columns = columns
        self.own = own
        self.found: dict[str, None] = {}
        self.depth = 0

    def condition(self, node: Node | None) -> None:
        """Read what must be true or false."""
        given = self.read(node) if node else None
        if given not in {None, UNKNOWN, "bool"}:
            self.found[NO_TRUTH] = None

    def read(self, node: Node | None) -> str | None:
        """Read an expression; its type."""
        ((kind, fields),) = node.items() if node and len(node) == 1 else (("", {}),)
        reader = READERS.get(kind)
        if self.depth > DEEPEST:
            return None
        self.depth += 1
        try:
            if reader is not None:
                return reader(self, fields)
            self.others(fields)
            return None
        finally:
            self.depth -= 1

    def others(self, fields: Any) -> None:
        """Read what is within a node of which nothing else is known."""
        for item in flat(fields):
            self.read(item)

    def constant(self, fields: Node) -> str | None:
        """A literal."""
        if "ival" in fields:
            return "int4"
        if "fval" in fields:
            text = fields["fval"].get("fval", "")
            return "int8" if text.isdigit() and int(text) < 1 << 63 else "numeric"
        return "bool" if "boolval" in fields else UNKNOWN if "sval" in fields or "isnull" in fields else None

    def cast(self, fields: Node) -> str | None:
        """A cast."""
        self.read(fields.get("arg"))
        written = type_of(fields["typeName"])
        if written.builtin or written.schema:
            return plain(written, self.catalog)
        places = [msgspec.structs.replace(written, schema=schema) for schema in self.catalog.schemas]
        found = [p for p in places if Name(p.schema, p.name) in self.catalog.types]
        return plain(found[0], self.catalog) if len(found) == 1 else None

    def operator(self, fields: Node) -> str | None:
        """An operator, IN, LIKE, BETWEEN and their kin."""
        kind, names = fields["kind"], names_of(fields["name"])
        left = self.read(fields["lexpr"]) if "lexpr" in fields else ""
        if kind in {"AEXPR_IN", "AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN", "AEXPR_BETWEEN_SYM", "AEXPR_NOT_BETWEEN_SYM"}:
            others = [self.read(item) for item in fields["rexpr"].get("List", {}).get("items", ())]
            operators = ("=",) if kind == "AEXPR_IN" else ("<=",)
            return self.compared(operators, left, others)
        right = self.read(fields.get("rexpr"))
        if kind in {"AEXPR_OP_ANY", "AEXPR_OP_ALL"} or len(names) != 1:
            return "bool" if kind != "AEXPR_OP" else None
        if kind in {"AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT", "AEXPR_NULLIF"}:
            self.compared(("=",), left, [right])
            return left if kind == "AEXPR_NULLIF" else "bool"
        if left == UNKNOWN == right:  # both are read as texts, where that can be
            left = right = "text" if results(names[0], "text", "text") == {"text"} else None
        given = results(names[0], left, right)
        if not given:
            self.found[NO_OPERATOR] = None
        sure = len(given) == 1 and given <= known().types
        return next(iter(given)) if sure and None not in {left, right} else None

    def compared(self, operators: Iterable[str], left: str | None, others: list[str | None]) -> str:
        """One value with several."""
        if any(not results(name, left, other) for name in operators for other in others):
            self.found[NO_OPERATOR] = None
        return "bool"

    def boolean(self, fields: Node) -> str:
        """AND, OR and NOT."""
        for arg in fields["args"]:
            self.condition(arg)
        return "bool"

    def test(self, fields: Node) -> str:
        """IS TRUE and its kin; IS NULL takes anything."""
        (self.condition if "booltesttype" in fields else self.read)(fields.get("arg"))
        return "bool"

    def call(self, fields: Node) -> str | None:
        """A function."""
        given = [self.read(arg) for arg in fields.get("args", ())]
        self.condition(fields.get("agg_filter"))
        self.others([fields.get("agg_order"), fields.get("over")])
        names = names_of(fields["funcname"])
        name, told = names[-1], known()
        odd = {"func_variadic", "agg_within_group", "agg_star"} & fields.keys()
        named = any("NamedArgExpr" in arg for arg in fields.get("args", ()))
        if (len(names) > 1 and names[0] != "pg_catalog") or self.own(name) or name in known_functions().extension:
            return None
        if name == "count":  # of whatever there is
            return "int8"
        rows = told.functions.get(name)
        if rows is None or odd or named or name in told.types:
            return None
        fitting = [row for row in rows if len(row) == len(given) + 1 and all(map(becomes, given, row[1:]))]
        if not fitting and None not in given:
            self.found[NO_FUNCTION] = None
        found = {row[0] for row in fitting if [*row[1:]] == given} or {row[0] for row in fitting}
        return found.pop() if len(found) == 1 and found <= told.types else None

    def case(self, fields: Node) -> str | None:
        """CASE."""
        if "arg" in fields:
            self.others(fields)
            return None
        values = [fields.get("defresult")]
        for item in fields["args"]:
            self.condition(item["CaseWhen"]["expr"])
            values.append(item["CaseWhen"]["result"])
        return alike(self.read(value) if value else UNKNOWN for value in values)

    def first_of(self, fields: Node) -> str | None:
        """COALESCE, GREATEST and LEAST."""
        return alike([self.read(arg) for arg in fields["args"]])

    def subquery(self, fields: Node) -> str | None:
        """A query within an expression, which is read elsewhere."""
        self.read(fields.get("testexpr"))
        return None if fields.get("subLinkType") in {"EXPR_SUBLINK", "ARRAY_SUBLINK"} else "bool"


def alike(types: Iterable[str | None]) -> str | None:
    """The type that several values have: the one that all become by themselves."""
    given = set(types) - {UNKNOWN}
    common = [one for one in given if one is not None and None not in given and all(becomes(t, one) for t in given)]
    return common[0] if len(common) == 1 else None


def sortable(type_: str | None) -> bool:
    """Whether values are put in an order, or may be."""
    return type_ in {None, UNKNOWN} or bool(results("<", type_, type_))


def groupable(type_: str | None) -> bool:
    """Whether values are equal or not, or may be."""
    return type_ in {None, UNKNOWN} or bool(results("=", type_, type_))


def flat(tree: Any) -> Iterator[Node]:
    """The nodes right below one."""
    stack = [tree]
    while stack:
        item = stack.pop()
        if type(item) is list:
            stack.extend(item)
        elif type(item) is dict:
            if len(item) == 1 and next(iter(item))[0].isupper():
                yield item
            else:
                stack.extend(item.values())


MOMENTS = {
    "CURRENT_DATE": "date",
    "CURRENT_TIME": "timetz",
    "CURRENT_TIMESTAMP": "timestamptz",
    "LOCALTIME": "time",
    "LOCALTIMESTAMP": "timestamp",
}
READERS: dict[str, Callable[[Typer, Node], str | None]] = {
    "A_Const": Typer.constant,
    "A_Expr": Typer.operator,
    "BoolExpr": Typer.boolean,
    "BooleanTest": Typer.test,
    "CaseExpr": Typer.case,
    "CoalesceExpr": Typer.first_of,
    "ColumnRef": lambda typer, fields: typer.columns(fields["fields"]),
    "FuncCall": Typer.call,
    "MinMaxExpr": Typer.first_of,
    "NullTest": Typer.test,
    "SQLValueFunction": lambda _, fields: MOMENTS.get(fields["op"].removeprefix("SVFOP_")),
    "SubLink": Typer.subquery,
    "TypeCast": Typer.cast,
}
