from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in, words

NAMED = {
    **dict.fromkeys(("created at", "updated at", "deleted at", "expires at", "birth date", "start date"), "time"),
    **dict.fromkeys(("ip", "ip address", "client ip", "remote ip"), "inet"),
}
CAST = {"timestamptz": "time", "timestamp": "time", "date": "time", "inet": "inet", "uuid": "uuid", "jsonb": "jsonb"}


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if not known.is_designed(table):
        return
    cast = {name: CAST[t] for e in known.expressions(table) for name, t in e.casts if t in CAST}
    for column in known.of_family(table, "text"):
        meant = cast.get(column.name) or NAMED.get(" ".join(words(column.name)))
        if meant and not column.comment and not column.inherited:
            why = "and the schema casts it" if column.name in cast else "which takes anything and sorts by letters"
            message = f"{table.name}.{column.name} keeps a value of a known kind as text, {why}: make it {TYPES[meant]}"
            severity = Severity.WARNING if column.name in cast else None
            yield problem_in(table, column, message, severity=severity, fold="" if column.name in cast else meant)


TYPES = {"time": "timestamptz or date", "inet": "inet", "uuid": "uuid", "jsonb": "jsonb"}
