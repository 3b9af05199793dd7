"""Histories written as text, for tests: `after(sql, sql, ...)` is the catalog after these migrations."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.engines import engine
from dbarch_lint.migrations import Migration, Wrapper
from dbarch_lint.names import Name
from dbarch_lint.objects import Table
from dbarch_lint.replay import Replayed, replay
from dbarch_lint.source import Source

VERSION = 17


def replayed(
    *texts: str, wrapper: Wrapper = "none", version: int = VERSION, together: bool = False, run: str = ""
) -> list[Replayed]:
    """Every migration with its steps."""
    migrations = [
        Migration(id=str(n), source=Source(f"{n}.sql", text), wrapper=wrapper, run=run)
        for n, text in enumerate(texts, 1)
    ]
    return list(replay(migrations, engine("postgres"), version, together=together))


def after(*texts: str, wrapper: Wrapper = "none", version: int = VERSION) -> Catalog:
    """The catalog after the last migration."""
    return replayed(*texts, wrapper=wrapper, version=version)[-1].after


def table(catalog: Catalog, name: str, schema: str = "public") -> Table:
    """A table that must be there."""
    found = catalog.table(Name(schema, name))
    assert found is not None, f"no table {schema}.{name}"
    return found


def columns(catalog: Catalog, name: str) -> list[str]:
    return [c.name for c in table(catalog, name).columns]
