"""Parsing pieces of SQL for tests, and comparing trees by what they mean."""

from __future__ import annotations

from typing import Any

import msgspec
from pglast.parser import parse_sql_json

from dbarch_lint.engines.postgres.types import type_of

PLACES = {"location", "list_start", "list_end", "rexpr_list_start", "rexpr_list_end", "name_location", "stmt_len"}


def statement(sql: str) -> dict[str, Any]:
    """The tree of the first statement."""
    found: dict[str, Any] = msgspec.json.decode(parse_sql_json(sql))["stmts"][0]["stmt"]
    return found


def expression(sql: str) -> dict[str, Any]:
    """The tree of an expression."""
    found: dict[str, Any] = statement(f"SELECT {sql}")["SelectStmt"]["targetList"][0]["ResTarget"]["val"]
    return found


def meaning(tree: Any) -> Any:
    """A tree without places, and with types by what they are: `int4` and `integer` are the same."""
    if isinstance(tree, list):
        return [meaning(t) for t in tree]
    if not isinstance(tree, dict):
        return tree
    if "names" in tree and "typemod" in tree:
        return [str(type_of(tree)), "setof" in tree, meaning(tree.get("arrayBounds"))]
    return {key: meaning(value) for key, value in tree.items() if key not in PLACES}
