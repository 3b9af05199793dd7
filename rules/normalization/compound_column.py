from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

CUTTERS = {"split_part", "regexp_match", "regexp_matches", "regexp_substr", "substring_index"}
ENOUGH = 2  # places


def check(table: Table, ctx: Context) -> Problems:
    given = [c.default for c in table.columns if c.generated]  # these facts have their columns
    found = [e for e in ctx.vocabulary.expressions(table) if e.functions & CUTTERS and e not in given]
    for column in table.columns if len(found) >= ENOUGH else ():
        if sum(column.name in e.columns for e in found) >= ENOUGH:
            label = f"{table.name}.{column.name}"
            message = f"{label} holds several facts, which the schema cuts out of it: give each a column"
            yield problem_in(table, column, message)
