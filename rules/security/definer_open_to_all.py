from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Name, Problem, Problems, listed

ROUTINES = {"function", "procedure", "routine", "default"}


def check(catalog: Catalog, ctx: Context) -> Problems:
    closed = {r.name.name for r in ctx.history.revoked if r.grantee == "public" and r.kind in ROUTINES}
    for functions in catalog.functions.values():
        for function in functions:
            called = function.returns not in {"trigger", "event_trigger"}
            if function.security_definer and called and not closed & {function.name.name, ""}:
                # a policy calls it with the rights of whoever queries the table
                asking = listed(dict.fromkeys(guarded_by(function.name, catalog)))
                grant = f", and grant it to the roles that query {asking}, for policies call it" if asking else ""
                message = (
                    f"{function.name} runs with its owner's rights, and everybody may call it: revoke EXECUTE from "
                    f"PUBLIC{grant}"
                )
                fold = "open to policies" if asking else "open"
                yield Problem(function, message, objects=(function.name.full,), fold=fold)


def guarded_by(function: Name, catalog: Catalog) -> list[str]:
    """The tables whose policies call a function."""
    asked = [(t, e) for t in catalog.tables for p in t.policies for e in (p.using, p.check) if e is not None]
    return [t.name.name for t, e in asked if function.name in {f.rpartition(".")[2] for f in e.functions}]
