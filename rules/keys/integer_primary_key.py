from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, is_generated, key_column, problem_in

BOUNDED = {"child", "framework", "lookup", "partition", "settings", "staging", "temporary"}
BIGINT = 2**63 - 1


def check(table: Table, ctx: Context) -> Problems:
    known, column = ctx.vocabulary, key_column(table)
    if column is None or not is_generated(column) or known.roles(table) & BOUNDED:
        return
    largest = known.largest(column)
    if 0 < largest < BIGINT:
        wider = next((f"{name}.{c.name}" for name, c in known.referring(table) if known.largest(c) == BIGINT), None)
        urgent = bool(wider or known.roles(table) & {"log", "queue"} or ctx.is_new(table.name))
        reason = f", and {wider} expects bigint already" if wider else ""
        yield problem_in(
            table,
            column,
            f"{table.name}.{column.name} counts in {column.type}: after {largest:,} values, those of deleted and "
            f"rolled-back rows included, every INSERT fails{reason}: make it bigint while the table is small",
            severity=Severity.WARNING if urgent else Severity.INFO,
            fold="" if wider else "new" if urgent else "old",
        )
