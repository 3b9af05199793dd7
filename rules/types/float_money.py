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
    found = ctx.vocabulary.roles(table)
    if found & {"framework", "partition", "temporary"}:
        return
    severe = "document" in found or "currency" in ctx.vocabulary.facets(table).words
    for column in (*ctx.vocabulary.of_family(table, "float"), *ctx.vocabulary.of_family(table, "decimal")):
        type_, label = ctx.vocabulary.base(column.type), f"{table.name}.{column.name}"
        if type_.array or column.inherited:
            continue
        if type_.name == "money":
            message = f"{label} is of type money, which reads and rounds by the server's lc_monetary: make it numeric"
            yield problem_in(table, column, message, severity=Severity.WARNING)
        elif ctx.vocabulary.family(column) == "float" and is_money(words(column.name), words(table.name.name)):
            message = f"{label} keeps money in {type_}, where 0.10 has no exact value and sums drift: make it numeric"
            yield problem_in(table, column, message, severity=Severity.ERROR if severe else Severity.WARNING)


def is_money(name: tuple[str, ...], table: tuple[str, ...]) -> bool:
    said = MONEY.intersection(name if set(name[-1:]) & UNITS else name[-1:])
    return bool(said) and NOT_MONEY.isdisjoint(name) and NOT_MONEY.isdisjoint(table)
