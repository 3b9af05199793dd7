"""A second column of another type, filled beside the first one, that takes its name and its place in the end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, columns, here, later, outside, recipe, sql_name
from dbarch_lint.engines.postgres.recipes.constraints import target_text
from dbarch_lint.engines.postgres.recipes.filling import ROOM, batches, kept_equal, required, trigger_name
from dbarch_lint.findings import Fix
from dbarch_lint.names import Name, quoted
from dbarch_lint.objects import Column, ForeignKey, Sequence, Table
from dbarch_lint.operations import AddForeignKey, AlterColumnType

if TYPE_CHECKING:
    from dbarch_lint.context import Context

COUNTERS = {"int2", "int4", "int8"}  # types that a sequence can have


class Swap:
    """The names that the steps share."""

    def __init__(self, op: AlterColumnType, ctx: Context) -> None:
        self.op, self.ctx = op, ctx
        self.table: Table = ctx.table(op.table) or Table(name=op.table)
        self.column: Column | None = self.table.column(op.column)
        self.name = sql_name(op.table, ctx)
        self.new, self.old = f"{op.column[:ROOM]}_new", f"{op.column[:ROOM]}_old"

    def alter(self, column: str, change: str) -> str:
        """One ALTER COLUMN."""
        return f"ALTER TABLE {self.name} ALTER COLUMN {quoted(column)} {change}"

    @property
    def in_key(self) -> bool:
        """Whether the primary key holds the column."""
        return self.table.primary_key is not None and self.op.column in self.table.primary_key.columns

    @property
    def key_index(self) -> str:
        """The unique index that becomes the new primary key."""
        return quoted(f"{self.op.table.name[:30]}_{self.op.column[:20]}_new_key")

    @property
    def pointing(self) -> list[tuple[Name, ForeignKey]]:
        """The foreign keys of this and other tables that point to the column's primary key."""
        key = self.table.primary_key
        if key is None or not self.in_key:
            return []
        tables = [self.ctx.table(n) for n in sorted(self.ctx.before.referencing.get(self.op.table, ()))]
        found = ((t, f) for t in tables if t is not None for f in t.foreign_keys)
        return [(t.name, f) for t, f in found if f.target == self.op.table and f.target_columns == key.columns]


def swapped_column(op: AlterColumnType, ctx: Context) -> Fix | None:
    """The steps. A partitioned table's key cannot be swapped this way."""
    swap = Swap(op, ctx)
    if swap.table.partition_by is not None:
        return None
    value = f"(SELECT {op.using} FROM (SELECT NEW.*) AS r)" if op.using is not None else f"NEW.{quoted(op.column)}"
    keep = kept_equal(op.table, swap.new, value, ctx)
    whole = list(exchange(swap))
    exchanged = Part(later(ctx).place, tuple(whole if ctx.in_transaction else ["BEGIN", *whole, "COMMIT"]))
    parts = [
        here(f"ALTER TABLE {swap.name} ADD COLUMN {quoted(swap.new)} {op.type}", *keep),
        batches(
            op.table, f"{quoted(swap.new)} = {op.using or quoted(op.column)}", swap.new, ctx, and_not_null=op.column
        ),
        *([required(op.table, swap.new, ctx)] if swap.column is not None and not swap.column.nullable else []),
        *built_again(swap),
        exchanged,
        *validated(swap),
        Part(
            "one release later",
            (
                f"ALTER TABLE {swap.name} DROP COLUMN {quoted(swap.old)}",
                f"DROP FUNCTION {trigger_name(op.table, swap.new)}()",
            ),
        ),
    ]
    return recipe(ctx, f"fill a column of type {op.type} beside it, then swap the names", *parts)


