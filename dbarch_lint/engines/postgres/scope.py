"""Resolving names the way the server does: against the search path and the catalog of the moment."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.names import Name
from dbarch_lint.objects import Domain, replace
from dbarch_lint.session import Session


class Scope:
    """Where one operation looks names up."""

    __slots__ = ("catalog", "path", "session", "version")

    def __init__(self, catalog: Catalog, session: Session, version: int) -> None:
        self.catalog = catalog
        self.session = session
        self.version = version
        self.path = session.search_path

    @property
    def default_schema(self) -> str:
        """Where new objects go: the first schema of the path that is there."""
        there = self.catalog.schemas
        known = (s for s in self.path if s in there) if self.catalog.complete else iter(())
        return next(known, self.path[0] if self.path else "public")

    def relation(self, name: Name) -> Name:
        """An existing relation: the first in the path; temporary tables come before all."""
        if name.schema:
            return name
        relations = self.catalog.relations
        temporary = Name("pg_temp", name.name)
        if temporary in relations:
            return temporary
        for schema in self.path:
            found = Name(schema, name.name)
            if found in relations:
                return found
        return Name("pg_catalog" if name.name.startswith("pg_") else self.default_schema, name.name)

    def relations(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple([self.relation(n) for n in names])

    def columns(self, names: frozenset[tuple[Name, str]]) -> frozenset[tuple[Name, str]]:
        """Columns of existing relations."""
        return frozenset([(self.relation(table), column) for table, column in names])

    def new_name(self, name: Name) -> Name:
        return name if name.schema else Name(self.default_schema, name.name)

    new_relation = new_name

    def type_name(self, name: Name) -> Name:
        """An existing user-defined type."""
        if name.schema:
            return name
        for schema in self.path:
            found = Name(schema, name.name)
            if found in self.catalog.types:
                return found
        return Name(self.default_schema, name.name)

    def function_name(self, name: Name) -> Name:
        """An existing function; one that is not known keeps its name as written."""
        if name.schema:
            return name
        for schema in self.path:
            found = Name(schema, name.name)
            if found in self.catalog.functions:
                return found
        return name

    def any_object(self, name: Name) -> Name:
        """Whatever bears this name: relation, type or function."""
        if name.schema:
            return name
        found = self.relation(name)
        if found in self.catalog.relations:
            return found
        found = self.type_name(name)
        return found if found in self.catalog.types else self.new_name(name)

    def type(self, type_: Type) -> Type:
        """A type with the schema of its user-defined type, or of the table whose rows it holds, filled in."""
        if type_.builtin or type_.schema:
            return type_
        for schema in ("pg_temp", *self.path):
            name = Name(schema, type_.name)
            if name in self.catalog.types or self.catalog.table(name) is not None:
                return replace(type_, schema=schema)
        return type_

    def domain(self, type_: Type) -> Domain | None:
        """The domain that a type is, if it is one."""
        if type_.builtin:
            return None
        found = self.catalog.types.get(Name(type_.schema, type_.name))
        return found if isinstance(found, Domain) else None

    def taken(self, name: Name) -> bool:
        """Whether a relation of this name is there."""
        return name in self.catalog.relations
