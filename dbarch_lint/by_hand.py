"""Whether a statement can run before the deployment that it stands in, on the schema that is there now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dbarch_lint.operations import (
    AddPrimaryKey,
    AddUnique,
    CreateExtension,
    CreateFunction,
    CreateIndex,
    DropIndex,
    Operation,
    Write,
)

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.names import Name
    from dbarch_lint.objects import Table

BEFORE = "run it by hand before the deployment"
AFTER = "run it by hand after the deployment"


def by_hand(op: Operation, before: Catalog, base: Catalog, earlier: Iterable[Operation]) -> str:
    """When to run by hand what the tool cannot run: only afterwards, if it needs what the deployment makes or changes.

    `before`: the catalog that the operation finds; `base`: that before the deployment; `earlier`: what it did so far.
    """
    return AFTER if changed(op, before, base) or prepared(op, earlier) else BEFORE


def changed(op: Operation, before: Catalog, base: Catalog) -> bool:
    """Whether the operation meets other things now than before the deployment, or a name that was not free then."""
    target = op.target
    if isinstance(op, DropIndex):
        return op.index not in base.relations and op.index in before.relations
    if target is None:
        return False
    made = isinstance(op, CreateIndex | AddUnique | AddPrimaryKey)
    if made and target.sibling(name_of(op)) in base.relations and target.sibling(name_of(op)) not in before.relations:
        return True
    now, then = before.relations.get(target), base.relations.get(target)
    if now is not None and (then is None or getattr(now, "origin", None) is not getattr(then, "origin", None)):
        return True
    tables = before.table(target), base.table(target)
    return any(column_now(tables[0], c) != column_now(tables[1], c) for c in columns_of(op))


def name_of(op: Operation) -> str:
    """What an index, or the index of a key, is called."""
    if isinstance(op, CreateIndex):
        return op.index.name
    return op.constraint.name if isinstance(op, AddUnique | AddPrimaryKey) else ""


def columns_of(op: Operation) -> Iterator[str]:
    """The columns that an index holds or asks for."""
    if isinstance(op, AddUnique | AddPrimaryKey):
        yield from (*op.constraint.columns, *op.constraint.include)
    if isinstance(op, CreateIndex):
        yield from op.index.include
        yield from (part.column for part in op.index.parts if part.column)
        yield from (c for part in op.index.parts if part.expression is not None for c in part.expression.columns)
        yield from op.index.where.columns if op.index.where is not None else ()


def column_now(table: Table | None, name: str) -> object:
    """What tells a column from another one of its name."""
    column = table.column(name) if table is not None else None
    return (id(column.origin), str(column.type)) if column is not None else None


def prepared(op: Operation, earlier: Iterable[Operation]) -> bool:
    """Whether the deployment does what the operation may need: rows made unique, an extension, a function."""
    unique = isinstance(op, AddUnique | AddPrimaryKey) or (isinstance(op, CreateIndex) and op.unique)
    special = isinstance(op, CreateIndex) and any(p.opclass or p.expression is not None for p in op.index.parts)
    kinds = (*((Write,) if unique else ()), *((CreateExtension, CreateFunction) if special else ()))
    return any(isinstance(other, kinds) and touches(other, op.target) for other in earlier)


def touches(op: Operation, name: Name | None) -> bool:
    """Whether an operation is about the whole database, or about this relation."""
    return op.target is None or op.target == name
