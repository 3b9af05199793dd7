"""The names of NOT NULL constraints: since version 18, each of them has one.

Source: PostgreSQL's AddRelationNotNullConstraints and ATExecSetNotNull. What a table has from a parent bears the name
that it has there; renaming a table or column leaves the name as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from dbarch_lint import operations as ops
from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.postgres import naming
from dbarch_lint.engines.postgres.scope import Scope
from dbarch_lint.engines.postgres.versions import NAMED_NOT_NULL
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Column, Table, replace
from dbarch_lint.operations.not_null import KeptName

DEEPEST = 100  # levels of inheritance


def name_of(table: Table, column: Column, catalog: Catalog, depth: int = 0) -> str:
    """The name of the constraint that makes this column NOT NULL."""
    if column.not_null_name:
        return column.not_null_name
    above = (table.partition_of, *table.inherits) if column.not_null_inherited and depth < DEEPEST else ()
    for name in above:
        parent = catalog.table(name) if name is not None else None
        theirs = parent.column(column.name) if parent is not None else None
        if parent is not None and theirs is not None and not theirs.nullable:
            return name_of(parent, theirs, catalog, depth + 1)
    return default_name(table, column)


def default_name(table: Table, column: Column) -> str:
    """The name that the server chooses."""
    return naming.make_name(table.name.name, column.name, "not_null")


def spelled_out(table: Table, catalog: Catalog) -> Iterator[Column]:
    """The columns of a table, with the name of a NOT NULL wherever the server would not choose it anyway."""
    for column in table.columns:
        name = "" if column.nullable else name_of(table, column, catalog)
        elsewhere = catalog.constraints.get(table.name.sibling(name), NO_NAMES) - {table.name}
        usual = name == default_name(table, column) and not elsewhere and not catalog.children.get(table.name)
        yield replace(column, not_null_name="" if usual else name)


def chosen(column: Column, table: Name, scope: Scope) -> Column:
    """A new column whose NOT NULL has another name than it would have, where that is taken."""
    if column.nullable or column.not_null_name or column.not_null_inherited:
        return column

    def taken(name: str) -> bool:
        return table.sibling(name) in scope.catalog.constraints or is_usual_elsewhere(name, table, scope.catalog)

    usual = naming.make_name(table.name, column.name, "not_null")
    if not taken(usual):
        return column
    return replace(column, not_null_name=naming.choose(table.name, column.name, "not_null", taken))


def is_usual_elsewhere(name: str, table: Name, catalog: Catalog) -> bool:
    """Whether another table has it by default: `a_b_c_not_null` is that of a.b_c as well as that of a_b.c."""
    stem = name.removesuffix("_not_null")
    for at, letter in enumerate(stem):
        owner = catalog.table(table.sibling(stem[:at])) if letter == "_" and name != stem else None
        column = owner.column(stem[at + 1 :]) if owner is not None and owner.name != table else None
        if column is not None and not (column.nullable or column.not_null_name or column.not_null_inherited):
            return True
    return False


def newly_named(op: ops.SetNotNull, scope: Scope) -> ops.SetNotNull:
    """SET NOT NULL of a column that allows NULL: the name of its constraint, where the usual one is taken."""
    table = scope.catalog.table(op.table)
    column = table.column(op.column) if table is not None and not op.name else None
    if scope.version < NAMED_NOT_NULL or column is None or not column.nullable:
        return op
    made = replace(column, nullable=False, not_null_name="", not_null_inherited=False)
    return replace(op, name=chosen(made, op.table, scope).not_null_name)


def named(table: Table, catalog: Catalog) -> Table:
    """A table with the names of its NOT NULL constraints spelled out."""
    columns = [c if c.nullable else replace(c, not_null_name=name_of(table, c, catalog)) for c in table.columns]
    return replace(table, columns=tuple(columns))


def column_named(table: Table | None, name: str, catalog: Catalog) -> str:
    """The column whose NOT NULL has this name; empty: none."""
    if table is None:
        return ""
    return next((c.name for c in table.columns if not c.nullable and name_of(table, c, catalog) == name), "")


Keeping = TypeVar("Keeping", ops.RenameTable, ops.RenameColumn, ops.SetNotNull, ops.SetTableOption, ops.AlterConstraint)


def keep_names(op: Keeping, scope: Scope) -> Keeping:
    """What renames a table or column, or cuts it off from what it inherits: the names that stay as they are."""
    if scope.version < NAMED_NOT_NULL:
        return op
    table = scope.catalog.table(op.table)
    return replace(op, kept=tuple(kept(table, getattr(op, "column", ""), scope.catalog)))


def alter_constraint(op: ops.AlterConstraint, scope: Scope) -> ops.AlterConstraint:
    """ALTER CONSTRAINT ... INHERIT or NO INHERIT: the column, and the names that those who inherit it keep."""
    if op.inherit is None:
        return op
    column = column_named(scope.catalog.table(op.table), op.name, scope.catalog)
    return keep_names(replace(op, column=column), scope) if column else op


def kept(found: Table | None, wanted: str, catalog: Catalog) -> Iterator[KeptName]:
    """The names on a table and on what inherits from it; `wanted`: of one column only."""
    if found is None:
        return
    for table in (found, *catalog.descendants(found.name)):
        for column in table.columns:
            mine = table is found or column.not_null_inherited or column.name == wanted
            if mine and not column.nullable and wanted in {"", column.name}:
                yield table.name, column.name, name_of(table, column, catalog)
