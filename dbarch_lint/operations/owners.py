"""Operations on all that some roles own, or on all that lies in a tablespace."""

from __future__ import annotations

from dbarch_lint.catalog import Catalog
from dbarch_lint.names import Name
from dbarch_lint.operations.base import Operation


class ReassignOwned(Operation, frozen=True, kw_only=True):
    """REASSIGN OWNED. What it does stands beside it once it is bound: an operation an object."""

    roles: tuple[str, ...]
    role: str


class DropOwned(Operation, frozen=True, kw_only=True):
    """DROP OWNED, likewise. Rights of the roles on what others own go too; the catalog has none."""

    roles: tuple[str, ...]
    cascade: bool = False


class MoveAll(Operation, frozen=True, kw_only=True):
    """ALTER ... ALL IN TABLESPACE: `kind` is table, index or matview; without `roles`, whoever owns them."""

    kind: str
    source: str
    tablespace: str
    roles: tuple[str, ...] = ()
    moved: tuple[Name, ...] = ()  # bound

    def apply(self, catalog: Catalog) -> Catalog:
        from dbarch_lint.operations import places

        return places.moved(catalog, self.moved, self.tablespace)
