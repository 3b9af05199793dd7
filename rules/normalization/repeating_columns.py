from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, numbered_columns, problem_in

# Things of which somebody may have any number: two numbered columns are enough to say so.
MANY = set("address answer attr contact custom email field image option phone photo skill tag value".split())
# Numbers that count nothing: lines of one address, algorithms, coordinates, versions, calendar quarters.
OTHER = set("axis coord dim h ip ipv level line md oauth p percentile q quarter sha street utf v version".split())
NOT_JUDGED = {"child", "framework", "partition", "staging", "temporary"}


def check(table: Table, ctx: Context) -> Problems:
    if ctx.vocabulary.roles(table) & NOT_JUDGED:
        return
    for word, columns in numbered_columns(table, ctx.vocabulary):
        enough = len(columns) > 2 or (word in MANY and all(column.nullable for column in columns))
        if enough and word not in OTHER:
            names = ", ".join(column.name for column in columns)
            yield problem_in(
                table,
                max(columns, key=table.columns.index),
                f"{table.name} keeps one kind of fact in {len(columns)} columns ({names}): a search must name all, "
                f"and one more needs a migration: keep a row each in a table of its own",
            )
