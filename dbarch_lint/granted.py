"""What operations take for granted: where nothing made it, the history began before its first migration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import replace
from dbarch_lint.operations import Operation


@cache
def takes_table(kind: type[Operation]) -> bool:
    """Whether operations of this kind take their table for granted."""
    return issubclass(kind, ops.AlterTable | ops.CreateIndex | ops.DropTable | ops.RenameTable | ops.Write)


def informed(catalog: Catalog, operation: Operation) -> Catalog:
    """The catalog that an operation finds. One that takes a table for granted shows that the history began earlier.

    A table of another schema, which nobody made, may be the one that is called by its bare name elsewhere: of that one
    not everything is known then.
    """
    target = operation.target
    if target is None or target in catalog.relations or not takes_table(type(operation)):
        return catalog
    if operation.implied or getattr(operation, "if_exists", False):
        return catalog
    if isinstance(operation, ops.DropTable) and target in catalog.taken_along:  # with what the statement names before
        return catalog
    if isinstance(operation, ops.AlterTable) and target.schema not in catalog.schemas:
        for schema in catalog.schemas:
            same = catalog.table(Name(schema, target.name))
            if same is not None and not same.partial:
                catalog = catalog.put(replace(same, partial=True))
    return replace(catalog, complete=False, assumed=target) if catalog.complete else catalog


def noted(before: Catalog, after: Catalog, operation: Operation) -> Catalog:
    """The catalog after an operation that may have needed what nobody made: that is said once.

    Where nothing was made before it, the history began earlier.
    """
    read = NEEDS.get(type(operation))
    if (
        read is None
        or operation.implied
        or operation.statement.guarded
        or operation.conditional
        or getattr(operation, "if_exists", False)
    ):
        return after
    missed = [name for name in read(operation) if lacks(before, name) and name != operation.target]
    if not missed:
        return after
    begun = bool(before.relations) or not any(name.schema for name in missed)  # an extension may bring types
    return replace(after, complete=begun, missed=after.missed.union(missed))


def lacks(catalog: Catalog, name: Name) -> bool:
    """Whether nothing of this name was made, in a schema that is there; without one in any."""
    if name.schema:
        return name not in catalog.relations and name not in catalog.types and name.schema in catalog.schemas
    places = (Name(schema, name.name) for schema in catalog.schemas)
    return not any(place in catalog.types or place in catalog.relations for place in places)


def of_table(op: ops.CreateTable) -> Iterable[Name]:
    """What a new table needs: models, parents, what its foreign keys point to, and what its query reads."""
    if op.exists:
        return ()
    new = op.definition
    above = (new.partition_of,) if new.partition_of is not None else ()
    types = [name_of(c.type) for c in new.columns if not c.type.builtin and not c.inherited]
    relations = (*op.reads, *new.inherits, *above, *(like.table for like in op.likes))
    return (*relations, *(k.target for k in new.foreign_keys), *types)


def name_of(type_: Type) -> Name:
    """The name of a user-defined type, without a schema where it was not found in any."""
    return Name(type_.schema, type_.name)


def reads(op: Any) -> Iterable[Name]:
    """What a query reads."""
    return op.reads  # type: ignore[no-any-return]


def name_of_type(op: Any) -> Iterable[Name]:
    """The type that is altered."""
    return (op.name,)


NEEDS: dict[type[Operation], Callable[[Any], Iterable[Name]]] = {
    ops.CreateTable: of_table,
    ops.AddColumn: lambda op: () if op.column.type.builtin else (name_of(op.column.type),),
    ops.AddForeignKey: lambda op: (op.constraint.target,),
    ops.CreateView: lambda op: op.definition.uses,
    ops.CreatePolicy: lambda op: op.policy.reads,
    **dict.fromkeys((ops.CreateFunction, ops.Copy, ops.Delete, ops.Insert, ops.Merge, ops.Select, ops.Update), reads),
    **dict.fromkeys(
        (ops.AddEnumValue, ops.AlterDomain, ops.AlterType, ops.DropType, ops.RenameEnumValue, ops.RenameType),
        name_of_type,
    ),
}
