"""Expressions back to SQL, spelled one way whatever the author wrote.

    parse(expression(node)) == node, places and the spelling of type names left aside

Keywords are in upper case, casts are `x::type`, parentheses stand where the meaning needs them. Each writer returns
its text and how tightly it binds; `operand` puts parentheses around what binds less tightly than its place demands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import RESERVED, quoted

Node: TypeAlias = dict[str, Any]


class Unsupported(Exception):  # noqa: N818 (a state of affairs, not a mistake: callers show the source text instead)
    """A kind of node that this module cannot write."""


class Written(NamedTuple):
    """A text, and how tightly its outermost operator binds."""

    text: str
    level: int


# How tightly things bind, as in the grammar of the server, loosest first.
OR, AND, NOT, IS, COMPARE, IN, OTHER, ADD, MULTIPLY, POWER, AT, COLLATE, SIGN, SUBSCRIPT, CAST, ATOM = range(1, 17)
LEVELS: Final[dict[str, int]] = {
    **dict.fromkeys(("<", ">", "=", "<=", ">=", "<>"), COMPARE),
    **dict.fromkeys(("+", "-"), ADD),
    **dict.fromkeys(("*", "/", "%"), MULTIPLY),
    "^": POWER,
}
NOT_ASSOCIATIVE: Final = {COMPARE, IN, IS}

# pg_get_keywords() with catcode C: plain as columns, but not as the name of a function or type.
COLUMN_WORDS: Final = frozenset(
    """between bigint bit boolean char character coalesce dec decimal exists extract float greatest grouping inout int
    integer interval json json_array json_arrayagg json_exists json_object json_objectagg json_query json_scalar
    json_serialize json_table json_value least merge_action national nchar none normalize nullif numeric out overlay
    position precision real row setof smallint substring time timestamp treat trim values varchar xmlattributes
    xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable""".split()
)
CALLED_PLAINLY: Final = {"substring", "overlay"}  # these two have an ordinary list of arguments as well
TYPE_WORDS: Final = frozenset(  # catcode T: may name a function without quotes
    """authorization binary collation concurrently cross current_schema freeze full ilike inner is isnull join left like
    natural notnull outer overlaps right similar tablesample verbose""".split()
)


def expression(node: Node) -> str:
    """The SQL text of an expression. Raises Unsupported."""
    return guarded(lambda: write(node).text)


def select(node: Node) -> str:
    """The SQL text of a query: a SelectStmt with or without its name around it. Raises Unsupported."""
    from dbarch_lint.engines.postgres.deparse_query import query

    return guarded(lambda: query(node.get("SelectStmt", node)))


def guarded(written: Callable[[], str]) -> str:
    """A text, or Unsupported for trees that are too deep or of a shape that the grammar of today does not make."""
    try:
        return written()
    except RecursionError:
        raise Unsupported("nesting too deep to write") from None
    except (LookupError, ValueError) as error:
        raise Unsupported(f"an unexpected shape ({error!r})") from error


def write(node: Node) -> Written:
    """A node of any kind."""
    ((kind, fields),) = node.items() if len(node) == 1 else (("", {}),)
    writer = WRITERS.get(kind)
    if writer is None:
        raise Unsupported(f"a node of kind {kind}" if kind else "an empty node")
    return writer(fields)


def operand(node: Node, level: int) -> str:
    """A node at a place that demands a level."""
    text, own = write(node)
    return text if own >= level else f"({text})"


def simple(node: Node) -> str:
    """A node at a place where the grammar takes no loose operators (its b_expr)."""
    return operand(node, SIGN)


def listed(nodes: Sequence[Node] | None) -> str:
    """Nodes with commas between them."""
    return ", ".join([write(n).text for n in nodes or ()])


def words(nodes: Sequence[Node] | None) -> tuple[str, ...]:
    """The values of a list of String nodes."""
    return tuple([n["String"].get("sval", "") for n in nodes or ()])


def dotted(nodes: Sequence[Node]) -> str:
    """A qualified name."""
    return ".".join([quoted(w) for w in words(nodes)])


def atom(text: str) -> Written:
    """Text that nothing can tear apart."""
    return Written(text, ATOM)


# --- constants, columns, types


def string(value: str) -> str:
    """A string literal that reads the same under every setting of the server."""
    text = value.replace("'", "''")
    return "E'" + text.replace("\\", "\\\\") + "'" if "\\" in text else f"'{text}'"


def write_constant(fields: Node) -> Written:
    """A literal."""
    if "isnull" in fields:
        return atom("NULL")
    if "sval" in fields:
        return atom(string(fields["sval"].get("sval", "")))
    if "boolval" in fields:
        return atom("true" if fields["boolval"].get("boolval") else "false")
    if "bsval" in fields:
        bits = fields["bsval"]["bsval"]
        return atom(f"{bits[0].upper()}{string(bits[1:])}")
    number = str(fields["ival"].get("ival", 0)) if "ival" in fields else fields["fval"]["fval"]
    return Written(number, SIGN if number.startswith("-") else ATOM)


def write_column(fields: Node) -> Written:
    """A column, a qualified one, or `*`."""
    return atom(".".join(["*" if "A_Star" in f else quoted(f["String"].get("sval", "")) for f in fields["fields"]]))


def type_name(node: Node) -> str:
    """A type, as the server spells it; user-defined ones as written."""
    type_ = type_of(node)
    text = str(type_)
    if type_.builtin:
        text = type_.serial or text
    else:
        names = words(node["names"])
        # an interval's modifiers are numbers, those of user-defined types may be words
        text = ".".join([quoted(n) for n in names[:-1]] + [type_word(names[-1], qualified=len(names) > 1)])
        text += f"({listed(node['typmods'])})" if "typmods" in node else ""
        text += "[]" if type_.array else ""
    bounds = node.get("arrayBounds", ())
    if bounds:
        sizes = [b["Integer"].get("ival", 0) for b in bounds]
        text = text.removesuffix("[]") + "".join(["[]" if size < 0 else f"[{size}]" for size in sizes])
    if "pct_type" in node:
        text += "%TYPE"
    return f"SETOF {text}" if "setof" in node else text


def type_word(name: str, *, qualified: bool) -> str:
    """The last name of a type: words of the grammar in quotes unless a dot stands before."""
    return f'"{name}"' if name in COLUMN_WORDS and not qualified else quoted(name)


def write_cast(fields: Node) -> Written:
    """`x::type`."""
    return Written(f"{operand(fields['arg'], CAST)}::{type_name(fields['typeName'])}", CAST)


def write_collate(fields: Node) -> Written:
    """`x COLLATE "C"`."""
    return Written(f"{operand(fields['arg'], COLLATE)} COLLATE {dotted(fields['collname'])}", COLLATE)


def write_indirection(fields: Node) -> Written:
    """Subscripts, slices and fields."""
    steps = fields["indirection"]
    plain = "ParamRef" in fields["arg"] or ("ColumnRef" in fields["arg"] and "A_Indices" in steps[0])
    text = write(fields["arg"]).text
    return Written((text if plain else f"({text})") + "".join(map(step, steps)), SUBSCRIPT)


def step(node: Node) -> str:
    """One subscript, slice or field."""
    if "String" in node:
        return "." + quoted(node["String"].get("sval", ""))
    if "A_Star" in node:
        return ".*"
    indices = node["A_Indices"]
    low, high = (write(indices[k]).text if k in indices else "" for k in ("lidx", "uidx"))
    return f"[{low}:{high}]" if "is_slice" in indices else f"[{high}]"


# --- operators


def operator(names: Sequence[Node]) -> tuple[str, int]:
    """An operator's text and its level."""
    name = words(names)
    if len(name) > 1:
        return "OPERATOR(" + ".".join([*map(quoted, name[:-1]), name[-1]]) + ")", OTHER
    return name[0], LEVELS.get(name[0], OTHER)


