"""Resolving names as the server does: the database in use, and columns and indexes whatever their case."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Table, View
from dbarch_lint.operations import Operation
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

    @property
    def strict(self) -> bool:
        """Whether a value that a column cannot hold is an error. It is, unless the migration lists modes without it."""
        modes = (self.session.setting("sql_mode") or ("DEFAULT",))[0].upper()
        listed = all(c.isalpha() or c in "_, " for c in modes) and modes != "DEFAULT"
        return not listed or "STRICT_" in modes or "TRADITIONAL" in modes

    def new_relation(self, name: Name) -> Name:
        """A table that is made, in the database in use."""
        return name if name.schema or not self.database else Name(self.database, name.name)

    def made(self, name: Name, op: Operation) -> Name:
        """A table that is made, or the one that is there where IF NOT EXISTS is written."""
        whole = self.new_relation(name)
        there = getattr(op, "if_not_exists", False) and whole not in self.catalog.relations
        return self.elsewhere(whole) if there else whole

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
        return self.elsewhere(whole)

    def elsewhere(self, name: Name) -> Name:
        """The table that an unknown name means if it is written with its database here and without one there.

        Where no migration says USE, names without one are in the database of the connection, which nothing tells: the
        one that has a table of that name if only one has, and the only one that the history knows.
        """
        relations = self.catalog.relations
        if not name.schema:
            found = [
                known for known in relations if known.name == name.name and isinstance(relations[known], Table | View)
            ]
            return found[0] if len(found) == 1 else name
        plain = Name("", name.name)
        if plain in relations and {known.schema for known in relations} == {"", name.schema}:
            return plain
        return name

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
