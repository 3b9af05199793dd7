from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

WHEN = {"at", "date", "on", "time", "timestamp"}


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    flags = {words(c.name): c for c in known.of_family(table, "boolean") if not c.generated}
    for column in known.of_family(table, "time") if flags and known.is_designed(table) else ():
        parts = words(column.name)
        if len(parts) < 2 or parts[-1] not in WHEN or not column.nullable:
            continue
        flag = flags.get(parts[:-1]) or flags.get(("is", *parts[:-1]))
        tied = flag and any({flag.name, column.name} <= c.expression.columns for c in table.checks)
        if flag is not None and not tied and not column.generated:
            message = f"{table.name} says one thing by {flag.name} and {column.name}, and the two may differ: keep one"
            yield problem_in(table, column, message, also=(flag,))
