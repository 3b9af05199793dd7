from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, problem_in, words

MONEY = set(
    """amount balance charge cost deposit discount fee paid payment payout price refund revenue salary subtotal tax
    total wage""".split()
)
UNITS = set("cent cents chf eur euro gbp gross net usd".split())
# A share, a measure, or what machines use up and are metered for.
NOT_MONEY = set(
    """byte change compute confidence count cpu distance duration factor gas height hour index lat length lng load
    memory minute mode model ms multiplier pct percent percentage probability query quantity ratio rate score second
    share similarity storage time token unit usage volume weight""".split()
)


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if known.roles(table) & {"framework", "partition", "temporary"}:
        return
    for column in (*known.of_family(table, "float"), *known.of_family(table, "decimal")):
        type_, label, name = known.base(column.type), f"{table.name}.{column.name}", words(column.name)
        if type_.array or column.inherited:
            continue
        signs = {
            "named": MONEY.intersection(name if set(name[-1:]) & UNITS else name[-1:]),
            "currency": "currency" in known.facets(table).words,
            "document": "document" in known.roles(table),
            "measured": not NOT_MONEY.isdisjoint(name),
            "metered": not NOT_MONEY.isdisjoint(words(table.name.name)),
        }
        if type_.name == "money":
            message = f"{label} is of type money, which reads and rounds by the server's lc_monetary: make it numeric"
            yield problem_in(table, column, message, severity=Severity.WARNING)
        elif known.family(column) == "float" and signs["named"]:
            severity = Severity.ERROR if signs["currency"] or signs["document"] else Severity.WARNING
            message = f"{label} keeps money in {type_}, where 0.10 has no exact value and sums drift: make it numeric"
            yield problem_in(table, column, message, severity=severity, evidence=signs)
