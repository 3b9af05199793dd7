from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

MOST_OF_A_CODE = 4
LENGTHS = {10, 11, 12, 13, 15, 16, 17, 20, 22, 24, 26, 27, 28, 32, 36, 38, 40, 42, 43, 44, 48, 56, 60, 64, 66, 96, 128}
FIXED = set(
    """checksum code digest hash hex iban iccid id imei isbn isni isrc issn iswc key md5 secret sha sha1 sha256 token
    uid uuid""".split()
)


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.of_type(table, {"bpchar"}) if ctx.vocabulary.is_designed(table) else ():
        length = (*column.type.modifiers, 1)[0]
        if not isinstance(length, int) or length <= MOST_OF_A_CODE or column.inherited:
            continue
        if length not in LENGTHS and FIXED.isdisjoint(words(column.name)):
            label = f"{table.name}.{column.name}"
            message = f"{label} fills shorter values up with blanks, which some comparisons see: make it text"
            yield problem_in(table, column, message, fold="padded")
