from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, spans, words

VALID = {"valid", "effective"}


def check(table: Table, ctx: Context) -> Problems:
    if not table.foreign_keys or table.exclusions or not ctx.vocabulary.is_ordinary(table):
        return
    apart = any(key.without_overlaps for key in table.keys)
    owner = next((fk for fk in table.foreign_keys if not fk.inherited), None)
    apart = apart or (owner is not None and table.unique_over(owner.columns) is not None)
    for first, last in spans(table, ctx.vocabulary):
        if owner is not None and VALID.intersection(words(first.name)) and not apart:
            way_out = ctx.advised("no overlap", first.name, last.name)
            message = f"{table.name} may hold two rows that are valid at once for one {owner.columns[0]}: {way_out}"
            yield problem_in(table, last, message, also=(first,))
