from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_no_uuid, makes_uuid, problem_in, words

LENGTHS = ((32,), (36,), (38,))
NAMES = ("uuid", "guid", "UUID", "GUID", "Uuid", "Guid")
PATTERN = "[0-9a-f]"
MADE_UP = {"key", "password", "secret", "token"}  # random texts of which nobody cares what they are made of


def check(table: Table, ctx: Context) -> Problems:
    if not ctx.vocabulary.is_designed(table):
        return
    linked = {name for fk in table.foreign_keys for name in fk.columns}
    asked = [c.expression for c in table.checks if any(PATTERN in v.lower() for v in c.expression.constants)]
    for column in ctx.vocabulary.of_family(table, "text"):
        looks = column.default is not None or column.type.modifiers in LENGTHS or any(n in column.name for n in NAMES)
        if column.inherited or column.generated or column.name in linked or not (looks or asked):
            continue
        signs = {
            "made": column.default is not None and makes_uuid(column.default),
            "named": not {"uuid", "guid"}.isdisjoint(words(column.name)),
            "length": column.type.modifiers in LENGTHS,
            "checked": any(column.name in expression.columns for expression in asked),
            "other-default": column.default is not None and is_no_uuid(column.default),
            "made-up": not MADE_UP.isdisjoint(words(column.name)),
        }
        if any(signs.values()):
            message = (
                f"{table.name}.{column.name} keeps a UUID as text: more than twice the bytes in table and index, and "
                f"nothing refuses what is none: make it {ctx.advised('uuid')}"
            )
            yield problem_in(table, column, message, fold="uuid", evidence=signs)
