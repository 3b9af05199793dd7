from __future__ import annotations

import re

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    said = " ".join([table.comment, *(column.comment for column in table.columns)])
    for column in table.columns if said.strip() else ():
        old, _ = ctx.history.renamed.get((table.name, column.name), ("", None))
        if "_" in old and table.column(old) is None and re.search(rf"\b{re.escape(old)}\b", said):
            message = f"a comment on {table.name} speaks of {old}, which is called {column.name} now: write it anew"
            yield problem_in(table, column, message)
