"""Facts about libpg_query's expression trees: what they read, what they call, how much their value may vary.

All of it walks with a stack of its own: a tree may be deeper than Python likes to recurse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias

import msgspec

from dbarch_lint.engines.postgres.versions import NEWEST

Node: TypeAlias = dict[str, Any]
Word: TypeAlias = Literal["none", "constant", "stable", "unknown", "volatile"]
# Asked for a function that is not the server's: (schema or "", name) -> immutable, stable, volatile; None: not known.
Lookup: TypeAlias = Callable[[str, str], str | None]

# From what promises most to what promises least.
RANK: Final[tuple[Word, ...]] = ("constant", "stable", "unknown", "volatile")
WORDS: Final[dict[str, Word]] = {"immutable": "constant", "stable": "stable", "volatile": "volatile"}
MAX_DEPTH = 200  # of AND, OR and NOT within each other


def walk(node: Any) -> Iterator[tuple[str, Node]]:
    """Every node of a tree but its String leaves, with its kind, in the order of reading."""
    stack = [node]
    while stack:
        item = stack.pop()
        if type(item) is list:
            stack.extend(reversed(item))
            continue
        if type(item) is tuple:
            yield item
            item = item[1]
        for key in reversed(item):
            value = item[key]
            if type(value) is list:
                stack.append(value)
            elif type(value) is dict and key != "String":
                stack.append((key, value) if key[0].isupper() else value)


def names_of(nodes: list[Node]) -> tuple[str, ...]:
    """The values of a list of String nodes."""
    return tuple([n["String"].get("sval", "") for n in nodes if "String" in n])


def column_of(value: Node) -> tuple[str, ...]:
    """The parts of a column's name, an empty part for a star; nothing for other values."""
    return tuple([f.get("String", {}).get("sval", "") for f in value.get("ColumnRef", {}).get("fields", ())])


# --- what it reads and calls


def column_names(node: Node | None) -> frozenset[str]:
    """Names of the columns that an expression reads."""
    if not node:
        return frozenset()
    columns = (fields["fields"][-1] for kind, fields in walk(node) if kind == "ColumnRef")
    return frozenset(last["String"].get("sval", "") for last in columns if "String" in last)


def function_name(fields: Node) -> str:
    """The name of the function that a FuncCall calls."""
    name = names_of(fields["funcname"])
    return name[-1] if name[0] == "pg_catalog" else ".".join(name)


# --- constants


def text_of(node: Node) -> str | None:
    """The text that a node is, if it is one."""
    value = node.get("A_Const", {}).get("sval")
    return str(value.get("sval", "")) if value is not None else None


def is_null_constant(node: Node | None) -> bool:
    """Whether it is NULL, cast to whatever type."""
    constant = without_casts(node)
    return constant is not None and "isnull" in constant


def is_constant(node: Node | None) -> bool:
    """Whether it is a literal, cast to whatever type."""
    return without_casts(node) is not None


def without_casts(node: Node | None) -> Node | None:
    """The fields of the literal under any casts; None where it is no literal."""
    while node:
        if "TypeCast" not in node:
            found: Node | None = node.get("A_Const")
            return found
        node = node["TypeCast"].get("arg")
    return None


# The fields of an A_Const, and what each is when the JSON leaves it out
CONSTANTS: dict[str, str | int | bool] = {"sval": "", "ival": 0, "fval": "0", "boolval": False, "bsval": ""}


def constant_text(value: Node) -> str:
    """The value of an A_Const as text; NULL is empty."""
    for kind, default in CONSTANTS.items():
        if kind in value:
            text = str(value[kind].get(kind, default))
            return text.lower() if kind == "boolval" else text
    return ""


# --- how much its value may vary


class Volatility(msgspec.Struct, frozen=True):
    """functions.txt: words by name, for the server's functions and for those of extensions; what is newer; and
    the functions of which the word is true of some overloads only.
    """

    builtin: dict[str, str]
    extension: dict[str, str]
    since: dict[str, int]
    mixed: set[str]


@cache
def known_functions() -> Volatility:
    """functions.txt, read once and only when a function is met."""
    found = Volatility({}, {}, {}, set())
    heading = ""
    for line in Path(__file__).with_name("functions.txt").read_text(encoding="utf-8").splitlines():
        if line.endswith(":"):
            heading = line[:-1]
        elif heading == "overloads differ":
            found.mixed.update(line.split())
        elif heading.startswith("new in "):
            found.since.update(dict.fromkeys(line.split(), int(heading[7:])))
        elif heading and line:
            word = heading.removeprefix("extension ")
            (found.builtin if word == heading else found.extension).update(dict.fromkeys(line.split(), word))
    return found


