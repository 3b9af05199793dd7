from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

PAIRS = {frozenset(pair) for pair in (("0", "1"), ("y", "n"), ("t", "f"), ("yes", "no"), ("true", "false"))}


def check(table: Table, ctx: Context) -> Problems:
    for check_ in table.checks if ctx.vocabulary.is_designed(table) else ():
        for term in check_.expression.terms:
            column = table.column(term.column)
            values = frozenset(value.lower() for value in term.values)
            if term.operator == "in" and column is not None and values in PAIRS:
                first, second = term.values
                message = (
                    f"{table.name}.{column.name} takes {first} or {second}, and each query must know which one means "
                    f"yes: "
                    f"make it boolean"
                )
                yield problem_in(table, column, message, also=(check_,))
