from __future__ import annotations

from dbarch_lint.api import API_ROLES, Context, Problems, Table, problem_in

EVERYBODY = API_ROLES | {"public"}


def check(table: Table, _: Context) -> Problems:
    for policy in table.policies:
        deciding = (policy.check or policy.using) if policy.command == "insert" else policy.using
        everybody = not policy.roles or not EVERYBODY.isdisjoint(policy.roles)
        writes = policy.permissive and policy.command != "select"
        if writes and everybody and deciding is not None and deciding.literal == "true":
            message = f"policy {policy.name} lets everybody write every row of {table.name}: say whose rows they are"
            yield problem_in(table, policy, message)
