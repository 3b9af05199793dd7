from __future__ import annotations

from dbarch_lint.api import AlterColumnType, Context, Migration, Problem, Problems

COMPUTED = (
    "{0} is computed by the server from now on, so INSERTs and UPDATEs of running code that give it a value fail; "
    "first release code that does not"
)
NARROWED = (
    "{0} ({1} until now) refuses {2} from now on, and running code that writes such values fails; "
    "release code that writes none first"
)


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("narrowed", "computed"):
        column = f"{broken.subject}.{broken.part}"
        if broken.kind == "computed":
            yield Problem(here.operation, COMPUTED.format(column))
        elif isinstance(here.operation, AlterColumnType):
            yield Problem(here.operation, NARROWED.format(column, broken.was, broken.now))
