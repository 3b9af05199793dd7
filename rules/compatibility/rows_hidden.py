from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems, Severity


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("rows-hidden"):
        hidden = "all rows but those that a policy allows" if broken.now else "every row, for there is no policy"
        message = f"row security hides {hidden} of {broken.subject} from every role but its owner"
        way_out = "try it as the role of the application" if broken.now else "make the policies first"
        severity = Severity.INFO if broken.now else None
        yield Problem(here.operation, f"{message}; {way_out}", severity=severity, fold=f"{ctx.migration.id} rows")
