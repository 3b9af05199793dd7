from __future__ import annotations

from dbarch_lint.api import Catalog, Column, Context, Problems, Table, problem_in

LEAST = 3
MOST = 0.8


def check(catalog: Catalog, ctx: Context) -> Problems:
    checked: dict[str, int] = {}
    bare: dict[str, list[tuple[Table, Column]]] = {}
    for table in catalog.tables:
        if not ctx.vocabulary.is_designed(table) or "log" in ctx.vocabulary.roles(table):
            continue
        own = {name for c in table.checks if len(c.expression.columns) == 1 for name in c.expression.columns}
        for column in table.columns:
            if column.name in own:
                checked[column.name] = checked.get(column.name, 0) + 1
            elif column.type.builtin and not column.generated:
                bare.setdefault(column.name, []).append((table, column))
    for name, count in checked.items():
        rest = bare.get(name, [])
        for table, column in rest if count >= LEAST and count >= MOST * (count + len(rest)) else ():
            message = f"{table.name}.{name} takes what {count} other tables refuse in theirs: add the same CHECK"
            yield problem_in(table, column, message)
