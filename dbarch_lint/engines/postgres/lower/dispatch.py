"""The table from statement kinds to the functions that lower them; also for statements within statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from dbarch_lint.operations import Opaque, Operation
from dbarch_lint.source import Statement

Lowering = Callable[[Statement, dict[str, Any]], Sequence[Operation]]

LOWER: dict[str, Lowering] = {}  # the package fills it from its modules' tables when it is loaded

RARE = (
    "grants",
    "objects",
    "routines",
    "usertypes",
    "views",
)  # modules that are loaded when a kind is met that is in no other one

# Opaque on purpose: what the statement does depends on something that no migration says.
OPAQUE: dict[str, str] = {
    "ExecuteStmt": "it runs a prepared statement, whose text stands elsewhere",
    "ImportForeignSchemaStmt": "which tables the foreign schema holds is not known",
    "PLpgSQL_dynexecute": "dynamic SQL: its text is put together when it runs",
}


def lower_tree(statement: Statement, kind: str, node: dict[str, Any]) -> Sequence[Operation]:
    """The operations of one tree: a statement's own, or one written inside it."""
    function = LOWER.get(kind) or rare(kind)
    if function is None:
        reason = OPAQUE.get(kind) or f"{kind} is not known to this version"
        return (Opaque(statement=statement, reason=reason),)
    return function(statement, node)


def rare(kind: str) -> Lowering | None:
    """The function for a kind that most migrations have none of."""
    for name in RARE:
        LOWER.update(import_module(f"{__package__}.{name}").LOWER)
    return LOWER.get(kind)


def lower_node(statement: Statement, node: dict[str, Any]) -> Sequence[Operation]:
    """The same for a node with its kind around it: `{"DeleteStmt": {...}}`."""
    ((kind, tree),) = node.items()
    return lower_tree(statement, kind, tree)
