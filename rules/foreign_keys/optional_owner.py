from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words


def check(table: Table, ctx: Context) -> Problems:
    owners = [fk for fk in table.foreign_keys if fk.on_delete == "CASCADE" and len(fk.columns) == 1]
    fk, parts = owners[0] if len(owners) == 1 else None, words(table.name.name)
    if fk is None or "session" in parts or not ctx.vocabulary.is_ordinary(table):
        return
    column, owner = table.column(fk.columns[0]), words(fk.target.name)
    part = len(parts) > len(owner) and parts[: len(owner)] == owner
    said = column is not None and any(column.name in check_.expression.columns for check_ in table.checks)
    if column is not None and ctx.vocabulary.may_be_null(column) and part and not said and fk.target != table.name:
        message = (
            f"a row of {table.name} may belong to no row of {fk.target}, and no delete will ever reach it: set "
            f"{column.name} NOT NULL"
        )
        yield problem_in(table, column, message, also=(fk,))
