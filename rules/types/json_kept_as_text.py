from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

AS_SENT = set("body event message payload raw request response signature webhook".split())
PASSING = {"archive", "log", "queue"}


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table) or ctx.vocabulary.roles(table) & PASSING:
        return
    for column in ctx.vocabulary.of_type(table, {"json"}):
        sent = AS_SENT.intersection((*words(table.name.name), *words(column.name)))
        if not column.type.array and not sent and not column.inherited:
            label = f"{table.name}.{column.name}"
            message = f"{label} is json: each look into it parses the text, and no index can help: make it jsonb"
            yield problem_in(table, column, message, fold="json")
