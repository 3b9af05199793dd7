"""Statements that say how they want to be done: ALGORITHM and LOCK, where SQL has such words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.effects_tables import RefusalRow

if TYPE_CHECKING:
    from dbarch_lint.catalog import Catalog
    from dbarch_lint.effects import Model
    from dbarch_lint.operations import Operation


def beyond(model: Model, op: Operation, catalog: Catalog) -> RefusalRow | None:
    """The refusal of an operation that asks for a cheaper way or a weaker lock than there is."""
    row, (algorithm, lock) = model.row(op, catalog), op.requested
    if row is None or not row.algorithm:
        return None
    order = model.locks.algorithms
    asked, kind = algorithm.lower(), type(op).__name__
    if asked in order and order.index(asked) < order.index(row.algorithm):
        reason = f"ALGORITHM={algorithm} is asked for, and this change needs {row.algorithm.upper()}"
        return RefusalRow(id="algorithm-not-possible", op=kind, reason=reason)
    needed = model.lock_on_target(op, catalog)
    if model.locks.knows(lock) and needed and model.locks.rank(lock) < model.locks.rank(needed):
        reason = f"LOCK={lock} is asked for, and this change needs LOCK={needed}"
        return RefusalRow(id="lock-not-possible", op=kind, reason=reason)
    return None
