from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for index in table.indexes if ctx.vocabulary.is_designed(table) else ():
        if not index.valid:
            what = "attach the index of each partition" if table.kind == "partitioned" else "build it again"
            message = f"{index.name} of {table.name} is not valid: writes pay for it, and no search uses it: {what}"
            yield problem_in(table, index, message)
