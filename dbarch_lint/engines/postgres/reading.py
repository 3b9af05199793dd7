"""What a query touches that names these relations: what views read, and children, without partitions left out.

The conditions of a view, and those of the query on the columns of the view, come down to the table that it reads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.bounds import Node, arms
from dbarch_lint.engines.postgres.parts.around import above
from dbarch_lint.engines.postgres.pruning import Arms, kept
from dbarch_lint.names import Name
from dbarch_lint.objects import View
from dbarch_lint.source import Statement

Asked = Callable[[str], Arms]  # what is asked of a column
MOST_ARMS = 64  # that are taken together: conditions of views upon views multiply
# Clauses of a view's query before which the server does not look at conditions from outside.
CLOSED = frozenset("groupingSets windowClause limitCount limitOffset valuesLists".split())


def anything(_: str) -> Arms:
    """Nothing is asked."""
    return [[]]


def through(
    names: Iterable[Name], catalog: Catalog, *, pruned: bool = True, query: Statement | None = None
) -> Iterator[Name]:
    """The relations, each once. Not `pruned`: those above the partitions are not looked at."""
    seen: set[Name] = set()
    node = query.node if query is not None else None
    waiting: list[tuple[Name, Node | None, Asked]] = [(name, node, anything) for name in sorted(names, reverse=True)]
    while waiting:
        name, within, outside = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        yield name
        view = catalog.view(name)
        if view is None:
            below_it = read_below(name, within, outside, catalog)
            waiting.extend((child, None, anything) for child in below_it)
            if below_it and pruned:  # which of its own partitions can be left out depends on its own bounds, too
                yield from above(name, catalog)
        elif not view.materialized and view.uses:
            inner = definition(view)
            asked = brought_down(view, inner, said_of(name, within or {}, outside))
            waiting.extend((used, inner, asked) for used in sorted(view.uses, reverse=True))


def definition(view: View) -> Node:
    """The tree that made a view; an empty one where what it reads has got other names since."""
    return (view.origin.statement.node or {}) if view.origin is not None and not view.renames else {}


def read_below(name: Name, node: Node | None, outside: Asked, catalog: Catalog) -> list[Name]:
    """What is read with a table: nothing below it after ONLY, and not the partitions that conditions leave out."""
    below_it = [t.name for t in catalog.descendants(name)]
    if not node or not below_it:
        return below_it
    mentions = list(mentioned(name, node))
    if mentions and not any(fields.get("inh") for fields in mentions):
        return []
    table = catalog.table(name)
    if table is None or table.partition_by is None or len(mentions) != 1:
        return below_it
    return list(kept(table, said_of(name, node, outside), catalog))


def mentioned(name: Name, node: Node) -> Iterator[Node]:
    """Where a query names a relation."""
    return (fields for kind, fields in expressions.walk(node) if kind == "RangeVar" and fields["relname"] == name.name)


def said_of(name: Name, node: Node, outside: Asked) -> Asked:
    """What is asked of the columns of a relation, anyway and by a query that reads it once, and nothing beside it."""
    mentions = list(mentioned(name, node))
    nodes = [node, *(fields for _, fields in expressions.walk(node))] if len(mentions) == 1 else []
    alone = [f for f in nodes if [item.get("RangeVar") for item in f.get("fromClause", ())] == mentions]
    if not alone:
        return anything
    where: Node = next((fields["whereClause"] for fields in alone if "whereClause" in fields), {})
    return lambda column: together(arms(where, column), outside, column)


def together(inner: Arms, outside: Asked, column: str) -> Arms:
    """Both conditions; the inner one alone where there would be too much of it, or views are nested too deep."""
    try:
        outer = outside(column)
    except RecursionError:
        return inner
    return [one + other for one in inner for other in outer] if len(inner) * len(outer) <= MOST_ARMS else inner


def brought_down(view: View, node: Node, asked: Asked) -> Asked:
    """What is asked of the columns of a view, as said of the columns that it reads."""
    select = node.get("query", {}).get("SelectStmt", {})
    if asked is anything or select.get("op") != "SETOP_NONE" or CLOSED.intersection(select):
        return anything
    shown = shown_as(view, select)
    if "groupClause" in select:
        grouped = {names[-1] for item in select["groupClause"] if (names := expressions.column_of(item))}
        shown = {column: title for column, title in shown.items() if column in grouped}
    return lambda column: asked(shown[column]) if column in shown else [[]]


def shown_as(view: View, select: Node) -> dict[str, str]:
    """The columns that a view shows as they are, by what they are called in it."""
    read: list[str] = []
    stars = iter(view.stars)
    for target in select.get("targetList", ()):
        value = target["ResTarget"].get("val", {})
        starred = any("A_Star" in field for field in value.get("ColumnRef", {}).get("fields", ()))
        read += [column for _, column in next(stars, ())] if starred else [(expressions.column_of(value) or ("",))[-1]]
    titles: Iterable[str | None] = view.columns or expressions.output_columns({"SelectStmt": select})
    return {column: title for column, title in zip_longest(read, titles, fillvalue="") if column and title}
