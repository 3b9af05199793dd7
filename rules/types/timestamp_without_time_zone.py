from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problems, Severity, is_moment, problem_in

MOMENTS = frozenset({"timestamp", "timestamptz"})
MIXED = (
    "{0} keeps a moment without its zone, beside others that have one: comparing them shifts by the session's zone: {1}"
)
ALL = "{0} keeps a moment without its zone: sessions with another TimeZone read and write another one: {1}"
FIX = "make it timestamptz"


def check(catalog: Catalog, ctx: Context) -> Problems:
    moments = [
        (table, column)
        for table in catalog.tables
        if ctx.vocabulary.is_designed(table)
        for column in ctx.vocabulary.of_type(table, MOMENTS)
        if not column.inherited and is_moment(column)
    ]
    bare = [(table, column) for table, column in moments if column.type.name == "timestamp"]
    usual = 2 * len(bare) > len(moments)
    for table, column in bare:
        message = (ALL if usual else MIXED).format(f"{table.name}.{column.name}", FIX)
        severity = Severity.INFO if usual else None
        yield problem_in(table, column, message, severity=severity, fold="usual" if usual else "mixed")
