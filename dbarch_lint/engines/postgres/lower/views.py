"""Lowering of views and materialized views."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, options, range_var, strings
from dbarch_lint.engines.postgres.lower.definitions import storage_options
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


CHECKS = {
    "LOCAL_CHECK_OPTION": {"check_option": "local"},
    "CASCADED_CHECK_OPTION": {"check_option": "cascaded"},
}


def parameters(nodes: list[Node] | None) -> dict[str, str]:
    """The parameters of a view; the server keeps a bare one as true."""
    return {name: value or "true" for name, value in options(nodes).items()}


def lower_view(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE [OR REPLACE] VIEW."""
    name = range_var(node["view"])
    definition = view(statement, name, node["query"], strings(node.get("aliases")))
    check = CHECKS.get(node.get("withCheckOption", ""), {})
    definition = replace(definition, options=tuple({**parameters(node.get("options")), **check}.items()))
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
            definition=replace(
                definition,
                populated=filled,
                options=storage_options(into.get("options")),
                tablespace=into.get("tableSpaceName", ""),
            ),
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
