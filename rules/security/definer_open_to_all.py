from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problem, Problems

ROUTINES = {"function", "procedure", "routine", "default"}


def check(catalog: Catalog, ctx: Context) -> Problems:
    closed = {r.name.name for r in ctx.history.revoked if r.grantee == "public" and r.kind in ROUTINES}
    for functions in catalog.functions.values():
        for function in functions:
            called = function.returns not in {"trigger", "event_trigger"}
            if function.security_definer and called and not closed & {function.name.name, ""}:
                message = (
                    f"{function.name} runs with its owner's rights, and everybody may call it: revoke EXECUTE from "
                    f"PUBLIC"
                )
                yield Problem(function, message, objects=(function.name.full,), fold="open")
