from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in


def check(table: Table, ctx: Context, *, most: int = 15, most_written: int = 10) -> Problems:
    if len(table.indexes) <= most_written or not ctx.vocabulary.is_designed(table):
        return
    keys = {fk.columns for fk in table.foreign_keys}
    counted = [i for i in table.indexes if not i.unique and not any(i.columns[: len(k)] == k for k in keys)]
    written = bool(ctx.vocabulary.roles(table) & {"log", "queue"})
    if len(counted) > (most_written if written else most):
        message = (
            f"{table.name} has {len(counted)} indexes beside those of its keys, and each INSERT writes to all of them: "
            f"drop those that no query uses"
        )
        yield problem_in(table, counted[-1], message, severity=Severity.WARNING if written else None)
