from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("trigger-added", "policy-added"):
        what = broken.kind.partition("-")[0]
        message = (
            f"the {what} {broken.part} takes part in every statement on {broken.subject}, also in those of running code"
        )
        yield Problem(here.operation, f"{message}; see that these can live with it", fold=f"{ctx.migration.id} {what}")
