"""The columns of CREATE TABLE AS: their types where the query says them plainly.

Plain is a column of a table, view or query in FROM, a cast, a constant, a comparison, and what the commonest functions
give. The server would type every expression; what is not plain here is of type `unknown`, which no rule builds on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.expressions import output_columns
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Table, View

Node = dict[str, Any]
Columns = list[tuple[str, Type]]
Sources = Mapping[str, "Columns | None"]  # by the name that the query uses; None: not known


def type_named(name: str) -> Type:
    """A built-in type by its internal name."""
    return type_of({"names": [{"String": {"sval": name}}], "typemod": -1})


UNKNOWN, BOOLEAN = type_named("unknown"), type_named("bool")
CONSTANTS = {"ival": "int4", "sval": "text", "boolval": "bool", "fval": "numeric"}
COMPARISONS = frozenset({"=", "<>", "<", ">", "<=", ">=", "~", "~*", "!~", "!~*", "@>", "<@", "&&", "?", "~~", "!~~"})
# What functions give whatever they get
GIVES = {
    name: type_
    for type_, names in {
        "bool": "bool_and bool_or every",
        "date": "make_date to_date",
        "float8": "cume_dist date_part percent_rank random",
        "int4": "array_length cardinality char_length json_array_length jsonb_array_length length ntile",
        "int8": "count dense_rank nextval rank row_number",
        "json": "json_agg json_build_array json_build_object json_object_agg to_json",
        "jsonb": "jsonb_agg jsonb_build_array jsonb_build_object jsonb_object_agg jsonb_set to_jsonb",
        "numeric": "extract to_number",
        "text": "concat concat_ws format lower md5 replace string_agg to_char upper",
        "timestamptz": "clock_timestamp now statement_timestamp to_timestamp transaction_timestamp",
        "uuid": "gen_random_uuid",
    }.items()
    for name in names.split()
}
SAME = frozenset({"max", "min", "first_value", "last_value", "lag", "lead", "greatest", "least"})
SUMS = {"int2": "int8", "int4": "int8", "int8": "numeric", "numeric": "numeric", "float4": "float4", "float8": "float8"}
MEANS = {
    "int2": "numeric",
    "int4": "numeric",
    "int8": "numeric",
    "numeric": "numeric",
    "float4": "float8",
    "float8": "float8",
}
BY_TYPE = {"sum": SUMS, "avg": MEANS}
VALUES = {
    "CURRENT_DATE": "date",
    "CURRENT_TIME": "timetz",
    "CURRENT_TIMESTAMP": "timestamptz",
    "LOCALTIME": "time",
    "LOCALTIMESTAMP": "timestamp",
    "CURRENT_USER": "name",
    "SESSION_USER": "name",
}
DEEPEST = 20  # queries within queries; views of views


def typed_columns(columns: tuple[Column, ...], query: Node, scope: Scope) -> Columns | None:
    """Names and types of the result of a query whose columns are called as in `columns` (empty: not known so far).

    None where a `*` cannot be resolved.
    """
    found = outputs(query.get("SelectStmt", {}), scope, {}, 0)
    if found is None:
        return None
    names = [c.name for c in columns]
    return [(names[n] if n < len(names) else name, type_) for n, (name, type_) in enumerate(found)]


def outputs(select: Node, scope: Scope, known: Sources, depth: int) -> Columns | None:
    """The columns of a query; `known` are those that WITH names."""
    if depth > DEEPEST:
        return None
    for cte in select.get("withClause", {}).get("ctes", ()):
        item = cte["CommonTableExpr"]
        inner = outputs(item["ctequery"].get("SelectStmt", {}), scope, known, depth + 1)
        known = {**known, item["ctename"]: titled(inner, item.get("aliascolnames", ()))}
    if "larg" in select:
        arms = [outputs(select[arm], scope, known, depth + 1) for arm in ("larg", "rarg")]
        return united(*arms)
    tables = dict(sources(select.get("fromClause", ()), scope, known, depth))
    names = output_columns({"SelectStmt": select})
    found: Columns = []
    for target, name in zip(select.get("targetList", ()), names, strict=False):
        value = target["ResTarget"].get("val", {})
        if "ColumnRef" in value and "A_Star" in value["ColumnRef"]["fields"][-1]:
            fields = value["ColumnRef"]["fields"]
            expanded = None if len(fields) == 1 and joined_by_name(select) else star(fields, tables)
            if expanded is None:
                return None
            found += expanded
        else:
            found.append((name or "", type_of_value(value, tables)))
    return found


def united(one: Columns | None, other: Columns | None) -> Columns | None:
    """The columns of UNION and its kin: the types of the side that knows them."""
    if one is None or other is None or len(one) != len(other):
        return one
    return [(name, mine if mine.known else theirs) for (name, mine), (_, theirs) in zip(one, other, strict=True)]


def titled(columns: Columns | None, names: Any) -> Columns | None:
    """Columns under the names that an alias gives them."""
    if columns is None:
        return None
    given = [n["String"]["sval"] for n in names]
    return [(given[n] if n < len(given) else name, type_) for n, (name, type_) in enumerate(columns)]


def sources(items: Any, scope: Scope, known: Sources, depth: int) -> Iterator[tuple[str, Columns | None]]:
    """What FROM brings in, by the name that the query uses; None for what cannot be told."""
    for number, item in enumerate(items):
        ((kind, fields),) = item.items()
        alias = fields.get("alias", {})
        if kind == "JoinExpr":
            yield from sources([fields["larg"], fields["rarg"]], scope, known, depth)
        elif kind == "RangeVar":
            name = fields["relname"]
            found = known[name] if name in known else relation(fields, scope, depth)
            yield alias.get("aliasname", name), titled(found, alias.get("colnames", ()))
        elif kind == "RangeSubselect":
            inner = outputs(fields["subquery"].get("SelectStmt", {}), scope, known, depth + 1)
            yield alias.get("aliasname", f"({number})"), titled(inner, alias.get("colnames", ()))
        else:
            yield alias.get("aliasname", ""), None


def relation(fields: Node, scope: Scope, depth: int) -> Columns | None:
    """The columns of a table or view."""
    found = scope.catalog.relations.get(scope.relation(Name(fields.get("schemaname", ""), fields["relname"])))
    if isinstance(found, Table) and not found.partial:
        return [(c.name, c.type) for c in found.columns]
    if isinstance(found, View) and found.origin is not None:
        query = (found.origin.statement.node or {}).get("query", {})
        inner = outputs(query.get("SelectStmt", {}), scope, {}, depth + 1)
        names = [{"String": {"sval": name}} for name in found.columns]
        return titled(inner[: len(names)] if inner is not None and names else inner, names)
    return None


def star(fields: list[Node], tables: Sources) -> Columns | None:
    """The columns that `*` or `t.*` stands for, or None."""
    wanted = [tables.get(fields[0]["String"]["sval"])] if len(fields) > 1 else list(tables.values())
    if not wanted or any(columns is None for columns in wanted):
        return None
    return [column for columns in wanted for column in columns or ()]


def joined_by_name(select: Node) -> bool:
    """Whether FROM joins with USING or NATURAL: then `*` has the columns of both sides once."""
    return any("usingClause" in join or "isNatural" in join for join in joins(select.get("fromClause", ())))


def joins(items: Any) -> Iterator[Node]:
    """The joins of a FROM."""
    waiting = list(items)
    while waiting:
        join = waiting.pop().get("JoinExpr")
        if join is not None:
            yield join
            waiting += [join["larg"], join["rarg"]]


# --- values


def type_of_value(value: Node, tables: Sources) -> Type:
    """The type of one result column, where it is plain."""
    ((kind, fields),) = value.items() if len(value) == 1 else (("", {}),)
    reader = READERS.get(kind)
    return reader(fields, tables) if reader is not None else UNKNOWN


def of_constant(fields: Node, _: Sources) -> Type:
    """A literal."""
    kind = next((k for k in CONSTANTS if k in fields), "")
    return type_named(CONSTANTS[kind]) if kind else UNKNOWN


def of_column(fields: Node, tables: Sources) -> Type:
    """A column of FROM."""
    path = [f["String"]["sval"] for f in fields["fields"] if "String" in f]
    candidates = [tables.get(path[-2])] if len(path) > 1 else list(tables.values())
    types = {type_ for columns in candidates for name, type_ in columns or () if path and name == path[-1]}
    return types.pop() if len(types) == 1 else UNKNOWN


def of_call(fields: Node, tables: Sources) -> Type:
    """A function."""
    name = fields["funcname"][-1]["String"]["sval"]
    if name in GIVES:
        return type_named(GIVES[name])
    first = type_of_value(fields["args"][0], tables) if fields.get("args") else UNKNOWN
    if name in SAME:
        as_text = name in {"max", "min"} and first.name == "varchar" and not first.array
        return type_named("text") if as_text else without_length(first)
    by_type = BY_TYPE.get(name, {}) if first.builtin and not first.array else {}
    return type_named(by_type.get(first.name, "unknown"))


def without_length(type_: Type) -> Type:
    """What a function makes of a type: lengths and precisions are those of columns."""
    return type_named(type_.name) if type_.builtin and not type_.array else type_


def of_operator(fields: Node, _: Sources) -> Type:
    """An operator that compares."""
    compares = fields.get("kind", "AEXPR_OP") != "AEXPR_NULLIF" and fields["name"][-1]["String"]["sval"] in COMPARISONS
    return BOOLEAN if compares else UNKNOWN


def of_alternatives(values: str) -> Callable[[Node, Sources], Type]:
    """One of several values of one type: COALESCE, GREATEST; `values` is the field that holds them."""

    def read(fields: Node, tables: Sources) -> Type:
        types = [type_of_value(value, tables) for value in fields.get(values, ())]
        named = {t for v, t in zip(fields.get(values, ()), types, strict=True) if t.known and "A_Const" not in v}
        if len(named) != 1:
            return UNKNOWN
        found = named.pop()
        return found if set(types) == {found} else without_length(found)

    return read


def of_case(fields: Node, tables: Sources) -> Type:
    """CASE: what its branches have in common."""
    results = [when["CaseWhen"]["result"] for when in fields["args"]]
    return of_alternatives("results")({"results": [*results, fields.get("defresult", {"A_Const": {}})]}, tables)


def of_session(fields: Node, _: Sources) -> Type:
    """CURRENT_TIMESTAMP and its kin."""
    word = fields["op"].removeprefix("SVFOP_")
    return type_named(VALUES.get(word, "unknown"))


def truth(fields: Node, tables: Sources) -> Type:  # noqa: ARG001 (one shape for all readers)
    """What is true or false."""
    return BOOLEAN


READERS: dict[str, Callable[[Node, Sources], Type]] = {
    "A_Const": of_constant,
    "A_Expr": of_operator,
    "BoolExpr": truth,
    "BooleanTest": truth,
    "CaseExpr": of_case,
    "CoalesceExpr": of_alternatives("args"),
    "ColumnRef": of_column,
    "FuncCall": of_call,
    "MinMaxExpr": of_alternatives("args"),
    "NullTest": truth,
    "SQLValueFunction": of_session,
    "TypeCast": lambda fields, _: type_of(fields["typeName"]),
}
