from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

BOUNDS = (("lft", "rgt"), ("lft", "rght"), ("left_bound", "right_bound"))
BEGINNINGS = frozenset({"left", "lft"})


def check(table: Table, ctx: Context) -> Problems:
    for left, right in BOUNDS if ctx.vocabulary.saying(table, BEGINNINGS) else ():
        first, last = table.column(left), table.column(right)
        if first is None or last is None or not ctx.vocabulary.is_designed(table):
            continue
        checked = any(c.expression.columns >= {left, right} for c in table.checks)
        if not checked or table.narrowing_index((left,))[0] is None:
            message = f"{table.name} keeps a tree in {left} and {right}, which nothing checks: add a CHECK and an index"
            yield problem_in(table, last, message, also=(first,))
