from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in, words

NAMED = {
    **dict.fromkeys(("created at", "updated at", "deleted at", "expires at", "birth date", "start date"), "moment"),
    **dict.fromkeys(("ip", "ip address", "client ip", "remote ip"), "address"),
}
CAST = {**dict.fromkeys(("timestamptz", "timestamp", "date"), "moment"), "inet": "address", "uuid": "uuid"}
CAST["jsonb"] = "document"


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    texts = known.of_family(table, "text") if known.is_designed(table) else ()
    cast = {name: CAST[t] for e in known.expressions(table) for name, t in e.casts if t in CAST} if texts else {}
    for column in texts:
        named = NAMED.get(" ".join(words(column.name)))
        meant = cast.get(column.name) or named
        if meant is None or column.inherited:
            continue
        signs = {"cast": column.name in cast, "named": named, "explained": column.comment}
        why = "and the schema casts it" if signs["cast"] else "which takes anything and sorts by letters"
        message = (
            f"{table.name}.{column.name} keeps a value of a known kind as text, {why}: make it {ctx.advised(meant)}"
        )
        severity, fold = (Severity.WARNING, "") if signs["cast"] else (None, meant)
        yield problem_in(table, column, message, severity=severity, fold=fold, evidence=signs)
