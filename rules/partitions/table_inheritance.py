from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, _: Context) -> Problems:
    if table.inherits and table.partition_of is None and not table.temporary:
        message = (
            f"{table.name} inherits columns of {table.inherits[0]}, but no key of it: refer to it by a foreign key "
            f"instead"
        )
        yield problem_in(table, None, message, fold="inherits")
