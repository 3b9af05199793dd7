"""The relations whose columns a new view shows by way of a function that returns rows of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.bounds import Node
from dbarch_lint.engines.postgres.called import resolved
from dbarch_lint.engines.postgres.view_columns import columns_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View


def shown(op: Any, catalog: Catalog) -> Iterator[Name]:
    """Those relations: what is new hangs on the columns that it names of them."""
    nodes = list(expressions.walk((op.statement.node or {}).get("query", {})))
    columns = [fields["fields"] for kind, fields in nodes if kind == "ColumnRef"]
    named = {part for fields in columns for part in expressions.names_of(fields)[-1:]}
    everything = any("A_Star" in field for fields in columns for field in fields)
    for kind, fields in nodes:
        calls = [fields.get("arg", {})] if kind == "A_Indirection" else []
        if kind == "RangeFunction":
            calls = [item for given in fields["functions"] for item in given["List"]["items"] if item]
        for call in calls:
            relation = returned(call.get("FuncCall", {}), op.target.schema, catalog)
            of_it = columns_of(relation.name, catalog) or () if relation is not None else ()
            if relation is not None and (kind == "A_Indirection" or everything or named.intersection(of_it)):
                yield relation.name


def returned(call: Node, schema: str, catalog: Catalog) -> Table | View | None:
    """The table or view of whose rows a function returns one or many."""
    if not call:
        return None
    found = resolved(expressions.names_of(call["funcname"]), len(call.get("args", ())), catalog, (schema, "public"))
    words = found.returns.removeprefix("SETOF ").split(".") if found is not None else []
    name = Name(words[0] if len(words) > 1 else found.name.schema, words[-1]) if found is not None else None
    relation = catalog.relations.get(name) if name is not None else None
    return relation if isinstance(relation, Table | View) else None
