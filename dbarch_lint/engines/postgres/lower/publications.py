"""Lowering of CREATE and ALTER PUBLICATION."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.lower.common import Node, options, range_var, strings
from dbarch_lint.named import ALL_TABLES, SCHEMA
from dbarch_lint.operations import Operation
from dbarch_lint.source import Statement

ACTIONS = {"AP_AddObjects": "add", "AP_DropObjects": "drop", "AP_SetObjects": "set"}


def published(node: Node) -> dict[str, Any]:
    """What a publication is told: tables, the columns of their lists and row filters, schemas, parameters."""
    specs: list[Node] = [o["PublicationObjSpec"] for o in node.get("pubobjects", ())]
    tables = [(range_var(s["pubtable"]["relation"]), s["pubtable"]) for s in specs if "pubtable" in s]
    listed = {(name, column) for name, table in tables for column in strings(table.get("columns"))}
    filtering = {(name, c) for name, table in tables for c in expressions.column_names(table.get("whereClause"))}
    given = list(options(node.get("options")).items())
    given += [(SCHEMA, s.get("name", "")) for s in specs if "SCHEMA" in s.get("pubobjtype", "")]
    return {
        "kind": "publication",
        "name": node["pubname"],
        "tables": tuple([name for name, _ in tables]),
        "columns": frozenset(listed | filtering),
        "listed": frozenset(listed),
        "options": tuple([*given, (ALL_TABLES, "")] if "for_all_tables" in node else given),
    }


def lower(statement: Statement, node: Node) -> Sequence[Operation]:
    """CREATE PUBLICATION; ALTER PUBLICATION ... ADD, SET and DROP of tables and schemas, and SET of its parameters."""
    if "action" not in node:
        return (ops.CreateObject(statement=statement, **published(node)),)
    action = "options" if "options" in node else ACTIONS[node["action"]]
    return (ops.AlterObject(statement=statement, action=action, **published(node)),)
