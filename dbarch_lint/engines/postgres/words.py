"""The plain words that fact tables match on: how a default is computed, what a type change costs, what saves a scan."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.postgres import expressions, types
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.names import Name
from dbarch_lint.objects import Check, Column, Domain, Expression, Function, Key, Table, replace


def node_of(expression: Expression | None) -> dict[str, Any] | None:
    """The tree of an expression of this engine."""
    return getattr(expression, "node", None)


def user_volatility(scope: Scope) -> Any:
    """Looks up the volatility of a user-defined function: a word, or None for one that is not known."""

    def look_up(schema: str, name: str) -> str | None:
        functions: tuple[Function, ...] = scope.catalog.functions.get(scope.function_name(Name(schema, name)), ())
        words = {f.volatility for f in functions}
        return words.pop() if len(words) == 1 else "volatile" if words else None

    return look_up


def default_word(column: Column, domain: Domain | None, scope: Scope) -> Any:
    """How rows that are already there get the value of a new column: none, constant, stable, volatile or unknown."""
    if column.generated == "virtual":
        return "none"
    if column.generated or column.identity or column.type.serial:
        return "volatile"
    default = column.default if column.default is not None else domain.default if domain is not None else None
    node = node_of(default)
    if node is None or expressions.is_null_constant(node):
        return "none"
    return expressions.volatility(node, user_volatility(scope), scope.version)


def type_change_words(op: ops.AlterColumnType, scope: Scope) -> ops.AlterColumnType:
    """What ALTER COLUMN TYPE makes the server do, and what hangs on the column."""
    table = scope.catalog.table(op.table)
    column = table.column(op.column) if table is not None else None
    if table is None or column is None:
        return replace(op, type_change="unknown")
    zone = scope.session.setting("timezone")
    change_in = partial(
        types.type_change,
        column.type,
        op.type,
        using=node_of(op.using),
        column=op.column,
        version=scope.version,
        collation_changed=(op.collation or "default") != (column.collation or "default"),  # unsaid: the type's
        user_types=scope.catalog.types,
    )
    virtual = column.generated == "virtual"
    change = "none" if virtual else change_in(time_zone=zone[0] if zone else None)
    return replace(
        op,
        old=column.type,
        type_change=change,
        zone_decides=change == "rewrite" and not zone and change_in(time_zone="UTC") != "rewrite",
        rebuilds=tuple(rebuilt_indexes(table, op.column, change)),
        rechecks=any(op.column in c.expression.columns and c.validated for c in table.checks),
    )


def rebuilt_indexes(table: Table, column: str, change: str) -> list[str]:
    """The indexes that a type change builds again: all of them on a rewrite, those of the column on a re-index."""
    if change == "rewrite":
        return sorted(table.index_names)
    found = table.column(column)
    # also an index on the bare column; the server does not ask whether the type is the one that was there
    remade = change not in {"none", "binary"} or table.kind == "partitioned"
    names = [k.name for k in table.keys if column in k.columns] if remade else []
    for index in table.indexes:
        bare = any(p.column == column for p in index.parts)
        computed = any(p.expression is not None and column in p.expression.columns for p in index.parts)
        computed |= index.where is not None and column in index.where.columns
        # what a GIN index of arrays stores is of another type than its column, which looks like a change
        elements = bare and index.method == "gin" and found is not None and bool(found.type.array)
        plain = index.where is None and all(p.column for p in index.parts)
        uses = bare or computed or (column in index.include and (not plain or table.kind == "partitioned"))
        if (uses and (remade or not plain)) or elements:
            names.append(index.name)
    return sorted(names)


def not_null_proof(op: ops.SetNotNull, scope: Scope) -> ops.SetNotNull:
    """Why SET NOT NULL need not scan, if so."""
    table = scope.catalog.table(op.table)
    if table is None:
        return replace(op, proof="unknown")
    column = table.column(op.column)
    if column is not None and not column.nullable and column.not_null_valid:
        return replace(op, proof="already")
    name = proving_check(table, op.column)
    if name:
        return replace(op, proof="check", proven_by=name)
    return replace(op, proof="unknown") if column is None and table.partial else op


def proving_check(table: Table, column: str) -> str:
    """The name of a validated CHECK that says the column is not null; empty: none."""
    for check in table.checks:
        node = node_of(check.expression)
        if check.validated and node is not None and expressions.implies_not_null(node, column):
            return check.name
    return ""


def primary_key_words(op: ops.AddPrimaryKey, key: Key, table: Table | None) -> ops.AddPrimaryKey:
    """The key's columns that are nullable so far, and what proves that they hold no NULL."""
    if table is None:
        return replace(op, nullable_columns=key.columns, proof="unknown")
    columns = [table.column(c) for c in key.columns]
    nullable = tuple(c.name for c in columns if c is not None and c.nullable)
    if not nullable:
        return replace(op, nullable_columns=(), proof="already" if all(columns) else "unknown")
    checks = [proving_check(table, c) for c in nullable]
    proven = all(checks)
    return replace(
        op, nullable_columns=nullable, proof="check" if proven else "", proven_by=checks[0] if proven else ""
    )


def attach_proof(op: ops.AttachPartition, scope: Scope) -> ops.AttachPartition:
    """Whether a validated CHECK of the table saves the scan of ATTACH: it must say as much as the partition's bound.

    A CHECK lets NULL pass, the bound does not: so the key must be NOT NULL, or the CHECK must say so.
    """
    table = scope.catalog.table(op.partition)
    parent = scope.catalog.table(op.table)
    if table is None or parent is None or parent.partition_by is None:
        return replace(op, proof="unknown")
    wanted = [p.column for p in parent.partition_by.parts]
    name = proof(table, wanted, op.bound)
    below = scope.catalog.descendants(op.partition) if not name else ()
    apart = tuple([t.name for t in below if proof(t, wanted, op.bound)])
    return replace(op, proof="check" if name else "", proven_by=name, proven_below=apart)


def proof(table: Table, wanted: list[str], bound: str) -> str:
    """The name of a CHECK that says as much as a bound for these columns; empty for none."""
    from dbarch_lint.engines.postgres.attach_proof import proves

    known = {c.name for c in table.columns if not c.nullable}

    def covers(checks: list[Check]) -> bool:
        there = all(column in known or any(says_not_null(c, column) for c in checks) for column in wanted)
        return there and proves([node_of(c.expression) or {} for c in checks], wanted, bound)

    valid = [c for c in table.checks if c.validated]
    return next((c.name for c in valid if covers([c])), valid[0].name if len(valid) > 1 and covers(valid) else "")


def says_not_null(check: Check, column: str) -> bool:
    """Whether a CHECK implies that the column is not null."""
    node = node_of(check.expression)
    return node is not None and expressions.implies_not_null(node, column)


def bounded_write(op: ops.Update | ops.Delete, scope: Scope) -> ops.Update | ops.Delete:
    """UPDATE and DELETE of one row, or of a few that are listed: WHERE gives values to all columns of a key."""
    table = scope.catalog.table(op.table) if op.fixed and not op.bounded else None
    return op if table is None else replace(op, bounded=has_key(table, op.fixed))


def has_key(table: Table, columns: Iterable[str]) -> bool:
    """Whether these columns hold a key of the table, so that values for them find one row."""
    keys = [k.columns for k in table.keys]
    keys += [i.columns for i in table.indexes if i.unique and i.where is None and len(i.columns) == len(i.parts)]
    return any(set(columns).issuperset(key) for key in keys)
