from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems, listed


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("value-gone"):
        where = f"{broken.subject}.{broken.part}" if broken.part else str(broken.subject)
        values = listed(f"'{value}'" for value in broken.lost)
        message = f"{where} refuses {values} from now on, so running code that writes or asks for it fails"
        yield Problem(here.operation, f"{message}; remove a value one release after the last one that uses it")
