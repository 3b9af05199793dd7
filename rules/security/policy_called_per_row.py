from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

ASKED = {"auth.uid", "auth.jwt", "auth.role", "auth.email", "current_setting"}


def check(table: Table, _: Context) -> Problems:
    for policy in table.policies:
        calls = {name for e in (policy.using, policy.check) if e is not None for name in e.row_calls & ASKED}
        if calls:
            name = min(calls)
            message = f"policy {policy.name} calls {name}() for each row of {table.name}: write (SELECT {name}(...))"
            yield problem_in(table, policy, message, fold="calls")
