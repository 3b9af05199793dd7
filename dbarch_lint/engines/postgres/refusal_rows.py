"""Words for refusals of what reads and writes rows: columns that are not there, and what nobody can write to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.pruning import own_node, written_rows
from dbarch_lint.engines.postgres.refusal_columns import lacks
from dbarch_lint.engines.postgres.refusal_names import known_table
from dbarch_lint.names import Name
from dbarch_lint.objects import View

Node = dict[str, Any]
# What a query must not have, if rows are to be written through a view of it.
SUMMARIES = (
    "distinctClause",
    "groupClause",
    "havingClause",
    "limitCount",
    "limitOffset",
    "larg",
    "withClause",
    "valuesLists",
)
MADE_OF_QUERIES = frozenset({"ViewStmt", "CreateTableAsStmt"})
# What brings names of its own into a query, so that nobody is sure which columns are meant.
NAMING = frozenset(
    {"SubLink", "RangeSubselect", "RangeFunction", "RangeTableFunc", "CommonTableExpr", "RangeTableSample"}
)


def written_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the columns that a statement writes."""
    table, columns = known_table(op, catalog), getattr(op, "columns", ())
    if table is None or not columns:
        return ()
    found = []
    if lacks(table, catalog, columns):
        found.append("a missing one")
    if len(set(columns)) < len(columns) and not writes_parts(op):
        found.append("one twice")
    return tuple(found)


def writes_parts(op: Any) -> bool:
    """Whether a statement writes to elements of an array or fields of a row: a column may be named for each."""
    nodes = expressions.walk(op.statement.node or {})
    return any(kind == "ResTarget" and "indirection" in fields for kind, fields in nodes)


def unwritable(op: Any, catalog: Catalog) -> bool:
    """Whether no rows can be written to a view: it is more than a plain look at one relation."""
    view = catalog.view(op.target)
    if view is None or view.materialized or view.triggers or view.origin is None or ruled(op, catalog):
        return False
    select = (view.origin.statement.node or {}).get("query", {}).get("SelectStmt", {})
    sources = select.get("fromClause", ())
    if any(word in select for word in SUMMARIES) or len(sources) != 1 or "RangeVar" not in sources[0]:
        return bool(select)
    return any(
        kind == "FuncCall" and "over" in fields for kind, fields in expressions.walk(select.get("targetList", []))
    )


def ruled(op: Any, catalog: Catalog) -> bool:
    """Whether a rule says what becomes of rows that are written to the target."""
    return any(kind == "rule" and op.target in named.tables for (kind, *_), named in catalog.others.items())


def missing_columns(op: Any, catalog: Catalog) -> bool:
    """Whether a condition names a column that the table has not."""
    table = known_table(op, catalog) if op.where is not None and not op.reads else None
    if table is None or not lacks(table, catalog, tuple(op.where.columns - {table.name.name})):
        return False
    node: Node = op.statement.node or {}
    alone = not any(word in node for word in ("fromClause", "usingClause", "withClause"))
    return alone and not any(kind in NAMING for kind, _ in expressions.walk(node.get("whereClause", {})))


def query_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the columns that a query names and groups."""
    view = getattr(op, "definition", None)
    reads = tuple(view.uses) if isinstance(view, View) else (*op.reads, *own_rows(op))
    if not reads or not catalog.complete or op.statement.parent is not None:  # in a block, a name may be a variable
        return ()
    from dbarch_lint.engines.postgres import refusal_queries

    return refusal_queries.query_faults(op, reads, catalog)


def own_rows(op: Any) -> tuple[Name, ...]:
    """The target of UPDATE and DELETE, and of an INSERT that reads: a query, ON CONFLICT, or RETURNING."""
    kind = op.statement.kind
    if kind in {"UpdateStmt", "DeleteStmt"}:
        return (op.target,)
    read = kind == "InsertStmt" and (op.reads or op.statement.says(b"returning") or op.statement.says(b"excluded"))
    return (op.target,) if read else ()


def body_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the columns that the body of a function in SQL names."""
    if not op.checked or not catalog.complete:
        return ()
    from dbarch_lint.engines.postgres import refusal_queries

    return refusal_queries.body_faults(op, catalog)


def gives_another(op: Any, catalog: Catalog) -> bool:
    """Whether such a body gives something else than its function says."""
    if not op.checked or not catalog.complete:
        return False
    from dbarch_lint.engines.postgres import refusal_queries

    return refusal_queries.gives_another(op, catalog)


