"""Tables renamed and dropped without breaking the code that still runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import Part, here, later, outside, recipe, sql_name
from dbarch_lint.findings import Fix
from dbarch_lint.names import quoted
from dbarch_lint.operations import DropTable, RenameTable

if TYPE_CHECKING:
    from dbarch_lint.context import Context

CONCURRENT_DETACH = 14  # the version that can detach a partition while others read and write


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
    siblings = (ctx.table(n) for n in ctx.before.children.get(table.partition_of, ()))
    if any(s is not None and s.partition_default for s in siblings):
        return None  # with a default partition the server refuses to detach concurrently
    parent, name = sql_name(table.partition_of, ctx), sql_name(op.table, ctx)
    return recipe(
        ctx,
        f"detach it while others read and write {table.partition_of}, then drop it",
        outside(ctx, f"ALTER TABLE {parent} DETACH PARTITION {name} CONCURRENTLY"),
        later(ctx, f"DROP TABLE {name}"),
    )


RECIPES = {DropTable: drop_table, RenameTable: rename_table}
