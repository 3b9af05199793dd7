"""MySQL: a grammar of our own over a lexer of our own, and tables for what its servers do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.mysql.bind import binder
from dbarch_lint.engines.mysql.lower import lower
from dbarch_lint.engines.mysql.parse import all_comments, parser
from dbarch_lint.engines.mysql.reserved import RESERVED
from dbarch_lint.engines.mysql.scan import Dialect
from dbarch_lint.engines.mysql.versions import MYSQL, Versions
from dbarch_lint.findings import Fix
from dbarch_lint.objects import Function, Table
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session
from dbarch_lint.source import Source, Span, Statement, Token
from dbarch_lint.splits import Phase, Split

if TYPE_CHECKING:
    from dbarch_lint.engines import Spelling


LIKE_MYISAM = frozenset({"myisam", "isam", "aria", "merge", "mrg_myisam"})


class MySql:
    """The engine. Versions are numbers as the server's executable comments write them: 80029 is 8.0.29."""

    name = "mysql"
    mariadb = False
    release: Versions = MYSQL
    parses_late = True
    transactional_ddl = False
    clustered = True
    longest_entry = 0

    def __init__(self) -> None:
        self.dialect = Dialect(mariadb=self.mariadb)
        self.parse = parser(self.dialect)
        self.lower = lower
        self.bind = binder(mariadb=self.mariadb)
        self.versions = self.release.numbers
        self.default_version = self.release.default
        self.version_number = self.release.number
        self.version_text = self.release.text

    @staticmethod
    def parses(source: Source, ranges: Sequence[tuple[int, int]] | None) -> bool:  # noqa: ARG004
        """Not known before the statements are read."""
        return False

    @staticmethod
    def is_reserved(word: str) -> bool:
        """Whether a word names nothing without backticks."""
        return word.upper() in RESERVED

    def unquoted(self, statement: Statement, version: int) -> Token | None:
        """A name that needs backticks on this version."""
        from dbarch_lint.engines.mysql.unquoted import unquoted

        return unquoted(statement, version, mariadb=self.mariadb)

    @staticmethod
    def comments(source: Source) -> list[Span]:
        """The comments of a source."""
        return all_comments(source)

    @staticmethod
    def initial_catalog() -> Catalog:
        """A new database: nothing in it; names of indexes are unique in their table only."""
        return Catalog(indexes_in_schema=False)

    @staticmethod
    def asks_for_transaction(statements: Sequence[Statement]) -> bool:  # noqa: ARG004
        """Nothing needs one."""
        return False

    @staticmethod
    def without_transactions(table: Table) -> str:
        """The storage engine of a table, if it knows no transactions."""
        engine = dict(table.options).get("engine", "")
        return engine if engine.lower() in LIKE_MYISAM else ""

    @property
    def advice(self) -> dict[str, str]:
        """Ways out of a bad design, by their names."""
        from dbarch_lint.engines.mysql.advice import MARIADB, MYSQL

        return MARIADB if self.mariadb else MYSQL

    @property
    def production_query(self) -> str:
        """The SQL that measures the tables of a server."""
        return Path(__file__).with_name("production.sql").read_text(encoding="utf-8")

    @staticmethod
    def dump(catalog: Catalog, version: int) -> str:
        """The catalog as SQL."""
        from dbarch_lint.engines.mysql.dump import dump

        return dump(catalog, version)

    @staticmethod
    def safe_rewrite(op: Operation, ctx: Any) -> Fix | None:
        """The recipe for an operation, or None."""
        from dbarch_lint.engines.mysql.recipes import safe_rewrite

        return safe_rewrite(op, ctx)

    @property
    def sql(self) -> Spelling:
        """Names and small statements."""
        from dbarch_lint.engines.mysql import spelling

        return spelling

    @staticmethod
    def guarded(op: Operation, ctx: Any) -> Fix | None:
        """The statement with the words by which the server refuses to do it in a dearer way."""
        from dbarch_lint.engines.mysql.recipes.guards import guarded

        return guarded(op, ctx)

    def instead(self, op: Operation, catalog: Catalog) -> str:
        """The programs that can do it while others work."""
        from dbarch_lint.engines.mysql.recipes.tools import instead

        return instead(op, catalog, mariadb=self.mariadb)

    @staticmethod
    def narrowing(old: Type, new: Type, catalog: Catalog) -> str:
        """Why values of the old type may not fit the new one; empty: they all do."""
        from dbarch_lint.engines.mysql.narrowing import narrowing

        return narrowing(old, new, catalog)

    @staticmethod
    def record_fields(function: Function) -> frozenset[str]:  # noqa: ARG004
        """The columns that a trigger's function names of NEW and OLD: triggers have no functions here."""
        return frozenset()

    @staticmethod
    def inserts_into(function: Function) -> frozenset[str]:  # noqa: ARG004
        """The tables into which a function inserts rows: what triggers do is part of them here."""
        return frozenset()

    @staticmethod
    def looks_up(op: Operation, catalog: Catalog, session: Session, version: int) -> bool:  # noqa: ARG004
        """Whether a query finds the few rows that it wants by an index: nobody has asked here yet."""
        return False

    def inserted(self, statement: Statement) -> Iterator[tuple[int, tuple[str | EllipsisType | None, ...]]]:
        """The rows of INSERT ... VALUES, each with its line."""
        from dbarch_lint.engines.mysql.values import inserted

        return inserted(statement, self.dialect)

    @staticmethod
    def take_apart(split: Split, catalog: Catalog) -> list[Phase]:  # noqa: ARG004
        """The migrations that split a table: none are written for this family."""
        return []


ENGINE = MySql()
