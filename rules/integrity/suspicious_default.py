from __future__ import annotations

import re

from dbarch_lint.api import Context, Problems, Table, problem_in

WORD = "{0} stores the word {1} where nothing is given, and no query takes it for empty: drop the default"
FROZEN = "{0} says {1} for every row that gives no time, the moment at which the default was written: make it {2}"
EMPTY = "{0} is unique and empty by default: one row can do without a value, and no second one: drop the default"
PRECISE = re.compile(r"20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d")  # to the second: nobody thinks of such a moment
MIDNIGHT = re.compile(r"[ T]00:00:00")


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    for column in (
        (*known.of_family(table, "text"), *known.of_family(table, "time")) if known.is_designed(table) else ()
    ):
        value = column.default.literal if column.default is not None and not column.generated else None
        if value is None or column.inherited:
            continue
        family = known.family(column)
        verdicts = (
            (family == "text" and value.lower() in {"null", "undefined", "none()"}, WORD),
            (family == "time" and PRECISE.match(value) and not MIDNIGHT.search(value), FROZEN),
            (not value and family == "text" and any(key.columns == (column.name,) for key in table.keys), EMPTY),
        )
        text = next((text for holds, text in verdicts if holds), "")
        if text:
            yield problem_in(table, column, text.format(f"{table.name}.{column.name}", value, ctx.advised("now")))
