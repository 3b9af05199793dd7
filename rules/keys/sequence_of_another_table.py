from __future__ import annotations

from dbarch_lint.api import Context, Problems, Sequence, Table, problem_in


def check(table: Table, ctx: Context) -> Problems:
    for column in table.columns if ctx.vocabulary.is_designed(table) else ():
        drawn = ctx.after.relations.get(column.draws_from) if column.draws_from is not None else None
        if isinstance(drawn, Sequence) and drawn.owner not in {None, table.name} and not column.inherited:
            message = (
                f"{table.name}.{column.name} takes its numbers from {drawn.name}, which is dropped with {drawn.owner}: "
                f"give it an identity of its own"
            )
            yield problem_in(table, column, message)
