from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, partition_gap, problem_in


def check(table: Table, ctx: Context) -> Problems:
    if table.kind != "partitioned":
        return
    partitions = [t for t in ctx.after.descendants(table.name) if t.partition_of == table.name]
    found = partition_gap(partitions)
    if found is not None and not any(partition.partition_default for partition in partitions):
        behind, gap = found
        message = f"{table.name} has no partition for {gap}, so an INSERT there fails: create it, or a DEFAULT one"
        yield problem_in(behind, None, message)
