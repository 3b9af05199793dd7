from __future__ import annotations

from dbarch_lint.api import (
    Context,
    CreateIndex,
    DetachPartition,
    DropIndex,
    Fix,
    Migration,
    Operation,
    Problem,
    Problems,
    Reindex,
    SetVariable,
    Statement,
    Write,
)


def unlimited(ctx: Context) -> list[Statement]:
    """The concurrent statements to come for which nobody has set a limit: they wait, and nobody waits for them."""
    kinds = (CreateIndex, DropIndex, DetachPartition, Reindex)
    later = (s for s in ctx.later if isinstance(s.operation, kinds) and s.operation.concurrent)
    return [s.statement for s in later if s.session.setting("lock_timeout") is None]


def check(_: Migration, ctx: Context, *, timeout: str = "5s") -> Problems:
    for op, here in ctx.walk(Operation):
        strong = [e for e in here.felt if e.blocks_writes]
        if not strong or isinstance(op, Write) or here.wait_is_limited:
            continue
        own = {h.relation for h in here.held.values() if h.effect.blocks_reads}  # it need not wait for them again
        effect = next((e for e in strong if e.relation not in own), None)
        if effect is None:
            continue
        who = "reads and writes" if effect.blocks_reads else "writes"
        message = f"waits without limit for {effect.lock} on {effect.relation}, and meanwhile new {who} of it wait too"
        lost = (s.operation for s in here.earlier if isinstance(s.operation, SetVariable) and s.operation.local)
        notes = tuple(
            here.note("has no effect: SET LOCAL needs a transaction", s) for s in lost if not here.in_transaction
        )
        word = "SET LOCAL" if here.transaction.open else "SET"
        edits = [here.outermost.preceded_by(f"{word} lock_timeout = '{timeout}'")]
        if word == "SET":  # a concurrent build that gives up leaves an invalid index
            edits += [s.preceded_by("SET lock_timeout = 0") for s in unlimited(here)[:1]]
        fix = Fix("give up after a while; the migration can be run again", tuple(edits), "unsafe")
        yield Problem(op, f"this {message}; set lock_timeout first", fix, notes)
        return
