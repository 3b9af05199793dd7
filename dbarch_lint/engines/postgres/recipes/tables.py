"""Tables renamed and dropped without breaking the code that still runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, here, last, later, outside, recipe, sql_name, steps
from dbarch_lint.engines.postgres.versions import CONCURRENT_DETACH
from dbarch_lint.findings import Fix
from dbarch_lint.names import quoted
from dbarch_lint.operations import AttachPartition, CreateTable, DetachPartition, DropTable, RenameTable

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.names import Name


def rename_table(op: RenameTable, ctx: Context) -> Fix:
    """A view keeps the old name alive; the server lets it be written to like the table."""
    old, new = sql_name(op.table, ctx), sql_name(op.table.sibling(op.new_name), ctx)
    rename = (f"ALTER TABLE {old} RENAME TO {quoted(op.new_name)}", f"CREATE VIEW {old} AS SELECT * FROM {new}")
    return recipe(
        ctx,
        "keep the old name as a view until no code uses it",
        here(*(rename if ctx.in_transaction else ("BEGIN", *rename, "COMMIT"))),
        Part(f"when the released code says {new} only", (f"DROP VIEW {old}",)),
    )


def drop_table(op: DropTable, ctx: Context) -> Fix | None:
    """A partition leaves its parent first."""
    table = ctx.table(op.table)
    if table is None or table.partition_of is None or ctx.engine_version < CONCURRENT_DETACH:
        return None
    if has_default(table.partition_of, ctx):
        return None
    parent, name = sql_name(table.partition_of, ctx), sql_name(op.table, ctx)
    return recipe(
        ctx,
        f"detach it while others read and write {table.partition_of}, then drop it",
        outside(ctx, f"ALTER TABLE {parent} DETACH PARTITION {name} CONCURRENTLY"),
        later(ctx, f"DROP TABLE {name}"),
    )


def has_default(parent: Name, ctx: Context) -> bool:
    """Whether a table has a default partition: then the server refuses to detach concurrently."""
    siblings = (ctx.table(n) for n in ctx.before.children.get(parent, ()))
    return any(s is not None and s.partition_default for s in siblings)


def detach(op: DetachPartition, ctx: Context) -> Fix | None:
    """DETACH PARTITION ... CONCURRENTLY, where the server has it."""
    if ctx.engine_version < CONCURRENT_DETACH or has_default(op.table, ctx):
        return None
    title = "detach it CONCURRENTLY: it waits for others instead of making them wait"
    statement = f"ALTER TABLE {sql_name(op.table, ctx)} DETACH PARTITION {sql_name(op.partition, ctx)} CONCURRENTLY"
    return steps(op, ctx, title, outside(ctx, statement))


def attach(op: AttachPartition, ctx: Context) -> Fix | None:
    """A validated CHECK proves the bounds; there is none for what the default partition holds."""
    if op.default or has_default(op.table, ctx) or len(ctx.together) > 1:
        return None
    name = sql_name(op.partition, ctx)
    check = quoted(f"{op.partition.name}_bounds")
    return recipe(
        ctx,
        "let a validated CHECK prove that the rows belong there",
        here(f"ALTER TABLE {name} ADD CONSTRAINT {check} CHECK (<the bounds, and that the key IS NOT NULL>) NOT VALID"),
        later(ctx, f"ALTER TABLE {name} VALIDATE CONSTRAINT {check}"),
        last(ctx, op.statement.text, f"ALTER TABLE {name} DROP CONSTRAINT {check}"),
    )


def create_partition(op: CreateTable, ctx: Context) -> Fix | None:
    """A table of its own, then attached."""
    parent = op.definition.partition_of
    if parent is None:
        return None
    name, whole = sql_name(op.table, ctx), sql_name(parent, ctx)
    made = f"CREATE TABLE {name} (LIKE {whole} INCLUDING ALL)"
    attached = f"ALTER TABLE {whole} ATTACH PARTITION {name} {op.definition.partition_bound or 'DEFAULT'}"
    return recipe(ctx, "create it by itself, then attach it: others go on using its parent", here(made, attached))


RECIPES = {
    AttachPartition: attach,
    CreateTable: create_partition,
    DetachPartition: detach,
    DropTable: drop_table,
    RenameTable: rename_table,
}
