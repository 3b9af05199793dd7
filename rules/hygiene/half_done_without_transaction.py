from __future__ import annotations

from dbarch_lint.api import Context, Migration, Operation, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    places = [(op, here) for op, here in ctx.walk(Operation) if not here.in_transaction]
    waiting = [here.outermost for _, here in places if any(e.blocks_writes or e.long for e in here.felt)]
    for op, here in places:
        again = here.refused_again if waiting and here.outermost.start < waiting[-1].start else None
        if again is not None:
            message = "without a transaction, this stays when a later statement fails, and running the file again "
            message += f"then fails here, because {again}"
            yield Problem(op, f"{message}; say IF [NOT] EXISTS, or give each statement a migration of its own")
            return
