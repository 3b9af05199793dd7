from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, is_audit, problem_in


def check(table: Table, ctx: Context, *, most: int = 30) -> Problems:
    if len(table.columns) <= most or not ctx.vocabulary.is_designed(table) or "settings" in ctx.vocabulary.roles(table):
        return
    counted = [c for c in table.columns if not is_audit(c.name) and not c.generated]
    if len(counted) > most and table.name not in ctx.history.copied:  # a query found what is in it
        newest = max(counted, key=lambda column: ctx.history.when(column.origin))
        message = (
            f"{table.name} has {len(counted)} columns, more than one thing usually has: put those that belong together "
            f"into a table of their own"
        )
        severity = Severity.WARNING if 3 * len(counted) > 4 * most else None
        yield problem_in(table, newest, message, severity=severity)
