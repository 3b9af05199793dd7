from __future__ import annotations

from dbarch_lint.api import Context, CreateTable, Migration, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("null-refused"):
        column = f"{broken.subject}.{broken.part}"
        message = f"code that is still running and leaves {column} empty fails from now on; release code that fills it"
        if not isinstance(here.operation, CreateTable):
            yield Problem(here.operation, f"{message} first", fold=f"{ctx.migration.id} {broken.part}")
