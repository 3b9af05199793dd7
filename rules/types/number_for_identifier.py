from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

NAMES = (
    "phone,phone number,mobile number,telephone,fax,zip,zip code,zipcode,postal code,postcode,isbn,iban,ssn,card number"
)
DIGITS = {tuple(name.split()) for name in NAMES.split(",")}
WORDS = frozenset(word for name in DIGITS for word in name)


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.saying(table, WORDS) if ctx.vocabulary.is_designed(table) else ():
        if words(column.name) in DIGITS and ctx.vocabulary.family(column) in {"integer", "decimal", "float"}:
            message = f"{table.name}.{column.name} is a number, and loses zeros in front: make it text"
            yield problem_in(table, column, message)
