from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in


def check(table: Table, _: Context) -> Problems:
    for policy in table.policies:
        if policy.command not in {"update", "all"} or policy.using is None or policy.check is None:
            continue
        owning = {t.column for t in policy.using.terms if t.operator == "=" and not t.values and not t.other}
        free = sorted(owning - policy.check.columns)
        if free and policy.permissive and not policy.check.reads_tables:
            message = (
                f"policy {policy.name} lets a user change {free[0]} of his rows in {table.name}, and so give them "
                f"away: "
                f"name it in WITH CHECK too"
            )
            yield problem_in(table, policy, message)
