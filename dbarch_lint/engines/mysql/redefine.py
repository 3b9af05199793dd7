"""MODIFY and CHANGE say a column anew: what that comes to, given the column as it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.engines.mysql import columns
from dbarch_lint.engines.mysql.retype import nature
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.objects import Column, replace
from dbarch_lint.operations import Operation


def redefined(op: ops.RedefineColumn, scope: Scope) -> Sequence[Operation]:
    """The operation itself, and behind it what it comes to: a rename, changes of type, nullability and default."""
    table = scope.catalog.table(op.table)
    old = table.column(op.column) if table is not None else None
    after = scope.column(op.table, op.after) if op.after else op.after
    if table is None or old is None:
        return (replace(op, after=after),)
    new = columns.bound(op.definition, columns.of_table(table), scope)
    new = columns.following(
        new, columns.before(table, after) if op.moves else takewhile(lambda c: c is not old, table.columns)
    )
    if table.primary_key is not None and old.name in table.primary_key.columns:
        new = replace(new, nullable=False)
    if "converted" in op.said and not scope.mariadb and new.type.name in columns.SHORTER_TEXTS:
        larger = columns.grown(old, columns.Charset(new.charset))
        new = new if larger == old.type else replace(new, type=larger)
    parts = list(changes(op, old, new, strict=scope.strict))
    indexes = columns.cut_indexes(table, old.name, new, mariadb=scope.mariadb)
    key = columns.cut_primary_key(table, old.name, new)
    whole = replace(op, after=after, definition=new, lost=tuple(lost(op, old, new)), same=not parts)
    whole = replace(whole, indexes=indexes, primary_key=key)
    check = columns.json_check(op.definition, scope)
    if check is not None:
        base: dict[str, Any] = {
            "statement": op.statement,
            "offset": op.offset,
            "requested": op.requested,
            "beside": op.beside,
        }
        parts.append(ops.AddCheck(**base, table=op.table, constraint=check, column=new.name, column_new=True))
    return (whole, *parts)


def changes(op: ops.RedefineColumn, old: Column, new: Column, *, strict: bool) -> Iterator[Operation]:
    """What differs, as operations on the column."""
    base: dict[str, Any] = {
        "statement": op.statement,
        "offset": op.offset,
        "table": op.table,
        "requested": op.requested,
        "beside": op.beside,
    }
    kind = nature(old, new)
    if kind is not None:
        cost = "rewrite" if kind == "otherwise" else "binary"
        types: dict[str, Any] = {"type": new.type, "old": old.type, "type_change": cost, "nature": kind}
        yield ops.AlterColumnType(**base, column=old.name, collation=new.collation, **types)
    if old.nullable and not new.nullable:
        yield ops.SetNotNull(**base, column=old.name, converts_nulls=not strict)
    elif new.nullable and not old.nullable:
        yield ops.DropNotNull(**base, column=old.name)
    if new.generated or old.generated:
        pass  # what a column computes goes with the column as a whole
    elif new.default is not None and new.default != old.default:
        yield ops.SetDefault(**base, column=old.name, value=new.default)
    elif new.default is None and old.default is not None:
        yield ops.DropDefault(**base, column=old.name)
    if new.name != old.name:
        yield ops.RenameColumn(**base, column=old.name, new_name=new.name)


def lost(op: ops.RedefineColumn, old: Column, new: Column) -> Iterator[str]:
    """The attributes that the new definition leaves unsaid, and the server therefore takes away."""
    if old.comment and not new.comment:
        yield "comment"
    if old.default is not None and new.default is None and "default" not in op.said and not new.generated:
        yield "default"
    if old.on_update is not None and new.on_update is None:
        yield "on_update"
    says_null = "default" in op.said and new.default is None  # DEFAULT NULL
    if not old.nullable and new.nullable and "nullable" not in op.said and not says_null:
        yield "not_null"
    if old.identity and not new.identity:
        yield "auto_increment"
    if old.invisible and not new.invisible:
        yield "invisible"
    follows = "SetTableOption" in op.beside  # the table gets another one by the same statement, and its columns with it
    written, texts = op.definition.charset or op.definition.collation, {old.type.name, new.type.name} <= columns.TEXTS
    if (old.charset, old.collation) != (new.charset, new.collation) and texts and not written and not follows:
        yield "collation"