def volatility(node: Node | None, lookup: Lookup | None = None, version: int = NEWEST) -> Word:
    """How much the value of an expression may vary from row to row and from statement to statement.

    none: there is no expression. constant: immutable all through. stable: the same within a statement.
    unknown: it calls a function that nobody knows, and nothing that is certainly volatile.
    """
    if not node:
        return "none"
    if "A_Const" in node:
        return "constant"
    cast = node.get("TypeCast")
    if cast is not None and "A_Const" in cast.get("arg", ()):
        return judge_cast(cast, lookup, version)
    worst = 0
    for kind, fields in walk(node):
        judge = JUDGES.get(kind)
        if judge is not None:
            worst = max(worst, RANK.index(judge(fields, lookup, version)))
    return RANK[worst]


def judge_call(fields: Node, lookup: Lookup | None, version: int) -> Word:
    """A function call."""
    names = names_of(fields["funcname"])
    schema, name = names[-2] if len(names) > 1 else "", names[-1]
    known = known_functions()
    word: str | None = None
    if schema in {"", "pg_catalog"} and known.since.get(name, 0) <= version:
        word = known.builtin.get(name)
    if word is None and lookup is not None:
        word = lookup(schema, name)
    if word is None:
        word = known.extension.get(name)
    return WORDS.get(word or "", "unknown")


# Types whose input depends on the session: its time zone, its way to write dates, and the current time.
TIME_TYPES = frozenset(("date", "time", "timetz", "timestamp", "timestamptz", "tstzrange", "tstzmultirange"))
MOVING_WORDS = frozenset(("now", "today", "tomorrow", "yesterday"))


def judge_cast(fields: Node, lookup: Lookup | None, version: int) -> Word:  # noqa: ARG001 (one shape for all judges)
    """A cast: what makes a time from a text looks at the session, but a literal is read once, when it is parsed."""
    if TIME_TYPES.isdisjoint(names_of(fields["typeName"].get("names", []))[-1:]):
        return "constant"
    literal = fields.get("arg", {}).get("A_Const")
    if literal is None:
        return "stable"
    text: str = literal.get("sval", {}).get("sval", "")
    return "stable" if text.strip().lower() in MOVING_WORDS else "constant"


def judge_stable(fields: Node, lookup: Lookup | None, version: int) -> Word:  # noqa: ARG001 (one shape for all judges)
    """What depends on the session or on the data."""
    return "stable"


JUDGES: Final[dict[str, Callable[[Node, Lookup | None, int], Word]]] = {
    "FuncCall": judge_call,
    "TypeCast": judge_cast,
    "SQLValueFunction": judge_stable,
    "SubLink": judge_stable,
    "XmlExpr": judge_stable,
}


# --- what a CHECK proves


def implies_not_null(check: Node, column: str, *, negated: bool = False, depth: int = 0) -> bool:
    """Whether a CHECK proves to the server that a column is not null, so that SET NOT NULL need not scan.

    Strictness does not count: a CHECK also passes when it is null. What counts is IS NOT NULL itself, beside other
    conditions (AND), in every branch of an OR, and under as many NOT as cancel out.
    """
    ((kind, fields),) = check.items() if len(check) == 1 else (("", {}),)
    if depth > MAX_DEPTH:
        return False
    if kind == "NullTest":
        wanted = "IS_NULL" if negated else "IS_NOT_NULL"
        return fields.get("nulltesttype") == wanted and tests_column(fields.get("arg"), column, negated=negated)
    if kind == "A_Expr":
        wanted = "AEXPR_NOT_DISTINCT" if negated else "AEXPR_DISTINCT"
        return fields.get("kind") == wanted and is_test_for_null(fields, column)
    if kind != "BoolExpr":
        return False
    boolean = fields.get("boolop")
    if boolean == "NOT_EXPR":
        negated = not negated
    proofs = (implies_not_null(arg, column, negated=negated, depth=depth + 1) for arg in fields.get("args", ()))
    return any(proofs) if (boolean == "AND_EXPR") != negated or boolean == "NOT_EXPR" else all(proofs)


def tests_column(node: Node | None, column: str, *, negated: bool) -> bool:
    """Whether a test for null is about that column: bare, or in a row, which is IS NOT NULL for all its columns."""
    row = (node or {}).get("RowExpr")
    if row is None or negated:
        return reads_only(node, column)
    return any(reads_only(arg, column) for arg in row.get("args", ()))


