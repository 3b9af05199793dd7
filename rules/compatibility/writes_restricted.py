from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems

WORDS = {
    "CHECK": "writes to {0} that do not satisfy {1}",
    "UNIQUE": "rows of {0} with the same {1}",
    "FOREIGN KEY": "rows of {0} whose {1} refers to nothing",
    "EXCLUDE": "rows of {0} that {2} keeps apart",
}


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("restricted"):
        refused = WORDS[broken.was].format(broken.subject, broken.now, broken.part)
        message = f"{refused} fail from now on, also those of code that is still running; see that none makes any"
        yield Problem(here.operation, message, fold=f"{ctx.migration.id} {broken.was}")
