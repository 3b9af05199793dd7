from __future__ import annotations

from dbarch_lint.api import Context, Problem, Problems, SetConstraints, SetVariable


def check(op: SetVariable | SetConstraints, ctx: Context) -> Problems:
    if ctx.in_transaction or not (isinstance(op, SetConstraints) or op.local):
        return
    what, way_out = "SET CONSTRAINTS", "put it between BEGIN and COMMIT"
    if isinstance(op, SetVariable):
        what, way_out = f"SET LOCAL {op.name}", f"write SET, and RESET {op.name} afterwards"
    yield Problem(op, f"{what} does nothing here, because no transaction is open; {way_out}")
