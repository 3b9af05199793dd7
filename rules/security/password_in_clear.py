from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

PASSWORDS = {"password", "passwd", "pwd", "passphrase"}
SHORTEST_HASH = 40  # characters


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.saying(table, PASSWORDS) if ctx.vocabulary.is_designed(table) else ():
        length = (*column.type.modifiers, 0)[0]
        if not isinstance(length, int) or not 0 < length < SHORTEST_HASH:
            continue
        signs = {
            "named": bool(PASSWORDS.intersection(words(column.name)[-1:])),
            "short": column.type.name in {"varchar", "bpchar"},
            "seeded": table.name in ctx.history.seeded,
            "explained": column.comment,
        }
        label = f"{table.name}.{column.name}"
        message = f"{label} has room for {length} characters, too few for a hash of a password: store a hash"
        yield problem_in(table, column, message, evidence=signs)
