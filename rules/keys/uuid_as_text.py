from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, makes_uuid, problem_in, words

LENGTHS = ((32,), (36,), (38,))
MADE_UP = {"key", "password", "secret", "token"}  # random texts of which nobody cares what they are made of


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    for column in ctx.vocabulary.of_family(table, "text"):
        if column.inherited or column.name in linked:
            continue
        named = not {"uuid", "guid"}.isdisjoint(words(column.name)) and column.type.modifiers in LENGTHS
        made = column.default is not None and makes_uuid(column.default)
        if named or (made and MADE_UP.isdisjoint(words(column.name))):
            message = (
                f"{table.name}.{column.name} keeps a UUID as text: more than twice the bytes in table and index, and "
                f"nothing refuses what is none: make it uuid"
            )
            yield problem_in(table, column, message, fold="uuid")