def reads_only(node: Node | None, column: str) -> bool:
    """Whether an expression is just that column."""
    return node is not None and "ColumnRef" in node and column_names(node) == {column}


def is_test_for_null(fields: Node, column: str) -> bool:
    """`column IS DISTINCT FROM NULL`, which the parser reads as IS NOT NULL."""
    left, right = fields.get("lexpr"), fields.get("rexpr")
    return any(
        reads_only(one, column) and other is not None and "isnull" in other.get("A_Const", {})
        for one, other in ((left, right), (right, left))
    )


# --- what a query reads

# These name what FROM names already, or a target; and what has no tables below it.
NO_READ: Final = frozenset(
    """lockingClause intoClause lockedRels withClause
    A_Const ColumnRef String alias colnames funcname operName typeName""".split()
)


def relations(node: Node | None) -> list[tuple[str, str]]:
    """The tables that a query or statement reads, as (schema or "", name), in the order of their first mention.

    Names that WITH defines are left out where they hold. The target of INSERT, UPDATE, DELETE or MERGE is not read.
    """
    found: dict[tuple[str, str], None] = {}
    stack: list[tuple[Any, frozenset[str]]] = [(node or {}, frozenset())]
    while stack:
        item, hidden = stack.pop()
        if type(item) is list:
            stack.extend((i, hidden) for i in reversed(item))
        elif type(item) is dict:
            table = item.get("RangeVar")
            if table is not None and ("schemaname" in table or table["relname"] not in hidden):
                found[table.get("schemaname", ""), table["relname"]] = None
            defined = item.get("withClause")
            if defined is not None:
                inner, hidden = common_tables(defined, hidden)
            held = [(k, v) for k, v in item.items() if type(v) is dict or type(v) is list]
            below = [(v, hidden) for k, v in held if k not in NO_READ]
            below.reverse()
            stack.extend(below)
            if defined is not None:  # pushed last, so read first
                stack.extend(reversed(inner))
    return list(found)


def common_tables(clause: Node, hidden: frozenset[str]) -> tuple[list[tuple[Any, frozenset[str]]], frozenset[str]]:
    """The queries of a WITH, each with the names that hide tables in it; and the names that do so after it."""
    tables = [c["CommonTableExpr"] for c in clause.get("ctes", ())]
    every = hidden | {t["ctename"] for t in tables}
    if "recursive" in clause:
        return [(t["ctequery"], every) for t in tables], every
    queries = []
    for table in tables:
        queries.append((table["ctequery"], hidden))
        hidden |= {table["ctename"]}
    return queries, every


Owns = Callable[[str, str], "bool | None"]  # whether a table has a column; None: not known


def column_uses(node: Node | None, owns: Owns | None = None) -> list[tuple[str, str]]:
    """The columns that a query names, as (table, column), coarsely.

    The table is that of FROM where an alias or the only table there says so, else what the author wrote before the
    dot, or "" for a bare name that may be of several. `*` is a column of that name. `owns` tells whose a bare name is:
    the nearest FROM that has it counts.
    """
    found: dict[tuple[str, str], None] = {}
    stack: list[tuple[Any, dict[str, str], Levels]] = [(node or {}, {}, ())]
    while stack:
        item, scope, levels = stack.pop()
        if type(item) is list:
            stack.extend([(i, scope, levels) for i in reversed(item)])
        elif type(item) is dict:
            column = item.get("ColumnRef")
            if column is not None:
                table, name = column_use(column["fields"], scope)
                bare = name == "*" and len(column["fields"]) == 1 and levels
                for each in levels[0] if bare else (table or owner(name, levels, owns),):
                    found[each, name] = None
                continue
            if "fromClause" in item or "targetList" in item:
                scope = scope_of(item.get("fromClause", ()), scope)
                own = scope_of(item.get("fromClause", ()), {})
                levels = (tuple(dict.fromkeys(table for alias, table in own.items() if alias)), *levels)
            stack.extend([(v, scope, levels) for v in reversed(item.values()) if type(v) is dict or type(v) is list])
    return list(found)


Levels: TypeAlias = tuple[tuple[str, ...], ...]  # the tables of each FROM, the nearest first


