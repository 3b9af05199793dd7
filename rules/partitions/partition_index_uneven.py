from __future__ import annotations

from collections import Counter

from dbarch_lint.api import Context, Problems, Table, problem_in

LEAST = 3
MOST = 0.6


def check(table: Table, ctx: Context) -> Problems:
    partitions = [t for t in ctx.after.descendants(table.name) if t.partition_of == table.name]
    if table.kind != "partitioned" or len(partitions) < LEAST:
        return
    having = Counter(columns for t in partitions for columns in {i.columns for i in t.indexes if not i.inherited})
    for columns, count in having.items():
        bare = [t for t in partitions if not any(i.columns == columns for i in t.indexes)]
        if bare and columns and count >= MOST * len(partitions):
            names = ", ".join(columns)
            message = (
                f"{bare[-1].name} lacks the index over {names} that {count} other partitions have: index the parent"
            )
            yield problem_in(bare[-1], None, message)
