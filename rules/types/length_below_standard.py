from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

NEEDED = {"email": 254, "url": 2000, "uri": 2000, "link": 2000}


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_type(table, {"varchar"}) if ctx.vocabulary.is_designed(table) else ():
        parts, length = words(column.name), (*column.type.modifiers, 0)[0]
        needed = NEEDED.get(parts[-1], 0) if parts else 0
        if isinstance(length, int) and 0 < length < needed:
            label = f"{table.name}.{column.name}"
            way_out = ctx.advised("any length", str(needed))
            message = (
                f"{label} has room for {length} characters, and such values have up to {needed:,}: make it {way_out}"
            )
            yield problem_in(table, column, message, fold=parts[-1])
