from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, quoted_name, recipe


def check(table: Table, _: Context) -> Problems:
    if table.policies and not table.row_security and not table.temporary:
        fix = recipe("enable it", f"ALTER TABLE {quoted_name(table.name)} ENABLE ROW LEVEL SECURITY;")
        message = f"the policies of {table.name} do nothing, for its row security is off: enable it"
        yield problem_in(table, table.policies[0], message, fix=fix)
