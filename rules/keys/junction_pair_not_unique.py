from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, own_columns, problem_in, unique_sets

BESIDE = {"archive", "child", "framework", "log", "partition", "queue", "staging", "temporary"}


def check(table: Table, ctx: Context) -> Problems:
    found = ctx.vocabulary.roles(table)
    if "junction" not in found or found & BESIDE or table.exclusions or table.partition_by is not None:
        return
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    required = all(not c.nullable for c in table.columns if c.name in linked)
    # by the pair or less, or by a link and what else is in the key
    told_apart = any(key <= linked or (key & linked and key - linked) for key in unique_sets(table))
    if required and not told_apart and not happens(table, ctx):
        pair = ", ".join(name for name in (c.name for c in table.columns) if name in linked)
        message = f"{table.name} may hold the same pair twice, and joins then count it double: make ({pair}) unique"
        yield problem_in(table, None, message)


def happens(table: Table, ctx: Context) -> bool:
    """Whether what refers to its rows says when: they are things that happen, to one pair as often as it comes."""
    children = (ctx.after.table(name) for name, _ in ctx.vocabulary.referring(table))
    own = (column for child in children if child is not None for column in own_columns(child))
    return any(ctx.vocabulary.family(column) == "time" for column in own)
