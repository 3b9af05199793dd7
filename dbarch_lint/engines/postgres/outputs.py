"""The columns of CREATE TABLE AS: their types where the query says them plainly (a column, a cast, a constant).

The server would type every expression; what is not plain here is of type `unknown`, which no rule builds on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.types import type_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Table

Node = dict[str, Any]
UNKNOWN = type_of({"names": [{"String": {"sval": "unknown"}}], "typemod": -1})
CONSTANTS = {"ival": "int4", "sval": "text", "boolval": "bool", "fval": "numeric"}


def typed_columns(columns: tuple[Column, ...], query: Node, scope: Scope) -> list[tuple[str, Type]] | None:
    """Names and types of the result of a query whose columns are called as in `columns` (empty: not known so far).

    None where a `*` cannot be resolved.
    """
    select = query.get("SelectStmt", {})
    while "larg" in select:
        select = select["larg"]
    tables = dict(sources(select.get("fromClause", ()), scope))
    found: list[tuple[str, Type]] = []
    for target in select.get("targetList", ()):
        value = target["ResTarget"].get("val", {})
        if "ColumnRef" in value and "A_Star" in value["ColumnRef"]["fields"][-1]:
            expanded = star(value["ColumnRef"]["fields"], tables)
            if expanded is None:
                return None
            found += expanded
        else:
            name = columns[len(found)].name if len(columns) > len(found) else ""
            found.append((name, type_of_value(value, tables)))
    return found


def sources(items: Any, scope: Scope) -> Iterator[tuple[str, Table | None]]:
    """What FROM brings in, by the name that the query uses; None for what is no plain table."""
    for item in items:
        ((kind, fields),) = item.items()
        if kind == "RangeVar":
            alias = fields.get("alias", {}).get("aliasname", fields["relname"])
            name = scope.relation(Name(fields.get("schemaname", ""), fields["relname"]))
            yield alias, scope.catalog.table(name)
        elif kind == "JoinExpr":
            yield from sources([fields["larg"], fields["rarg"]], scope)
        else:
            yield fields.get("alias", {}).get("aliasname", ""), None


def star(fields: list[Node], tables: dict[str, Table | None]) -> list[tuple[str, Type]] | None:
    """The columns that `*` or `t.*` stands for, or None."""
    wanted = [tables.get(fields[0]["String"]["sval"])] if len(fields) > 1 else list(tables.values())
    if not wanted or any(t is None or t.partial for t in wanted):
        return None
    return [(c.name, c.type) for t in wanted if t is not None for c in t.columns]


def type_of_value(value: Node, tables: dict[str, Table | None]) -> Type:
    """The type of one result column, where it is plain."""
    if "TypeCast" in value:
        return type_of(value["TypeCast"]["typeName"])
    if "A_Const" in value:
        kind = next((k for k in CONSTANTS if k in value["A_Const"]), "")
        return type_of({"names": [{"String": {"sval": CONSTANTS[kind]}}]}) if kind else UNKNOWN
    if "ColumnRef" in value:
        path = [f["String"]["sval"] for f in value["ColumnRef"]["fields"] if "String" in f]
        candidates = [tables.get(path[-2])] if len(path) > 1 else list(tables.values())
        types = {c.type for t in candidates if t is not None if (c := t.column(path[-1])) is not None}
        if len(types) == 1:
            return types.pop()
    return UNKNOWN
