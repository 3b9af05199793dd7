from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, listed_table, problem_in, text_lists


def check(table: Table, ctx: Context) -> Problems:
    known = ctx.vocabulary
    if not known.is_designed(table):
        return
    passing = known.roles(table) & {"archive", "log", "queue", "settings"}
    for column, signs in text_lists(table, known):
        message = (
            f"{table.name}.{column.name} keeps a list in one text: no constraint can check its members, and no index "
            f"finds one of them: keep a row each in a table of its own"
        )
        yield problem_in(table, column, message, evidence=signs | {"passing": passing})
    for column in (*known.of_family(table, "json"), *known.of_family(table, "other")):
        target = listed_table(column, known)
        if target is not None:
            message = (
                f"{table.name}.{column.name} lists rows of {target.name}, and no foreign key can watch them: ids of "
                f"deleted rows stay in it: keep the pairs in a table of their own"
            )
            seen, fold = {"ids": True, "passing": passing}, target.name.full
            yield problem_in(table, column, message, severity=Severity.INFO, fold=fold, evidence=seen)
