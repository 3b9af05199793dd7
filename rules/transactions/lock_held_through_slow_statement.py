from __future__ import annotations

from dbarch_lint.api import (
    Context,
    CreateTable,
    CreateView,
    Migration,
    Operation,
    Problem,
    Problems,
    RefreshView,
    Select,
    listed,
)


def check(_: Migration, ctx: Context) -> Problems:
    reported: set[int] = set()
    for op, here in ctx.walk(CreateTable, CreateView, RefreshView, Select):
        if not slow(op, here) or not here.held or here.transaction_start in reported:
            continue
        own = {e.relation for e in here.effects if e.blocks_writes}
        held = [h for h in here.held.values() if h.blocks_others and h.relation not in own]
        if not held:
            continue
        reported.add(here.transaction_start)
        held.sort(key=lambda h: (not h.effect.blocks_reads, h.start, h.relation))
        who = "reads and writes" if held[0].effect.blocks_reads else "writes"
        tables = listed(str(h.relation) for h in held if h.effect.blocks_reads == held[0].effect.blocks_reads)
        notes = tuple(map(here.note_on, held[:3]))
        message = f"{who} of {tables} wait while this query runs: the transaction keeps its locks to the end"
        yield Problem(op, f"{message}; put it into a transaction of its own", notes=notes)


def slow(op: Operation, ctx: Context) -> bool:
    """Whether a statement takes as long as some table in use is large."""
    if isinstance(op, CreateTable | CreateView):
        reads = op.reads if isinstance(op, CreateTable) else op.definition.uses
        return op.filled and any(ctx.in_use(name) for name in reads)
    return ctx.works_for_long and not (ctx.blocks_writes_for_long or ctx.looks_up)
