from __future__ import annotations

from dbarch_lint.api import Column, Context, Problems, Table, problem_in, unique_sets, words

ONE = set("credential detail metadata preference profile setting stat statistic".split())
MANY = set("category day from key kind language locale month name option period type valid version year".split())

IDS = {("guid",), ("id",), ("uuid",)}


def check(table: Table, ctx: Context) -> Problems:
    parts = words(table.name.name)
    if len(parts) < 2 or parts[-1] not in ONE or not ctx.vocabulary.is_designed(table):
        return
    keyed = frozenset(name for unique in unique_sets(table) for name in unique)
    for fk in table.foreign_keys:
        if words(fk.target.name) == parts[:-1] and keyed.isdisjoint(fk.columns):
            columns = ", ".join(fk.columns)
            signs = {
                "extension": True,
                "required": not any(c.nullable for c in table.columns if c.name in fk.columns),
                "several": not MANY.isdisjoint(ctx.vocabulary.facets(table).words),
                "others": len(table.foreign_keys) > 1,
                "told-apart": any(is_other_id(c, keyed.union(fk.columns)) for c in table.columns),
            }
            message = f"a row of {fk.target} may have several {table.name}, but code reads one: make {columns} unique"
            yield problem_in(table, fk, message, evidence=signs)


def is_other_id(column: Column, known: frozenset[str]) -> bool:
    """Whether a column is an id that every row has, of something else than the row and what it belongs to."""
    return column.name not in known and not column.nullable and words(column.name)[-1:] in IDS
