from __future__ import annotations

from dbarch_lint.api import Check, Context, ForeignKey, Problems, Table, problem_in, quoted, quoted_name, recipe


def check(table: Table, ctx: Context) -> Problems:
    constraints: list[Check | ForeignKey] = [*table.checks, *table.foreign_keys]
    for constraint in constraints if not table.temporary else ():
        if constraint.validated or not constraint.enforced or constraint.inherited:
            continue
        if ctx.history.age(constraint.origin):
            validate = f"ALTER TABLE {quoted_name(table.name)} VALIDATE CONSTRAINT {quoted(constraint.name)};"
            message = f"{constraint.name} of {table.name} was never validated, so older rows may break it: validate it"
            yield problem_in(table, constraint, message, fix=recipe("validate it", validate))
