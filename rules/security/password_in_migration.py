from __future__ import annotations

from dbarch_lint.api import AlterObject, Context, CreateObject, Problem, Problems

PLACEHOLDERS = ("$", "{", "<", "%", ":")  # what a tool fills in


def check(op: CreateObject | AlterObject, _: Context) -> Problems:
    if op.password and not op.password.startswith(PLACEHOLDERS):
        yield Problem(
            op, f"the password of {op.name} is for all to read who see this file: set it outside of migrations"
        )
