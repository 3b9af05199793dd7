from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, _: Context) -> Problems:
    for fk in table.foreign_keys:
        if fk.on_delete not in {"SET NULL", "SET DEFAULT"} or fk.inherited or not fk.enforced:
            continue
        for column in table.columns:
            empty = fk.on_delete == "SET NULL" or column.default is None
            if column.name in (fk.nulled or fk.columns) and not column.nullable and empty:
                message = (
                    f"deleting a row of {fk.target} that {table.name} refers to always fails: {column.name} cannot be "
                    f"NULL: let it, or choose another action"
                )
                yield problem_in(table, fk, message, also=(column,))
                break
