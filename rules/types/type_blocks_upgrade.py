from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in

# pg_upgrade's check for reg* types: regclass, regrole and regtype keep their numbers.
KINDS = "collation config dictionary namespace oper operator proc procedure"
BLOCKING = {f"reg{kind}" for kind in KINDS.split()}


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "other"):
        type_ = ctx.vocabulary.base(column.type)
        if type_.builtin and type_.name in BLOCKING and not table.temporary:
            label = f"{table.name}.{column.name}"
            message = (
                f"{label} is {column.type}: pg_upgrade refuses a database with such a column: keep the name as text"
            )
            yield problem_in(table, column, message)
