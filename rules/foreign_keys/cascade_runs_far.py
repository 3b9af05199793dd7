from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, cascade, problem_in

DEEPEST = 4  # foreign keys, one behind the other
MOST = 25  # tables


def check(catalog: Catalog, _: Context) -> Problems:
    for table in catalog.tables:
        if table.name not in catalog.referencing or any(fk.on_delete == "CASCADE" for fk in table.foreign_keys):
            continue
        reached = cascade(catalog, table.name)
        way = max(reached.values(), key=len, default=[])
        if len(way) > DEEPEST or len(reached) > MOST:
            path = " to ".join(str(child.name) for child, _ in way)
            message = (
                f"deleting a row of {table.name} deletes rows of {len(reached)} tables in one transaction, along "
                f"{path} for one: delete in steps, children first"
            )
            last, fk = way[-1]
            yield problem_in(last, fk, message, also=tuple(fk for _, fk in way))
