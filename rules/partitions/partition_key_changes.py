from __future__ import annotations

from dbarch_lint.api import CHANGE, Context, Problems, Table, is_stamp, problem_in, words

STATES = {"phase", "stage", "state", "status"}


def check(table: Table, _: Context) -> Problems:
    for part in table.partition_by.parts if table.partition_by is not None else ():
        if part.column and (is_stamp(part.column, CHANGE) or STATES.intersection(words(part.column)[-1:])):
            message = f"{table.name} is partitioned by {part.column}, so rows move when it changes: take one that stays"
            yield problem_in(table, None, message)
