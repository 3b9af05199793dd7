from __future__ import annotations

from dbarch_lint.api import BIRTH, CHANGE, Context, Problems, Table, is_moment, is_stamp, problem_in, words

TIMES = {"epoch", "timestamp", "ts"}
PARTS = {"attribute", "kv", "metadata", "property", "setting"}  # what another row is said to have


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if "time" in known.facets(table).families:
        return
    habit = known.stamps
    if not habit.created or not known.is_ordinary(table) or "lookup" in known.roles(table) or table.foreign_keys[1:]:
        return
    timed = not TIMES.isdisjoint(known.facets(table).words)
    timed |= not PARTS.isdisjoint(words(table.name.name)[-1:])
    if not timed and not any(is_stamp(c.name, BIRTH | CHANGE) or is_moment(c) for c in table.columns):
        message = f"{table.name} does not say when its rows were made, as the other tables do: add {habit.created}"
        yield problem_in(table, None, message, fold="created")
