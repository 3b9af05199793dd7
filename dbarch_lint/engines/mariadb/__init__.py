"""MariaDB: MySQL's grammar and rules, with its own version of both where they part."""

from __future__ import annotations

from dbarch_lint.engines.mysql import MySql
from dbarch_lint.engines.mysql.versions import MARIADB


class MariaDb(MySql):
    """The engine. Versions as of MySql: 101100 is 10.11."""

    name = "mariadb"
    mariadb = True
    release = MARIADB


ENGINE = MariaDb()
