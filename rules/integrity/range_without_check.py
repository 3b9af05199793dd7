from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, spans, words

MEASURED = {"archive", "log", "queue", "settings"}
# Columns beside what was computed, which is in order.
COMPUTED = set("avg average cached duration median percentile stddev stdev".split())
# What machines began and ended: the clock keeps it in order.
MACHINE = set("build check execution index job process run session sync task workflow".split())


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if not known.is_designed(table) or known.roles(table) & MEASURED or known.facets(table).words & COMPUTED:
        return
    for first, last in spans(table, ctx.vocabulary):
        pair = {first.name, last.name}
        if MACHINE.intersection((*words(table.name.name), *words(first.name))) or last.default is not None:
            continue
        if not any(pair <= c.expression.columns for c in table.checks) and not table.exclusions:
            message = (
                f"{table.name} takes a {last.name} before its {first.name}: add CHECK ({first.name} <= {last.name})"
            )
            yield problem_in(table, last, message, also=(first,), fold="span")
