from __future__ import annotations

from collections import Counter

from dbarch_lint.api import Catalog, Context, Problems, problem_in


def check(catalog: Catalog, ctx: Context) -> Problems:
    tables = [table for table in catalog.tables if ctx.vocabulary.is_designed(table)]
    counts = Counter(column.name for table in tables for column in table.columns)
    spellings: dict[str, list[str]] = {}
    for name in counts:
        spellings.setdefault(name.replace("_", "").lower(), []).append(name)
    usual = {name: max(group, key=lambda n: counts[n]) for group in spellings.values() for name in group}
    for table in tables:
        for column in table.columns:
            other = usual[column.name]
            if other != column.name and counts[other] > counts[column.name] and not column.inherited:
                message = f"{table.name}.{column.name} is called {other} in {counts[other]} tables: call it so here too"
                yield problem_in(table, column, message, fold="spelling")
