"""Bodies of functions in SQL. The server reads them when the function is made: what they name must be there."""

from __future__ import annotations

from typing import Any

import msgspec

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions
from dbarch_lint.engines.postgres.libpg import NotParsedError, raw_statements
from dbarch_lint.engines.postgres.lower.routines import OUTPUT
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import replace
from dbarch_lint.source import Statement

Node = dict[str, Any]
WRITING = frozenset({"InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"})
READ = WRITING | {"SelectStmt", "ReturnStmt"}  # others are looked at when they run
OFF = frozenset({"off", "false", "no", "0"})


def statements(statement: Statement) -> list[Node]:
    """The statements of a body that the server looks at: each a tree under its kind. Empty for one that is not SQL."""
    return [tree for tree in parsed(statement) or () if not READ.isdisjoint(tree)]


def parsed(statement: Statement) -> list[Node] | None:
    """All statements of a body; None for one that is not SQL, or does not parse."""
    node: Node = statement.node or {}
    if "sql_body" in node:
        return [item for item in flat(node["sql_body"]) if item]
    given = {o["DefElem"]["defname"]: o["DefElem"].get("arg", {}) for o in node.get("options", ())}
    if str(given.get("language", {}).get("String", {}).get("sval", "")).lower() != "sql":
        return None
    (text, *_) = expressions.names_of(given.get("as", {}).get("List", {}).get("items", [])) or ("",)
    try:
        found = raw_statements(text)
    except NotParsedError:
        return None
    trees = [(kind, tree) for raw in found for kind, tree in raw.stmt.items()]
    return [{kind: msgspec.json.decode(tree) if kind in READ else {}} for kind, tree in trees]


def flat(node: Node) -> list[Node]:
    """BEGIN ATOMIC is a list of lists, RETURN a statement."""
    items = node.get("List", {}).get("items")
    return [node] if items is None else [one for item in items for one in flat(item)]


def arguments(statement: Statement) -> frozenset[str]:
    """The names that a body may use for its arguments: theirs, and that of the function before a dot."""
    node: Node = statement.node or {}
    parameters = [p["FunctionParameter"] for p in node.get("parameters", ())]
    named = (p.get("name", "") for p in parameters if p["mode"] not in OUTPUT)
    return frozenset({*named, expressions.names_of(node["funcname"])[-1]})


def bound(op: ops.CreateFunction, scope: Scope) -> ops.CreateFunction:
    """CREATE FUNCTION with the relations that its body names, unless the session has the server not look at it."""
    unchecked = not OFF.isdisjoint(scope.session.setting("check_function_bodies") or ())
    if unchecked and "sql_body" not in (op.statement.node or {}):
        return op
    inner = Scope(scope.catalog, scope.session, scope.version)
    paths = [text.partition("=")[2] for text in op.definition.settings if text.lower().startswith("search_path=")]
    if paths:
        inner.path = tuple(s.strip().strip('"') for s in paths[-1].split(","))  # an empty one finds nothing here
    body = statements(op.statement)
    locking = [tree for tree in body if "lockingClause" in tree.get("SelectStmt", {})]
    locked = tuple([inner.relation(Name(*name)) for tree in locking for name in expressions.relations(tree)])
    reads = {inner.relation(Name(*name)): None for tree in body for name in expressions.relations(tree)}
    targets = [fields["relation"] for tree in body for kind, fields in expressions.walk(tree) if kind in WRITING]
    writes = {inner.relation(Name(t.get("schemaname", ""), t["relname"])): None for t in targets}
    return replace(op, reads=(*reads, *writes), writes=tuple(writes), locked=locked, checked=True)
