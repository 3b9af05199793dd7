from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

PASSWORDS = {"password", "passwd", "pwd", "passphrase"}
SHORTEST_HASH = 40  # characters


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.saying(table, PASSWORDS) if ctx.vocabulary.is_designed(table) else ():
        length = (*column.type.modifiers, 0)[0]
        named = bool(PASSWORDS.intersection(words(column.name)[-1:]))
        if (
            named
            and column.type.name in {"varchar", "bpchar"}
            and isinstance(length, int)
            and 0 < length < SHORTEST_HASH
        ):
            label = f"{table.name}.{column.name}"
            message = f"{label} has room for {length} characters, too few for a hash of a password: store a hash"
            yield problem_in(table, column, message)
