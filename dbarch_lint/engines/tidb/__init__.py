"""TiDB: MySQL's grammar and catalog, and tables of its own, since it changes every schema online and in its own way."""

from __future__ import annotations

from collections.abc import Sequence

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines.mysql import MySql
from dbarch_lint.engines.mysql.bind import binder
from dbarch_lint.engines.mysql.versions import TIDB
from dbarch_lint.findings import Fix
from dbarch_lint.operations import Operation
from dbarch_lint.session import Session
from dbarch_lint.source import Statement, Token

LIKE = 80011  # the MySQL that it calls itself


class TiDb(MySql):
    """The engine. Versions as of MySql: 80500 is 8.5."""

    name = "tidb"
    release = TIDB

    def __init__(self) -> None:
        super().__init__()
        self.bind = bind

    @property
    def advice(self) -> dict[str, str]:
        """Ways out of a bad design, by their names."""
        from dbarch_lint.engines.mysql.advice import TIDB as ADVICE

        return ADVICE

    def unquoted(self, statement: Statement, version: int) -> Token | None:  # noqa: ARG002
        """Its words are not those of MySQL."""
        return None

    @staticmethod
    def safe_rewrite(op: Operation, ctx: object) -> Fix | None:  # noqa: ARG004
        """Nothing makes others wait."""
        return None

    def instead(self, op: Operation, catalog: Catalog) -> str:  # noqa: ARG002
        """Programs that copy tables beside the application have no place here."""
        return ""


bind_as_mysql = binder(mariadb=False)


def bind(op: Operation, catalog: Catalog, session: Session, version: int) -> Operation | Sequence[Operation]:  # noqa: ARG001
    """As MySQL, whatever the version: those of TiDB are numbers of another series."""
    return bind_as_mysql(op, catalog, session, LIKE)


ENGINE = TiDb()
