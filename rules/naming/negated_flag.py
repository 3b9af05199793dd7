from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

NEGATIONS = frozenset({"not", "no", "non"})


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_family(table, "boolean") if ctx.vocabulary.is_designed(table) else ():
        if not NEGATIONS.isdisjoint(words(column.name)[:2]):
            label = f"{table.name}.{column.name}"
            yield problem_in(table, column, f"{label} says what is not, so a reader thinks twice: say what is")
