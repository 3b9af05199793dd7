"""Changing many rows without holding locks for long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, alone, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.filling import BATCH, batch_key
from dbarch_lint.names import quoted
from dbarch_lint.operations import Delete, Insert, Merge, Update

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.findings import Fix

TITLE = "change some thousand rows at a time, and commit each time"
OPEN = "<still to do>"
LOOP = """\
DO $$
DECLARE changed bigint;
BEGIN
  LOOP
    {statement};
    GET DIAGNOSTICS changed = ROW_COUNT;
    EXIT WHEN changed = 0;
    COMMIT;
  END LOOP;
END $$"""


def in_batches(op: Update | Delete, ctx: Context) -> Fix:
    """A loop that commits some thousand rows at a time: outside of a transaction, a DO block may."""
    name, key = sql_name(op.table, ctx), batch_key(ctx.table(op.table))
    head, left = updated(op, ctx) if isinstance(op, Update) else (f"DELETE FROM {name}", condition(op))
    chosen = f"({key})" if "," in key else key
    picked = f"SELECT {key} FROM {name} WHERE {left} LIMIT {BATCH}"
    return recipe(ctx, TITLE, Part(alone(ctx), (LOOP.format(statement=f"{head}\n    WHERE {chosen} IN ({picked})"),)))


def updated(op: Update, ctx: Context) -> tuple[str, str]:
    """UPDATE ... SET, and which rows are still to do: where the column is new, those that have no value yet."""
    name, values = sql_name(op.table, ctx), assigned(op)
    if values is None:
        return f"UPDATE {name} SET ...", OPEN
    head = f"UPDATE {name} SET {values}"
    column, expression = op.columns[0], values.partition("=")[2].strip()
    if len(op.columns) > 1 or not ctx.is_unfilled(op.table, column):
        return head, OPEN
    rest = f" AND ({condition(op)})" if op.has_where else ""
    return head, f"{quoted(column)} IS NULL AND ({expression}) IS NOT NULL{rest}"


def assigned(op: Update) -> str | None:
    """What stands between SET and WHERE; None where other tables take part."""
    text, first = op.statement, None if op.reads else op.statement.word("SET")
    others = [w for w in ("FROM", "WITH") if text.says(w.lower().encode())]
    if first is None or any(text.word(w) is not None for w in others):
        return None
    where = text.word("WHERE") or text.word("RETURNING")
    end = where.start if where is not None else text.end
    words = text.source.data[first.end : end].decode("utf-8", "replace").strip()
    return None if "--" in words or "/*" in words else words


def condition(op: Update | Delete) -> str:
    """WHERE, as written; true for all rows; or a blank where other tables take part."""
    if op.reads:
        return OPEN
    return str(op.where) if op.where is not None else OPEN if op.has_where else "true"


def copied(op: Insert | Merge, ctx: Context) -> Fix:
    """The same for rows that come from another table."""
    copy = f"INSERT INTO {sql_name(op.table, ctx)}\n    SELECT ... WHERE <not copied yet> LIMIT {BATCH}"
    return recipe(ctx, "copy some thousand rows at a time", Part(alone(ctx), (LOOP.format(statement=copy),)))


RECIPES = {Update: in_batches, Delete: in_batches, Insert: copied, Merge: copied}
