from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    columns = ((fk.target, table.column(fk.columns[0])) for fk in table.foreign_keys)
    optional = {target: column for target, column in columns if column is not None and column.nullable}
    tied = [check.expression.columns for check in table.checks]
    for column in table.columns if len(optional) > 1 else ():
        values = {words(value) for value in ctx.vocabulary.listed_values(table, column)}
        meant = [c for target, c in optional.items() if words(target.name) in values]
        names = {c.name for c in meant}
        if len(meant) > 1 and not any(len(names & columns) > 1 for columns in tied):
            shown = ", ".join(sorted(names))
            most = "exactly one" if len(values) == len(meant) else "at most one"
            message = (
                f"{table.name}.{column.name} says which of {shown} is meant, but a row may have any of them: add a "
                f"CHECK that {most} is set"
            )
            yield problem_in(table, column, message, also=tuple(meant))
