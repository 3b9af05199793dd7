"""What is wrong with queries, by the columns that they name and group. Loaded when one is met that may be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import sql_bodies
from dbarch_lint.engines.postgres.expressions import known_functions, walk
from dbarch_lint.engines.postgres.grouping import Source
from dbarch_lint.engines.postgres.lower.routines import OUTPUT
from dbarch_lint.engines.postgres.operators import UNKNOWN as UNKNOWN_TYPE
from dbarch_lint.engines.postgres.operators import Typer, assignable, plain, settled
from dbarch_lint.engines.postgres.refusal_expressions import calls
from dbarch_lint.engines.postgres.refusal_functions import POLYMORPHIC
from dbarch_lint.engines.postgres.refusal_names import function_missing, made_here
from dbarch_lint.engines.postgres.resolve import UNGROUPED, UNKNOWN, Reader
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Table, View

Node = dict[str, Any]
NO_KEY: frozenset[str] = frozenset()


def source_of(name: Name, catalog: Catalog) -> Source:
    """A relation as a query sees it, where all of it is known."""
    found = catalog.relations.get(name) if catalog.complete else None
    if isinstance(found, Table) and not found.partial and all(c.type.known for c in found.columns):
        key = found.primary_key
        grouping = frozenset(key.columns) if key is not None and not key.deferrable else frozenset()
        types = tuple([plain(c.type, catalog) for c in found.columns])
        return Source(tuple([c.name for c in found.columns]), grouping, types)
    if isinstance(found, View) and found.columns and all(found.columns):
        return Source(found.columns)
    return UNKNOWN


def query_faults(op: Any, reads: tuple[Name, ...], catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the columns of a query that reads these relations."""
    known = sources_of(reads, catalog)
    if UNKNOWN in known.values():  # it would be met in FROM, or below it: then nobody is sure
        return ()
    node: Node = op.statement.node or {}
    query = node.get("query") or {op.statement.kind: node}
    reader = reader_of(known, catalog)
    reader.statement(query)
    return tuple(reader.found)


def sources_of(reads: Iterable[Name], catalog: Catalog) -> dict[Name, Source]:
    """The relations that a query reads, as it sees them."""
    return {name: source_of(name, catalog) for name in reads}


def reader_of(known: dict[Name, Source], catalog: Catalog, given: frozenset[str] = frozenset()) -> Reader:
    """A reader that knows the relations of a query."""

    def find(schema: str, name: str) -> Source:
        names = [n for n in known if n.name == name and schema in {"", n.schema}]
        return known[names[0]] if len(names) == 1 else UNKNOWN

    def own(name: str) -> bool:
        return made_here(Name("", name), catalog)

    typer = (lambda columns: Typer(catalog, columns, own)) if settled(catalog) else None
    return Reader(find, lambda name: name in known_functions().builtin or own(name), given, typer)


def body_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the columns that the body of a function in SQL names."""
    reader = reader_of(sources_of(op.reads, catalog), catalog, sql_bodies.arguments(op.statement))
    trees = sql_bodies.statements(op.statement)
    for tree in trees:
        reader.statement(tree)
    return tuple(reader.found)


def gives_another(op: Any, catalog: Catalog) -> bool:
    """Whether what the last statement of a body gives is certainly not what its function says that it gives."""
    node: Node = op.statement.node or {}
    trees = sql_bodies.parsed(op.statement)
    wanted = results_wanted(node, catalog)
    if trees is None or wanted is None:
        return False
    if not trees or sql_bodies.READ.isdisjoint(trees[-1]):
        return True
    ((kind, fields),) = trees[-1].items()
    reader = reader_of(sources_of(op.reads, catalog), catalog, sql_bodies.arguments(op.statement))
    if kind == "ReturnStmt":
        value = fields.get("returnval", {})
        given = Source(("",), types=reader.types([value], ()))
    elif kind != "SelectStmt" and "returningClause" not in fields:
        return True
    else:
        given = reader.statement(trees[-1])
    if given.columns is None:
        return False
    if len(given.columns) != len(wanted):
        alone = len(given.columns) == 1 and (not given.types or given.types[0] is None)  # it may be a row
        return not (alone and len(wanted) > 1)
    types = ["text" if t == UNKNOWN_TYPE else t for t in given.types]
    return not all(map(assignable, types, wanted))


def results_wanted(node: Node, catalog: Catalog) -> list[str | None] | None:
    """The types of the columns that a function gives; None where it gives nothing, or nobody knows what."""
    parameters = [p["FunctionParameter"] for p in node.get("parameters", ())]
    out = [p["argType"] for p in parameters if p["mode"] in {*OUTPUT, "FUNC_PARAM_INOUT"}]
    if node.get("is_procedure"):
        return None
    if out:
        types = [type_of(n) for n in out]
        return [plain(t, catalog) for t in types] if all(t.builtin for t in types) else None
    result = type_of(node["returnType"]) if "returnType" in node else None
    if result is None or node["returnType"].get("pct_type") or result.name in {"record", "void", *POLYMORPHIC}:
        return None
    if result.builtin or result.array:
        return [plain(result, catalog)] if result.builtin else None
    places = [Name(schema, result.name) for schema in ((result.schema,) if result.schema else catalog.schemas)]
    tables = [t for place in places if (t := catalog.table(place)) is not None and not t.partial]
    if len(tables) == 1 and not any(place in catalog.types for place in places):
        return [plain(c.type, catalog) for c in tables[0].columns]
    return None


def body_functions(op: Any, catalog: Catalog) -> tuple[Name, ...]:
    """The functions that the body of a function in SQL calls and that are not there."""
    nodes = (node for tree in sql_bodies.statements(op.statement) for node in walk(tree))
    ours = known_functions().extension.keys() | {op.definition.name.name}  # many databases come with extensions
    return tuple(name for name, _ in calls(nodes) if name.name not in ours and function_missing(name, catalog))


def grouping_views(table: Name, catalog: Catalog) -> tuple[Name, ...]:
    """The views whose queries are in order only because the primary key of the table is grouped."""
    views = (catalog.view(name) for name in sorted(catalog.users.get(table, NO_NAMES)))
    return tuple(view.name for view in views if view is not None and groups_by_key(view, table, catalog))


def groups_by_key(view: View, table: Name, catalog: Catalog) -> bool:
    """Whether a view is one of them."""
    statement = view.origin.statement if view.origin is not None else None
    query: Node = (statement.node or {}).get("query", {}) if statement is not None else {}
    if statement is None or not query or "group" not in statement.text.lower():
        return False
    reader = reader_of(sources_of(view.uses, catalog), catalog)
    whole = reader.find

    def without_key(schema: str, name: str) -> Source:
        found = whole(schema, name)
        return found._replace(key=NO_KEY) if name == table.name else found

    reader.find = without_key
    reader.statement(query)
    return UNGROUPED in reader.found
