from __future__ import annotations

from collections import Counter

from dbarch_lint.api import Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table)]
    counts = Counter((table.name.schema, column.name) for table in tables for column in table.columns)
    spellings: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for schema, name in counts:
        spellings.setdefault((schema, name.replace("_", "").lower()), []).append((schema, name))
    several = (group for group in spellings.values() if len(group) > 1)
    usual = {key: max(group, key=lambda k: counts[k]) for group in several for key in group}
    for table in tables if usual else ():
        for column in table.columns:
            own = (table.name.schema, column.name)
            other = usual.get(own, own)
            if counts[other] > counts[own] and not column.inherited:
                message = (
                    f"{table.name}.{column.name} is called {other[1]} in {counts[other]} tables: call it so here too"
                )
                yield problem_in(table, column, message, fold="spelling")
