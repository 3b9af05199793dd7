from __future__ import annotations

from dbarch_lint.api import Context, Problems, Severity, Table, is_text_list, listed_table, problem_in

COPIES = {"archive", "child", "framework", "log", "partition", "queue", "settings", "staging", "temporary"}


def check(table: Table, ctx: Context) -> Problems:
    if ctx.vocabulary.roles(table) & COPIES:
        return
    texts, documents, arrays = (ctx.vocabulary.of_family(table, family) for family in ("text", "json", "other"))
    for column in (*texts, *documents, *arrays):
        target = listed_table(column, ctx.vocabulary)
        listing = is_text_list(table, column, ctx.vocabulary)
        if target is None and not listing:
            continue
        label = f"{table.name}.{column.name}"
        if listing:
            yield problem_in(
                table,
                column,
                f"{label} keeps a list in one text: no constraint can check its members, and no index finds one of "
                f"them: keep a row each in a table of its own",
            )
        elif target is not None:
            yield problem_in(
                table,
                column,
                f"{label} lists rows of {target.name}, and no foreign key can watch them: ids of deleted rows stay in "
                f"it: keep the pairs in a table of their own",
                severity=Severity.INFO,
                fold=target.name.full,
            )