def write_operator(fields: Node) -> Written:
    """An operator expression of any kind."""
    return OPERATORS[fields["kind"]](fields)


def binary(fields: Node) -> Written:
    """An operator between its operands, or before its one operand."""
    text, level = operator(fields["name"])
    if "lexpr" not in fields:
        level = SIGN if text in {"+", "-"} else OTHER
        return Written(f"{text} {operand(fields['rexpr'], level + 1)}", level)
    left = operand(fields["lexpr"], level + (level in NOT_ASSOCIATIVE))
    return Written(f"{left} {text} {operand(fields['rexpr'], level + 1)}", level)


def quantified(word: str) -> Callable[[Node], Written]:
    """`x = ANY (array)`."""

    def written(fields: Node) -> Written:
        text, level = operator(fields["name"])
        return Written(f"{operand(fields['lexpr'], level + 1)} {text} {word} ({write(fields['rexpr']).text})", level)

    return written


def distinct(word: str) -> Callable[[Node], Written]:
    """`x IS DISTINCT FROM y`."""

    def written(fields: Node) -> Written:
        return Written(f"{operand(fields['lexpr'], COMPARE)} {word} {operand(fields['rexpr'], COMPARE)}", IS)

    return written


def among(fields: Node) -> Written:
    """`x IN (1, 2)`."""
    word = "IN" if words(fields["name"]) == ("=",) else "NOT IN"
    return Written(f"{operand(fields['lexpr'], OTHER)} {word} ({listed(fields['rexpr']['List']['items'])})", IN)


