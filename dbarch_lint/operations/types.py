"""Operations on user-defined types."""

from __future__ import annotations

from collections.abc import Callable

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.maps import insert, remove
from dbarch_lint.names import Name
from dbarch_lint.objects import NO_NAMES, Check, Column, Composite, Domain, Enum, Expression, Function, Table, replace
from dbarch_lint.operations.base import Operation
from dbarch_lint.operations.columns import drop_column
from dbarch_lint.operations.mapping import with_expressions


class CreateType(Operation, frozen=True, kw_only=True):
    """CREATE TYPE or CREATE DOMAIN."""

    definition: Enum | Domain | Composite

    def apply(self, catalog: Catalog) -> Catalog:
        created = replace(self.definition, created=catalog.deployment)
        return replace(catalog, types=insert(catalog.types, created.name, created))


class DropType(Operation, frozen=True, kw_only=True):
    """DROP TYPE or DROP DOMAIN. CASCADE takes the columns of the type with it."""

    name: Name
    domain: bool = False
    if_exists: bool = False
    cascade: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        if self.name not in catalog.types:
            return catalog
        if self.cascade:
            return without_type(catalog, self.name)
        return replace(catalog, types=remove(catalog.types, self.name))


def without_type(catalog: Catalog, name: Name) -> Catalog:
    """The catalog without a type, the domains over it, and the columns and attributes of them."""
    own = (name.schema, name.name)
    for found in [t for t in catalog.types.values() if isinstance(t, Domain)]:
        if found.name != name and (found.type.schema, found.type.name) == own:
            catalog = without_type(catalog, found.name)
    for holder in [t for t in catalog.types.values() if isinstance(t, Composite)]:
        kept = tuple([c for c in holder.columns if (c.type.schema, c.type.name) != own])
        if len(kept) < len(holder.columns):
            types = insert(catalog.types, holder.name, replace(holder, columns=kept))
            catalog = replace(catalog, types=types)
    for table in [r for r in catalog.relations.values() if isinstance(r, Table) and r.of_type == name]:
        catalog = catalog.drop(table.name)
    return without_functions_of(without_columns_of(replace(catalog, types=remove(catalog.types, name)), name), name)


def without_functions_of(catalog: Catalog, name: Name) -> Catalog:
    """The catalog without the functions that take or give a type, or the rows of a table."""
    gone = [f for functions in catalog.functions.values() for f in functions if uses_type(f, name)]
    kept = catalog.functions
    for function in gone:
        rest = tuple(f for f in kept[function.name] if f != function)
        kept = insert(kept, function.name, rest) if rest else remove(kept, function.name)
    return replace(catalog, functions=kept) if gone else catalog


def uses_type(function: Function, name: Name) -> bool:
    """Whether a function takes or gives values of a type."""
    spelled = {name.full, name.name} if name.schema == function.name.schema else {name.full}
    used = (*function.arguments, function.returns.removeprefix("SETOF "))
    return any(one.removesuffix("[]").replace('"', "") in spelled for one in used)


def without_columns_of(catalog: Catalog, name: Name) -> Catalog:
    """The catalog without the columns and defaults of a type, or the columns of the row type of a table."""
    for user in sorted(catalog.drawing.get(name, NO_NAMES)):
        table = catalog.table(user)
        if table is not None:
            columns = [
                replace(c, default=None, default_type=None) if c.default_type == name else c for c in table.columns
            ]
            catalog = catalog.put(replace(table, columns=tuple(columns)))
    for user in sorted(catalog.typed.get(name, frozenset())):
        table = catalog.table(user)
        lost = (
            [c.name for c in table.columns if (c.type.schema, c.type.name) == (name.schema, name.name)] if table else []
        )
        if table is not None and table.partition_by is not None and any(map(table.partition_by.reads, lost)):
            from dbarch_lint.operations.tables import drop_relation

            catalog = drop_relation(catalog, user, cascade=True)
            continue
        for column in lost:
            catalog = drop_column(catalog, user, column, cascade=True)
    return catalog


class RenameType(Operation, frozen=True, kw_only=True):
    """ALTER TYPE or ALTER DOMAIN ... RENAME TO; columns of the type follow."""

    name: Name
    new_name: str
    domain: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        return moved_type(catalog, self.name, self.name.sibling(self.new_name))


def moved_type(catalog: Catalog, old: Name, new: Name) -> Catalog:
    """The catalog with a type of another name or schema; columns of the type follow."""
    found = catalog.types.get(old)
    if found is None or old == new:
        return catalog
    return followed(replace(catalog, types=insert(remove(catalog.types, old), new, replace(found, name=new))), old, new)


def followed(catalog: Catalog, old: Name, new: Name) -> Catalog:
    """The catalog whose columns follow a type, or the row type of a table, to its new name."""
    for user in catalog.typed.get(old, NO_NAMES) | catalog.drawing.get(old, NO_NAMES):
        table = catalog.table(user)
        if table is not None:
            columns = tuple(
                replace(c, type=replace(c.type, schema=new.schema, name=new.name))
                if (c.type.schema, c.type.name) == (old.schema, old.name)
                else replace(c, default_type=new)
                if c.default_type == old
                else c
                for c in table.columns
            )
            moved = replace(table, columns=columns)
            catalog = catalog.put(with_expressions(moved, lambda e: e.with_type(old, new)))
    return catalog