def built_again(swap: Swap) -> Iterator[Part]:
    """Indexes and constraints of the old column, on the new one."""
    table, column = swap.table, swap.op.column
    if swap.in_key and table.primary_key is not None:
        over = columns(swap.new if c == column else c for c in table.primary_key.columns)
        build = f"CREATE UNIQUE INDEX CONCURRENTLY {swap.key_index} ON {swap.name} ({over})"
        yield outside(swap.ctx, build, after=True)
    names = [k.name for k in table.uniques if column in k.columns]
    names += [i.name for i in table.indexes if i.uses(column)]
    names += [f.name for f in table.foreign_keys if column in f.columns]
    names += [c.name for c in table.checks if column in c.expression.columns]
    if names:
        build = f"CREATE INDEX CONCURRENTLY ... ON {swap.name} ({quoted(swap.new)})"
        free = f"; for an index, {swap.ctx.way_out_for(build)}" if swap.ctx.in_transaction else ""
        same = f"the same as {', '.join(names)}{free}"
        yield Part(f"indexes concurrently, constraints NOT VALID and then validated: {same}", (build,))


def exchange(swap: Swap) -> Iterator[str]:
    """The statements of the short transaction in which the new column takes over."""
    op, column, name = swap.op, swap.column, swap.name
    yield f"DROP TRIGGER {trigger_name(op.table, swap.new)} ON {name}"
    for child, key in swap.pointing:
        yield f"ALTER TABLE {sql_name(child, swap.ctx)} DROP CONSTRAINT {quoted(key.name)}"
    yield f"ALTER TABLE {name} RENAME COLUMN {quoted(op.column)} TO {quoted(swap.old)}"
    yield f"ALTER TABLE {name} RENAME COLUMN {quoted(swap.new)} TO {quoted(op.column)}"
    if column is not None:
        yield from taken_over(swap, column)
    for child, key in swap.pointing:
        target = target_text(AddForeignKey(statement=op.statement, table=child, constraint=key), swap.ctx)
        rule = f"FOREIGN KEY ({columns(key.columns)}) {target} NOT VALID"
        yield f"ALTER TABLE {sql_name(child, swap.ctx)} ADD CONSTRAINT {quoted(key.name)} {rule}"


def taken_over(swap: Swap, column: Column) -> Iterator[str]:
    """Key, default and sequence pass to the new column, and the old one lets rows come without it."""
    op, name, key = swap.op, swap.name, swap.table.primary_key
    if swap.in_key and key is not None:
        yield (
            f"ALTER TABLE {name} DROP CONSTRAINT {quoted(key.name)},\n"
            f"  ADD CONSTRAINT {quoted(key.name)} PRIMARY KEY USING INDEX {swap.key_index}"
        )
    if column.identity:
        yield swap.alter(swap.old, "DROP IDENTITY")
        yield swap.alter(
            op.column, f"ADD GENERATED {column.identity.upper()} AS IDENTITY (START WITH <the next number>)"
        )
    elif column.default is not None:
        yield swap.alter(op.column, f"SET DEFAULT {column.default}")
        yield swap.alter(swap.old, "DROP DEFAULT")
    if not column.nullable:
        yield swap.alter(swap.old, "DROP NOT NULL")
    for owned in sorted(swap.ctx.before.sequences_of.get(op.table, ())):
        sequence = swap.ctx.before.relations.get(owned)
        if isinstance(sequence, Sequence) and sequence.owner_column == op.column and not sequence.identity:
            as_type = f"AS {op.type} " if op.type.name in COUNTERS else ""
            yield f"ALTER SEQUENCE {sql_name(owned, swap.ctx)} {as_type}OWNED BY {name}.{quoted(op.column)}"


def validated(swap: Swap) -> list[Part]:
    """The foreign keys that were made again, checked while others write."""
    found = [
        f"ALTER TABLE {sql_name(child, swap.ctx)} VALIDATE CONSTRAINT {quoted(key.name)}"
        for child, key in swap.pointing
    ]
    return [Part("after it, each in a transaction of its own", tuple(found))] if found else []