def like(word: str, escape: str) -> Callable[[Node], Written]:
    """`x LIKE y`, where the function `escape` around the pattern stands for ESCAPE."""

    def written(fields: Node) -> Written:
        negation = "NOT " if words(fields["name"])[0].startswith("!") else ""
        pattern, ending = fields["rexpr"], ""
        call = pattern.get("FuncCall", {})
        if words(call.get("funcname"))[-1:] == (escape,):
            arguments = call["args"]
            pattern = arguments[0]
            ending = f" ESCAPE {operand(arguments[1], OTHER)}" if len(arguments) > 1 else ""
        text = f"{operand(fields['lexpr'], OTHER)} {negation}{word} {operand(pattern, OTHER)}{ending}"
        return Written(text, IN)

    return written


def between(word: str) -> Callable[[Node], Written]:
    """`x BETWEEN y AND z`."""

    def written(fields: Node) -> Written:
        low, high = fields["rexpr"]["List"]["items"]
        bounds = f"{simple(low)} AND {operand(high, OTHER)}"
        return Written(f"{operand(fields['lexpr'], OTHER)} {word} {bounds}", IN)

    return written


def null_if(fields: Node) -> Written:
    """NULLIF."""
    return atom(f"NULLIF({listed([fields['lexpr'], fields['rexpr']])})")


OPERATORS: Final[dict[str, Callable[[Node], Written]]] = {
    "AEXPR_OP": binary,
    "AEXPR_OP_ANY": quantified("ANY"),
    "AEXPR_OP_ALL": quantified("ALL"),
    "AEXPR_DISTINCT": distinct("IS DISTINCT FROM"),
    "AEXPR_NOT_DISTINCT": distinct("IS NOT DISTINCT FROM"),
    "AEXPR_NULLIF": null_if,
    "AEXPR_IN": among,
    "AEXPR_LIKE": like("LIKE", "like_escape"),
    "AEXPR_ILIKE": like("ILIKE", "like_escape"),
    "AEXPR_SIMILAR": like("SIMILAR TO", "similar_to_escape"),
    "AEXPR_BETWEEN": between("BETWEEN"),
    "AEXPR_NOT_BETWEEN": between("NOT BETWEEN"),
    "AEXPR_BETWEEN_SYM": between("BETWEEN SYMMETRIC"),
    "AEXPR_NOT_BETWEEN_SYM": between("NOT BETWEEN SYMMETRIC"),
}


def write_boolean(fields: Node) -> Written:
    """AND, OR, NOT."""
    if fields["boolop"] == "NOT_EXPR":
        return Written(f"NOT {operand(fields['args'][0], NOT)}", NOT)
    word, level = ("AND", AND) if fields["boolop"] == "AND_EXPR" else ("OR", OR)
    return Written(f" {word} ".join([operand(a, level + 1) for a in fields["args"]]), level)


def write_null_test(fields: Node) -> Written:
    """IS NULL, IS NOT NULL."""
    word = fields["nulltesttype"].replace("_", " ")
    return Written(f"{operand(fields['arg'], COMPARE)} {word}", IS)


def write_boolean_test(fields: Node) -> Written:
    """IS TRUE and its kin."""
    word = fields["booltesttype"].replace("_", " ")
    return Written(f"{operand(fields['arg'], COMPARE)} {word}", IS)


# --- everything in parentheses


def write_case(fields: Node) -> Written:
    """CASE."""
    text = "CASE"
    if "arg" in fields:
        text += f" {write(fields['arg']).text}"
    for when in fields["args"]:
        branch = when["CaseWhen"]
        text += f" WHEN {write(branch['expr']).text} THEN {write(branch['result']).text}"
    if "defresult" in fields:
        text += f" ELSE {write(fields['defresult']).text}"
    return atom(f"{text} END")


def write_array(fields: Node) -> Written:
    """`ARRAY[1, 2]`."""
    return atom(f"ARRAY[{listed(fields.get('elements'))}]")


