from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

SECRETS = "password,passwd,pwd,secret,private key,api key,access token,refresh token,client secret,totp secret"
PERSONAL = "date of birth,birth date,birthdate,dob,ssn,social security number,passport number,tax id,iban,card number"
SECRET, PERSON = ({tuple(name.split()) for name in names.split(",")} for names in (SECRETS, PERSONAL))
SAID = frozenset(name[-1] for name in SECRET | PERSON) | {"encrypted", "hash", "hashed", "digest", "cipher"}
HELD = {"encrypted", "hash", "hashed", "digest", "cipher", "public"}


def check(table: Table, ctx: Context) -> Problems:
    for column in ctx.vocabulary.saying(table, SAID) if ctx.vocabulary.is_designed(table) else ():
        parts = words(column.name)
        signs = {
            "secret": parts in SECRET or parts[-2:] in SECRET,
            "personal": parts in PERSON,
            "explained": column.comment,
            "held": not HELD.isdisjoint(parts),
            "no-text": ctx.vocabulary.family(column) in {"boolean", "integer"},
        }
        if signs["secret"] or signs["personal"]:
            what = "personal data" if signs["personal"] else "a secret"
            label = f"{table.name}.{column.name}"
            message = f"{label} looks like {what} in the clear: if it is encrypted or hashed, say so in a comment"
            yield problem_in(table, column, message, evidence=signs)
