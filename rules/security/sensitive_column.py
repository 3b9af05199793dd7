from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

SECRETS = "password,passwd,pwd,secret,private key,api key,access token,refresh token,client secret,totp secret"
PERSONAL = "date of birth,birth date,birthdate,dob,ssn,social security number,passport number,tax id,iban,card number"
HELD = {"encrypted", "hash", "hashed", "digest", "cipher", "public"}


def check(table: Table, ctx: Context) -> Problems:
    secret, personal = ({tuple(name.split()) for name in names.split(",")} for names in (SECRETS, PERSONAL))
    for column in table.columns if ctx.vocabulary.is_designed(table) else ():
        parts = words(column.name)
        found = parts if parts in secret | personal else parts[-2:] if parts[-2:] in secret else ()
        if found and not column.comment and HELD.isdisjoint(parts):
            what = "personal data" if found in personal else "a secret"
            label = f"{table.name}.{column.name}"
            message = f"{label} looks like {what} in the clear: if it is encrypted or hashed, say so in a comment"
            yield problem_in(table, column, message)
