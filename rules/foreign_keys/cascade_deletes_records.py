from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, problem_in, words

RECORDS = set("audit bill invoice journal ledger payment payout receipt refund transaction".split())
OWNERS = set("account admin client customer member merchant organisation organization org person user".split())
# What is said about payments, or what is only about to be one.
ABOUT = set(
    """config configuration draft intent item line method option preference provider recurring setting template
    type""".split()
)


def check(table: Table, ctx: Context) -> Problems:
    parts = set(words(table.name.name))
    if not parts & RECORDS or parts & ABOUT or not ctx.vocabulary.is_designed(table):
        return
    for fk in table.foreign_keys:
        if fk.on_delete == "CASCADE" and words(fk.target.name)[-1:] and words(fk.target.name)[-1] in OWNERS:
            message = (
                f"deleting a row of {fk.target} deletes its {table.name} without a word, and what they prove: restrict "
                f"the delete"
            )
            yield problem_in(table, fk, message)
            break
