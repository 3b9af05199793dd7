from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, problem_in

MOST = 0.7


def check(catalog: Catalog, ctx: Context) -> Problems:
    tenancy = ctx.vocabulary.tenancy
    if tenancy is None:
        return
    owned = [t for t in catalog.tables if any(fk.target in tenancy.tables for fk in t.foreign_keys)]
    bare = [t for t in owned if t.name not in tenancy.tables and t.name != tenancy.root]
    for table in bare:
        signs = {
            "owned": True,
            "habit": len(owned) - len(bare) >= MOST * len(owned),
            "passing": not ctx.vocabulary.is_ordinary(table),
        }
        message = f"{table.name} belongs to a row of {tenancy.root} but does not name it: add {tenancy.column}"
        yield problem_in(table, None, message, fold="tenant", evidence=signs)
