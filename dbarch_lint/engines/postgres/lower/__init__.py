"""Lowering: libpg_query's statement trees to operations.

Every statement kind of the grammar is a key of exactly one module's `LOWER` table: kind -> function(statement, node) ->
operations.  What is opaque on purpose is in `OPAQUE`, with its reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from dbarch_lint.engines.postgres.lower import (
    generic,
    indexes,
    session,
    tables,
)
from dbarch_lint.engines.postgres.lower.common import Node
from dbarch_lint.engines.postgres.lower.dispatch import LOWER, OPAQUE, RARE, lower_tree
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement

__all__ = ["LOWER", "MODULES", "OPAQUE", "RARE", "lower"]

# Statements about rows, which many migrations have none of.
OF_ROWS = """
    InsertStmt UpdateStmt DeleteStmt MergeStmt SelectStmt CopyStmt TruncateStmt LockStmt DeclareCursorStmt ExplainStmt
""".split()


def lower_rows(kind: str, statement: Statement, node: Node) -> Sequence[Operation]:
    """Their operations."""
    from dbarch_lint.engines.postgres.lower import rows

    return rows.LOWER[kind](statement, node)


MODULES = (tables, indexes, generic, session)
for _module in MODULES:
    LOWER.update(_module.LOWER)
LOWER.update({kind: partial(lower_rows, kind) for kind in OF_ROWS})


def lower(statement: Statement) -> Sequence[Operation]:
    """The raw operations of one statement; a statement that did not parse has none."""
    node = statement.node
    return () if node is None else lower_tree(statement, statement.kind, node)
