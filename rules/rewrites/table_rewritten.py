from __future__ import annotations

from dbarch_lint.api import (
    AlterIndex,
    AlterView,
    Cluster,
    Context,
    MoveAll,
    Problem,
    Problems,
    SetExpression,
    SetTableOption,
    Vacuum,
    Work,
    listed,
)

BESIDE = "use a tool that copies beside the application, such as pg_repack"
MOVE = "make a new table, and move the rows in batches"
WAYS = {"tablespace": BESIDE, "CLUSTER": BESIDE, "VACUUM FULL": BESIDE}
WAYS |= {"SET EXPRESSION": "add another column, and let a trigger fill it"}
WORDS = {Cluster: "CLUSTER", Vacuum: "VACUUM FULL", SetExpression: "SET EXPRESSION", MoveAll: "tablespace"}
Rewriting = SetTableOption | SetExpression | AlterView | AlterIndex | MoveAll | Vacuum | Cluster


def check(op: Rewriting, ctx: Context) -> Problems:
    names = [str(e.relation) for e in ctx.felt if e.work is Work.REWRITE and ctx.in_use(e.relation)]
    if not names or not ctx.works_for_long:
        return
    option = getattr(op, "option", "") or WORDS[type(op)]
    what = option if option.isupper() else f"SET {option.replace('_', ' ').upper()}"
    whose = op.table if isinstance(op, AlterIndex) else "them" if names[1:] else "it"
    message = f"{what} writes all of {listed(names)} anew, and every read and write of {whose} waits until that ends"
    yield Problem(op, f"{message}; {WAYS.get(option, MOVE)}")
