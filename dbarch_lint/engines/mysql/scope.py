"""Resolving names as the server does: the database in use, and columns and indexes whatever their case."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View
from dbarch_lint.session import Session


class Scope:
    """Where one operation looks names up. `mariadb`: which of the two families' rules hold."""

    __slots__ = ("catalog", "database", "mariadb", "session", "version")

    def __init__(self, catalog: Catalog, session: Session, version: int, *, mariadb: bool) -> None:
        self.catalog = catalog
        self.session = session
        self.version = version
        self.mariadb = mariadb
        used = session.setting("database")
        self.database = used[0] if used else ""

    def new_relation(self, name: Name) -> Name:
        """A table that is made, in the database in use."""
        return name if name.schema or not self.database else Name(self.database, name.name)

    def relation(self, name: Name) -> Name:
        """An existing table; on servers that fold the case of table names another spelling finds it too."""
        whole = self.new_relation(name)
        relations = self.catalog.relations
        if whole in relations:
            return whole
        folded = whole.name.lower()
        for known, found in relations.items():
            same = known.name.lower() == folded and known.schema.lower() == whole.schema.lower()
            if same and isinstance(found, Table | View):
                return known
        return whole

    def relations(self, names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple([self.relation(n) for n in names])

    def column(self, table: Name, name: str) -> str:
        """A column as its table spells it."""
        found = self.catalog.table(table)
        if found is None or found.column(name) is not None:
            return name
        folded = name.lower()
        return next((c.name for c in found.columns if c.name.lower() == folded), name)

    def columns(self, table: Name, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple([self.column(table, n) for n in names])

    def index(self, table: Name, name: str) -> str:
        """An index as its table spells it."""
        found = self.catalog.table(table)
        folded = name.lower()
        return next((n for n in found.index_names if n.lower() == folded), name) if found is not None else name
