from __future__ import annotations

import re

from dbarch_lint.api import Context, Part, Problems, Table, problem_in

LIMIT = 63  # bytes


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    parts: list[Part] = [*table.columns, *table.keys, *table.foreign_keys, *table.checks, *table.indexes]
    for part in parts:
        span = ctx.note("", part).span
        longer = span is not None and re.search(rf"{re.escape(part.name)}\w", span.text)
        if len(part.name.encode()) == LIMIT and longer:
            message = f"{part.name} of {table.name} is what the server left of a longer name: give it a shorter one"
            yield problem_in(table, part, message)
