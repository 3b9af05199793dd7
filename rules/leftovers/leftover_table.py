from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, plain_words, problem_in

ENDINGS = {"backup", "bak", "bkp", "copy", "new", "old", "orig", "temp", "tmp", "v1", "v2"}


def check(table: Table, ctx: Context) -> Problems:
    made = ctx.history.copied.get(table.name)
    ends = ENDINGS.intersection(plain_words(table.name.name)[-1:]) or "backup" in plain_words(table.name.name)
    if made is not None and ends and ctx.history.age(made) and not table.foreign_keys and not table.temporary:
        message = (
            f"{table.name} is a copy that no migration dropped since, with rows that may be deleted elsewhere: drop it"
        )
        yield problem_in(table, None, message)
