"""Words for refusals of queries: their columns and types, bodies of functions, and enum values not yet committed."""

from __future__ import annotations

from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.effects import Fact
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.names import Name
from dbarch_lint.objects import View

Node = dict[str, Any]
MADE_OF_QUERIES = frozenset({"ViewStmt", "CreateTableAsStmt"})


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
    "it uses an uncommitted value": uncommitted_values,
    "its query has": query_faults,
    "its body has": body_faults,
    "its body gives something else": gives_another,
    "views that group by it": lambda op, catalog: bool(grouping_views(op, catalog)),
    "it names more than its query has": names_too_many,
    "it reads what is temporary": lambda op, _: any(name.schema == "pg_temp" for name in op.definition.uses),
    "its body lacks functions": lambda op, catalog: bool(body_functions(op, catalog)),
    "functions that its body lacks": body_functions,
}
