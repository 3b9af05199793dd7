"""The names of NOT NULL constraints, where the engine has them."""

from __future__ import annotations

from collections.abc import Iterable

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.objects import replace

KeptName = tuple[Name, str, str]  # table, column, and the name of its NOT NULL, which renaming leaves as it is


def with_not_null_names(catalog: Catalog, names: Iterable[KeptName]) -> Catalog:
    """The catalog in which these NOT NULL constraints bear their names, whatever their tables are called."""
    for name, column, constraint in names:
        table = catalog.table(name)
        if table is not None:
            columns = tuple(replace(c, not_null_name=constraint) if c.name == column else c for c in table.columns)
            catalog = catalog.put(replace(table, columns=columns))
    return catalog
