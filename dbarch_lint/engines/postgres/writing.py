"""What is written when rows are written to a view: the table below it, and the partitions that may get them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.bounds import arms, conjuncts
from dbarch_lint.engines.postgres.lower.common import Node
from dbarch_lint.engines.postgres.pruning import kept
from dbarch_lint.engines.postgres.reading import Asked, anything, brought_down, definition, said_of, shown_as
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View


def written_base(op: Any, catalog: Catalog) -> Iterator[Name]:
    """What is written when rows are written to a view: the views that it stands on, and the table below them."""
    view = catalog.view(op.target)
    while view is not None and not view.materialized and not takes_over(view, op) and len(view.uses) == 1:
        (name,) = view.uses
        yield name
        view = catalog.view(name) if not _answered(op, name, catalog) else None


def _answered(op: Any, view: Name, catalog: Catalog) -> bool:
    """Whether a rule of a view that another one looks at takes the place of the statement."""
    if not catalog.ruled:
        return False
    from dbarch_lint.engines.postgres import rules

    return rules.answer(op, catalog, view) == "instead"


def takes_over(view: View, op: Any) -> bool:
    """Whether a trigger of a view does what a statement asks for."""
    return any(t.timing == "INSTEAD OF" and type(op).__name__.upper() in t.events for t in view.triggers)


def written_below_base(op: Any, catalog: Catalog) -> Iterator[Name]:
    """The children of that table."""
    where, name = node_of(getattr(op, "where", None)) or {}, op.target
    asked: Asked = partial(arms, about_target(where, op) if op.reads else where)
    for base in written_base(op, catalog):
        view, table = catalog.view(name), catalog.table(base)
        inner = definition(view) if view is not None else {}
        asked = said_of(base, inner, brought_down(view, inner, asked)) if view is not None else anything
        if table is not None and table.partition_by is not None:
            yield from kept(table, asked, catalog)
        else:
            yield from (t.name for t in catalog.descendants(base))
        name = base


def written_through(op: Any, catalog: Catalog) -> tuple[Table | None, dict[str, str]]:
    """The table that is written to, and what its columns are called in a view above it that is named."""
    name: Name = op.target
    titles: dict[str, str] = {}
    for base in written_base(op, catalog):
        view = catalog.view(name)
        shown = shown_as(view, definition(view).get("query", {}).get("SelectStmt", {})) if view is not None else {}
        titles = {column: titles.get(title, title) for column, title in shown.items()}
        name = base
    return catalog.table(name), titles


def about_target(where: Node, op: Any) -> Node:
    """The conditions that are only about the table whose rows are changed, where a statement reads others too."""
    relation = (op.statement.node or {}).get("relation", {})
    called = relation.get("alias", {}).get("aliasname", relation.get("relname"))

    def is_own(condition: Node) -> bool:
        columns = [fields["fields"] for kind, fields in expressions.walk(condition) if kind == "ColumnRef"]
        return all(expressions.names_of(c)[:-1] == (called,) for c in columns)

    return {"BoolExpr": {"boolop": "AND_EXPR", "args": [c for c in conjuncts(where) if is_own(c)]}}
