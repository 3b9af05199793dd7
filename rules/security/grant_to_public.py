from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problem, Problems

WRITES = {"all", "create", "delete", "insert", "trigger", "truncate", "update"}
KINDS = {"table", "schema", "database", "default"}


def check(_: Catalog, ctx: Context) -> Problems:
    told = set[int]()
    for right, grant in ctx.history.granted.items():
        if right.grantee == "public" and right.privilege in WRITES and right.kind in KINDS and id(grant) not in told:
            told.add(id(grant))
            what = "everything made later" if right.kind == "default" else f"{right.kind} {right.name}"
            message = f"every role, those to come included, gets {right.privilege.upper()} on {what}: grant it to few"
            yield Problem(grant, message, objects=(right.name.full,) if right.name.name else ())
