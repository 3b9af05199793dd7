from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

DOORS = {"invitation", "invite", "reset", "session", "verification"}
TIMED = {
    "at",
    "created",
    "date",
    "expire",
    "expires",
    "expiration",
    "expiry",
    "time",
    "timestamp",
    "ttl",
    "until",
    "valid",
}


def check(table: Table, ctx: Context) -> Problems:
    if DOORS.isdisjoint(words(table.name.name)[-1:]) or not ctx.vocabulary.is_designed(table):
        return
    token = next((c for c in table.columns if words(c.name)[-1:] == ("token",)), None)
    timed = any(TIMED.intersection(words(c.name)) or ctx.vocabulary.family(c) == "time" for c in table.columns)
    if token is not None and not timed:
        message = f"{table.name}.{token.name} lets somebody in for ever, for nothing says when it ends: add expires_at"
        yield problem_in(table, token, message)
