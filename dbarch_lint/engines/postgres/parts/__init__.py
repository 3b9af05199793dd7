"""Behind the table of effects: which relations play a part in an operation.

A *part* is a key of `lock` and `work` in effects.yaml: a function that finds relations in the catalog, and the role
that the reports give them.
"""

from __future__ import annotations

from dbarch_lint.effects import Find
from dbarch_lint.engines.postgres.parts import around, columns, indexes, rows, tables

PARTS: dict[str, tuple[str, Find]] = {
    **around.PARTS,
    **columns.PARTS,
    **indexes.PARTS,
    **tables.PARTS,
    **rows.PARTS,
}
