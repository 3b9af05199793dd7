from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, listed, problem_in

ENOUGH = 3


def check(table: Table, ctx: Context) -> Problems:
    documents = ctx.vocabulary.of_family(table, "json")
    found = ctx.vocabulary.expressions(table) if documents and ctx.vocabulary.is_designed(table) else ()
    asked = {pair for e in found for pair in e.json_keys}
    taken = {pair for c in table.columns if asked and c.generated and c.default for pair in c.default.json_keys}
    for column in documents if len(asked) >= ENOUGH else ():
        keys = sorted(key for name, key in asked - taken if name == column.name)
        if len(keys) >= ENOUGH:
            label = f"{table.name}.{column.name}"
            message = (
                f"{label} is looked into by {len(keys)} keys ({listed(keys)}), which have no type: make them columns"
            )
            yield problem_in(table, column, message)
