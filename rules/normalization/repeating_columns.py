from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, numbered_columns, problem_in

# Things of which somebody may have any number: two numbered columns are enough to say so.
MANY = set("address answer attr contact custom email field image option phone photo skill tag value".split())
# Numbers that count nothing: lines of one address, algorithms, coordinates, versions, calendar quarters.
OTHER = set("axis coord dim h ip ipv level line md oauth p percentile q quarter sha street utf v version".split())


def check(table: Table, ctx: Context) -> Problems:
    for word, columns in numbered_columns(table, ctx.vocabulary) if ctx.vocabulary.is_designed(table) else ():
        optional = all(column.nullable for column in columns)
        signs = {
            "numbered": True,
            "several": len(columns) > 2,
            "any-number": word in MANY,
            "optional": optional,
            "no-count": word in OTHER,
        }
        names = ", ".join(column.name for column in columns)
        message = (
            f"{table.name} keeps one kind of fact in {len(columns)} columns ({names}): a search must name all, "
            f"and one more needs a migration: keep a row each in a table of its own"
        )
        yield problem_in(table, max(columns, key=table.columns.index), message, evidence=signs)
