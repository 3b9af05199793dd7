"""Words for refusals of publications, and of changes to rows that they send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import expressions, rules, writing
from dbarch_lint.engines.postgres.bounds import arms
from dbarch_lint.engines.postgres.lower.common import Node, is_on
from dbarch_lint.engines.postgres.parts import rows as parts
from dbarch_lint.engines.postgres.words import node_of
from dbarch_lint.named import SCHEMA
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Table
from dbarch_lint.operations import Delete, Explain, Insert, Merge, Update
from dbarch_lint.publications import refusing, replica_identity, with_wholes


def membership_faults(op: Any, catalog: Catalog) -> tuple[str, ...]:
    """What is wrong with the tables that ALTER PUBLICATION adds or drops."""
    found = catalog.others.get(("publication", op.name))
    if found is None or not op.tables:
        return ()
    faults = []
    if op.action == "add" and set(op.tables) & set(found.tables):
        faults.append("one that it has")
    if op.action == "drop" and not set(op.tables) <= set(found.tables):
        faults.append("one that it has not")
    return tuple(faults)


def published(op: Any, catalog: Catalog) -> bool:
    """Whether a publication names the table, or one that it inherits from named it."""
    return any(op.target in catalog.others[("publication", name)].tables for name in catalog.publications)


def filter_of_partitioned(op: Any, catalog: Catalog) -> bool:
    """Whether a publication has a filter or a list of columns for a partitioned table, and is not published by it."""
    if is_on(dict(op.options).get("publish_via_partition_root", "off")):
        return False
    tables = [catalog.table(name) for name in {name for name, _ in op.columns}]
    return any(t is not None and t.partition_by is not None for t in tables)


def whole_schemas(op: Any, _: Catalog) -> bool:
    """Whether a publication takes whole schemas."""
    return any(name == SCHEMA for name, _ in op.options)


def unlogged_published(op: Any, catalog: Catalog) -> bool:
    """Whether an UNLOGGED or temporary table is to be published."""
    tables = (catalog.table(name) for name in op.tables)
    return any(t is not None and (t.unlogged or t.temporary) for t in tables)


def changed_rows_not_told_apart(op: Any, catalog: Catalog) -> bool:
    """Whether a publication sends the rows that the statement would change, and has no replica identity for them."""
    changes = frozenset(changes_of(op)) if rules.answer(op, catalog) != "instead" else frozenset()
    if not changes:
        return False
    if any(refusing(t, changes, catalog) is not None for t in changed_tables(op, catalog)):
        return True
    return isinstance(op, Delete) and not condition_of(op) and changes_elsewhere(op.table, catalog)


ON_DELETE = {"CASCADE": "delete", "SET NULL": "update", "SET DEFAULT": "update"}


def changes_elsewhere(name: Name, catalog: Catalog) -> bool:
    """Whether foreign keys to a table would change such rows of others, once any row of it is deleted."""
    if catalog.is_empty(name):
        return False
    tables = (catalog.table(n) for n in catalog.referencing.get(name, NO_NAMES))
    keys = ((t, k) for t in tables if t is not None for k in t.foreign_keys if k.target == name and k.enforced)
    actions = ((t, ON_DELETE[k.on_delete]) for t, k in keys if k.on_delete in ON_DELETE)
    return any(refusing(t, {action}, catalog) is not None for t, action in actions)


def changes_of(op: Any) -> Iterator[str]:
    """What a statement does to rows that are there: update, delete."""
    if isinstance(op, Explain):
        yield from {op.does} & {"update", "delete"}
    if isinstance(op, Insert) and op.on_conflict:
        clause: Node = (op.statement.node or {}).get("onConflictClause", {})
        if clause.get("action") == "ONCONFLICT_UPDATE":
            yield "update"
    if isinstance(op, Update) or (isinstance(op, Merge) and op.columns):
        yield "update"
    if isinstance(op, Delete) or (isinstance(op, Merge) and op.deletes):
        yield "delete"


def changed_tables(op: Any, catalog: Catalog) -> Iterator[Table]:
    """The tables whose rows a statement may change, as far as the server is sure to look at each of them."""
    names = [op.target, *writing.written_base(op, catalog)]
    if isinstance(op, Insert):
        names += parts.routed(op, catalog)
    else:
        condition = condition_of(op)
        names += writing.written_below_base(op, catalog)
        names += [n for n in parts.touched(op, catalog) if not may_be_left_out(n, op, condition, catalog)]
    for name in names:
        table = catalog.table(name)
        if table is not None:
            yield table


def condition_of(op: Any) -> Node:
    """What the statement, or the one that EXPLAIN is about, demands of the rows that it changes."""
    node: Node = op.statement.node or {}
    (inner,) = node["query"].values() if "query" in node else (node,)
    return inner.get("whereClause") or inner.get("joinCondition") or {}


def may_be_left_out(name: Name, op: Any, condition: Node, catalog: Catalog) -> bool:
    """Whether a condition may tell the server that a child or partition holds no row that is meant.

    It does so by the columns of the partition key or of a CHECK, compared with constants.
    """
    table = catalog.table(name)
    if table is None or not any(kind == "A_Const" for kind, _ in expressions.walk(condition)):
        return table is None
    asked = expressions.column_names(condition)
    for check in table.checks:
        demanded = node_of(check.expression) or {}
        if any(may_contradict(condition, demanded, column) for column in asked & check.expression.columns):
            return True
    joined = isinstance(op, Explain | Merge)  # else the parts leave out what they can
    above = [t.partition_by for t in with_wholes(table, catalog) if t.partition_by is not None] if joined else []
    return any(by.reads(column) for by in above for column in asked)


def may_contradict(one: Node, other: Node, column: str) -> bool:
    """Whether two conditions may exclude each other by what they say of a column: not if both only bound it one way."""
    operators = {operator for node in (one, other) for arm in arms(node, column) for operator, _ in arm}
    return not any(operators <= way for way in ({">", ">="}, {"<", "<="}))


def needed_for_identity(op: Any, catalog: Catalog) -> bool:
    """Whether the column is one of the index that REPLICA IDENTITY names."""
    table = catalog.table(op.target)
    return table is not None and table.replica_identity == "index" and op.column in replica_identity(table)
