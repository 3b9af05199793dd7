"""PostgreSQL: libpg_query for the grammar, and tables for what servers 13 to 18 do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING, Any

from dbarch_lint.catalog import Catalog
from dbarch_lint.datatypes import Type
from dbarch_lint.engines.postgres import recipes
from dbarch_lint.engines.postgres.bind import bind
from dbarch_lint.engines.postgres.lower import lower
from dbarch_lint.engines.postgres.parse import parse, parses
from dbarch_lint.engines.postgres.versions import DEFAULT
from dbarch_lint.findings import Fix
from dbarch_lint.maps import insert
from dbarch_lint.named import Named
from dbarch_lint.names import RESERVED
from dbarch_lint.objects import Function, Table
from dbarch_lint.operations import Operation, Select
from dbarch_lint.session import Session
from dbarch_lint.source import Source, Span, Statement, Token

if TYPE_CHECKING:
    from dbarch_lint.engines import Spelling
    from dbarch_lint.splits import Phase, Split

VALIDATED = "add it NOT VALID and validate it in another transaction"
INSTEAD = {
    "CreateIndex": "build it CONCURRENTLY",
    "AddUnique": "build the index CONCURRENTLY first",
    "AddPrimaryKey": "build the index CONCURRENTLY first",
    "AddCheck": VALIDATED,
    "AddForeignKey": VALIDATED,
    "AlterConstraint": f"drop it, {VALIDATED.replace('add it', 'add it again', 1)}",
    "DetachPartition": "detach it CONCURRENTLY",
    "RefreshView": "refresh it CONCURRENTLY",
    "Reindex": "write REINDEX ... CONCURRENTLY",
    "AlterColumnType": "fill a new column in batches, then swap the names",
}


class Postgres:
    """The engine."""

    name = "postgres"
    versions = (13, 14, 15, 16, 17, 18)
    default_version = DEFAULT
    parses_late = False
    transactional_ddl = True
    clustered = False
    longest_entry = 2704  # a third of a page
    is_reserved = RESERVED.__contains__
    parse = staticmethod(parse)
    parses = staticmethod(parses)
    lower = staticmethod(lower)
    bind = staticmethod(bind)

    @staticmethod
    def asks_for_transaction(statements: Sequence[Statement]) -> bool:
        """LOCK TABLE, and no BEGIN before it."""
        return next((s.kind for s in statements if s.kind in {"LockStmt", "TransactionStmt"}), "") == "LockStmt"

    @staticmethod
    def unquoted(statement: Statement, version: int) -> Token | None:  # noqa: ARG004
        """None: the parser is the server's own."""
        return None

    @staticmethod
    def without_transactions(table: Table) -> str:  # noqa: ARG004
        """Empty: all tables know transactions."""
        return ""

    @classmethod
    def version_number(cls, text: str) -> int | None:
        """The major version in a text like 17 or 16.4; None: not covered."""
        digits = text.split(".", maxsplit=1)[0]
        return int(digits) if digits.isdigit() and int(digits) in cls.versions else None

    version_text = staticmethod(str)

    @property
    def sql(self) -> Spelling:
        """Names and small statements."""
        from dbarch_lint.engines.postgres import spelling

        return spelling

    @staticmethod
    def guarded(op: Operation, ctx: Any) -> Fix | None:  # noqa: ARG004
        """SQL has no words here for how something is done."""
        return None

    @staticmethod
    def instead(op: Operation, _: Catalog) -> str:
        """How to do the same while others work."""
        return "" if op.implied else INSTEAD.get(type(op).__name__, "")

    @staticmethod
    def comments(source: Source) -> list[Span]:
        """The comments of a source."""
        from dbarch_lint.engines.postgres.parse import comments

        return comments(source)

    @staticmethod
    def initial_catalog() -> Catalog:
        """A new database: the schema `public`, and the language plpgsql."""
        public = Named(name="public", kind="schema")
        plpgsql = Named(name="plpgsql", kind="extension")
        empty = Catalog()
        return Catalog(
            schemas=insert(empty.schemas, "public", public), extensions=insert(empty.extensions, "plpgsql", plpgsql)
        )

    @property
    def advice(self) -> dict[str, str]:
        """Ways out of a bad design, by their names."""
        from dbarch_lint.engines.postgres.advice import ADVICE

        return ADVICE

    @property
    def production_query(self) -> str:
        """The SQL that measures the tables of a server."""
        return Path(__file__).with_name("production.sql").read_text(encoding="utf-8")

    @staticmethod
    def dump(catalog: Catalog, version: int) -> str:
        """The catalog as SQL."""
        from dbarch_lint.engines.postgres.dump import dump

        return dump(catalog, version)

    @staticmethod
    def safe_rewrite(op: Operation, ctx: Any) -> Fix | None:
        """The recipe for an operation, or None."""
        return None if op.implied else recipes.safe_rewrite(op, ctx)

    @staticmethod
    def record_fields(function: Function) -> frozenset[str]:
        """The columns that a trigger function names of its NEW and OLD rows."""
        from dbarch_lint.engines.postgres.plpgsql import record_fields

        return record_fields(function.origin.statement) if function.origin is not None else frozenset()

    @staticmethod
    def inserts_into(function: Function) -> frozenset[str]:
        """The tables, without their schemas, into which a function inserts rows."""
        from dbarch_lint.engines.postgres.plpgsql import inserts_into

        return inserts_into(function.origin.statement) if function.origin is not None else frozenset()

    @staticmethod
    def looks_up(op: Operation, catalog: Catalog, session: Session, version: int) -> bool:
        """Whether a query finds the few rows that it wants by an index."""
        from dbarch_lint.engines.postgres.lookups import looks_up
        from dbarch_lint.engines.postgres.scope import Scope

        tree = op.statement.node if isinstance(op, Select) else None
        return tree is not None and looks_up(tree, Scope(catalog, session, version))

    @staticmethod
    def narrowing(old: Type, new: Type, catalog: Catalog) -> str:
        """Which values of the old type the new one may refuse, in words."""
        from dbarch_lint.engines.postgres.narrowing import narrowing

        return narrowing(old, new, catalog)

    @staticmethod
    def inserted(statement: Statement) -> Iterator[tuple[int, tuple[str | EllipsisType | None, ...]]]:
        """The rows of INSERT ... VALUES, each with its line."""
        from dbarch_lint.engines.postgres.values import inserted

        return inserted(statement)

    @staticmethod
    def take_apart(split: Split, catalog: Catalog) -> list[Phase]:
        """The migrations that split a table."""
        from dbarch_lint.engines.postgres.recipes.take_apart import take_apart

        return take_apart(split, catalog)


ENGINE = Postgres()