def write_row(fields: Node) -> Written:
    """`ROW(1, 2)`, or `(1, 2)` where it was written so."""
    arguments = fields.get("args", [])
    short = fields.get("row_format") == "COERCE_IMPLICIT_CAST" and len(arguments) > 1
    return atom(f"{'' if short else 'ROW'}({listed(arguments)})")


def write_greatest(fields: Node) -> Written:
    """GREATEST and LEAST."""
    return atom(f"{fields['op'].removeprefix('IS_')}({listed(fields['args'])})")


def write_session_value(fields: Node) -> Written:
    """CURRENT_TIMESTAMP and its kin."""
    word = fields["op"].removeprefix("SVFOP_")
    if word.endswith("_N"):
        return atom(f"{word[:-2]}({fields.get('typmod', 0)})")
    return atom(word)


def write_xml(fields: Node) -> Written:
    """Of XML only the test."""
    if fields["op"] != "IS_DOCUMENT":
        raise Unsupported("a function that makes XML")
    return Written(f"{operand(fields['args'][0], COMPARE)} IS DOCUMENT", IS)


def write_json_test(fields: Node) -> Written:
    """`x IS JSON OBJECT`."""
    kind = fields["item_type"].removeprefix("JS_TYPE_")
    text = f"{operand(fields['expr'], COMPARE)} IS JSON{'' if kind == 'ANY' else ' ' + kind}"
    return Written(text + (" WITH UNIQUE KEYS" if "unique_keys" in fields else ""), IS)


def write_sublink(fields: Node) -> Written:
    """A query inside an expression."""
    kind, text = fields["subLinkType"], f"({select(fields['subselect'])})"
    if kind == "EXPR_SUBLINK":
        return atom(text)
    if kind in {"EXISTS_SUBLINK", "ARRAY_SUBLINK"}:
        return atom(f"{kind.removesuffix('_SUBLINK')}{' ' if kind[0] == 'E' else ''}{text}")
    if kind not in {"ANY_SUBLINK", "ALL_SUBLINK"}:
        raise Unsupported(f"a query of kind {kind}")
    if "operName" not in fields:
        return Written(f"{operand(fields['testexpr'], OTHER)} IN {text}", IN)
    name, level = operator(fields["operName"])
    left = operand(fields["testexpr"], level + 1)
    return Written(f"{left} {name} {kind.removesuffix('_SUBLINK')} {text}", level)


def write_call(fields: Node) -> Written:
    """A function call in whatever form."""
    from dbarch_lint.engines.postgres.deparse_query import call

    return call(fields)


def function_name(nodes: Sequence[Node]) -> str:
    """The name of a function that is called."""
    names = words(nodes)
    if len(names) > 1:
        return dotted(nodes)
    (name,) = names
    if name in TYPE_WORDS or name in CALLED_PLAINLY:
        return name
    return f'"{name}"' if name in COLUMN_WORDS or name in RESERVED else quoted(name)


def write_named(fields: Node) -> Written:
    """An argument with its name."""
    return atom(f"{quoted(fields['name'])} => {write(fields['arg']).text}")


WRITERS: Final[dict[str, Callable[[Node], Written]]] = {
    "A_ArrayExpr": write_array,
    "A_Const": write_constant,
    "A_Expr": write_operator,
    "A_Indirection": write_indirection,
    "BoolExpr": write_boolean,
    "BooleanTest": write_boolean_test,
    "CaseExpr": write_case,
    "CoalesceExpr": lambda fields: atom(f"COALESCE({listed(fields['args'])})"),
    "CollateClause": write_collate,
    "ColumnRef": write_column,
    "FuncCall": write_call,
    "GroupingFunc": lambda fields: atom(f"GROUPING({listed(fields['args'])})"),
    "JsonIsPredicate": write_json_test,
    "MinMaxExpr": write_greatest,
    "NamedArgExpr": write_named,
    "NullTest": write_null_test,
    "ParamRef": lambda fields: atom(f"${fields.get('number', 0)}"),
    "RowExpr": write_row,
    "SQLValueFunction": write_session_value,
    "SelectStmt": lambda fields: atom(f"({select(fields)})"),
    "SetToDefault": lambda fields: atom("DEFAULT"),  # noqa: ARG005 (one shape for all writers)
    "SubLink": write_sublink,
    "TypeCast": write_cast,
    "XmlExpr": write_xml,
}
