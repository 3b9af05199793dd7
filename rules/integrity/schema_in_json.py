from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

ENOUGH = 3


def check(table: Table, ctx: Context) -> Problems:
    documents = ctx.vocabulary.of_family(table, "json")
    found = list(ctx.vocabulary.expressions(table)) if documents and ctx.vocabulary.is_designed(table) else []
    taken = {word for c in table.columns if documents and c.generated and c.default for word in c.default.constants}
    for column in documents:
        keys = {word for e in found if column.name in e.columns for word in e.constants} - taken
        if len(keys) >= ENOUGH:
            label, names = f"{table.name}.{column.name}", ", ".join(sorted(keys)[:ENOUGH])
            message = f"{label} is looked into by {len(keys)} keys ({names}), which have no type: make them columns"
            yield problem_in(table, column, message)
