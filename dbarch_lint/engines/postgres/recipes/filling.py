"""How a new column gets its values: by a trigger for rows to come, in batches for rows that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, columns, sql_name
from dbarch_lint.engines.postgres.recipes.constraints import proof
from dbarch_lint.names import Name, quoted
from dbarch_lint.objects import Table

if TYPE_CHECKING:
    from dbarch_lint.context import Context

BATCH = 10_000
ROOM = 50  # characters of a column's name that leave room for a suffix


def kept_equal(table: Name, column: str, value: str, ctx: Context) -> list[str]:
    """A trigger that gives each new or changed row its value."""
    trigger = trigger_name(table, column)
    body = f"BEGIN NEW.{quoted(column)} := {value}; RETURN NEW; END"
    event = f"BEFORE INSERT OR UPDATE ON {sql_name(table, ctx)}"
    return [
        f"CREATE FUNCTION {trigger}() RETURNS trigger LANGUAGE plpgsql AS $$ {body} $$",
        f"CREATE TRIGGER {trigger} {event}\n  FOR EACH ROW EXECUTE FUNCTION {trigger}()",
    ]


def trigger_name(table: Name, column: str) -> str:
    """One name for a trigger and its function."""
    return quoted(f"fill_{table.name[:20]}_{column[:30]}")


def required(table: Name, column: str, ctx: Context, called: str = "") -> Part:
    """NOT NULL for a column that has been filled; `called`: the name that its author gives to it."""
    add, validate, drop = proof(table, column, ctx, called)
    finish = f"ALTER TABLE {sql_name(table, ctx)} ALTER COLUMN {quoted(column)} SET NOT NULL"
    steps = (add, validate, finish, drop) if drop else (add, validate)
    return Part("when every row has a value, each in a transaction of its own", steps)


def batches(table: Name, assignment: str, column: str, ctx: Context, and_not_null: str = "") -> Part:
    """An UPDATE of a few rows, to be repeated until none is left."""
    name, key = sql_name(table, ctx), batch_key(ctx.table(table))
    left = f"{quoted(column)} IS NULL" + (f" AND {quoted(and_not_null)} IS NOT NULL" if and_not_null else "")
    chosen = key if "," not in key else f"({key})"
    text = f"UPDATE {name} SET {assignment}\nWHERE {chosen} IN (SELECT {key} FROM {name} WHERE {left} LIMIT {BATCH})"
    return Part("in a job that commits each time, until it says UPDATE 0", (text,))


def batch_key(table: Table | None) -> str:
    """What tells the rows of a table apart, as SQL."""
    if table is not None and table.primary_key is not None:
        return columns(table.primary_key.columns)
    return "ctid" if table is not None and table.partition_by is None and not table.partial else "<key>"


def literal(text: str) -> str:
    """A string in SQL."""
    return "'" + text.replace("'", "''") + "'"
