from __future__ import annotations

from dbarch_lint.api import (
    AlterObject,
    Cluster,
    Context,
    CreateIndex,
    CreateObject,
    DetachPartition,
    DropIndex,
    DropObject,
    Problem,
    Problems,
    Reindex,
    Vacuum,
)

WORDS = {
    CreateIndex: "CREATE INDEX CONCURRENTLY",
    DropIndex: "DROP INDEX CONCURRENTLY",
    DetachPartition: "DETACH PARTITION CONCURRENTLY",
    CreateObject: "CREATE {kind}",
    AlterObject: "ALTER {kind}",
    DropObject: "DROP {kind}",
    Cluster: "CLUSTER",
    Reindex: "REINDEX",
    Vacuum: "VACUUM",
}
Alone = CreateIndex | DropIndex | Reindex | DetachPartition | Vacuum | Cluster | CreateObject | AlterObject | DropObject


def check(op: Alone, ctx: Context) -> Problems:
    if ctx.in_transaction and not ctx.may_run_in_transaction and ctx.together[0].operation is op:
        what = WORDS[type(op)].format(kind=getattr(op, "kind", "").upper())
        message = f"{what} fails in a transaction, and {ctx.why_in_transaction}; {ctx.way_out}"
        yield Problem(op, message, fold=f"{ctx.migration.id} {what}")
