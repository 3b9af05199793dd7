from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, identifying_column, is_distinguished, problem_in, words

# Of these there may be several for one thing.
ABOUT = {"attempt", "draft", "request", "revision", "submission", "version"}
TWICE = "{0} tells rows of {1} apart, yet two may have the same, as soon as two requests come at once: make it unique"


def check(table: Table, ctx: Context) -> Problems:
    column = identifying_column(table, ctx.vocabulary) if ctx.vocabulary.is_designed(table) else None
    if column is None or is_distinguished(table, column.name):
        return
    signs = {
        "identity": True,
        "looked-up": any(index.columns == (column.name,) for index in table.indexes),
        "extension": any(set(fk.columns) == set(key.columns) for key in table.keys for fk in table.foreign_keys),
        "about": not ABOUT.isdisjoint(words(table.name.name)[-1:]),
        "passing": not ctx.vocabulary.is_ordinary(table),
        "partitioned": table.partition_by is not None,
        "optional": column.nullable,
        "default": column.default is not None,
    }
    yield problem_in(table, column, TWICE.format(f"{table.name}.{column.name}", table.name), evidence=signs)
