"""Names that a function cannot find where the server lets it look for nothing outside pg_catalog.

From 17 on that is so in whatever fills an index or a materialized view (release notes of 17, "safe search_path").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions, running
from dbarch_lint.engines.postgres.called import NAMES, resolved
from dbarch_lint.engines.postgres.types import builtin_names
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.objects import Exclusion, Expression, Function, Index, View
from dbarch_lint.source import Statement

Node = dict[str, Any]
DEEPEST = 8  # functions that call functions; the rest of a longer chain nobody follows
# Below these a call may or may not be reached, but in the first argument.
UNSURE = frozenset({"BoolExpr", "CaseExpr", "CoalesceExpr", "SubLink"})
# Clauses that leave out rows, or all of them.
FILTERING = frozenset({"havingClause", "groupClause", "limitCount", "limitOffset", "withClause"})
HANDLING = (b"search_path", b"exception")  # a body that says so sets its own path, or goes on after an error


def lost(op: Any, catalog: Catalog) -> bool:
    """Whether a function that certainly runs names something of the schemas without saying which."""
    return any(True for _ in lost_in(op, catalog))


def losers(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """The names of these functions, as the operation calls them."""
    return tuple(dict.fromkeys(".".join(expressions.names_of(call["funcname"])) for call in lost_in(op, catalog)))


def lost_in(op: Any, catalog: Catalog) -> Iterator[Node]:
    """The calls that fail."""
    calling = (e for e in filled(op, catalog) if e is not None and e.functions)
    trees = [tree for expression in calling if (tree := node_of(expression))]
    for tree in [*trees, *shown(op, catalog)]:
        yield from (call for call in certain_calls(tree) if loses(call, catalog, 0))


def filled(op: Any, catalog: Catalog) -> Iterator[Expression | None]:
    """The expressions that are evaluated for all rows of a table to fill an index."""
    if op.table is None or catalog.is_empty(op.table):
        return
    for index in made(op) if isinstance(op, ops.CreateIndex | ops.AddExclusion) else made_again(op, catalog):
        if index.where is not None:
            yield index.where
        else:
            yield from (part.expression for part in index.parts)


def made(op: ops.CreateIndex | ops.AddExclusion) -> Iterator[Index | Exclusion]:
    """The new index."""
    if isinstance(op, ops.AddExclusion):
        yield op.constraint
    elif not op.exists:
        yield op.index


def made_again(op: Any, catalog: Catalog) -> Iterator[Index]:
    """The indexes of a table that are filled again, or whose expressions are computed for statistics."""
    table = catalog.table(op.table)
    if table is None:
        return
    if isinstance(op, ops.AlterColumnType) and op.type_change != "rewrite":
        yield from (index for index in table.indexes if index.name in op.rebuilds)
    elif isinstance(op, ops.Reindex) and op.index is not None:
        yield from (index for index in table.indexes if index.name == op.index.name)
    elif type(op) not in REFILLING or REFILLING[type(op)](op):
        yield from table.indexes


def computes_statistics(op: ops.Vacuum) -> bool:
    """ANALYZE of all columns."""
    relations = (op.statement.node or {}).get("rels", ())
    return "analyze" in op.options | ({"analyze"} if op.analyze_only else set()) and not any(
        "va_cols" in relation.get("VacuumRelation", {}) for relation in relations
    )


# Of operations that may or may not compute the expressions of all indexes: whether they do.
REFILLING: dict[type, Callable[[Any], bool]] = {
    ops.AddColumn: lambda op: op.default == "volatile",
    ops.SetTableOption: lambda op: op.option in {"logged", "unlogged"},
    ops.Vacuum: lambda op: op.full or computes_statistics(op),
}


def shown(op: Any, catalog: Catalog) -> Iterator[Node]:
    """What a materialized view computes for all rows of one table."""
    view = (
        op.definition
        if isinstance(op, ops.CreateView)
        else catalog.view(op.table)
        if isinstance(op, ops.RefreshView)
        else None
    )
    if not isinstance(view, View) or not view.materialized or not op.filled or view.origin is None or view.renames:
        return
    select = (view.origin.statement.node or {}).get("query", {}).get("SelectStmt", {})
    sources = select.get("fromClause", ())
    if len(sources) != 1 or "RangeVar" not in sources[0] or not FILTERING.isdisjoint(select):
        return
    if any(catalog.table(name) is None or catalog.is_empty(name) for name in view.uses):
        return
    if "whereClause" in select:  # what it leaves is not known
        yield select["whereClause"]
    else:
        yield from (target["ResTarget"].get("val", {}) for target in select.get("targetList", ()))
        yield from (item["SortBy"]["node"] for item in select.get("sortClause", ()))


def certain_calls(tree: Node) -> Iterator[Node]:
    """The calls in an expression that are reached whatever its values are."""
    stack: list[Any] = [tree]
    while stack:
        item = stack.pop()
        if type(item) is list:
            stack.extend(item)
        elif type(item) is dict:
            for kind, fields in item.items():
                if kind == "FuncCall":
                    yield fields
                if kind not in UNSURE:
                    stack.append(fields)
                elif "args" in fields and kind != "CaseExpr":
                    stack.append(fields["args"][0])


def loses(call: Node, catalog: Catalog, depth: int) -> bool:
    """Whether a function that is called fails because it does not find what it names."""
    parts = expressions.names_of(call["funcname"])
    paths = [name.schema for name in catalog.functions if name.name == parts[-1]]
    function = resolved(parts, len(call.get("args", ())), catalog, paths)
    made_by = body_of(function)
    if made_by is None or depth == DEEPEST:
        return False
    trees = [
        (inner.statement.node or {}, inner)
        for inner in running.operations(made_by, ())
        if not inner.statement.conditional
    ]
    return any(names_unfound(tree, catalog) or tables_unfound(inner, catalog) for tree, inner in trees) or any(
        loses(deeper, catalog, depth + 1) for tree, _ in trees for deeper in certain_calls(tree)
    )


def body_of(function: Function | None) -> Statement | None:
    """The statement with the body of a function, if that is text which is read when it runs, as the caller has it."""
    if function is None or function.origin is None or function.settings:
        return None
    made_by = function.origin.statement
    return None if any(map(made_by.says, HANDLING)) or "sql_body" in (made_by.node or {}) else made_by


def names_unfound(tree: Node, catalog: Catalog) -> bool:
    """Whether a statement calls a function, or casts to a type, of the schemas by its bare name."""
    known = expressions.known_functions()
    for kind, fields in expressions.walk(tree):
        if kind == "FuncCall":
            (*schema, name) = expressions.names_of(fields["funcname"])
            if not schema and name not in known.builtin and (name in NAMES.of(catalog) or name in known.extension):
                return True
        if kind == "TypeCast":
            (*schema, name) = expressions.names_of(fields["typeName"].get("names", [])) or ("",)
            if not schema and name not in builtin_names() and any(n.name == name for n in named_types(catalog)):
                return True
    return False


def named_types(catalog: Catalog) -> Iterator[Any]:
    """The names that can be types: those of types, and those of relations for their rows."""
    yield from catalog.types
    yield from catalog.relations


def tables_unfound(op: Any, catalog: Catalog) -> bool:
    """Whether a statement, as it is written, names a relation of the schemas by its bare name."""
    bare = {name.name for name in (*getattr(op, "reads", ()), *([op.target] if op.target else ())) if not name.schema}
    return any(name.name in bare and name.schema != "pg_temp" for name in catalog.relations) if bare else False
