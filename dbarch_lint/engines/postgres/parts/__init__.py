"""Behind the table of effects: which relations play a part in an operation.

A *part* is a key of `lock` and `work` in effects.yaml: a function that finds relations in the catalog, and the role
that the reports give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dbarch_lint.effects import Effect, Find
from dbarch_lint.engines.postgres.parts import around, columns, indexes, rows, tables

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.operations import Operation
    from dbarch_lint.session import Session

PARTS: dict[str, tuple[str, Find]] = {
    **around.PARTS,
    **columns.PARTS,
    **indexes.PARTS,
    **tables.PARTS,
    **rows.PARTS,
}


def runs(
    op: Operation, found: Sequence[Effect], catalog: Catalog, session: Session, version: int
) -> Iterable[Operation]:
    """What the functions do that an operation has run."""
    from dbarch_lint.engines.postgres import bodies

    return bodies.runs(op, found, catalog, session, version)
