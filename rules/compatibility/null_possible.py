from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("null-possible"):
        column = f"{broken.subject}.{broken.part}"
        message = f"{column} may be NULL from now on, which running code that reads it may not expect; let readers cope"
        yield Problem(here.operation, f"{message} first", fold=f"{ctx.migration.id} null")
