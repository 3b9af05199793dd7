"""Operations on rows, transactions, settings and storage: what locks without changing the schema."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import Column, Expression, Table, replace
from dbarch_lint.operations.base import Operation


class Write(Operation, frozen=True, kw_only=True):
    """INSERT, UPDATE, DELETE, MERGE or COPY FROM. `reads` are the relations it reads beside the rows it changes."""

    table: Name
    reads: tuple[Name, ...] = ()

    def apply(self, catalog: Catalog) -> Catalog:
        """The table now holds rows, and so do its columns."""
        table = catalog.table(self.table)
        if table is not None and table.triggers:
            catalog = after_calls(catalog, [t.function.name for t in table.triggers])
        if table is None or not (table.empty_in or any(c.unfilled or c.repeated for c in table.columns)):
            return catalog
        return catalog.put(filled(table))


def filled(table: Table) -> Table:
    """The table as one that may hold rows, in all its columns."""

    def column(c: Column) -> Column:
        return replace(c, unfilled=0, repeated=0) if c.unfilled or c.repeated else c

    return replace(table, empty_in=0, columns=tuple(column(c) for c in table.columns))


class Insert(Write, frozen=True, kw_only=True):
    """INSERT. `rows` is the number of VALUES rows, 1 for a SELECT without FROM (0: a query); `columns` those named.

    `widths` are the numbers of values that its rows have, where they can be counted.  `bounded`: its query has a LIMIT.
    """

    columns: tuple[str, ...] = ()
    rows: int = 0
    widths: frozenset[int] = frozenset()
    on_conflict: bool = False
    bounded: bool = False


class Update(Write, frozen=True, kw_only=True):
    """UPDATE. `columns` are those set, `given` those of them set to a constant other than NULL, `kept` to themselves.

    `constants` are the texts of these constants, in the order of `given`, where the engine tells.

    `bounded`: a key equality, or a query with LIMIT, keeps it small.

    `fixed` are the columns that WHERE equates with given values; binding knows whether they make a key.
    """

    columns: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    constants: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    where: Expression | None = None
    has_where: bool = False
    bounded: bool = False
    fixed: tuple[str, ...] = ()


class Delete(Write, frozen=True, kw_only=True):
    """DELETE. Without WHERE the table is empty afterwards. `bounded` and `fixed` as in Update."""

    where: Expression | None = None
    has_where: bool = False
    bounded: bool = False
    fixed: tuple[str, ...] = ()

    def apply(self, catalog: Catalog) -> Catalog:
        table = catalog.table(self.table)
        if table is None or self.has_where or self.reads:
            return catalog
        return catalog.put(replace(table, empty_in=catalog.deployment))


class Merge(Write, frozen=True, kw_only=True):
    """MERGE. `columns` are those that its UPDATE sets; `inserts` and `deletes`: whether it makes or deletes rows."""

    columns: tuple[str, ...] = ()
    inserts: bool = False
    deletes: bool = False


class Copy(Operation, frozen=True, kw_only=True):
    """COPY table FROM or TO (`to`). `columns` are those named."""

    table: Name | None = None
    columns: tuple[str, ...] = ()
    reads: tuple[Name, ...] = ()
    to: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        table = catalog.table(self.table) if self.table is not None and not self.to else None
        return catalog.put(filled(table)) if table is not None and table.empty_in else catalog


class Truncate(Operation, frozen=True, kw_only=True):
    """TRUNCATE, one operation a table."""

    table: Name
    only: bool = False
    cascade: bool = False
    restart_identity: bool = False

    def apply(self, catalog: Catalog) -> Catalog:
        emptied: dict[Name, None] = {}
        waiting = [self.table]
        while waiting:
            name = waiting.pop()
            if name not in emptied and catalog.table(name) is not None:
                emptied[name] = None
                waiting += () if self.only else [t.name for t in catalog.descendants(name)]
                waiting += catalog.referencing.get(name, ()) if self.cascade else ()
        tables = [t for name in emptied if (t := catalog.table(name)) is not None]
        for table in tables:
            catalog = catalog.put(replace(table, empty_in=catalog.deployment))
        return catalog


class Select(Operation, frozen=True, kw_only=True):
    """A query: the relations it reads, the functions it calls, and the row lock it takes (`FOR UPDATE`), if any."""

    reads: tuple[Name, ...] = ()
    functions: frozenset[str] = frozenset()
    row_lock: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        return after_calls(catalog, self.functions) if self.functions else catalog


def after_calls(catalog: Catalog, names: Iterable[str]) -> Catalog:
    """The catalog after functions ran, by name: one that makes objects may have made any."""
    if not catalog.complete or not catalog.functions:
        return catalog
    places = (Name(schema, name.rpartition(".")[2]) for name in names for schema in catalog.schemas)
    made = any(f.makes for place in places for f in catalog.functions.get(place, ()))
    return replace(catalog, complete=False) if made else catalog


class Explain(Operation, frozen=True, kw_only=True):
    """EXPLAIN without ANALYZE: a statement is planned and not run.

    `does` is insert, update, delete, merge, query or lock (a query with FOR UPDATE and the like); `table` and `reads`
    are those of the statement.
    """

    table: Name | None = None
    reads: tuple[Name, ...] = ()
    does: str


class LockTable(Operation, frozen=True, kw_only=True):
    """LOCK TABLE, one operation a table. `mode` in the engine's words (ACCESS EXCLUSIVE).

    `kept`: until the session unlocks its tables or locks others, whatever it commits meanwhile.
    """

    table: Name
    mode: str
    nowait: bool = False
    only: bool = False
    kept: bool = False


class UnlockTables(Operation, frozen=True, kw_only=True):
    """UNLOCK TABLES: the end of the locks that are kept."""


# --- transactions and settings


class Begin(Operation, frozen=True, kw_only=True):
    """BEGIN or START TRANSACTION."""


class Commit(Operation, frozen=True, kw_only=True):
    """COMMIT or END. `chain`: a new transaction begins at once."""

    chain: bool = False


class Rollback(Operation, frozen=True, kw_only=True):
    """ROLLBACK or ABORT."""

    chain: bool = False


class Savepoint(Operation, frozen=True, kw_only=True):
    """SAVEPOINT, ROLLBACK TO SAVEPOINT or RELEASE, by `action`: set, rollback, release."""

    name: str
    action: Literal["set", "rollback", "release"]


class SetVariable(Operation, frozen=True, kw_only=True):
    """SET, SET LOCAL, RESET (`values` None), RESET ALL (name "all"), DISCARD ALL, and set_config() of constants."""

    name: str
    values: tuple[str, ...] | None
    local: bool = False


# --- storage and procedures


class Vacuum(Operation, frozen=True, kw_only=True):
    """VACUUM or ANALYZE (`analyze_only`); without tables the whole database. One operation a table."""

    table: Name | None = None
    full: bool = False
    analyze_only: bool = False
    only: bool = False
    options: frozenset[str] = frozenset()


class Cluster(Operation, frozen=True, kw_only=True):
    """CLUSTER; without a table all clustered ones. `index`: what it puts the rows in order by, where that is said."""

    table: Name | None = None
    index: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        if self.table is None or not self.index:
            return catalog
        return catalog.alter(self.table, lambda table: replace(table, clustered=True), recurse=False)


class CallProcedure(Operation, frozen=True, kw_only=True):
    """CALL."""

    name: Name

    def apply(self, catalog: Catalog) -> Catalog:
        return after_calls(catalog, (self.name.name,))


class DoBlock(Operation, frozen=True, kw_only=True):
    """DO. What its body does follows as operations of its own; `opaque` says what could not be read, if anything."""

    language: str = "plpgsql"
    opaque: str = ""

    def apply(self, catalog: Catalog) -> Catalog:
        return replace(catalog, complete=False) if self.opaque and catalog.complete else catalog
