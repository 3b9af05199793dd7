from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, unique_indexes, words

SAID = {"name", "title", "number", "code", "label"}
DOORS = {"invitation", "invite", "key", "link", "token"}  # what they hold is found without the tenant


def check(table: Table, ctx: Context) -> Problems:
    tenancy = ctx.vocabulary.tenancy
    if tenancy is None or tenancy.reference(table) is None or not ctx.vocabulary.is_ordinary(table):
        return
    if DOORS.intersection(words(table.name.name)):
        return
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    for key in unique_indexes(table):
        said = any(SAID.intersection(words(name)[-1:]) for name in key.columns)
        if said and linked.isdisjoint(key.columns):
            names = ", ".join(key.columns)
            message = (
                f"{key.name} of {table.name} lets only one row of {tenancy.root} use a {names}: add {tenancy.column} "
                f"to "
                f"it"
            )
            yield problem_in(table, key, message)
