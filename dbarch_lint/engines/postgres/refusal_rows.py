"""Words for refusals of what reads and writes rows: columns that are not there, and what nobody can write to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.pruning import own_node, written_rows
from dbarch_lint.engines.postgres.refusal_columns import SYSTEM_COLUMNS, lacks
from dbarch_lint.engines.postgres.refusal_names import known_table
from dbarch_lint.names import Name
from dbarch_lint.objects import Table

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
    """Whether a query, or a condition, names a column that none of the relations in its FROM has."""
    if hasattr(op, "where"):
        table = known_table(op, catalog) if op.where is not None and not op.reads else None
        if table is None or not lacks(table, catalog, tuple(op.where.columns - {table.name.name})):
            return False
        node: Node = op.statement.node or {}
        alone = not any(word in node for word in ("fromClause", "usingClause", "withClause"))
        return alone and not any(kind in NAMING for kind, _ in expressions.walk(node.get("whereClause", {})))
    # A relation that is not known would be met in FROM, or below it: then nobody is sure, and needs no tree to say so.
    unsure = any(columns_known(name, catalog) is None for name in read_by(op))
    if unsure or not getattr(op, "reads", True) or (hasattr(op, "definition") and all_there(op, catalog)):
        return False
    node = op.statement.node or {}
    select: Node = node.get("query", {}).get("SelectStmt") or node
    sources = select.get("fromClause", ())
    if not sources or "larg" in select or any(kind in NAMING for kind, _ in expressions.walk(select)):
        return False
    found = dict(named_sources(sources, op, catalog))
    named = {name: columns for name, columns in found.items() if columns is not None}
    if len(named) < len(found):
        return False
    outputs = {t.get("ResTarget", {}).get("name") for t in select.get("targetList", ())}
    every = {c for columns in named.values() for c in columns} | outputs | named.keys() | SYSTEM_COLUMNS
    for kind, fields in expressions.walk([select.get("targetList", []), select.get("whereClause", {})]):
        names = expressions.names_of(fields["fields"]) if kind == "ColumnRef" else ()
        if len(names) == 1 and len(fields["fields"]) == 1 and names[0] not in every:
            return True
        if len(names) == 2 and names[0] in named and names[1] not in {*named[names[0]], *SYSTEM_COLUMNS}:
            return True
    return False


def all_there(op: Any, catalog: Catalog) -> bool:
    """Whether some relation that a new view reads has each of the columns that it names: then nobody looks closer."""
    named: frozenset[str] | None = getattr(op.definition, "columns_used", None)
    uses: frozenset[Name] = getattr(op.definition, "uses", frozenset())
    tables = [catalog.table(name) for name in uses]
    if named is None or any(table is None for table in tables):
        return named is not None  # a view among them: nobody knows
    return named <= {"*", *(c.name for table in tables if table is not None for c in table.columns)}


def named_sources(items: Any, op: Any, catalog: Catalog) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The relations of FROM by the name that the query gives them, with their columns; None: not known."""
    waiting = list(items)
    while waiting:
        item = waiting.pop()
        if "JoinExpr" in item:
            join = item["JoinExpr"]
            yield from [(join["alias"]["aliasname"], None)] if "alias" in join else []
            waiting += [join["larg"], join["rarg"]]
            continue
        relation: Node = item.get("RangeVar", {})
        alias = relation.get("alias", {})
        name = alias.get("aliasname") or relation.get("relname", "")
        columns = None if "colnames" in alias else columns_of(relation, op, catalog)
        yield name, columns


def columns_of(relation: Node, op: Any, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns of a relation of FROM; None where they are not all known."""
    names = [n for n in (*read_by(op), *((op.target,) if op.target else ())) if n.name == relation.get("relname")]
    return columns_known(names[0], catalog) if len(names) == 1 else None


def read_by(op: Any) -> Iterable[Name]:
    """The relations that a query reads."""
    return getattr(op, "reads", ()) or getattr(getattr(op, "definition", None), "uses", ())


def columns_known(name: Name, catalog: Catalog) -> tuple[str, ...] | None:
    """The columns of a table of which all is known."""
    found = catalog.relations.get(name) if catalog.complete else None
    if isinstance(found, Table) and not found.partial and all(c.type.known for c in found.columns):
        return tuple(c.name for c in found.columns)
    return None


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
    "a column that it names is missing": named_columns_missing,
}
