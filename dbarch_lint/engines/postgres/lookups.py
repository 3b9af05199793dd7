"""Queries that find the few rows they want by an index, however large their tables are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.engines.postgres.expressions import column_of, names_of, walk
from dbarch_lint.engines.postgres.lower.bounds import bounds
from dbarch_lint.engines.postgres.lower.common import Node, range_var
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.words import has_key
from dbarch_lint.objects import Table

ENDS = frozenset({"max", "min"})  # found at one end of an index
# Functions of one row at the most; of others nobody knows here whether they are aggregates.
PLAIN = frozenset("currval nextval pg_get_serial_sequence setval".split())
SORTED = frozenset({"distinctClause", "groupClause", "havingClause", "windowClause"})


def looks_up(tree: Node, scope: Scope) -> bool:
    """Whether every query in a tree that has a FROM is a small one."""
    return all(small(query, scope) for query in queries(tree))


def queries(tree: Node) -> Iterator[Node]:
    """The queries in a tree that read from something."""
    return (fields for _, fields in [("", tree), *walk(tree)] if "fromClause" in fields)


def small(query: Node, scope: Scope) -> bool:
    """Whether a query reads one table, and that by a key, at the ends of indexes, or no further than a LIMIT."""
    source = query["fromClause"][0].get("RangeVar") if len(query["fromClause"]) == 1 else None
    table = scope.catalog.table(scope.relation(range_var(source))) if source is not None else None
    if source is None or table is None or table.kind not in {"table", "partitioned"} or hidden(source, query):
        return False
    if scope.catalog.children.get(table.name) and table.partition_by is None and source.get("inh"):
        return False  # its children have indexes of their own, or none
    if "whereClause" in query:
        found = bounds({**query, "relation": source}, [])
        return found.limited or has_key(table, found.fixed)
    if not SORTED.isdisjoint(query):
        return False
    calls = [call for target in query.get("targetList", ()) for call in called(target)]
    ends = [call for call in calls if names_of(call["funcname"])[-1] in ENDS]
    if any(names_of(call["funcname"])[-1] not in ENDS | PLAIN for call in calls):
        return False
    if ends:
        return all(at_an_end(call, table) for call in ends)
    count = query.get("limitCount", {}).get("A_Const", {})
    return "ival" in count and "limitOffset" not in query and in_order(query, table)


def hidden(source: Node, query: Node) -> bool:
    """Whether a name may be that of a query in WITH."""
    return "schemaname" not in source and "withClause" in query


def called(tree: Node) -> Iterator[Node]:
    """The calls of functions in an expression, outside of queries of its own."""
    waiting: list[Any] = [tree]
    while waiting:
        item = waiting.pop()
        if type(item) is list:
            waiting += item
        elif type(item) is dict:
            waiting += [value for key, value in item.items() if key not in {"subselect", "FuncCall"}]
            if "FuncCall" in item:
                yield item["FuncCall"]
                waiting += item["FuncCall"].get("args", ())


def at_an_end(call: Node, table: Table) -> bool:
    """Whether max() or min() asks for one end of an index."""
    column = own_column(call.get("args", [{}])[0])
    bare = {"over", "agg_filter", "agg_order"}.isdisjoint(call)
    return bare and bool(column) and any(names[0] == column for names, _ in orders(table))


def own_column(value: Node) -> str:
    """The column that an expression is; empty for anything else."""
    return (column_of(value) or ("",))[-1]


def in_order(query: Node, table: Table) -> bool:
    """Whether rows come in the order of an index, or in none, so that LIMIT ends the reading."""
    sorting = [item["SortBy"] for item in query.get("sortClause", ())]
    if not sorting:
        return True
    wanted = tuple(own_column(s.get("node", {})) for s in sorting)
    titles = {t["ResTarget"].get("name") for t in query.get("targetList", ())}
    plain = all(s.get("sortby_nulls") == "SORTBY_NULLS_DEFAULT" and "useOp" not in s for s in sorting)
    turns = [s.get("sortby_dir") == "SORTBY_DESC" for s in sorting]
    if not all(wanted) or not plain or not titles.isdisjoint(wanted):
        return False
    return any(
        names[: len(wanted)] == wanted and len({a != b for a, b in zip(turns, down, strict=False)}) == 1
        for names, down in orders(table)
    )


def orders(table: Table) -> Iterator[tuple[tuple[str, ...], tuple[bool, ...]]]:
    """The columns of each index that holds all rows in their order, and which of them descend."""
    for key in table.keys:
        yield key.columns, (False,) * len(key.columns)
    for index in table.indexes:
        plain = index.method == "btree" and index.valid and index.where is None and index.columns
        if plain and not any(p.opclass or p.collation or p.nulls_first != p.descending for p in index.parts):
            yield index.columns, tuple(p.descending for p in index.parts)[: len(index.columns)]
