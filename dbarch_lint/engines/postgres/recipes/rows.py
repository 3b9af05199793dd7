"""Changing many rows without holding locks for long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, columns, recipe, sql_name
from dbarch_lint.operations import Delete, Insert, Merge, Update

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.findings import Fix

OWN = "a migration of its own, where each statement commits by itself; repeat until it changes no row"
SIZE = 10_000


def in_batches(op: Update | Delete, ctx: Context) -> Fix:
    """Some thousand rows at a time."""
    table, name = ctx.table(op.table), sql_name(op.table, ctx)
    names = columns(table.primary_key.columns) if table is not None and table.primary_key else "ctid"
    key = f"({names})" if "," in names else names
    head = f"UPDATE {name} SET ..." if isinstance(op, Update) else f"DELETE FROM {name}"
    picked = f"SELECT {names} FROM {name} WHERE <still to do> LIMIT {SIZE}"
    return recipe(ctx, "change some thousand rows at a time", Part(OWN, (f"{head} WHERE {key} IN ({picked})",)))


def copied(op: Insert | Merge, ctx: Context) -> Fix:
    """The same for rows that come from another table."""
    copy = f"INSERT INTO {sql_name(op.table, ctx)} SELECT ... WHERE <not copied yet> LIMIT {SIZE}"
    return recipe(ctx, "copy some thousand rows at a time", Part(OWN, (copy,)))


RECIPES = {Update: in_batches, Delete: in_batches, Insert: copied, Merge: copied}
