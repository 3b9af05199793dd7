from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context, *, named: str = "", first: bool = False, composite: bool = True) -> Problems:
    key = table.primary_key
    if key is None or not ctx.vocabulary.is_designed(table):
        return
    wanted = named.replace("{table}", table.name.name)
    leading = {column.name for column in table.columns[: len(key.columns)]}
    verdicts = (
        (len(key.columns) == 1 and wanted not in {"", key.columns[0]}, f"is not called {wanted}: rename it"),
        (first and leading != set(key.columns), "does not stand first: move it"),
        (not composite and len(key.columns) > 1, "has several columns: give the table a key of one"),
    )
    problem = next((text for holds, text in verdicts if holds), None)
    if problem is not None:
        yield problem_in(table, key, f"the primary key of {table.name} {problem}")
