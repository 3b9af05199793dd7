"""Which partitions a condition leaves: those that a query with it touches, and where new rows go.

Like the server's planner this looks at partition keys of one column and at comparisons with constants.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres.bounds import (
    Node,
    Term,
    Value,
    below,
    beside,
    constants,
    ends,
    inside,
    listed,
    value,
)
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Table

MOST_ROWS = 100  # of VALUES that are looked into: who writes more has not one partition in mind
Arms = list[list[Term]]  # what each alternative of a condition says of a column


def kept(table: Table, asked: Callable[[str], Arms], catalog: Catalog) -> Iterator[Name]:
    """The partitions, of all levels, that may have a row. `asked` says what a condition asks of a column."""
    waiting = list(reversed(list(kept_children(table, asked, catalog))))
    while waiting:
        child = waiting.pop()
        yield child.name
        waiting.extend(reversed(list(kept_children(child, asked, catalog))))


def kept_children(table: Table, asked: Callable[[str], Arms], catalog: Catalog) -> Iterator[Table]:
    """The same of one level."""
    by = table.partition_by
    column = by.parts[0].column if by is not None and len(by.parts) == 1 else None
    wanted: Arms = asked(column) if column else [[]]
    children = [t for n in sorted(catalog.children.get(table.name, NO_NAMES)) if (t := catalog.table(n)) is not None]
    bounds = [t.partition_bound for t in children if not t.partition_default]
    for child in children:
        bound = child.partition_bound
        if not all(
            any(spanned(terms, bounds)) if child.partition_default else outside(terms, bound) for terms in wanted
        ):
            yield child


def outside(terms: list[Term], bound: str) -> bool:
    """Whether nothing that the comparisons allow is within a bound."""
    values = listed(bound)
    if values is not None:
        return any(operator == "in" and values.isdisjoint(allowed) for operator, allowed in terms)
    low, high = ends(bound)
    return bool(high) and beside(terms, value(low), value(high))


def spanned(terms: list[Term], bounds: list[str]) -> Iterator[bool]:
    """Whether all that the comparisons allow is within the bounds, so that the default partition has none of it."""
    for operator, values in terms:
        if operator == "in":
            yield all(any(inside([("in", (one,))], bound) for bound in bounds) for one in values)
        elif operator in {">", ">="}:
            at = values[0]
            for _ in bounds:  # from one range to the next, as long as there is no gap
                high = next((ends(b)[1] for b in bounds if inside([("in", (at,))], b)), "")
                if not high:
                    break
                if below(terms, high):
                    yield True
                at = value(high)


def own_node(op: Any) -> Node:
    """The tree of a statement that writes, if it is the operation's own: not that of one around it, in WITH."""
    node: Node = op.statement.node or {}
    mine = node.get("relation", {}).get("relname") == op.target.name and "withClause" not in node
    return node if mine else {}


def written_rows(node: Node) -> list[list[Node]]:
    """The values that INSERT and UPDATE write, a list a row; none where they come from a query, or with stars."""
    query = node.get("selectStmt", {}).get("SelectStmt", {})
    if "valuesLists" in query:
        return [row["List"].get("items", []) for row in query["valuesLists"][:MOST_ROWS]]
    targets = [t.get("ResTarget", {}).get("val", {}) for t in query.get("targetList", node.get("targetList", ()))]
    starred = any("A_Star" in t.get("ColumnRef", {}).get("fields", ({},))[-1] for t in targets)
    return [] if starred or not targets else [targets]


def written_values(op: Any, columns: tuple[str, ...]) -> Iterator[Mapping[str, tuple[Value, ...]]]:
    """The constants that INSERT and UPDATE write into these columns, a row at a time; others are left out."""
    for row in written_rows(own_node(op)):
        found = {column: constants([one]) for column, one in zip(columns, row, strict=False)}
        yield {column: values for column, values in found.items() if values}


def written_arms(row: Mapping[str, tuple[Value, ...]], column: str) -> Arms:
    """What a row that is written has in a column, as a condition."""
    return [[("in", row[column])] if column in row else []]
