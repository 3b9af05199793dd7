"""Lowering of views and materialized views."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, is_on, options, range_var, strings
from dbarch_lint.engines.postgres.lower.queries import facts
from dbarch_lint.names import Name
from dbarch_lint.objects import View, replace
from dbarch_lint.operations import Operation
from dbarch_lint.source import Origin, Statement


def view(
    statement: Statement, name: Name, query: Node, columns: tuple[str, ...], *, materialized: bool = False
) -> View:
    """The definition of a view; `columns` are those named before AS. None are known where the query says `*`."""
    found = facts(query)
    output = [column or "?column?" for column in expressions.output_columns(query)]
    titles = (*columns, *output[len(columns) :])
    return View(
        name=name,
        materialized=materialized,
        columns=() if "*" in titles else titles,
        uses=frozenset(found.reads),
        columns_used=found.columns,
        origin=Origin(statement),
    )


def invoker(given: dict[str, str]) -> bool | None:
    """What the options of a view say of whose rights it reads with; None: nothing."""
    value = given.get("security_invoker")
    return is_on(value) if value is not None else None


def lower_view(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE [OR REPLACE] VIEW."""
    name = range_var(node["view"])
    definition = view(statement, name, node["query"], strings(node.get("aliases")))
    definition = replace(definition, security_invoker=invoker(options(node.get("options"))) or False)
    replaces = node.get("replace", False)
    return (ops.CreateView(statement=statement, table=name, definition=definition, or_replace=replaces),)


def lower_materialized(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE MATERIALIZED VIEW: a CreateTableAsStmt of that kind."""
    into = node["into"]
    name = range_var(into["rel"])
    filled = not into.get("skipData", False)
    definition = view(statement, name, node["query"], strings(into.get("colNames")), materialized=True)
    return (
        ops.CreateView(
            statement=statement,
            table=name,
            definition=replace(definition, populated=filled),
            if_not_exists=node.get("if_not_exists", False),
            filled=filled,
        ),
    )


def lower_refresh(statement: Statement, node: Node) -> Sequence[Operation]:
    """REFRESH MATERIALIZED VIEW."""
    return (
        ops.RefreshView(
            statement=statement,
            table=range_var(node["relation"]),
            concurrent=node.get("concurrent", False),
            filled=not node.get("skipData", False),
        ),
    )


LOWER = {"ViewStmt": lower_view, "RefreshMatViewStmt": lower_refresh}