def body_functions(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The functions that such a body calls and that are not there."""
    if not op.checked or not catalog.complete:
        return ()
    from dbarch_lint.engines.postgres import refusal_queries

    return refusal_queries.body_functions(op, catalog)


def uncommitted_values(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """Whether the operation uses a value of an enum that its own transaction has added, and to what kind of type."""
    if not catalog.uncommitted:
        return ()
    from dbarch_lint.engines.postgres import refusal_values

    return refusal_values.uncommitted_values(op, catalog)


def grouping_views(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The views that group by the key that is dropped, and show columns that hang on it."""
    if op.kind != "primary_key" or not catalog.users.get(op.target) or not catalog.complete:
        return ()
    from dbarch_lint.engines.postgres import refusal_queries

    return refusal_queries.grouping_views(op.target, catalog)


def named_columns_missing(op: Any, catalog: Catalog) -> bool:
    """Whether ANALYZE, GRANT or COMMENT names a column that the table has not."""
    for name, columns in named_columns(op):
        table = catalog.table(name)
        view = catalog.view(name)
        if lacks(table, catalog, tuple(columns)):
            return True
        if view is not None and catalog.complete and all(view.columns) and not set(columns) <= set(view.columns):
            return True
    return False


def named_columns(op: Any) -> Iterator[tuple[Name, list[str]]]:
    """The tables of such a statement with the columns that it names of them."""
    node: Node = op.statement.node or {}
    if hasattr(op, "kind") and op.kind == "column" and op.target is not None:
        yield op.target, [op.name]
    for item in node.get("rels", ()):
        relation = item.get("VacuumRelation", {})
        if op.target is not None and relation.get("relation", {}).get("relname") == op.target.name:
            yield op.target, list(expressions.names_of(relation.get("va_cols", [])))
    for privilege in node.get("privileges", ()):
        columns = list(expressions.names_of(privilege.get("AccessPriv", {}).get("cols", [])))
        yield from ((name, columns) for name in op.names if columns)


def value_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the rows of an INSERT, or the new values of an UPDATE, by their number and their columns."""
    table = known_table(op, catalog)
    if table is None or table.partial:
        return ()
    found = []
    columns = op.columns or tuple(c.name for c in table.columns)
    most, least = len(columns), len(op.columns)
    if any(not least <= width <= most for width in getattr(op, "widths", ())) and catalog.complete:
        found.append("another number of values")
    fixed = {c.name: c for c in table.columns if c.generated or c.identity == "always"}
    if not fixed.keys().isdisjoint(columns):
        node = own_node(op)
        overriding = node.get("override", "OVERRIDING_NOT_SET") != "OVERRIDING_NOT_SET"
        pairs = [pair for row in written_rows(node) for pair in zip(columns, row, strict=False)]
        given = {column for column, value in pairs if "SetToDefault" not in value}
        if any(c in fixed and (fixed[c].generated or not overriding) for c in given):
            found.append("a value that the server makes")
    return tuple(found)


def conflict_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with ON CONFLICT."""
    table = known_table(op, catalog) if op.on_conflict else None
    if table is None or table.partial or not catalog.complete:
        return ()
    clause: Node = (op.statement.node or {}).get("onConflictClause", {})
    infer: Node = clause.get("infer", {})
    if clause.get("action") == "ONCONFLICT_UPDATE" and not infer:
        return ("nothing to conflict with",)
    if "conname" in infer:
        return () if table.constraint(infer["conname"]) is not None else ("a missing constraint",)
    elements = [e.get("IndexElem", {}) for e in infer.get("indexElems", ())]
    names = {e["name"] for e in elements if "name" in e}
    if not elements or len(names) < len(elements) or "whereClause" in infer:
        return ()
    unique = [i.columns for i in table.indexes if i.unique and i.where is None]
    keys = [set(columns) for columns in (*unique, *(k.columns for k in table.keys))]
    return () if names in keys else ("no key",)


def names_too_many(op: Any, _: Catalog) -> bool:
    """Whether a view, or a table made of a query, names more columns than the query has."""
    if op.statement.kind not in MADE_OF_QUERIES:
        return False
    node: Node = op.statement.node or {}
    named = expressions.names_of(node.get("aliases") or node.get("into", {}).get("colNames") or [])
    found = expressions.output_columns(node["query"]) if named else []
    return bool(named) and "*" not in found and len(named) > len(found) > 0


def columns_twice(op: Any, _: Catalog) -> bool:
    """Whether two columns of a new view have one name."""
    columns = op.definition.columns
    return all(columns) and len(set(columns)) < len(columns)


FACTS: dict[str, Fact] = {
    "two of its columns have one name": columns_twice,
    "the target has triggers": lambda op, catalog: (
        (view := catalog.view(op.target)) is not None and bool(view.triggers)
    ),
    "of the columns that it writes": written_faults,
    "of the values that it writes": value_faults,
    "of what it conflicts with": conflict_faults,
    "no rows are written through it": unwritable,
    "a rule is on the target": ruled,
    "a column that it reads is missing": missing_columns,
    "it uses an uncommitted value": uncommitted_values,
    "its query has": query_faults,
    "its body has": body_faults,
    "its body gives something else": gives_another,
    "views that group by it": lambda op, catalog: bool(grouping_views(op, catalog)),
    "it names more than its query has": names_too_many,
    "it reads what is temporary": lambda op, _: any(name.schema == "pg_temp" for name in op.definition.uses),
    "its body lacks functions": lambda op, catalog: bool(body_functions(op, catalog)),
    "functions that its body lacks": body_functions,
    "a column that it names is missing": named_columns_missing,
}