def owner(column: str, levels: Levels, owns: Owns | None) -> str:
    """The table that a bare name is of; empty where that cannot be told."""
    if owns is None or column == "*":
        return ""
    for level in levels:
        said = {table: owns(table, column) for table in level}
        owners = [table for table, yes in said.items() if yes]
        if owners:
            return owners[0]
        if None in said.values():
            return next(table for table, yes in said.items() if yes is None)
    return ""


def column_use(fields: list[Node], scope: dict[str, str]) -> tuple[str, str]:
    """The table and column of one reference."""
    names = ["*" if "A_Star" in f else f["String"].get("sval", "") for f in fields]
    if len(names) == 1:
        return scope.get("", ""), names[0]
    return scope.get(names[-2], names[-2]), names[-1]


def scope_of(sources: Any, outer: dict[str, str]) -> dict[str, str]:
    """Aliases and the tables they stand for; under "" the only table, if there is just one."""
    own: dict[str, str] = {}
    stack = list(sources)
    while stack:
        ((kind, fields),) = stack.pop().items()
        if kind == "JoinExpr":
            stack += [fields["larg"], fields["rarg"]]
        elif kind == "RangeTableSample":
            stack.append(fields["relation"])
        else:
            name = fields.get("relname", "")
            alias = fields.get("alias", {}).get("aliasname", "")
            own[alias or name] = name or f"({alias})"  # a query in FROM is no table, whatever it is called
    only = next(iter(own.values())) if len(own) == 1 and not outer else ""
    return {**outer, **own, "": only}


# --- the names of a query's columns

UNNAMED: Final = "?column?"
NAMED_BY_KIND: Final = {
    "A_ArrayExpr": "array",
    "CoalesceExpr": "coalesce",
    "GroupingFunc": "grouping",
    "JsonArrayAgg": "json_arrayagg",
    "JsonArrayConstructor": "json_array",
    "JsonObjectAgg": "json_objectagg",
    "JsonObjectConstructor": "json_object",
    "RowExpr": "row",
    "XmlSerialize": "xmlserialize",
}


def output_columns(query: Node) -> list[str | None]:
    """The names that a query's columns get; `*` as written, None where the statement does not tell."""
    fields = query.get("SelectStmt", {})
    while "larg" in fields:
        fields = fields["larg"]
    if "valuesLists" in fields:
        count = len(fields["valuesLists"][0]["List"]["items"])
        return [f"column{n}" for n in range(1, count + 1)]
    targets = [t["ResTarget"] for t in fields.get("targetList", ())]
    return [t.get("name") or output_name(t.get("val")) for t in targets]


def output_name(node: Node | None) -> str | None:
    """The name that the server gives a column for its expression."""
    fallback = UNNAMED
    while node:
        ((kind, fields),) = node.items()
        name = NAMED_BY_KIND.get(kind) or (NAMERS[kind](fields) if kind in NAMERS else "")
        if name:
            return name
        if kind == "TypeCast":
            fallback = names_of(fields["typeName"]["names"])[-1] if fallback == UNNAMED else fallback
        elif kind == "CaseExpr":
            fallback = "case" if fallback == UNNAMED else fallback
            fields = {"arg": fields.get("defresult")}
        elif kind == "SubLink" and fields["subLinkType"] == "EXPR_SUBLINK":
            names = output_columns(fields["subselect"])
            return names[0] if names else None
        elif kind not in {"CollateClause", "A_Indirection"}:
            break
        node = fields.get("arg")
    return fallback


def last_name(fields: Node) -> str:
    """The last name of a column reference."""
    last = fields["fields"][-1]
    return "*" if "A_Star" in last else str(last["String"].get("sval", ""))


def last_step(fields: Node) -> str:
    """The last field of `(x).a.b`."""
    return next((s["String"]["sval"] for s in reversed(fields["indirection"]) if "String" in s), "")


NAMERS: Final[dict[str, Callable[[Node], str]]] = {
    "A_Expr": lambda fields: "nullif" if fields["kind"] == "AEXPR_NULLIF" else "",
    "A_Indirection": last_step,
    "ColumnRef": last_name,
    "FuncCall": lambda fields: names_of(fields["funcname"])[-1],
    "MinMaxExpr": lambda fields: str(fields["op"]).removeprefix("IS_").lower(),
    "SQLValueFunction": lambda fields: str(fields["op"]).removeprefix("SVFOP_").removesuffix("_N").lower(),
    "SubLink": lambda fields: {"EXISTS_SUBLINK": "exists", "ARRAY_SUBLINK": "array"}.get(fields["subLinkType"], ""),
    "XmlExpr": lambda fields: str(fields["op"]).removeprefix("IS_").lower(),
}
