"""The row versions that instant changes leave in a table, counted over the history.

https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html#online-ddl-column-operations
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dbarch_lint import effects
from dbarch_lint import operations as ops
from dbarch_lint.effects_tables import Row
from dbarch_lint.engines.mysql.scope import Scope
from dbarch_lint.operations import Operation


def with_row_versions(bound: Operation | Sequence[Operation], scope: Scope) -> Operation | Sequence[Operation]:
    """The operations, and behind them one that keeps count where they leave a row version or rebuild the table."""
    found = (bound,) if isinstance(bound, Operation) else bound
    counting = tuple(counted(found, scope))
    return (*found, *counting) if counting else bound


def counted(found: Sequence[Operation], scope: Scope) -> Iterator[Operation]:
    """One operation at most."""
    name = found[-1].target if found else None
    table = scope.catalog.table(name) if name is not None else None
    if table is None or not (table.row_versions or isinstance(found[-1], ops.AddColumn | ops.DropColumn)):
        return
    model = effects.load("mysql", scope.version)
    rows: list[Row] = [row for row in (model.row(op, scope.catalog) for op in found) if row is not None]
    rebuilt = any(row.work.get("target") == "rewrite" for row in rows)
    if rebuilt or any(row.row_version for row in rows):
        op = found[-1]
        yield ops.CountRowVersion(statement=op.statement, offset=op.offset, table=table.name, rebuilt=rebuilt)
