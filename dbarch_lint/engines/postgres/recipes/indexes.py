"""Indexes without stopping writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbarch_lint.engines.postgres.recipes.common import (
    for_each,
    here,
    instead,
    later,
    outside,
    recipe,
    replaceable,
    sql_name,
)
from dbarch_lint.findings import Applicability, Fix
from dbarch_lint.names import quoted
from dbarch_lint.objects import Table
from dbarch_lint.operations import CreateIndex, DropIndex, RefreshView, Reindex
from dbarch_lint.source import Edit, Span

if TYPE_CHECKING:
    from dbarch_lint.context import Context
    from dbarch_lint.operations import Operation

WORD = " CONCURRENTLY"
LONGEST = 63  # bytes of a name


def create_index(op: CreateIndex, ctx: Context) -> Fix | None:
    """CREATE INDEX CONCURRENTLY; on a partitioned table, on each partition."""
    table = ctx.table(op.table)
    if table is not None and table.partition_by is not None:
        return by_partition(op, table, ctx)
    return concurrently(op, "build it CONCURRENTLY: that takes longer, and nobody waits", ctx)


def drop_index(op: DropIndex, ctx: Context) -> Fix | None:
    """DROP INDEX CONCURRENTLY, one index a statement."""
    title = "drop it CONCURRENTLY: it waits for others instead of making them wait"
    if len(ctx.together) == 1 and not op.cascade:
        return concurrently(op, title, ctx)
    drops = [dropped(s.operation, ctx) for s in ctx.together if isinstance(s.operation, DropIndex)]
    if replaceable(op.statement, ctx) and not op.cascade:
        return instead(op.statement, title, drops)
    return recipe(ctx, title, outside(ctx, *drops))


def dropped(op: DropIndex, ctx: Context) -> str:
    """The statement that drops one of several indexes."""
    return f"DROP INDEX{WORD} {'IF EXISTS ' if op.if_exists else ''}{sql_name(op.index, ctx)}"


def reindex(op: Reindex, ctx: Context) -> Fix | None:
    """REINDEX ... CONCURRENTLY; it leaves the indexes of exclusion constraints out, and refuses to do one alone."""
    table = ctx.table(op.target) if op.target is not None else None
    alone = op.index.name if op.index is not None else None
    if table is not None and any(e.name == alone for e in table.exclusions):
        return None
    return concurrently(op, "build them CONCURRENTLY: that takes longer, and nobody waits", ctx, op.kind.upper())


def refresh(op: RefreshView, ctx: Context) -> Fix | None:
    """REFRESH CONCURRENTLY, after a unique index if the view has none that serves."""
    view, at = ctx.before.view(op.table), op.statement.word("VIEW")
    if at is None or view is None:
        return None
    title = "refresh it CONCURRENTLY: it takes longer, and readers go on with the old rows"
    if any(i.unique and i.where is None and len(i.columns) == len(i.parts) for i in view.indexes):
        return Fix(title, (Edit(Span(at.source, at.end, at.end), WORD),), "safe")
    name = sql_name(op.table, ctx)
    index = f"CREATE UNIQUE INDEX{WORD} ON {name} (<columns that tell its rows apart>)"
    refreshed = f"REFRESH MATERIALIZED VIEW{WORD} {name}"
    return recipe(ctx, title, outside(ctx, index), later(ctx, refreshed))


def concurrently(op: Operation, title: str, ctx: Context, word: str = "INDEX") -> Fix | None:
    """CONCURRENTLY after that word, where the statement runs by itself; else how to get it there."""
    statement = op.statement
    at = statement.word(word)
    if at is None:
        return None
    if not ctx.in_transaction:
        applicability, text = limits(ctx)
        return Fix(title, (Edit(Span(at.source, at.end, at.end), WORD),), applicability, text)
    data = statement.source
    text = data.slice(statement.start, at.end) + WORD + data.slice(at.end, statement.end)
    return recipe(ctx, title, outside(ctx, text))


def limits(ctx: Context) -> tuple[Applicability, str]:
    """A lock_timeout stops a concurrent build while it waits for older transactions, and leaves an invalid index."""
    timeout = ctx.setting("lock_timeout")
    if timeout in {None, "0", ""}:
        return "safe", ""
    return (
        "unsafe",
        f"-- it waits for older transactions to end, longer than {timeout}; before it:\nSET lock_timeout = 0;",
    )


def by_partition(op: CreateIndex, table: Table, ctx: Context) -> Fix | None:
    """A partitioned table's index is put together from those of its partitions."""
    statement, data = op.statement, op.statement.source
    on = statement.word("ON")
    if on is None:
        return None
    first = next((t for t in statement.tokens() if t.start >= on.end and t.kind in {"(", "USING"}), None)
    parts = data.slice(first.start, statement.end) if first is not None else "..."
    leaf = next((t.name for t in ctx.before.descendants(table.name) if t.partition_by is None), None)
    name = quoted(f"{leaf.name}_{op.index.name}".encode()[:LONGEST].decode(errors="ignore")) if leaf else "<its index>"
    unique = "UNIQUE " if op.unique else ""
    build = f"CREATE {unique}INDEX{WORD} {name} ON {sql_name(leaf, ctx) if leaf else '<partition>'} {parts}"
    attach = f"ALTER INDEX {sql_name(table.name.sibling(op.index.name), ctx)} ATTACH PARTITION {name}"
    whole = f"CREATE {unique}INDEX {quoted(op.index.name)} ON ONLY {sql_name(table.name, ctx)} {parts}"
    title = "build it partition by partition: the parent's index becomes valid when the last one is attached"
    return recipe(ctx, title, here(whole), *for_each(ctx, build, attach))


RECIPES = {CreateIndex: create_index, DropIndex: drop_index, RefreshView: refresh, Reindex: reindex}
