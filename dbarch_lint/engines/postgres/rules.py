"""What rules (CREATE RULE) make of statements that change rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, range_var
from dbarch_lint.named import DISABLED
from dbarch_lint.names import Name

EVENTS = {"Insert": "CMD_INSERT", "Update": "CMD_UPDATE", "Delete": "CMD_DELETE"}
CHANGING = frozenset({"UpdateStmt", "DeleteStmt"})  # what reads the table that it writes


def rules_for(op: Any, catalog: Catalog, relation: Name | None = None) -> list[Node]:
    """The rules of the target, or another relation, that answer such a statement, as they were written."""
    event = EVENTS.get(type(op).__name__)
    if not catalog.ruled or event is None:
        return []
    name = relation or op.target
    found = (named for (kind, *_), named in catalog.others.items() if kind == "rule" and name in named.tables)
    active = (named.origin for named in found if named.origin is not None and DISABLED not in named.options)
    nodes = (origin.statement.node or {} for origin in active)
    return [node for node in nodes if node.get("event") == event]


def answer(op: Any, catalog: Catalog, relation: Name | None = None) -> Literal["instead", "in part", "also", "none"]:
    """Whether a rule takes the place of the statement, of all or (with WHERE) some of its rows, or adds to it."""
    rules = rules_for(op, catalog, relation)
    instead = [rule for rule in rules if "instead" in rule]
    if instead:
        return "in part" if all("whereClause" in rule for rule in instead) else "instead"
    return "also" if any("actions" in rule for rule in rules) else "none"


def tables_of(rule: Node, schema: str) -> Iterator[tuple[str, Name]]:
    """The tables of a rule's actions: `write` where rows are made, `change` where some are looked for, or `read`."""
    for action in rule.get("actions", ()):
        ((kind, fields),) = action.items()
        target = range_var(fields["relation"]) if "relation" in fields else None
        if target is not None:
            yield "change" if kind in CHANGING else "write", Name(target.schema or schema, target.name)
        for place, name in expressions.relations({kind: fields}):
            if target is None or name != target.name:
                yield "read", Name(place or schema, name)


def touched(op: Any, catalog: Catalog, wanted: str) -> Iterator[Name]:
    """The tables that the rules for a statement touch in a role."""
    for rule in rules_for(op, catalog):
        yield from (name for role, name in tables_of(rule, op.target.schema) if role == wanted)


def asks_for_rows(op: Any, catalog: Catalog) -> bool:
    """Whether an action uses the rows that the statement is about: then these are read though they are not changed."""
    actions = [rule.get("actions", []) for rule in rules_for(op, catalog)]
    columns = (fields for kind, fields in expressions.walk(actions) if kind == "ColumnRef")
    return any({"old", "new"} & set(expressions.names_of(fields["fields"])[:1]) for fields in columns)
