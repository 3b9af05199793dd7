from __future__ import annotations

from dbarch_lint.api import Context, Migration, Problem, Problems


def check(_: Migration, ctx: Context) -> Problems:
    for broken, here in ctx.breaks("signature-gone"):
        call = f"{broken.subject}({broken.part})"
        how = "takes other arguments" if broken.now != "0" else "is gone"
        message = f"{call} {how}, and running code that calls it fails; keep it for a release beside what replaces it"
        yield Problem(here.operation, message, objects=(broken.subject.full,))
