from __future__ import annotations

from dbarch_lint.api import (
    Context,
    CreateIndex,
    DetachPartition,
    DropIndex,
    Problem,
    Problems,
    Reindex,
    SetVariable,
    seconds,
)

WORDS = {
    CreateIndex: "CREATE INDEX CONCURRENTLY",
    DropIndex: "DROP INDEX CONCURRENTLY",
    DetachPartition: "DETACH PARTITION CONCURRENTLY",
    Reindex: "REINDEX CONCURRENTLY",
}


def check(op: CreateIndex | DropIndex | DetachPartition | Reindex, ctx: Context, *, enough: str = "1h") -> Problems:
    if not op.concurrent or ctx.in_transaction or ctx.is_new(op.target):
        return
    for name in ("lock_timeout", "statement_timeout"):
        value = ctx.setting(name)
        if value is None or not 0 < seconds(value, "ms") < seconds(enough, "ms"):
            continue
        left = "a partition half detached" if isinstance(op, DetachPartition) else "an INVALID index"
        message = f"{WORDS[type(op)]} waits for older transactions, and {name} = {value} may end it and leave {left}"
        places = (s.operation for s in ctx.earlier if isinstance(s.operation, SetVariable) and s.operation.name == name)
        notes = tuple(ctx.note("set here", place) for place in [next(places, None)] if place is not None)
        yield Problem(op, f"{message}; SET {name} = 0 for this statement", notes=notes)
        return