class AddEnumValue(Operation, frozen=True, kw_only=True):
    """ALTER TYPE ... ADD VALUE, before or after another one."""

    name: Name
    value: str
    neighbour: str = ""
    after: bool = True
    if_not_exists: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        enum = catalog.types.get(self.name)
        if not isinstance(enum, Enum) or self.value in enum.values:
            return catalog
        values = list(enum.values)
        at = values.index(self.neighbour) + self.after if self.neighbour in values else len(values)
        values.insert(at, self.value)
        return replace(catalog, types=insert(catalog.types, self.name, replace(enum, values=tuple(values))))


class RenameEnumValue(Operation, frozen=True, kw_only=True):
    """ALTER TYPE ... RENAME VALUE."""

    name: Name
    value: str
    new_value: str

    def apply(self, catalog: Catalog) -> Catalog:
        enum = catalog.types.get(self.name)
        if not isinstance(enum, Enum):
            return catalog
        values = tuple(self.new_value if v == self.value else v for v in enum.values)
        catalog = replace(catalog, types=insert(catalog.types, self.name, replace(enum, values=values)))
        for user in catalog.typed.get(self.name, NO_NAMES) | catalog.drawing.get(self.name, NO_NAMES):
            table = catalog.table(user)
            if table is not None:
                catalog = catalog.put(self.renamed_in(table))
        return catalog

    def renamed_in(self, table: Table) -> Table:
        """The table with the value's new name in its defaults and wherever else a cast says what it is."""

        def change(expression: Expression, *, bare: bool = False) -> Expression:
            return expression.with_value(self.name, self.value, self.new_value, bare=bare)

        own = (self.name.schema, self.name.name)
        columns = tuple(
            replace(c, default=change(c.default, bare=True))
            if c.default is not None and (c.type.schema, c.type.name) == own
            else c
            for c in table.columns
        )
        return with_expressions(replace(table, columns=columns), change)


class AlterDomain(Operation, frozen=True, kw_only=True):
    """ALTER DOMAIN: `action` is add_check, drop_constraint, validate_constraint, rename_constraint, set_not_null,
    drop_not_null, set_default, drop_default or owner.
    """

    name: Name
    action: str
    constraint: str = ""
    new_name: str = ""
    expression: Expression | None = None
    validated: bool = True
    role: str = ""
    matviews: tuple[Name, ...] = ()  # bound: those with a column of it

    def apply(self, catalog: Catalog) -> Catalog:
        domain = catalog.types.get(self.name)
        change = DOMAIN_CHANGES.get(self.action)
        if not isinstance(domain, Domain) or change is None:
            return catalog
        return replace(catalog, types=insert(catalog.types, self.name, change(domain, self)))


def _with_check(domain: Domain, op: AlterDomain) -> Domain:
    if op.expression is None:
        return domain
    check = Check(name=op.constraint, expression=op.expression, validated=op.validated)
    return replace(domain, checks=(*domain.checks, check))


DOMAIN_CHANGES: dict[str, Callable[[Domain, AlterDomain], Domain]] = {
    "add_check": _with_check,
    "drop_constraint": lambda d, op: replace(d, checks=tuple(c for c in d.checks if c.name != op.constraint)),
    "validate_constraint": lambda d, op: replace(
        d, checks=tuple(replace(c, validated=True) if c.name == op.constraint else c for c in d.checks)
    ),
    "rename_constraint": lambda d, op: replace(
        d, checks=tuple(replace(c, name=op.new_name) if c.name == op.constraint else c for c in d.checks)
    ),
    "set_not_null": lambda d, _: replace(d, nullable=False),
    "drop_not_null": lambda d, _: replace(d, nullable=True),
    "set_default": lambda d, op: replace(d, default=op.expression),
    "drop_default": lambda d, _: replace(d, default=None),
    "owner": lambda d, op: replace(d, role=op.role),
}


class AlterType(Operation, frozen=True, kw_only=True):
    """ALTER TYPE of a composite type.

    `action` is add_attribute, drop_attribute, alter_attribute, rename_attribute, owner or other.
    """

    name: Name
    action: str
    attribute: str = ""
    new_name: str = ""
    column: Column | None = None
    type: Type | None = None
    cascade: bool = False
    role: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        found = catalog.types.get(self.name)
        if found is not None and self.action == "owner":
            return replace(catalog, types=insert(catalog.types, self.name, replace(found, role=self.role)))
        if not isinstance(found, Composite):
            return catalog
        columns = found.columns
        if self.action == "add_attribute" and self.column is not None:
            columns = (*columns, self.column)
        elif self.action == "drop_attribute":
            columns = tuple(c for c in columns if c.name != self.attribute)
        elif self.action == "rename_attribute":
            columns = tuple(replace(c, name=self.new_name) if c.name == self.attribute else c for c in columns)
        elif self.action == "alter_attribute" and self.type is not None:
            columns = tuple(replace(c, type=self.type) if c.name == self.attribute else c for c in columns)
        return replace(catalog, types=insert(catalog.types, self.name, replace(found, columns=columns)))
