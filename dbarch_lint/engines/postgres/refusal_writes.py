"""Words for refusals of what writes rows: columns and values that do not fit, and what nobody can write to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions, rules
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
DEEPEST = 20  # views of views
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
    view, seen = catalog.view(op.target), 0
    while view is not None and not view.materialized and not view.triggers and seen < DEEPEST:
        if rules.answer(op, catalog, view.name) == "instead":
            return False
        if is_more(view):
            return True
        below = sorted(view.uses)
        view, seen = catalog.view(below[0]) if len(below) == 1 else None, seen + 1
    return False


def is_more(view: View) -> bool:
    """Whether a view is more than a plain look at one relation; of what is not known, it is not."""
    node: Node = (view.origin.statement.node or {}) if view.origin is not None else {}
    select = node.get("query", {}).get("SelectStmt", {})
    sources = select.get("fromClause", ())
    if any(word in select for word in SUMMARIES) or len(sources) != 1 or "RangeVar" not in sources[0]:
        return bool(select)
    return any(
        kind == "FuncCall" and "over" in fields for kind, fields in expressions.walk(select.get("targetList", []))
    )


def ruled(op: Any, catalog: Catalog) -> bool:
    """Whether a rule says what becomes of rows that are written to the target."""
    if not catalog.ruled:
        return False
    return any(kind == "rule" and op.target in named.tables for (kind, *_), named in catalog.others.items())


def missing_columns(op: Any, catalog: Catalog) -> bool:
    """Whether a condition names a column that the table has not."""
    table = known_table(op, catalog) if op.where is not None and not op.reads else None
    if table is None or not lacks(table, catalog, tuple(op.where.columns - {table.name.name})):
        return False
    node: Node = op.statement.node or {}
    alone = not any(word in node for word in ("fromClause", "usingClause", "withClause"))
    return alone and not any(kind in NAMING for kind, _ in expressions.walk(node.get("whereClause", {})))


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
