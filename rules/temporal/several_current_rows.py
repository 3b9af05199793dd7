from __future__ import annotations

from dbarch_lint.api import Context, Problems, Table, is_audit, problem_in, words

ONE = {("is", "current"), ("is", "primary"), ("is", "default"), ("primary",), ("current",)}


def check(table: Table, ctx: Context) -> Problems:
    owners = [fk for fk in table.foreign_keys if not is_audit(fk.columns[0])]
    if len(owners) != 1 or not ctx.vocabulary.is_ordinary(table):
        return
    (owner,) = owners
    if any(column.nullable for column in table.columns if column.name in owner.columns):
        return  # something that a row may have, and no owner
    for column in ctx.vocabulary.of_family(table, "boolean"):
        if words(column.name) not in ONE:
            continue
        guarded = any(i.unique and i.uses(column.name) for i in table.indexes)
        guarded |= any(column.name in key.columns for key in table.keys)
        guarded |= any(c.generated and c.default and column.name in c.default.columns for c in table.columns)
        if not guarded and not table.exclusions:
            way_out = ctx.advised("unique where", column.name)
            message = f"{table.name} may mark several rows of one {owner.columns[0]} as {column.name}: {way_out}"
            yield problem_in(table, column, message)
