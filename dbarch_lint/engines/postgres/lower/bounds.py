"""What keeps an UPDATE or DELETE small: columns equated with given values, or rows picked by a query with LIMIT."""

from __future__ import annotations

import msgspec

from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, strings

# Expressions with one value for the whole statement
SINGLE = frozenset({"A_Const", "ParamRef", "SQLValueFunction", "SetToDefault"})


class Bounds(msgspec.Struct, frozen=True):
    """`fixed`: columns of the target with given values; `limited`: the rows are picked by LIMIT, ctid or a cursor."""

    fixed: tuple[str, ...] = ()
    limited: bool = False


class Scope(msgspec.Struct, frozen=True):
    """How conditions name columns: the target's name, whether it is alone, and the sources that LIMIT keeps small."""

    target: str
    alone: bool
    ctes: frozenset[str]
    sources: frozenset[str]


def bounds(node: Node, others: list[Node]) -> Bounds:
    """The bounds that WHERE sets; `others` are the items of FROM or USING."""
    where = node.get("whereClause")
    if where is None:
        return Bounds()
    if "CurrentOfExpr" in where:
        return Bounds(limited=True)
    relation = node["relation"]
    ctes = limited_ctes(node.get("withClause"))
    sources = frozenset([name for item in others if (name := limited_source(item, ctes))])
    scope = Scope(relation.get("alias", {}).get("aliasname") or relation["relname"], not others, ctes, sources)
    fixed: list[str] = []
    limited = False
    for condition in conditions(where):
        ((kind, fields),) = condition.items()
        found = TESTS[kind](fields, scope) if kind in TESTS else None
        if found is not None:
            fixed.append(found.fixed[0]) if found.fixed else None
            limited = limited or found.limited
    return Bounds(tuple(fixed), limited or "ctid" in fixed)


def conditions(where: Node) -> list[Node]:
    """The conditions that must all hold."""
    found: list[Node] = []
    stack = [where]
    while stack:
        item = stack.pop()
        if item.get("BoolExpr", {}).get("boolop") == "AND_EXPR":
            stack.extend(reversed(item["BoolExpr"]["args"]))
        else:
            found.append(item)
    return found


def own_column(node: Node | None, scope: Scope) -> str:
    """The column of the target that an expression is; empty for anything else."""
    fields = node.get("ColumnRef", {}).get("fields", []) if node else []
    if not fields or "String" not in fields[-1] or (len(fields) == 1 and not scope.alone):
        return ""
    names = strings(fields)
    return names[-1] if len(names) == 1 or names[-2] == scope.target else ""


def from_limited(node: Node, scope: Scope) -> bool:
    """Whether an expression is a column of a source that LIMIT keeps small."""
    fields = node.get("ColumnRef", {}).get("fields", [])
    return len(fields) > 1 and strings(fields[-2:-1])[0] in scope.sources


def single(node: Node) -> bool:
    """Whether an expression has one value for the whole statement."""
    while "TypeCast" in node:
        node = node["TypeCast"]["arg"]
    if "SubLink" in node:
        return bool(node["SubLink"].get("subLinkType") == "EXPR_SUBLINK")
    return not SINGLE.isdisjoint(node) or ("FuncCall" in node and not expressions.column_names(node))


def values(node: Node) -> bool:
    """Whether an expression is a list or array of single values."""
    while "TypeCast" in node:
        node = node["TypeCast"]["arg"]
    if "A_ArrayExpr" in node:
        return all(single(e) for e in node["A_ArrayExpr"].get("elements", ()))
    if "List" in node:
        return all(single(e) for e in node["List"].get("items", ()))
    return single(node)


# --- conditions


def comparison(fields: Node, scope: Scope) -> Bounds | None:
    """Of the form column = value, column IN (values) or column = ANY (array)."""
    test = COMPARISONS.get(fields.get("kind", ""))
    if test is None or strings(fields.get("name"))[-1] != "=" or "rexpr" not in fields:
        return None
    return test(fields, scope)


def equal(fields: Node, scope: Scope) -> Bounds | None:
    """Two expressions are equal: a column and its value, or a column and that of a small source."""
    for one, other in ((fields.get("lexpr"), fields["rexpr"]), (fields["rexpr"], fields.get("lexpr"))):
        column = own_column(one, scope)
        if column and other and single(other):
            return Bounds((column,))
        if column and other and from_limited(other, scope):
            return Bounds(limited=True)
    return None


def one_of(fields: Node, scope: Scope) -> Bounds | None:
    """A column is one of several values."""
    column, right = own_column(fields.get("lexpr"), scope), fields["rexpr"]
    if not column:
        return None
    if "SubLink" in right and right["SubLink"].get("subLinkType") == "ARRAY_SUBLINK":
        return Bounds(limited=is_limited(right["SubLink"]["subselect"], scope.ctes))
    return Bounds((column,)) if values(right) else None


COMPARISONS = {"AEXPR_OP": equal, "AEXPR_IN": one_of, "AEXPR_OP_ANY": one_of}


def picked(fields: Node, scope: Scope) -> Bounds | None:
    """Of the form column IN (SELECT ... LIMIT n)."""
    if fields.get("subLinkType") != "ANY_SUBLINK" or strings(fields.get("operName")) not in {(), ("=",)}:
        return None
    tested = fields.get("testexpr", {})
    columns = tested["RowExpr"].get("args", []) if "RowExpr" in tested else [tested]
    own = bool(columns) and all(own_column(c, scope) for c in columns)
    return Bounds(limited=own and is_limited(fields["subselect"], scope.ctes))


TESTS = {"A_Expr": comparison, "SubLink": picked}

# --- LIMIT


def is_limited(query: Node, ctes: frozenset[str]) -> bool:
    """Whether a query has a LIMIT, or reads nothing but a WITH query that has one."""
    select = query.get("SelectStmt", {})
    count = select.get("limitCount")
    if count is not None:
        return not expressions.is_null_constant(count)
    sources = select.get("fromClause", [])
    return len(sources) == 1 and bool(limited_source(sources[0], ctes))


def limited_ctes(clause: Node | None) -> frozenset[str]:
    """The WITH queries that have a LIMIT."""
    found: frozenset[str] = frozenset()
    for item in clause.get("ctes", ()) if clause else ():
        cte = item["CommonTableExpr"]
        if is_limited(cte["ctequery"], found):
            found |= {cte["ctename"]}
    return found


def limited_source(item: Node, ctes: frozenset[str]) -> str:
    """The name of an item of FROM that LIMIT keeps small; empty for any other."""
    if "RangeVar" in item:
        relation = item["RangeVar"]
        known = "schemaname" not in relation and relation["relname"] in ctes
        return str(relation.get("alias", {}).get("aliasname") or relation["relname"]) if known else ""
    subquery = item.get("RangeSubselect")
    if subquery is None or not is_limited(subquery["subquery"], ctes):
        return ""
    return str(subquery.get("alias", {}).get("aliasname", ""))
