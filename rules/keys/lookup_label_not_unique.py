from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_distinguished, key_column, problem_in, words

LABELS = ("code", "key", "slug", "name", "title", "label", "value")


def check(table: Table, ctx: Context) -> Problems:
    if "lookup" not in ctx.vocabulary.roles(table) or key_column(table) is None:
        return
    labels = [c for word in LABELS for c in table.columns if words(c.name)[-1:] == (word,)]
    if labels and not any(is_distinguished(table, label.name) for label in labels):
        message = f"{table.name}.{labels[0].name} may come twice, and what refers to it is split in two: make it unique"
        yield problem_in(table, labels[0], message)
