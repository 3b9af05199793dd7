"""Changing many rows without holding locks for long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, alone, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.filling import BATCH, batch_key
from dbarch_lint.names import quoted
from dbarch_lint.operations import Delete, Insert, Merge, Update

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.expression import Term
    from dbarch_lint.findings import Fix

TITLE = "change some thousand rows at a time, and commit each time"
OPEN = "<still to do>"
ENDED_BY = {"is null": "", "is true": "false", "is false": "true"}  # the constant that does; empty: any
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
    return looped(ctx, TITLE, f"{head}\n    WHERE {chosen} IN ({picked})")


def looped(ctx: Context, title: str, statement: str) -> Fix:
    """A statement for some rows, again and again until none is left."""
    loop = LOOP.format(statement=statement)
    return recipe(ctx, title, Part(alone(ctx, loop), (loop,)))


def updated(op: Update, ctx: Context) -> tuple[str, str]:
    """UPDATE ... SET, and which rows are still to do."""
    name, values = sql_name(op.table, ctx), assigned(op)
    if values is None:
        return f"UPDATE {name} SET ...", OPEN
    return f"UPDATE {name} SET {values}", still_to_do(op, ctx, values.partition("=")[2].strip())


def still_to_do(op: Update, ctx: Context, value: str) -> str:
    """What is true of a row until it is done; `value`: what the column is set to, where it is the only one."""
    asked = condition(op) if op.has_where else ""
    if op.where is not None and any(undone(term, op) for term in op.where.terms):
        return asked
    told = asked and f" AND ({asked})"
    new = [c for c in op.columns if ctx.is_unfilled(op.table, c)]
    constant = next((c for c in new if c in op.given), None)
    if constant is not None:
        return f"{quoted(constant)} IS NULL{told}"
    empty = {t.column for t in op.where.terms if t.operator == "is null"} if op.where is not None else set()
    if len(op.columns) == 1 and op.columns[0] in {*new, *empty}:
        column = op.columns[0]
        first = "" if column in empty else f"{quoted(column)} IS NULL AND "
        return f"{first}({value}) IS NOT NULL{told}" if first else f"{asked} AND ({value}) IS NOT NULL"
    return OPEN if asked in {"", OPEN} else f"({asked}) AND {OPEN}"


def undone(term: Term, op: Update) -> bool:
    """Whether a condition ceases to hold of a row with the constant that the statement gives it."""
    value = dict(zip(op.given, op.constants, strict=False)).get(term.column)
    if value is None:
        return False
    if term.operator in ENDED_BY:
        return ENDED_BY[term.operator] in {"", value}
    if term.operator == "<>":
        return value in term.values
    return term.operator in {"=", "in"} and bool(term.values) and value not in term.values


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
    return looped(ctx, "copy some thousand rows at a time", copy)


RECIPES = {Update: in_batches, Delete: in_batches, Insert: copied, Merge: copied}
