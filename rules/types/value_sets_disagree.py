from __future__ import annotations

from dbarch_lint.api import Catalog, Column, Context, Problems, Table, listed, problem_in, words

LEAST_SHARED = 3


def check(catalog: Catalog, ctx: Context) -> Problems:
    groups: dict[object, list[tuple[Table, Column, frozenset[str]]]] = {}
    for table in catalog.tables:
        listing = table.checks or ctx.vocabulary.of_type(table, {"enum", "set"})
        for column in table.columns if listing and ctx.vocabulary.is_designed(table) else ():
            values = frozenset(ctx.vocabulary.listed_values(table, column))
            if len(values) >= LEAST_SHARED and len(words(column.name)) > 1:
                groups.setdefault(words(column.name), []).append((table, column, values))
    for group in groups.values():
        widest = max(group, key=lambda one: len(one[2]))
        for table, column, values in group:
            missing = sorted(widest[2] - values)
            if len(missing) == 1 and values < widest[2]:
                label, other = f"{table.name}.{column.name}", f"{widest[0].name}.{widest[1].name}"
                message = f"{label} refuses {listed(missing)}, which {other} takes: use one list for both"
                yield problem_in(table, column, message, also=(widest[1],))
