from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    told = set[str]()
    for policy in table.policies if table.row_security and ctx.vocabulary.roles(table) & {"log", "queue"} else ():
        for term in policy.using.terms if policy.using is not None and policy.command != "insert" else ():
            computed = term.operator == "=" and not term.values and not term.other
            if computed and term.column not in told and table.covering_index((term.column,)) is None:
                told.add(term.column)
                message = (
                    f"each query of {table.name} is filtered by {term.column}, which no index begins with: add one"
                )
                yield problem_in(table, policy, message)
