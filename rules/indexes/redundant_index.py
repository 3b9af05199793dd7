from __future__ import annotations

from dbarch_lint.api import (
    Context,
    Problems,
    Severity,
    Table,
    problem_in,
    recipe,
    redundant_indexes,
)

SAME = "{0} does nothing that {1} does not, and every write pays for both: drop {2}"
BEGINS = "{0} is rarely worth its writes: {1} begins with the same columns: drop {2}"


def check(table: Table, ctx: Context) -> Problems:
    if ctx.vocabulary.roles(table) & {"framework", "partition", "temporary"}:
        return
    for found in redundant_indexes(table, ctx.after):
        index, other = found.index, found.other
        covered = found.same or (other is table.primary_key and not ctx.clustered)  # there it is as small to read
        names = f"index {index.name} on {table.name}", f"{other.name} ({found.other_parts})"
        yield problem_in(
            table,
            index,
            (SAME if found.same else BEGINS).format(*names, index.name),
            fix=recipe(f"drop {index.name}", ctx.placed(ctx.sql.drop(table.name, index))),
            notes=(ctx.note(f"{other.name} stays", other),) if other.origin is not None else (),
            severity=Severity.WARNING if covered else Severity.INFO,
            fold="primary key" if found.same and other is table.primary_key else "",  # a habit, where there are many
            also=(other,),
        )
