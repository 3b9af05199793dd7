"""Lowering of what concerns all that some roles own, or all that lies in a tablespace."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres.lower import named
from dbarch_lint.engines.postgres.lower.common import Node, cascades
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement


def reassign(statement: Statement, node: Node) -> Sequence[Operation]:
    """REASSIGN OWNED."""
    role = named.role(node["newrole"])
    return (ops.ReassignOwned(statement=statement, roles=named.roles(node["roles"]), role=role),)


def drop(statement: Statement, node: Node) -> Sequence[Operation]:
    """DROP OWNED."""
    return (ops.DropOwned(statement=statement, roles=named.roles(node["roles"]), cascade=cascades(node)),)


def move_all(statement: Statement, node: Node) -> Sequence[Operation]:
    """ALTER TABLE, INDEX or MATERIALIZED VIEW ALL IN TABLESPACE."""
    return (
        ops.MoveAll(
            statement=statement,
            kind=named.word(node["objtype"]),
            source=node["orig_tablespacename"],
            tablespace=node["new_tablespacename"],
            roles=named.roles(node.get("roles")),
        ),
    )


def lower(statement: Statement, node: Node) -> Sequence[Operation]:
    """Any of these: each has a field of its own."""
    if "newrole" in node:
        return reassign(statement, node)
    return move_all(statement, node) if "new_tablespacename" in node else drop(statement, node)
