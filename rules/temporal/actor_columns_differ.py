from __future__ import annotations

from dbarch_lint.api import Catalog, Column, Context, Problems, Table, problem_in, words

ACTS = {"approved", "archived", "assigned", "created", "deleted", "modified", "reviewed", "updated"}


def check(catalog: Catalog, ctx: Context) -> Problems:
    linked: dict[str, list[Table]] = {}
    bare: list[tuple[Table, Column]] = []
    for table in catalog.tables:
        by = "by" in ctx.vocabulary.facets(table).words and ctx.vocabulary.is_ordinary(table)
        for column in ctx.vocabulary.saying(table, ACTS) if by else ():
            parts = words(column.name)
            if len(parts) in {2, 3} and parts[0] in ACTS and parts[1] == "by":
                if any(column.name in fk.columns for fk in table.foreign_keys):
                    linked.setdefault(column.name, []).append(table)
                elif (table.name, column.name) not in ctx.history.unreferenced:
                    bare.append((table, column))
    for table, column in bare:
        others = linked.get(column.name, [])
        if len(others) > 1:
            label = f"{table.name}.{column.name}"
            message = (
                f"{label} is not checked, as it is in {len(others)} other tables by a foreign key: add it here too"
            )
            yield problem_in(table, column, message, fold="actor")
