from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, referenced_keys

MOST_COLUMNS = 4
LONGEST = 100  # characters


def check(table: Table, ctx: Context) -> Problems:
    key = table.primary_key
    if key is None or frozenset(key.columns) not in referenced_keys(table, ctx.after):
        return
    texts = (c.type.modifiers for c in table.columns if c.name in key.columns and c.type.name == "varchar")
    long = any(isinstance(size, int) and size > LONGEST for modifiers in texts for size in modifiers)
    if len(key.columns) > MOST_COLUMNS or long:
        columns = ", ".join(key.columns)
        message = f"the key of {table.name} ({columns}) is repeated wherever a row refers to it: give it a short key"
        yield problem_in(table, key, message)
