"""Columns added, retyped and dropped in steps that a running application survives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres import types
from dbarch_lint.engines.postgres.recipes.common import Part, here, later, outside, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.filling import ROOM, literal
from dbarch_lint.engines.postgres.recipes.swap import swapped_column
from dbarch_lint.findings import Fix
from dbarch_lint.names import Name, quoted
from dbarch_lint.objects import Enum
from dbarch_lint.operations import AlterColumnType, DropColumn, DropNotNull

if TYPE_CHECKING:
    from dbarch_lint.context import Context

LIMITED = {"varchar", "text"}  # types whose length a CHECK can limit as well


# --- changing the type


def change_type(op: AlterColumnType, ctx: Context) -> Fix | None:
    """The cheapest way to another type."""
    if op.type_change in {"none", "binary", "reindex"}:
        return without_dependents(op, ctx)
    if op.old is None:
        return None
    for way in (more_enum_values, in_utc, by_check):
        fix = way(op, ctx)
        if fix is not None:
            return fix
    return swapped_column(op, ctx)


def more_enum_values(op: AlterColumnType, ctx: Context) -> Fix | None:
    """An enum that only gains values needs no second type."""
    old, new = (ctx.before.types.get(Name(t.schema, t.name)) for t in (op.old, op.type) if t is not None)
    if not (isinstance(old, Enum) and isinstance(new, Enum)):
        return None
    if old.values != tuple(v for v in new.values if v in old.values):
        return None  # values are lost, or change places
    add = f"ALTER TYPE {sql_name(old.name, ctx)} ADD VALUE "
    places = (f"BEFORE {literal(old.values[0])}" if old.values else "", *(f"AFTER {literal(v)}" for v in new.values))
    added = [
        add + f"{literal(v)} {place}".rstrip()
        for v, place in zip(new.values, places, strict=False)
        if v not in old.values
    ]
    if not added:
        return None
    return recipe(
        ctx, "the new type only has more values: add them to the old one, and no row is touched", here(*added)
    )


def in_utc(op: AlterColumnType, ctx: Context) -> Fix | None:
    """Between timestamp and timestamptz nothing is rewritten while the session's time zone is UTC."""
    change = types.type_change(op.old, op.type, time_zone="UTC", user_types=ctx.before.types)
    if op.using is not None or change == "rewrite":
        return None
    alter = f"ALTER TABLE {sql_name(op.table, ctx)} ALTER COLUMN {quoted(op.column)} TYPE {op.type}"
    local = "SET LOCAL" if ctx.in_transaction else "SET"
    return recipe(
        ctx,
        "if the stored times are UTC, say so: then no row is written anew, only the indexes on the column",
        here(f"{local} timezone = 'UTC'", alter),
    )


def by_check(op: AlterColumnType, ctx: Context) -> Fix | None:
    """A limit on a length is a constraint; it need not be a type."""
    old, new = op.old, op.type
    if old is None or old.name not in LIMITED or new.name != "varchar" or not new.modifiers or old.array or new.array:
        return None
    name, column = quoted(f"{op.table.name}_{op.column[:ROOM]}_length"), quoted(op.column)
    table = sql_name(op.table, ctx)
    check = f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK (char_length({column}) <= {new.modifiers[0]}) NOT VALID"
    return recipe(
        ctx,
        "leave the type as it is, and limit the length by a CHECK",
        here(check),
        later(ctx, f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}"),
    )


def without_dependents(op: AlterColumnType, ctx: Context) -> Fix | None:
    """The type changes in a moment once no index has to be built again and no CHECK to be verified."""
    table = ctx.table(op.table)
    if table is None:
        return None
    owned = [k.name for k in table.keys if k.name in op.rebuilds]
    if owned or table.partition_by is not None:
        return swapped_column(op, ctx)
    name = sql_name(op.table, ctx)
    change = op.statement.text
    indexes = [quoted(i.name) for i in table.indexes if i.name in op.rebuilds]
    checks = [c for c in table.checks if op.column in c.expression.columns and c.validated] if op.rechecks else []
    parts = [outside(ctx, *(f"DROP INDEX CONCURRENTLY {i}" for i in indexes))] if indexes else []
    drop = [f"ALTER TABLE {name} DROP CONSTRAINT {quoted(c.name)}" for c in checks]
    add = [f"ALTER TABLE {name} ADD CONSTRAINT {quoted(c.name)} CHECK ({c.expression}) NOT VALID" for c in checks]
    parts.append(here(*drop, change, *add))
    if indexes:
        parts.append(outside(ctx, *(f"CREATE INDEX CONCURRENTLY {i} ON {name} ..." for i in indexes), after=True))
    if checks:
        parts.append(later(ctx, *(f"ALTER TABLE {name} VALIDATE CONSTRAINT {quoted(c.name)}" for c in checks)))
    what = "the index" if indexes else "the CHECK"
    return recipe(ctx, f"drop {what} before, and make it again after: queries do without it in the meantime", *parts)


# --- dropping


def drop_column(op: DropColumn, ctx: Context) -> Fix | None:
    """Stop using it first; a column that must have a value has to be freed for that, from its key first."""
    table = ctx.table(op.table)
    column = table.column(op.column) if table is not None else None
    if table is None or column is None or column.nullable or column.default is not None or column.generated:
        return None
    table_name, name, key = sql_name(op.table, ctx), quoted(op.column), table.primary_key
    title, first = "a column that is NOT NULL must be freed before code can leave it out", list[str]()
    if key is not None and op.column in key.columns and not column.identity:
        pointing = ctx.before.referencing.get(op.table, frozenset())
        if key.inherited or (pointing and not op.cascade):
            return None
        title = "a column of the primary key must be freed of that before code can leave it out"
        first = [f"ALTER TABLE {table_name} DROP CONSTRAINT {quoted(key.name)}{' CASCADE' if pointing else ''}"]
    elif ctx.refuses(DropNotNull(statement=op.statement, table=op.table, column=op.column)):
        return None  # an identity needs no freeing: it fills itself
    return recipe(
        ctx,
        title,
        here(*first, f"ALTER TABLE {table_name} ALTER COLUMN {name} DROP NOT NULL"),
        Part(
            f"when the released code does not name {op.column} any more",
            (f"ALTER TABLE {table_name} DROP COLUMN {name}{' CASCADE' if op.cascade else ''}",),
        ),
    )


RECIPES = {
    AlterColumnType: change_type,
    DropColumn: drop_column,
}
