from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

EDITABLE = {"user_metadata", "raw_user_meta_data"}


def check(table: Table, _: Context) -> Problems:
    for policy in table.policies:
        said = {word for e in (policy.using, policy.check) if e is not None for word in (*e.constants, *e.columns)}
        if EDITABLE & said:
            message = f"policy {policy.name} of {table.name} reads what users write about themselves: read app_metadata"
            yield problem_in(table, policy, message)
