from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, _: Context, *, modules: tuple[str, ...] = ()) -> Problems:
    for fk in table.foreign_keys if table.name.schema in modules else ():
        if fk.target.schema in modules and fk.target.schema != table.name.schema:
            message = (
                f"{table.name.full} refers to {fk.target.full}, so neither schema can be changed without the other: "
                f"refer by value"
            )
            yield problem_in(table, fk, message)
